import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { createArea } from "../commands/areas.server";
import { createTopic } from "../commands/topics.server";
import { areaForm, areaKinds, topicForm } from "../forms";
import { bodiesWithoutArea, managedTerms, sortOf } from "../queries/managed-terms.server";
import { managedPlace } from "../queries/place-start.server";
import { messages } from "../territory-messages";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/create-term";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const sort = sortOf(params.sort);
	const { place, terms } = await managedTerms(world, params.place);
	const bodies = sort === "gebiete" ? await bodiesWithoutArea(world, place.organisationId) : [];
	return { place, sort, parents: terms[sort].map(({ id, name }) => ({ id, name })), bodies };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const sort = sortOf(params.sort);
	const fields = await formFields(request);
	const { organisationId: ownerId, slug } = await managedPlace(world, params.place);
	const form = readFields(request, fields, topicForm);
	const area = sort === "gebiete" ? readFields(request, fields, areaForm) : null;
	if (area && !area.valid) return again(area.typed, area.refusals);
	if (!form.valid) return again(form.typed, form.refusals);
	const { name, parent } = form.value;
	const wanted = { ownerId, name, parentId: parent || null };
	const outcome = area
		? await createArea(world, { ...wanted, kind: area.value.kind, bodyId: area.value.body || null })
		: await createTopic(world, wanted);
	if (!outcome.done) return again((area ?? form).typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/gliederung?gespeichert`);
});

export default function CreateTerm({ loaderData, actionData }: Route.ComponentProps) {
	const { place, sort, parents, bodies } = loaderData;
	const t = useText(messages);
	const problems = useProblems(acts, actionData?.refusals);
	const typed = actionData?.typed;
	const title = t(sort === "gebiete" ? "list.createArea" : "list.createTopic");
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/gliederung` }, { label: title }]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} />
			<Form>
				<TextField name="name" label={t("create.name")} value={typedText(typed, "name")} error={problems.at("name")} />
				{sort === "gebiete" && (
					<RadioGroup
						name="kind"
						label={t("create.kind")}
						value={typedText(typed, "kind")}
						error={problems.at("kind")}
						choices={areaKinds.map((value) => ({ value, label: t(`areaKinds.${value}`) }))}
					/>
				)}
				{bodies.length > 0 && (
					<Select
						name="body"
						optional
						label={t("create.body")}
						hint={t("create.bodyHint")}
						empty={t("create.bodyNone")}
						value={typedText(typed, "body")}
						error={problems.at("body")}
						options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
					/>
				)}
				{parents.length > 0 && (
					<Select
						name="parent"
						optional
						label={t("create.above")}
						empty={t("create.aboveNone")}
						value={typedText(typed, "parent")}
						error={problems.at("parent")}
						options={parents.map(({ id, name }) => ({ value: id, label: name }))}
					/>
				)}
				<Button>{title}</Button>
			</Form>
		</>
	);
}
