import { countBudget } from "../../app/domains/counting/count-budget.ts";
import type { Election } from "../../app/domains/counting/election.ts";

/** The same numbers in every run. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return state / 2 ** 31;
	};
}

/** Invented voters who tick 3 to 10 of the projects, popular ones more often; 100 euros per voter. */
function electionOf(voters: number, projects: number): Election {
	const next = numbers(7);
	const list = Array.from({ length: projects }, (_, index) => ({
		id: String(index + 1),
		cost: BigInt(Math.ceil((0.05 + next() ** 2) * voters * 10)) * 100n,
	}));
	const ballots = Array.from({ length: voters }, () => {
		const wanted = 3 + Math.floor(next() * 8);
		const points: Record<string, number> = {};
		while (Object.keys(points).length < wanted) points[String(1 + Math.floor(next() ** 2 * projects))] = 1;
		return { points, voters: 1 };
	});
	return { budget: BigInt(voters) * 10_000n, unit: 100n, projects: list, ballots };
}

/** Counts by Equal Shares with Add1: 10,000 voters and 100 projects beside 100 voters. */
export function countingByShares(): string {
	const counted = [100, 10_000].map((voters) => {
		const election = electionOf(voters, 100);
		const started = performance.now();
		const count = countBudget(election, {
			method: "equal-shares",
			ties: { before: ["lower-cost", "more-votes"], lot: election.projects.map(({ id }) => id) },
			leastVotes: 1,
			utility: "cost",
			completion: "add1",
			stop: "exhaustive",
		});
		const steps = count.method === "equal-shares" ? count.steps.length : 0;
		return { voters, seconds: (performance.now() - started) / 1000, steps, funded: count.funded.length };
	});
	const [small, large] = counted;
	if (!small || !large) throw new Error("Nothing was counted.");
	const words = counted.map(
		({ voters, seconds, steps, funded }) =>
			`${voters} voters ${seconds.toFixed(2)} s (${steps} shares, ${funded} funded)`,
	);
	return `Count by Equal Shares with Add1, 100 projects: ${words.join(", ")}; ${(large.seconds / small.seconds).toFixed(1)} ×`;
}
