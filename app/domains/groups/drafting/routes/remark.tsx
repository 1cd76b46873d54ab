import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { addComment } from "../commands/comments.server";
import { suggest } from "../commands/suggestions.server";
import { documentLimits } from "../document";
import { remarkForm } from "../forms";
import { flushLiveDraft } from "../live/the-live-drafts.server";
import { messages } from "../messages";
import { documentToRemark } from "../queries/document-pages.server";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/remark";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const document = await documentToRemark(world, params);
	const search = new URL(request.url).searchParams;
	const asked = (name: string) => (search.get(name) ?? "").slice(0, documentLimits.quote);
	const block = document.blocks.find(({ index }) => String(index) === search.get("absatz"));
	const quote = asked("zitat") || (block?.words ?? "").slice(0, documentLimits.quote);
	return {
		document,
		passage: { quote, before: asked("davor"), after: asked("danach") },
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id: documentId } = await documentToRemark(world, params);
	const form = await readForm(request, remarkForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await flushLiveDraft(documentId);
	const { kind, quote, before, after, body, replacement, onBehalfOf } = form.value;
	if (kind === "suggestion" && quote === "") return again(form.typed, [{ code: "quote-missing", field: "quote" }]);
	const passage = { documentId, quote, before, after };
	const outcome =
		kind === "suggestion"
			? await suggest(world, { ...passage, replacement, reason: body, onBehalfOf: onBehalfOf || null })
			: await addComment(world, { ...passage, body, parentId: null });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const part = kind === "suggestion" ? "vorschlaege" : "anmerkungen";
	const { place, group, document } = params;
	return onward(`/o/${place}/arbeitskreise/${group}/texte/${document}/${part}/${outcome.value.id}?gesendet`);
});

/** Comments on a passage, or suggests other words for it. */
export default function Remark({ loaderData: { document, passage, kept }, actionData }: Route.ComponentProps) {
	const t = useText(workMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string, otherwise = "") => ({ name, value: typedText(typed, name, otherwise), error: at(name) });
	return (
		<>
			<title>{`${t("remark.title")} – ${document.title}`}</title>
			<DocumentCrumbs head={document} last={t("remark.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("remark.title")} above={document.title} />
			<Form
				draftKey={`remark:${textsPath(document)}/${document.code}:${passage.quote.slice(0, 40)}`}
				hidden={{
					before: typedText(typed, "before", passage.before),
					after: typedText(typed, "after", passage.after),
				}}
			>
				<RadioGroup
					{...field("kind", "comment")}
					label={t("remark.kind")}
					choices={[
						{ value: "comment", label: t("remark.comment") },
						{ value: "suggestion", label: t("remark.suggestion") },
					]}
				/>
				<TextArea
					{...field("quote", passage.quote)}
					label={t("remark.quote")}
					hint={t("remark.quoteHint")}
					rows={3}
					maxLength={documentLimits.quote}
					optional
				/>
				<TextArea
					{...field("replacement", passage.quote)}
					label={t("remark.replacement")}
					hint={t("remark.replacementHint")}
					rows={3}
					maxLength={documentLimits.replacement}
					optional
				/>
				<TextArea {...field("body")} label={t("remark.body")} rows={4} maxLength={documentLimits.comment} />
				<TextField
					{...field("onBehalfOf")}
					label={t("remark.behalf")}
					hint={t("remark.behalfHint")}
					maxLength={documentLimits.onBehalf}
					optional
				/>
				<Button>{t("remark.save")}</Button>
			</Form>
		</>
	);
}
