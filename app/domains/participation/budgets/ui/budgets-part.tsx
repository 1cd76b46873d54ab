import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages as ballotMessages } from "../../ballots/messages";
import { BoxStateBadge, VotingWords } from "../../ballots/ui/box-words";
import { messages } from "../messages";
import type { BudgetsPartData } from "../queries/part.server";

/** The citizens' budgets on the public page of their process: how much, until when, what one can do. */
export function BudgetsPart({ part, path }: { part: BudgetsPartData; path: string }) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const { money } = useFormat();
	return part.map(({ number, title, state, amountCents, projects, ...box }) => (
		<Section key={number} id={`budget-${number}`} title={title} aside={<BoxStateBadge state={state} />}>
			<p>{t("part.facts", { amount: money(amountCents), count: projects })}</p>
			<VotingWords box={{ ...box, state }} />
			<ButtonRow>
				{state === "voting" && (
					<LinkButton href={`${path}/budget/${number}/abstimmen`} label={`${b("voting.vote")}: ${title}`}>
						{b("voting.vote")}
					</LinkButton>
				)}
				{state === "counted" && (
					<LinkButton href={`${path}/budget/${number}/ergebnis`} label={`${b("voting.result")}: ${title}`}>
						{b("voting.result")}
					</LinkButton>
				)}
				<LinkButton look="secondary" href={`${path}/budget/${number}`} label={`${t("part.open")}: ${title}`}>
					{t("part.open")}
				</LinkButton>
			</ButtonRow>
		</Section>
	));
}
