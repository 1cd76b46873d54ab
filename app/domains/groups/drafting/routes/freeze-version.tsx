import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedMany, typedText, typedTick } from "../../ui/typed";
import { freezeVersion } from "../commands/versions.server";
import { freezeForm } from "../forms";
import { flushLiveDraft } from "../live/the-live-drafts.server";
import { messages } from "../messages";
import { draftToFreeze } from "../queries/document-pages.server";
import { CreditChoices } from "../ui/credit-list";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/freeze-version";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { id } = await draftToFreeze(world, params);
	await flushLiveDraft(id);
	return { document: await draftToFreeze(world, params), kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await draftToFreeze(world, params);
	const form = await readForm(request, freezeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await flushLiveDraft(id);
	const { revision, reason, isPublic } = form.value;
	const credits = form.value.credits.map((value) => {
		const [kind = "", subject = ""] = value.split(":");
		return { kind, id: subject };
	});
	const outcome = await freezeVersion(world, {
		documentId: id,
		revision,
		reason,
		isPublic: isPublic === "on",
		credits,
	});
	if (!outcome.done) {
		const refusals = outcome.refusals.map(({ code }) => ({
			code: code === "changed-meanwhile" ? "changed-before-freezing" : code,
		}));
		return again(form.typed, refusals);
	}
	const { place, group, document } = params;
	return onward(`/o/${place}/arbeitskreise/${group}/texte/${document}/fassungen/${outcome.value.number}?festgehalten`);
});

/** Freezes the draft as it stands on this page. */
export default function FreezeVersion({ loaderData: { document, kept }, actionData }: Route.ComponentProps) {
	const t = useText(workMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const title = t("freeze.title", { number: String(document.draft) });
	return (
		<>
			<title>{`${title} – ${document.title}`}</title>
			<DocumentCrumbs head={document} last={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={document.title} lead={t("freeze.lead")} />
			{!document.draftOpen ? (
				<p>
					<a href={`${textsPath(document)}/${document.code}`}>{t("write.back")}</a>
				</p>
			) : (
				<>
					{document.openSuggestions > 0 && (
						<Alert tone="warning" title={t("freeze.open", { count: document.openSuggestions })} />
					)}
					<Section id="wortlaut" title={t("freeze.text")}>
						<RichTextView html={document.html} />
					</Section>
					<Form hidden={{ revision: String(document.revision) }}>
						<TextArea
							name="reason"
							label={t("freeze.reason")}
							hint={t("freeze.reasonHint")}
							value={typedText(typed, "reason")}
							error={at("reason")}
							rows={2}
							maxLength={500}
						/>
						{document.groupIsPublic && (
							<Checkbox
								name="isPublic"
								label={t("freeze.public")}
								checked={typedTick(typed, "isPublic", false)}
								error={at("isPublic")}
								optional
							/>
						)}
						<CreditChoices
							offered={document.credits}
							values={typed ? typedMany(typed, "credits") : document.taken}
							error={at("credits")}
						/>
						<Button>{t("freeze.save")}</Button>
					</Form>
				</>
			)}
		</>
	);
}
