import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { beginTextFromGroup } from "../commands/hand-over.server";
import { takeForm } from "../forms";
import { handOverMessages } from "../hand-over-messages";
import { versionsFromGroups } from "../queries/hand-over.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/take-from-group";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	versionsFromGroups(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { processId } = await versionsFromGroups(world, params);
	const form = await readForm(request, takeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await beginTextFromGroup(world, { processId, versionId: form.value.version });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/texte/${outcome.value.code}`);
});

/** Puts a working group's frozen version up in this process. */
export default function TakeFromGroup({ loaderData, actionData }: Route.ComponentProps) {
	const { place, process, versions } = loaderData;
	const t = useText(handOverMessages);
	const s = useText(staffMessages);
	const { errors, at } = useProblems(handOverMessages, actionData?.refusals);
	const manage = `/o/${place.slug}/verwaltung/beteiligung`;
	return (
		<>
			<title>{`${t("take.title")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: s("crumb"), href: manage },
					{ label: process.title, href: `/o/${place.slug}/beteiligung/${process.slug}` },
					{ label: s("list.title"), href: `${manage}/${process.slug}/texte` },
					{ label: t("take.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("take.title")} above={process.title} lead={t("take.lead")} />
			{versions.length === 0 ? (
				<EmptyState title={t("take.none")} />
			) : (
				<Form>
					<RadioGroup
						name="version"
						label={t("take.version")}
						value={textOf(actionData?.typed.version)}
						error={at("version")}
						choices={versions.map(({ id, number, title, group }) => ({
							value: id,
							label: t("take.one", { title, number: String(number), group }),
						}))}
					/>
					<Button>{t("take.save")}</Button>
				</Form>
			)}
		</>
	);
}
