import { z } from "zod";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { World } from "~/platform/world.server";
import { editMeasure } from "../commands/edit-measure.server";
import { setResponsible } from "../commands/set-responsible.server";
import { detailsFrom, editForm, responsibleForm } from "../forms";
import { messages } from "../messages";
import { managedMeasure } from "../queries/find-measure.server";
import { editPage } from "../queries/managed-measures.server";
import { staffMessages } from "../staff-messages";
import { MeasureFields, textIn } from "../ui/measure-fields";
import { MeasureTabs } from "../ui/measure-tabs";
import { PostChoice } from "../ui/post-choice";
import type { Route } from "./+types/edit";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await editPage(world, params)),
	saved: new URL(request.url).searchParams.has("gespeichert"),
	kept: await keptForm(world, request),
}));

const actOf = z.enum(["details", "responsible"]).catch("details");

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await managedMeasure(world, params);
	const fields = await formFields(request);
	const saved = `/o/${params.place}/verwaltung/massnahmen/${code}/angaben?gespeichert`;
	if (actOf.parse(fields.get("act")) === "responsible") {
		const form = readFields(request, fields, responsibleForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await setResponsible(world, { id, ...form.value });
		return outcome.done ? onward(saved) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, editForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const description = readRichText(fields, "description");
	if (!description.done) return again(form.typed, description.refusals);
	const { revision, ...details } = form.value;
	const outcome = await editMeasure(world, {
		...detailsFrom(details),
		description: description.value,
		id,
		revision,
	});
	return outcome.done ? onward(saved) : again(form.typed, outcome.refusals);
});

export default function Edit({ loaderData, actionData, params }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { code, title, isOver, values, responsible, posts, saved, kept } = loaderData;
	// each form answers with its own fields; the other one shows what is stored
	const typed: Typed = actionData?.typed ?? kept ?? {};
	const answered: Typed = { ...responsible, ...typed };
	const shown: Typed = typed.title === undefined ? values : typed;
	return (
		<>
			<title>{`${t("form.editTitle")} – ${title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("list.title"), href: `/o/${params.place}/verwaltung/massnahmen` },
					{ label: title, href: `/o/${params.place}/verwaltung/massnahmen/${code}` },
					{ label: t("form.editTitle") },
				]}
			/>
			{saved && !actionData && <Alert tone="success" title={t("form.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.editTitle")} above={title} />
			<MeasureTabs place={params.place} code={code} here="edit" isOver={isOver} />
			<Section title={t("form.responsibleTitle")} id="stelle">
				<Form hidden={{ act: "responsible" }}>
					<PostChoice
						name="responsiblePostId"
						label={t("form.responsible")}
						posts={posts}
						value={textIn(answered, "responsiblePostId")}
						error={problems.at("responsiblePostId")}
					/>
					<PostChoice
						name="deputyPostId"
						label={t("form.deputy")}
						posts={posts}
						value={textIn(answered, "deputyPostId")}
						error={problems.at("deputyPostId")}
						empty={t("form.none")}
						optional
					/>
					<Button look="secondary">{t("form.responsibleSave")}</Button>
				</Form>
			</Section>
			<Section title={t("form.editTitle")} id="angaben">
				<Form
					hidden={{ act: "details", revision: textIn(shown, "revision") || textIn(values, "revision") }}
					draftKey={`measure:${code}`}
				>
					<MeasureFields values={shown} problems={problems} />
					<Button>{t("form.save")}</Button>
				</Form>
			</Section>
		</>
	);
}
