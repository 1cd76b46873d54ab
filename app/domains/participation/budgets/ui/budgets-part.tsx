import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { BudgetsPartData } from "../queries/part.server";
import { VotingWords } from "./rule-words";
import { stateTone } from "./state-tone";

/** The citizens' budgets on the public page of their process: how much, until when, what one can do. */
export function BudgetsPart({ part, path }: { part: BudgetsPartData; path: string }) {
	const t = useText(messages);
	const { money } = useFormat();
	return part.map(({ number, title, state, amountCents, voting, projects }) => (
		<Section
			key={number}
			id={`budget-${number}`}
			title={title}
			aside={<Badge tone={stateTone[state]}>{t(`states.${state}`)}</Badge>}
		>
			<p>{t("part.facts", { amount: money(amountCents), count: projects })}</p>
			<VotingWords voting={voting} />
			<ButtonRow>
				{state === "voting" && (
					<LinkButton href={`${path}/budget/${number}/abstimmen`} label={`${t("page.vote")}: ${title}`}>
						{t("page.vote")}
					</LinkButton>
				)}
				{state === "counted" && (
					<LinkButton href={`${path}/budget/${number}/ergebnis`} label={`${t("page.result")}: ${title}`}>
						{t("page.result")}
					</LinkButton>
				)}
				<LinkButton look="secondary" href={`${path}/budget/${number}`} label={`${t("part.open")}: ${title}`}>
					{t("part.open")}
				</LinkButton>
			</ButtonRow>
		</Section>
	));
}
