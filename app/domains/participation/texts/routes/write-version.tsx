import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { readRichTexts } from "../../rich-text-field.server";
import { writeVersion } from "../commands/write-version.server";
import { versionForm } from "../forms";
import { versionToWrite } from "../queries/managed-texts.server";
import { staffMessages } from "../staff-messages";
import { textLimits } from "../text";
import { StaffCrumbs, staffTextPath } from "../ui/staff-crumbs";
import type { Route } from "./+types/write-version";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	text: await versionToWrite(world, params),
	kept: await keptForm(world, request),
	isSaved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await versionToWrite(world, params);
	const form = await readForm(request, versionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const texts = readRichTexts(form.value, { body: {} });
	if (!texts.done) return again(form.typed, texts.refusals);
	const { note, revision } = form.value;
	const outcome = await writeVersion(world, { textId: id, revision, note, body: texts.value.body });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/texte/${params.text}/fassung?gespeichert`);
});

export default function WriteVersion({ loaderData: { text, kept, isSaved }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const path = staffTextPath(text);
	const { inWork } = text;
	const typed = actionData?.typed ?? kept ?? { body: inWork?.body ?? "", note: inWork?.note ?? "" };
	const title = inWork ? t("write.title", { number: String(inWork.number) }) : t("write.none");
	return (
		<>
			<title>{`${title} – ${text.title}`}</title>
			<StaffCrumbs head={text} here={title} />
			<ErrorSummary errors={errors} />
			{isSaved && !actionData && <Alert tone="success" title={t("write.saved")} live />}
			<PageTitle title={title} above={text.title} lead={inWork ? t("write.lead") : undefined} />
			{inWork ? (
				<Form draftKey={`text:${text.code}`} hidden={{ revision: String(inWork.revision) }}>
					<TextArea
						name="body"
						label={t("write.body")}
						hint={t("write.bodyHint")}
						value={textOf(typed.body)}
						error={at("body")}
						rows={24}
						richText
					/>
					{!text.first && (
						<TextArea
							name="note"
							label={t("write.note")}
							hint={t("write.noteHint")}
							value={textOf(typed.note)}
							error={at("note")}
							rows={3}
							maxLength={textLimits.noteMost}
						/>
					)}
					<ButtonRow>
						<Button>{t("write.save")}</Button>
						{inWork.body !== "" && (
							<LinkButton look="secondary" href={`${path}/veroeffentlichen`}>
								{t("write.toPublish")}
							</LinkButton>
						)}
					</ButtonRow>
				</Form>
			) : (
				<p>
					<a href={path}>{text.title}</a>
				</p>
			)}
		</>
	);
}
