import { Fragment } from "react";
import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextArea } from "~/design/text-area";
import { TextDifference } from "~/design/text-difference";
import { TextPair } from "~/design/text-pair";
import { personIdOf } from "~/platform/actor";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { differenceOf } from "~/platform/passages/words";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { writeDraft } from "../commands/documents.server";
import { documentField } from "../document-field.server";
import { writeForm } from "../forms";
import { flushLiveDraft } from "../live/the-live-drafts.server";
import { livePath } from "../live-path";
import { messages } from "../messages";
import { draftToWrite } from "../queries/document-pages.server";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/write-draft";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	document: await draftToWrite(world, params),
	mayConnect: personIdOf(world.actor) !== null && !new URL(request.url).searchParams.has("einfach"),
	kept: await keptForm(world, request),
	isSaved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await draftToWrite(world, params);
	const form = await readForm(request, writeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const body = documentField(form.value);
	if (!body.done) return again(form.typed, body.refusals);
	await flushLiveDraft(id);
	const outcome = await writeDraft(world, { documentId: id, revision: form.value.revision, body: body.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { place, group, document } = params;
	return onward(`/o/${place}/arbeitskreise/${group}/texte/${document}/schreiben?gespeichert`);
});

/**
 * Writes in the draft: a plain form, which live editing replaces where the browser can. When somebody else was faster both
 * texts stand side by side, and the form holds what was typed.
 */
export default function WriteDraft({ loaderData, actionData }: Route.ComponentProps) {
	const { document, mayConnect, kept, isSaved } = loaderData;
	const t = useText(workMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const mine = typedText(typed, "body", document.markdown);
	const conflict = actionData?.refusals.some(({ code }) => code === "changed-meanwhile") ?? false;
	const title = t(document.may.write ? "write.title" : "write.watch", { number: String(document.draft) });
	const path = `${textsPath(document)}/${document.code}`;
	return (
		<>
			<title>{`${title} – ${document.title}`}</title>
			<DocumentCrumbs head={document} last={title} />
			<ErrorSummary errors={errors} />
			{isSaved && !actionData && <Alert tone="success" title={t("write.saved")} live />}
			<PageTitle title={title} above={document.title} lead={document.may.write ? t("write.lead") : undefined} />
			{conflict && (
				<Section id="vergleich" title={t("write.conflict")}>
					<TextPair
						sides={[
							{ title: t("write.theirs"), children: <PlainLines text={document.markdown} /> },
							{ title: t("write.yours"), children: <PlainLines text={mine} /> },
						]}
					/>
					<h3>{t("write.difference")}</h3>
					<p>{t("write.differenceText")}</p>
					<TextDifference
						pieces={differenceOf(document.markdown, mine)}
						words={{ removed: t("suggestions.removed"), added: t("suggestions.added"), end: t("suggestions.end") }}
					/>
				</Section>
			)}
			{document.draftOpen && mayConnect && !actionData && !kept && <Live document={document} />}
			{document.may.write && document.draftOpen ? (
				<div id="formular">
					<Form draftKey={`draft:${path}`} hidden={{ revision: String(document.revision) }}>
						<TextArea
							name="body"
							label={t("write.body")}
							hint={t("write.bodyHint")}
							value={mine}
							error={at("body")}
							rows={24}
							richText={actionData || kept ? true : undefined}
							optional
						/>
						<ButtonRow>
							<Button>{t("write.save")}</Button>
						</ButtonRow>
					</Form>
				</div>
			) : (
				<div id="formular">
					<RichTextView html={document.html} />
				</div>
			)}
			<p>
				<a href={path}>{t("write.back")}</a>
			</p>
		</>
	);
}

/** Where the live editor is built; without scripts there is nothing of it. It takes the place of `#formular`. */
function Live({ document }: { document: Route.ComponentProps["loaderData"]["document"] }) {
	const t = useText(workMessages);
	return (
		<div
			data-island="live-draft"
			data-address={livePath}
			data-document={document.id}
			data-writes={document.may.write ? "yes" : undefined}
			data-label={t("write.body")}
			data-fallback="formular"
			hidden
		>
			{document.may.write && (
				<p>
					<a href="?einfach">{t("write.plain")}</a>
				</p>
			)}
		</div>
	);
}

/** Markdown as it was typed. */
function PlainLines({ text }: { text: string }) {
	return (
		<p>
			{text.split("\n").map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server and never reordered
				<Fragment key={index}>
					{index > 0 && <br />}
					{line}
				</Fragment>
			))}
		</p>
	);
}
