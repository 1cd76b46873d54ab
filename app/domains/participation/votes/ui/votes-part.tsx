import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages as ballotMessages } from "../../ballots/messages";
import { BoxStateBadge, VotingWords } from "../../ballots/ui/box-words";
import { messages } from "../messages";
import type { VotesPartData } from "../queries/part.server";
import { Paragraphs } from "./vote-words";

/** The votes on the public page of their process: the options, until when, what one can do. */
export function VotesPart({ part, path }: { part: VotesPartData; path: string }) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	return part.map(({ number, title, intro, state, options, ...box }) => (
		<Section key={number} id={`abstimmung-${number}`} title={title} aside={<BoxStateBadge state={state} />}>
			<Paragraphs text={intro} />
			<p>{t("part.options", { count: options.length })}</p>
			<ul>
				{options.map((option) => (
					<li key={option}>{option}</li>
				))}
			</ul>
			<VotingWords box={{ ...box, state }} />
			<ButtonRow>
				{state === "voting" && (
					<LinkButton href={`${path}/abstimmung/${number}/abstimmen`} label={`${b("voting.vote")}: ${title}`}>
						{b("voting.vote")}
					</LinkButton>
				)}
				{state === "counted" && (
					<LinkButton href={`${path}/abstimmung/${number}/ergebnis`} label={`${b("voting.result")}: ${title}`}>
						{b("voting.result")}
					</LinkButton>
				)}
				<LinkButton look="secondary" href={`${path}/abstimmung/${number}`} label={`${t("part.open")}: ${title}`}>
					{t("part.open")}
				</LinkButton>
			</ButtonRow>
		</Section>
	));
}
