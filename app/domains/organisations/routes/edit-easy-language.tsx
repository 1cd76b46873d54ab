import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { writeEasyLanguage } from "../commands/furnish-space.server";
import { easyLanguageForm } from "../forms";
import { managedEasyLanguage } from "../queries/taking-part.server";
import { messages } from "../taking-part-messages";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import { messages as work } from "../work-messages";
import type { Route } from "./+types/edit-easy-language";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await managedEasyLanguage(world, params.place)),
	kept: await keptForm(world, request),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const fields = await formFields(request);
	const form = readFields(request, fields, easyLanguageForm);
	const { place } = await managedEasyLanguage(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { organisationId, slug } = place;
	const here = `/o/${slug}/verwaltung/ort/leichte-sprache?gespeichert`;
	if (form.value.act === "house") {
		await writeEasyLanguage(world, { organisationId, text: null });
		return onward(here);
	}
	const text = readRichText(fields, "text", { required: true, characters: 10_000 });
	if (!text.done) return again(form.typed, text.refusals);
	await writeEasyLanguage(world, { organisationId, text: text.value });
	return onward(here);
});

export default function EditEasyLanguage({ loaderData, actionData }: Route.ComponentProps) {
	const { place, markdown, isOwn, kept, saved } = loaderData;
	const t = useText(messages);
	const works = useText(work);
	const problems = useProblems(acts, actionData?.refusals);
	const page = `/o/${place.slug}/leichte-sprache`;
	return (
		<>
			<title>{`${t("edit.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: works("place.title"), href: `/o/${place.slug}/verwaltung/ort` }, { label: t("edit.title") }]}
			/>
			{saved && !actionData && (
				<Alert tone="success" title={t("edit.saved")} live>
					<p>
						<a href={page}>{t("edit.view")}</a>
					</p>
				</Alert>
			)}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("edit.title")} lead={t("edit.lead")} />
			{!isOwn && <p>{t("edit.isHouse")}</p>}
			<Form>
				<TextArea
					name="text"
					richText
					rows={20}
					label={t("edit.field")}
					hint={t("edit.hint")}
					value={typedText(actionData?.typed ?? kept, "text", markdown)}
					error={problems.at("text")}
				/>
				<ButtonRow>
					<Button name="act" value="place">
						{t("edit.submit")}
					</Button>
					{isOwn && (
						<Button name="act" value="house" look="tertiary">
							{t("edit.house")}
						</Button>
					)}
				</ButtonRow>
			</Form>
		</>
	);
}
