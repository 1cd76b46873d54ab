import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { beginDraft } from "../commands/versions.server";
import { messages } from "../messages";
import { type DocumentPage, documentPage } from "../queries/document-pages.server";
import { documentAt } from "../queries/find-document.server";
import { CommentList } from "../ui/comment-list";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { SuggestionFacts, suggestionTones } from "../ui/suggestion-facts";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/document";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	documentPage(world, params),
);

/** Begins the next draft. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await documentAt(world, params);
	const outcome = await beginDraft(world, { documentId: id });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/texte/${params.document}/schreiben`);
});

type Work = NonNullable<DocumentPage["work"]>;

/** A text of a group: its draft with all remarks for those who work on it, its versions for everybody. */
export default function DocumentRoute({ loaderData: document, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	const path = `${textsPath(document)}/${document.code}`;
	const { work } = document;
	return (
		<>
			<title>{`${document.title} – ${document.group.name}`}</title>
			<DocumentCrumbs head={document} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={document.title}
				above={document.group.name}
				state={
					work && (
						<Badge tone={document.draftOpen ? "info" : "neutral"}>
							{`${t("draft", { number: String(document.draft) })}: ${t(`states.${document.draftOpen ? "open" : "closed"}`)}`}
						</Badge>
					)
				}
			>
				{work && <Acts document={document} work={work} path={path} />}
			</PageTitle>
			{work ? (
				<Columns asideLabel={t("versions.title")} aside={<Versions document={document} path={path} />}>
					<Draft document={document} work={work} path={path} />
					<Suggestions work={work} path={path} />
					<Comments work={work} path={path} />
				</Columns>
			) : (
				<Versions document={document} path={path} />
			)}
		</>
	);
}

function Acts({ document, work, path }: { document: DocumentPage; work: Work; path: string }) {
	const t = useText(workMessages);
	return (
		<ButtonRow>
			{document.draftOpen && (
				<LinkButton href={`${path}/schreiben`}>{t(work.may.write ? "page.write" : "page.watch")}</LinkButton>
			)}
			{!document.draftOpen && work.may.run && (
				<Form inline>
					<Button>{t("page.next")}</Button>
				</Form>
			)}
			{work.may.remark && (
				<LinkButton look="secondary" href={`${path}/anmerken`}>
					{t("page.remark")}
				</LinkButton>
			)}
			{document.draftOpen && work.may.run && (
				<LinkButton look="secondary" href={`${path}/festhalten`}>
					{t("page.freeze")}
				</LinkButton>
			)}
			{work.may.run && (
				<LinkButton look="tertiary" href={`${path}/rechte`}>
					{t("page.rights")}
				</LinkButton>
			)}
		</ButtonRow>
	);
}

function Draft({ document, work, path }: { document: DocumentPage; work: Work; path: string }) {
	const t = useText(workMessages);
	const { dateTime } = useFormat();
	const { returned, writers, blocks } = work;
	const isEmpty = blocks.every(({ words }) => words === "");
	return (
		<Section id="entwurf" title={t("page.draft")}>
			{!document.draftOpen && <Alert title={t("page.closed", { number: String(document.draft) })} />}
			{returned && (
				<Alert title={t("page.returned")}>
					<p>{t("page.returnedText", { heard: returned.heard, taken: returned.takenCount })}</p>
					{returned.about && (
						<p>
							{t("page.returnedFrom")} <a href={returned.about.href}>{returned.about.title}</a>
						</p>
					)}
					{returned.taken.length > 0 && (
						<ul>
							{returned.taken.map(({ id, title, href }) => (
								<li key={id}>
									<a href={href}>{title}</a>
								</li>
							))}
						</ul>
					)}
				</Alert>
			)}
			<p>
				{t("page.changed", {
					date: dateTime(work.changedAt),
					names: writers.length > 0 ? writers.join(", ") : t("page.nobody"),
				})}
			</p>
			{isEmpty ? (
				<p>{t("page.empty")}</p>
			) : (
				<div
					className="gw-document"
					data-island="text-passage"
					data-annotate={work.may.remark ? `${path}/anmerken` : undefined}
					data-label={t("page.remark")}
				>
					{blocks.map(({ index, html }) => (
						<div key={index} className="gw-document__block" id={`absatz-${index + 1}`}>
							<div data-block={String(index)}>
								<RichTextView html={html} />
							</div>
							{work.may.remark && (
								<p className="gw-document__call">
									<a href={`${path}/anmerken?absatz=${index}`} aria-label={`${t("page.remarkHere")} (${index + 1})`}>
										{t("page.remarkHere")}
									</a>
								</p>
							)}
						</div>
					))}
				</div>
			)}
		</Section>
	);
}

function Suggestions({ work, path }: { work: Work; path: string }) {
	const t = useText(workMessages);
	const open = work.suggestions.filter(({ state }) => state === "open");
	const decided = work.suggestions.filter(({ state }) => state !== "open").toReversed();
	return (
		<Section id="vorschlaege" title={t("suggestions.title")}>
			{work.suggestions.length === 0 && <p>{t("suggestions.none")}</p>}
			{[...open, ...decided].map((suggestion) => (
				<Section
					key={suggestion.id}
					id={`vorschlag-${suggestion.id}`}
					level={3}
					title={t("suggestions.by", { number: String(suggestion.number), name: suggestion.author })}
					aside={<Badge tone={suggestionTones[suggestion.state]}>{t(`suggestions.states.${suggestion.state}`)}</Badge>}
				>
					<SuggestionFacts suggestion={suggestion} />
					{suggestion.state === "open" && (
						<p>
							<a href={`${path}/vorschlaege/${suggestion.id}`}>{t("suggestions.open")}</a>
						</p>
					)}
				</Section>
			))}
		</Section>
	);
}

function Comments({ work, path }: { work: Work; path: string }) {
	const t = useText(workMessages);
	return (
		<Section id="anmerkungen" title={t("comments.title")}>
			<CommentList comments={work.comments} path={path} />
		</Section>
	);
}

function Versions({ document, path }: { document: DocumentPage; path: string }) {
	const t = useText(messages);
	return (
		<Section id="fassungen" title={t("versions.title")}>
			{document.versions.length === 0 ? (
				<p>{t("versions.none")}</p>
			) : (
				<ul>
					{document.versions.map(({ number, frozenAt, reason, isPublic }) => (
						<li key={number}>
							<a href={`${path}/fassungen/${number}`}>{t("version", { number: String(number) })}</a>,{" "}
							<LocalDate value={frozenAt} />
							{document.inside && ` (${t(isPublic ? "versions.public" : "versions.internal")})`}: {reason}
						</li>
					))}
				</ul>
			)}
			{document.versions.length > 1 && (
				<p>
					<a href={`${path}/vergleich`}>{t("versions.compareTwo")}</a>
				</p>
			)}
		</Section>
	);
}
