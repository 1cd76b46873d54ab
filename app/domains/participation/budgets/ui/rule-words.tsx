import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { BudgetHead } from "../queries/budget-page.server";

/** How it will be counted, in sentences. */
export function RuleWords({ budget, hasGroups }: { budget: BudgetHead; hasGroups: boolean }) {
	const t = useText(messages);
	const { choice } = budget;
	const raises = choice.method === "shares-add1" || choice.method === "shares-add1u";
	return (
		<ul>
			<li>{t(`rules.${choice.method}`)}</li>
			{raises && <li>{t(`rules.stops.${choice.stop}`)}</li>}
			<li>{t("rules.least", { count: choice.leastVotes })}</li>
			{hasGroups && <li>{t("rules.groups")}</li>}
			<li>{t("rules.ties")}</li>
		</ul>
	);
}

/** What may stand on a ballot, and who has one. */
export function BallotWords({ budget }: { budget: BudgetHead }) {
	const t = useText(messages);
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
			<li>{t("page.who", { who: t(`electorates.${electorate}`) })}</li>
		</ul>
	);
}

/** Until when, from when or since when one can vote. */
export function VotingWords({ voting }: { voting: BudgetHead["voting"] }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	// what closes at midnight is named by the day before it
	const last = voting.until && dateLong(new Date(voting.until.getTime() - 1));
	if (voting.isOpen && last) return <p>{t("page.voteUntil", { date: last })}</p>;
	if (voting.from) return <p>{t("page.voteFrom", { date: dateLong(voting.from) })}</p>;
	return <p>{last ? t("page.voteOver", { date: last }) : t("page.notYet")}</p>;
}
