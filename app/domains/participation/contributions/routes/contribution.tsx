import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { SupportButton } from "~/design/support-button";
import { LocalDate } from "~/design/time";
import { placeMap } from "~/domains/organisations/index.server";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { AnswerBox, AnsweredQuestion } from "../../answers/index";
import { answerFor, answersToQuestions } from "../../answers/index.server";
import { AnnotatedPassage } from "../../texts/index";
import { annotatedPassage } from "../../texts/index.server";
import { commentMessages } from "../comment-messages";
import { isOfflineChannel, moderationRules } from "../contribution";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { concernsBehind } from "../queries/concerns-behind.server";
import { type ContributionPage, contributionPage } from "../queries/contribution-page.server";
import { discussion } from "../queries/discussion.server";
import { JoinedTexts, ModeratorActs, WhatBecameOfText } from "../ui/arranged";
import { useAuthorName } from "../ui/author-name";
import { Discussion } from "../ui/discussion";
import { Pictures } from "../ui/pictures";
import { PlacePicture } from "../ui/place-picture";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/contribution";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const contribution = await contributionPage(world, params.code);
	const page = Number.parseInt(query.get("kommentare") ?? "1", 10) || 1;
	const comments = contribution.shown === "text" ? await discussion(world, contribution.code, page) : null;
	const questions = (comments?.comments ?? []).flatMap((comment) =>
		comment.shown === "text" && comment.isQuestion ? [comment.id] : [],
	);
	return {
		contribution,
		discussion: comments,
		answered: await answersToQuestions(world, questions),
		concerns: contribution.shown === "text" ? await concernsBehind(world, contribution.id) : [],
		map: contribution.shown === "text" && contribution.at ? await placeMap(world, contribution.placeSlug) : null,
		said: saidIn(query),
		answer: (await answerFor(world, [contribution.id])).get(contribution.id) ?? null,
		passage:
			contribution.kind === "annotation" && contribution.shown === "text"
				? await annotatedPassage(world, contribution.id)
				: null,
		url: houseAddress(`/b/${contribution.code}`),
		signedIn: world.actor.kind === "person",
	};
});

/** What an act that led here has to say. */
function saidIn(query: URLSearchParams): "supported" | "commented" | "part-in-use" | null {
	if (query.has("unterstuetzt")) return "supported";
	if (query.has("kommentiert")) return "commented";
	return query.has("bleibt") ? "part-in-use" : null;
}

export default function Contribution({ loaderData }: Route.ComponentProps) {
	const {
		contribution,
		concerns,
		discussion: comments,
		answered,
		answer,
		passage,
		url,
		signedIn,
		map,
		said,
	} = loaderData;
	const t = useText(messages);
	const told = useText(moderationMessages);
	const { dateLong } = useFormat();
	const { process } = contribution;
	const numbered = t("numbered", { number: String(contribution.number ?? "") });
	const title =
		contribution.shown === "text"
			? contribution.title
			: contribution.state === "changed"
				? numbered
				: t(contribution.state === "hidden" ? "page.hiddenTitle" : "page.withdrawnTitle");
	return (
		<>
			<title>{`${title} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: process.placeName, href: process.placeHref },
					{ label: process.title, href: process.href },
					{ label: numbered },
				]}
			/>
			<PageTitle
				title={title}
				above={`${numbered} · ${process.title}`}
				state={
					contribution.shown === "text" && (
						<Badge tone={stateTone[contribution.state]}>{t(`states.${contribution.state}`)}</Badge>
					)
				}
			/>
			<Columns
				asideLabel={t("page.facts")}
				aside={
					<>
						{contribution.shown === "text" && <Facts contribution={contribution} concerns={concerns} />}
						<p>
							<a href={`/werdegang/contribution/${contribution.id}`}>{t("page.trace")}</a>
						</p>
						<QrCode url={url} label={t("page.permanent")} />
					</>
				}
			>
				<Said said={said} />
				<ModerationWords contribution={contribution} />
				{contribution.shown === "text" && (
					<>
						<WhatBecameOfText contribution={contribution} />
						{passage && <AnnotatedPassage passage={passage} />}
						<RichTextView html={contribution.html} />
						<Pictures pictures={contribution.pictures} />
						{map && contribution.at && <PlacePicture map={map} at={contribution.at} words={contribution.place} />}
						<SupportPart contribution={contribution} signedIn={signedIn} />
						{answer ? (
							<AnswerBox answer={answer} id="antwort" />
						) : (
							<Section id="antwort" title={t("page.answer")}>
								<p>
									{process.answeredUntil
										? t("page.noAnswer", { date: dateLong(process.answeredUntil) })
										: t("page.noAnswerYet")}
								</p>
							</Section>
						)}
						<JoinedTexts contribution={contribution} />
						{comments && (
							<Discussion
								discussion={comments}
								code={contribution.code}
								below={({ id, isQuestion }) => isQuestion && <AnsweredQuestion answer={answered[id] ?? null} id={id} />}
								moderationPath={contribution.may.moderate ? `${process.placeHref}/verwaltung/moderation` : null}
							/>
						)}
						<ModeratorActs contribution={contribution} />
						{contribution.state === "published" && !contribution.own && (
							<p>
								<a href={`/b/${contribution.code}/melden`}>{told("report.link")}</a>
							</p>
						)}
					</>
				)}
				{contribution.own && (
					<p>
						<LinkButton look="secondary" href={`/konto/beitraege/${contribution.code}`}>
							{t("receipt.statusTitle")}
						</LinkButton>
					</p>
				)}
			</Columns>
		</>
	);
}

function Facts({
	contribution,
	concerns,
}: {
	contribution: ContributionPage & { shown: "text" };
	concerns: readonly { title: string; href: string }[];
}) {
	const t = useText(messages);
	const nameOf = useAuthorName();
	return (
		<SummaryList
			rows={[
				{ term: t("page.author"), value: nameOf(contribution.author) },
				...(contribution.publishedAt
					? [{ term: t("page.published"), value: <LocalDate value={contribution.publishedAt} long /> }]
					: []),
				...(contribution.category ? [{ term: t("page.category"), value: contribution.category }] : []),
				...(contribution.place ? [{ term: t("page.place"), value: contribution.place }] : []),
				...(isOfflineChannel(contribution.channel)
					? [{ term: t("page.channel"), value: t(`channels.${contribution.channel}`) }]
					: []),
				...(concerns.length > 0
					? [
							{
								term: t("page.concern"),
								value: (
									<ul>
										{concerns.map(({ title, href }) => (
											<li key={href}>
												<a href={href}>{title}</a>
											</li>
										))}
									</ul>
								),
							},
						]
					: []),
				{ term: t("receipt.reference"), value: contribution.code },
			]}
		/>
	);
}

/** The answer to an act that led back to this page. */
function Said({ said }: { said: "supported" | "commented" | "part-in-use" | null }) {
	const t = useText(commentMessages);
	const told = useText(moderationMessages);
	if (!said) return null;
	if (said === "part-in-use") return <Alert tone="warning" title={told("refusals.part-in-use")} live />;
	return <Alert tone="success" title={t(said === "supported" ? "support.counted" : "own.sent")} live />;
}

/** Why something is not to be read, and what a review found. */
function ModerationWords({ contribution }: { contribution: ContributionPage }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { rule, reviewedAt, reversedAt } = contribution.moderation;
	const told = useText(moderationMessages);
	if (contribution.state === "changed") return <Alert title={told("page.waitsAgain")} />;
	if (contribution.state === "withdrawn") return <Alert title={t("page.withdrawn")} />;
	if (contribution.state === "hidden") {
		const known = moderationRules.find((name) => name === rule) ?? "off-topic";
		return (
			<Alert tone="warning" title={t("page.hidden", { rule: t(`rules.${known}`) })}>
				{reviewedAt && <p>{t("page.hiddenReview", { date: dateLong(reviewedAt) })}</p>}
			</Alert>
		);
	}
	return reversedAt ? <Alert title={t("page.reversed", { date: dateLong(reversedAt) })} /> : null;
}

function SupportPart({
	contribution,
	signedIn,
}: {
	contribution: ContributionPage & { shown: "text" };
	signedIn: boolean;
}) {
	const t = useText(messages);
	const told = useText(commentMessages);
	if (contribution.state !== "published") return null;
	const action = `/b/${contribution.code}/unterstuetzung`;
	return (
		<Section id="unterstuetzung" title={t("page.supports")}>
			{contribution.support === "closed" ? (
				<p>{t("list.supports", { count: contribution.supports })}</p>
			) : (
				<SupportButton
					action={action}
					title={contribution.title}
					supported={contribution.support === "given"}
					count={contribution.supports}
				/>
			)}
			{contribution.support === "possible" && !signedIn && (
				<p>
					{t("page.signInToSupport")}
					{contribution.guestsSupport && (
						<>
							{" · "}
							<a href={`/b/${contribution.code}/unterstuetzen`}>{told("support.link")}</a>
						</>
					)}
				</p>
			)}
		</Section>
	);
}
