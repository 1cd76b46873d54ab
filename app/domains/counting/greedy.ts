import type { GreedyRule } from "./budget-rule.ts";
import { type Candidate, type Election, prepare } from "./election.ts";
import type { Exact } from "./exact.ts";
import { tieBreaker } from "./ties.ts";

/** What became of one project when its turn came; amounts in the smallest unit. */
export type GreedyStep = {
	project: string;
	votes: Exact;
	cost: Exact;
	/** Which money was asked: a partial budget, or null for all of it. */
	part: string | null;
	/** What was left before this step. */
	left: Exact;
	outcome: "funded" | "too-expensive" | "list-ended" | "excluded" | "too-few-votes";
	/** The funded project of the same exclusion group. */
	because: string | null;
	/** Projects with the same votes; the tie order decided between them. */
	tiedWith: string[];
};

export type GreedyResult = { method: "greedy"; voters: Exact; funded: string[]; spent: Exact; steps: GreedyStep[] };

/**
 * Greedy by votes: down the list of votes, funding what still fits (participation-practice.md 4.1).
 * @param rule whether what does not fit is skipped, least votes, partial budgets, ties
 * @returns the funded projects in the order of funding, and what became of each project
 * @throws RangeError for an election or a lot that cannot be counted
 */
export function countGreedy(election: Election, rule: GreedyRule): GreedyResult {
	const { voters, candidates } = prepare(election);
	const before = tieBreaker(rule.ties, candidates);
	const list = candidates.toSorted((one, other) =>
		one.votes === other.votes ? before(one, other) : one.votes > other.votes ? -1 : 1,
	);
	const funded: Candidate[] = [];
	const steps: GreedyStep[] = [];
	let spent = 0n;

	/** Goes down a list with an amount; returns what is left of it. */
	function spend(projects: readonly Candidate[], amount: bigint, part: string | null): bigint {
		let left = amount;
		let ended = false;
		for (const candidate of projects) {
			const rival = funded.find(
				({ exclusionGroup }) => exclusionGroup != null && exclusionGroup === candidate.exclusionGroup,
			);
			const outcome =
				candidate.votes < BigInt(rule.leastVotes)
					? "too-few-votes"
					: ended
						? "list-ended"
						: rival
							? "excluded"
							: candidate.cost > left
								? "too-expensive"
								: "funded";
			steps.push({
				project: candidate.id,
				votes: String(candidate.votes),
				cost: String(candidate.cost),
				part,
				left: String(left),
				outcome,
				because: outcome === "excluded" ? (rival?.id ?? null) : null,
				tiedWith: projects
					.filter(({ id, votes }) => id !== candidate.id && votes === candidate.votes)
					.map(({ id }) => id),
			});
			if (outcome === "too-expensive" && !rule.skipping) ended = true;
			if (outcome !== "funded") continue;
			funded.push(candidate);
			left -= candidate.cost;
			spent += candidate.cost;
		}
		return left;
	}

	if (rule.parts) {
		const given = rule.parts.amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
		if (given > election.budget) throw new RangeError("the partial budgets are more than the budget");
		let leftover = election.budget - given;
		for (const { part, amount } of rule.parts.amounts) {
			leftover += spend(
				list.filter((candidate) => candidate.part === part),
				BigInt(amount),
				part,
			);
		}
		const ofNoPart = (candidate: Candidate) => !rule.parts?.amounts.some(({ part }) => part === candidate.part);
		const forAll = rule.parts.leftover === "for-all";
		const remaining = list.filter((candidate) => !funded.includes(candidate) && (forAll || ofNoPart(candidate)));
		spend(remaining, forAll ? leftover : election.budget - given, null);
	} else spend(list, election.budget, null);

	return {
		method: "greedy",
		voters: String(voters),
		funded: funded.map(({ id }) => id),
		spent: String(spent),
		steps,
	};
}
