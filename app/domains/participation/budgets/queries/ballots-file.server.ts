import { writePabulib } from "~/domains/counting";
import { dayOf } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { fewestPublished } from "../../ballots/ballot";
import { ballotsOf, mayReadResult } from "../../ballots/index.server";
import { type BudgetAddress, budgetAt, storedPoints } from "./find-budget.server";
import { resultPage } from "./result-page.server";

export const ballotFormats = ["pb", "csv", "json"] as const;
export type BallotFormat = (typeof ballotFormats)[number];

/**
 * The published ballots: receipt and choice, in the order of the random receipts; nothing about voters or times.
 * @throws NotFound before the count, and when there are so few that people could be told apart
 */
export async function ballotsFile(view: View, at: BudgetAddress, format: BallotFormat): Promise<string> {
	const budget = await budgetAt(view, at);
	const counting = await view.db.ballotCounting.findUnique({ where: { boxId: budget.id } });
	if (!budget.rule || !mayReadResult(view.actor, budget.process, counting, view.now)) throw new NotFound();
	const ballots = await ballotsOf(view, budget.id);
	if (ballots.length < fewestPublished) throw new NotFound();
	const votes = ballots.map(({ receipt, choice }) => ({ voter: receipt, points: storedPoints.parse(choice) }));
	if (format === "csv") {
		const rows = votes.flatMap(({ voter, points }) =>
			Object.entries(points).map(([number, value]) => `${voter},${number},${value}`),
		);
		return `${["quittung,vorhaben,punkte", ...rows].join("\r\n")}\r\n`;
	}
	const { count } = await resultPage(view, at);
	const voted = budget.projects.filter(({ feasibility }) => feasibility === "feasible");
	if (format === "json") {
		return JSON.stringify({
			title: budget.title,
			amountCents: String(budget.amountCents),
			ballot: budget.ballot,
			rule: budget.rule,
			lotSeed: budget.lotSeed,
			ruleHash: budget.ruleHash,
			ballotsHash: counting?.ballotsHash,
			projects: voted.map(({ number, title, costCents, exclusionGroup, part }) => ({
				number,
				title,
				costCents: String(costCents),
				exclusionGroup,
				part,
			})),
			ballots: votes.map(({ voter, points }) => ({ receipt: voter, points })),
			funded: count.funded,
		});
	}
	const phases = budget.process.phases.filter(({ switches }) => switches.includes("vote"));
	const moments = phases.flatMap(({ opensAt, closesAt }) => [opensAt.getTime(), closesAt.getTime() - 1]);
	return writePabulib({
		description: budget.title,
		unit: budget.process.organisation.shortName,
		country: "Germany",
		dates: {
			begin: dayOf(new Date(Math.min(...moments))).toString(),
			end: dayOf(new Date(Math.max(...moments))).toString(),
		},
		budget: budget.amountCents,
		ballot: budget.ballot,
		rule: budget.rule,
		projects: voted.map(({ number, title, costCents, exclusionGroup, part }) => ({
			id: String(number),
			name: title,
			cost: costCents ?? 0n,
			exclusionGroup,
			part,
			votes: votes.reduce((sum, { points }) => sum + BigInt(points[String(number)] ?? 0), 0n),
			isSelected: count.funded.includes(String(number)),
		})),
		votes,
	});
}
