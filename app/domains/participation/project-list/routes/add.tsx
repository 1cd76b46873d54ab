import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { World } from "~/platform/world.server";
import { addProject } from "../commands/add-project.server";
import { addForm, detailsFrom } from "../forms";
import { messages } from "../messages";
import { stages } from "../project";
import { newProject } from "../queries/managed-projects.server";
import { staffMessages } from "../staff-messages";
import { ProjectFields, textIn } from "../ui/project-fields";
import type { Route } from "./+types/add";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await newProject(world, params.place)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, place } = await newProject(world, params.place);
	const fields = await formFields(request);
	const form = readFields(request, fields, addForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const description = readRichText(fields, "description");
	if (!description.done) return again(form.typed, description.refusals);
	const { stage, ...details } = form.value;
	const outcome = await addProject(world, {
		...detailsFrom(details),
		description: description.value,
		stage,
		organisationId,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/vorhaben/${outcome.value.code}?eingetragen`);
});

export default function Add({ loaderData: { place, posts, processes, kept }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const values: Typed = actionData?.typed ?? kept ?? { stage: "planning" };
	return (
		<>
			<title>{`${t("form.newTitle")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/vorhaben` },
					{ label: t("form.newTitle") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.newTitle")} lead={t("form.newLead")} />
			<Form draftKey={`project:${place.slug}`}>
				<Select
					name="stage"
					label={t("form.stage")}
					value={textIn(values, "stage")}
					error={problems.at("stage")}
					options={stages.map((value) => ({ value, label: words(`stages.${value}`) }))}
				/>
				<ProjectFields values={values} problems={problems} posts={posts} processes={processes} />
				<Button>{t("form.add")}</Button>
			</Form>
		</>
	);
}
