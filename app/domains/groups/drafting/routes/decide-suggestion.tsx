import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { decideSuggestion, withdrawSuggestion } from "../commands/suggestions.server";
import { documentLimits } from "../document";
import { decideForm } from "../forms";
import { flushLiveDraft } from "../live/the-live-drafts.server";
import { messages } from "../messages";
import { suggestionPage } from "../queries/document-pages.server";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { SuggestionFacts, suggestionTones } from "../ui/suggestion-facts";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/decide-suggestion";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await suggestionPage(world, { ...params, suggestion: givenId(params.suggestion) }),
	isSent: new URL(request.url).searchParams.has("gesendet"),
	isDecided: new URL(request.url).searchParams.has("entschieden"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const suggestionId = givenId(params.suggestion);
	const { id: documentId } = await suggestionPage(world, { ...params, suggestion: suggestionId });
	const form = await readForm(request, decideForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, decision } = form.value;
	await flushLiveDraft(documentId);
	const outcome =
		act === "withdraw"
			? await withdrawSuggestion(world, { documentId, suggestionId })
			: await decideSuggestion(world, { documentId, suggestionId, accept: act === "accept", decision });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { place, group, document } = params;
	return onward(`/o/${place}/arbeitskreise/${group}/texte/${document}/vorschlaege/${suggestionId}?entschieden`);
});

/** A suggestion with what it would change; who may write decides about it. */
export default function DecideSuggestion({ loaderData, actionData }: Route.ComponentProps) {
	const { page, isSent, isDecided, kept } = loaderData;
	const t = useText(workMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { suggestion } = page;
	const title = t("suggestions.by", { number: String(suggestion.number), name: suggestion.author });
	return (
		<>
			<title>{`${title} – ${page.title}`}</title>
			<DocumentCrumbs head={page} last={title} />
			<ErrorSummary errors={errors} />
			{isSent && !actionData && <Alert tone="success" title={t("suggestions.sent")} live />}
			{isDecided && !actionData && <Alert tone="success" title={t("suggestions.done")} live />}
			<PageTitle
				title={title}
				above={page.title}
				state={<Badge tone={suggestionTones[suggestion.state]}>{t(`suggestions.states.${suggestion.state}`)}</Badge>}
			/>
			<SuggestionFacts suggestion={suggestion} />
			{suggestion.state === "open" && page.may.decide && (
				<Section id="entscheiden" title={t("suggestions.decide")}>
					<Form>
						<TextArea
							name="decision"
							label={t("suggestions.decisionField")}
							hint={t("suggestions.decisionHint")}
							value={typedText(actionData?.typed ?? kept, "decision")}
							error={at("decision")}
							rows={3}
							maxLength={documentLimits.reason}
							optional
						/>
						<ButtonRow>
							<Button name="act" value="accept">
								{t("suggestions.accept")}
							</Button>
							<Button name="act" value="reject" look="secondary">
								{t("suggestions.reject")}
							</Button>
						</ButtonRow>
					</Form>
				</Section>
			)}
			{suggestion.state === "open" && suggestion.isMine && (
				<>
					<p>{t("suggestions.ownDecided")}</p>
					<Form inline hidden={{ act: "withdraw" }}>
						<Button look="secondary">{t("suggestions.withdraw")}</Button>
					</Form>
				</>
			)}
			<p>
				<a href={`${textsPath(page)}/${page.code}`}>{t("write.back")}</a>
			</p>
		</>
	);
}
