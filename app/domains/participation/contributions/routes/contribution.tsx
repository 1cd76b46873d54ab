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
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { AnswerBox } from "../../answers/index";
import { answerFor } from "../../answers/index.server";
import { AnnotatedPassage } from "../../texts/index";
import { annotatedPassage } from "../../texts/index.server";
import { moderationRules } from "../contribution";
import { messages } from "../messages";
import { type ContributionPage, contributionPage } from "../queries/contribution-page.server";
import { useAuthorName } from "../ui/author-name";
import { Pictures } from "../ui/pictures";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/contribution";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const contribution = await contributionPage(world, params.code);
	return {
		contribution,
		answer: (await answerFor(world, [contribution.id])).get(contribution.id) ?? null,
		passage:
			contribution.kind === "annotation" && contribution.shown === "text"
				? await annotatedPassage(world, contribution.id)
				: null,
		url: houseAddress(`/b/${contribution.code}`),
		signedIn: world.actor.kind === "person",
	};
});

export default function Contribution({ loaderData }: Route.ComponentProps) {
	const { contribution, answer, passage, url, signedIn } = loaderData;
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { process } = contribution;
	const numbered = t("numbered", { number: String(contribution.number ?? "") });
	const title =
		contribution.shown === "text"
			? contribution.title
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
						{contribution.shown === "text" && <Facts contribution={contribution} />}
						<p>
							<a href={`/werdegang/contribution/${contribution.id}`}>{t("page.trace")}</a>
						</p>
						<QrCode url={url} label={t("page.permanent")} />
					</>
				}
			>
				<ModerationWords contribution={contribution} />
				{contribution.shown === "text" && (
					<>
						{passage && <AnnotatedPassage passage={passage} />}
						<RichTextView html={contribution.html} />
						<Pictures pictures={contribution.pictures} />
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

function Facts({ contribution }: { contribution: ContributionPage & { shown: "text" } }) {
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
				{ term: t("receipt.reference"), value: contribution.code },
			]}
		/>
	);
}

/** Why something is not to be read, and what a review found. */
function ModerationWords({ contribution }: { contribution: ContributionPage }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { rule, reviewedAt, reversedAt } = contribution.moderation;
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
			{contribution.support === "possible" && !signedIn && <p>{t("page.signInToSupport")}</p>}
		</Section>
	);
}
