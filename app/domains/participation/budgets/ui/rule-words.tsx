import { useFormat, useText } from "~/platform/i18n";
import { messages as ballotMessages } from "../../ballots/messages";
import { messages } from "../messages";
import type { BudgetHead } from "../queries/budget-page.server";

/** How it will be counted, in sentences. */
export function RuleWords({ budget, hasGroups }: { budget: BudgetHead; hasGroups: boolean }) {
	const t = useText(messages);
	const { money } = useFormat();
	const { choice } = budget;
	const raises = choice.method === "shares-add1" || choice.method === "shares-add1u";
	return (
		<ul>
			<li>{t(`rules.${choice.method}`)}</li>
			{raises && <li>{t(`rules.stops.${choice.stop}`)}</li>}
			<li>{t("rules.least", { count: choice.leastVotes })}</li>
			{choice.parts && (
				<li>
					{t("rules.parts")}
					<ul>
						{choice.parts.amounts.map(({ part, amount }) => (
							<li key={part}>
								{part}: {money(BigInt(amount))}
							</li>
						))}
					</ul>
					{t(`rules.leftover.${choice.parts.leftover}`)}
				</li>
			)}
			{hasGroups && <li>{t("rules.groups")}</li>}
			<li>{t("rules.ties")}</li>
		</ul>
	);
}

/** What may stand on a ballot, and who has one. */
export function BallotWords({ budget }: { budget: BudgetHead }) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const { money } = useFormat();
	const { ballot, pointsPerVoter, mostProjects, withinAmount, amountCents, electorate } = budget;
	return (
		<ul>
			{ballot === "approval" ? (
				<li>{t("page.approval", { most: mostProjects ?? 0 })}</li>
			) : (
				<li>{t("page.points", { points: pointsPerVoter ?? 0 })}</li>
			)}
			{ballot === "points" && mostProjects !== null && <li>{t("page.pointsMost", { most: mostProjects })}</li>}
			<li>{t(withinAmount ? "page.within" : "page.notWithin", { amount: money(amountCents) })}</li>
			<li>{b("voting.who", { who: b(`electorates.${electorate}`) })}</li>
		</ul>
	);
}
