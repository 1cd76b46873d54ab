import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { endArea, renameArea } from "../commands/areas.server";
import { endTopic, renameTopic } from "../commands/topics.server";
import { dayAfter } from "../days.server";
import { endTermForm, renameTermForm } from "../forms";
import { managedTerm, sortOf } from "../queries/managed-terms.server";
import { managedPlace } from "../queries/place-start.server";
import { dayText } from "../queries/posts.server";
import { messages } from "../territory-messages";
import { TermUses } from "../ui/term-uses";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/manage-term";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const sort = sortOf(params.sort);
	return {
		sort,
		...(await managedTerm(world, params.place, sort, givenId(params.term))),
		day: dayText(today(world.now)),
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const sort = sortOf(params.sort);
	const id = givenId(params.term);
	const { organisationId: ownerId, slug } = await managedPlace(world, params.place);
	const list = `/o/${slug}/verwaltung/gliederung?gespeichert`;
	const fields = await formFields(request);
	if (fields.get("act") === "end") {
		const form = readFields(request, fields, endTermForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const ending = { ownerId, endsOn: dayAfter(form.value.lastDay), successorIds: form.value.successors };
		const outcome =
			sort === "gebiete"
				? await endArea(world, { ...ending, areaId: id })
				: await endTopic(world, { ...ending, topicId: id });
		return outcome.done ? onward(list) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, renameTermForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const naming = { ownerId, name: form.value.name };
	const outcome =
		sort === "gebiete"
			? await renameArea(world, { ...naming, areaId: id })
			: await renameTopic(world, { ...naming, topicId: id });
	return outcome.done ? onward(list) : again(form.typed, outcome.refusals);
});

/** One area or topic: what uses it, its name, and its end with what takes its place. */
export default function ManageTerm({ loaderData, actionData }: Route.ComponentProps) {
	const { place, sort, term, others, day } = loaderData;
	const t = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(acts, actionData?.refusals);
	const typed = actionData?.typed;
	const chosen = typed?.successors;
	return (
		<>
			<title>{`${term.name} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/gliederung` }, { label: term.name }]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={term.name} above={term.kind ? t(`areaKinds.${term.kind}`) : t(`sorts.${sort}`)} />
			{term.lastDay && <Alert title={t("one.over", { day: date(term.lastDay) })} />}
			<p>
				{t("list.uses")}: <TermUses uses={term.uses} />
			</p>
			{term.children.length > 0 && <p>{t("one.below", { names: term.children.join(", ") })}</p>}
			<Section id="umbenennen" title={t("one.rename")}>
				<Form hidden={{ act: "rename" }}>
					<TextField
						name="name"
						label={t("list.name")}
						value={typed && "name" in typed ? typedText(typed, "name") : term.name}
						error={problems.at("name")}
					/>
					<Button>{t("one.renameSubmit")}</Button>
				</Form>
			</Section>
			<Section id="beenden" title={t("one.end")} intro={t("one.endText")}>
				{term.uses.length > 0 && <Alert tone="warning" title={t("one.endUsed")} level={3} />}
				<Form hidden={{ act: "end" }}>
					<DateField
						name="lastDay"
						label={t("one.lastDay")}
						value={typed && "lastDay" in typed ? typedText(typed, "lastDay") : (term.lastDay ?? day)}
						error={problems.at("lastDay")}
					/>
					{others.length > 0 && (
						<CheckboxGroup
							name="successors"
							optional
							label={t("one.successors")}
							hint={t("one.successorsHint")}
							values={Array.isArray(chosen) ? chosen : []}
							choices={others.map(({ id, name }) => ({ value: id, label: name }))}
							error={problems.at("successors")}
						/>
					)}
					<Button look="danger">{t("one.endSubmit")}</Button>
				</Form>
			</Section>
		</>
	);
}
