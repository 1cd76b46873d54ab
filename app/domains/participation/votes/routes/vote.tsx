import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as ballotMessages } from "../../ballots/messages";
import { BoxCrumbs } from "../../ballots/ui/box-crumbs";
import { BoxStateBadge, LotWords, ResultNote, Secrecy, VotingWords } from "../../ballots/ui/box-words";
import { messages } from "../messages";
import { votePage } from "../queries/vote-pages.server";
import { Paragraphs, VoteBallotWords, VoteRuleWords } from "../ui/vote-words";
import type { Route } from "./+types/vote";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	votePage(world, params),
);

export default function Vote({ loaderData: vote }: Route.ComponentProps) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const { dateLong } = useFormat();
	const { frozen } = vote;
	return (
		<>
			<title>{`${vote.title} – ${vote.process.title}`}</title>
			<BoxCrumbs box={vote} />
			<PageTitle title={vote.title} above={vote.process.title} state={<BoxStateBadge state={vote.state} />}>
				<Paragraphs text={vote.intro} />
				<VotingWords box={vote} />
				<ButtonRow>
					{vote.state === "voting" && <LinkButton href={`${vote.path}/abstimmen`}>{b("voting.vote")}</LinkButton>}
					{vote.electorate === "letter" && vote.options.length > 0 && vote.state !== "counted" && (
						<LinkButton look="secondary" href={`${vote.path}/bogen`}>
							{b("sheet.print")}
						</LinkButton>
					)}
					{vote.state === "counted" && <LinkButton href={`${vote.path}/ergebnis`}>{b("voting.result")}</LinkButton>}
					{vote.may.manage && (
						<LinkButton look="secondary" href={vote.managed}>
							{t("page.manage")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{vote.isCounting && <Alert title={t("page.counting")} />}
			{vote.state === "counted" && <ResultNote note={vote.note} />}
			<Section id="varianten" title={t("page.options")}>
				{vote.options.length === 0 && <p>{t("page.empty")}</p>}
				{vote.options.map(({ number, title, text }) => (
					<article key={number} className="gw-flow">
						<h3>{t("paper.number", { number: String(number), title })}</h3>
						<Paragraphs text={text} />
					</article>
				))}
			</Section>
			<Section id="stimmzettel" title={t("page.ballotTitle")}>
				<VoteBallotWords vote={vote} />
			</Section>
			<Section
				id="regel"
				title={b("frozen.rule")}
				intro={frozen ? b("frozen.since", { date: dateLong(frozen.at) }) : b("frozen.notYet")}
			>
				<VoteRuleWords vote={vote} />
				{frozen && <LotWords frozen={frozen} />}
			</Section>
			<Secrecy />
		</>
	);
}
