import { useText } from "~/platform/i18n";
import { messages as ballotMessages } from "../../ballots/messages";
import { messages } from "../messages";
import type { VoteHead } from "../queries/find-vote.server";

/** How it will be counted, in sentences. */
export function VoteRuleWords({ vote }: { vote: Pick<VoteHead, "settings" | "choice"> }) {
	const t = useText(messages);
	const { kind } = vote.settings;
	return (
		<ul>
			<li>{t(`rules.${kind}`)}</li>
			{kind === "ranking" && <li>{t(`rules.unranked.${vote.choice.unranked}`)}</li>}
			{kind !== "yes-no" && <li>{t(kind === "resistance" ? "rules.tiesResistance" : "rules.ties")}</li>}
		</ul>
	);
}

/** What may stand on a ballot, and who has one. */
export function VoteBallotWords({ vote }: { vote: Pick<VoteHead, "settings" | "electorate"> }) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const { kind, mostOptions, pointsPerVoter } = vote.settings;
	return (
		<ul>
			<li>{t(`ballot.${kind}`, { most: mostOptions ?? 1, points: pointsPerVoter ?? 0 })}</li>
			<li>{b("voting.who", { who: b(`electorates.${vote.electorate}`) })}</li>
		</ul>
	);
}

/** Plain text with its paragraphs. */
export function Paragraphs({ text }: { text: string }) {
	return text.split(/\n+/).map((paragraph) => paragraph.trim() !== "" && <p key={paragraph}>{paragraph}</p>);
}
