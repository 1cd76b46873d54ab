import type { EqualSharesRule } from "./budget-rule.ts";
import { type Candidate, type Election, prepare } from "./election.ts";
import { compareRatios, type Exact, exactly, greatestDivisor, type Ratio } from "./exact.ts";
import { tieBreaker } from "./ties.ts";

/** One project bought by its supporters. Amounts are exact, in the smallest unit. */
export type SharesRound = {
	project: string;
	cost: Exact;
	/** Voters who gave it a vote or points. */
	supporters: Exact;
	/** The most that one supporter paid (per point where points count). */
	price: Exact;
	/** Supporters whose money did not reach that far and who paid all they had left. */
	paidAllTheyHad: Exact;
	/** What the choice was made by: the largest value of money per supporter's money was taken. */
	score: Exact;
	/** Projects with the same score; the tie order decided between them. */
	tiedWith: string[];
};

/** One value of the share that was tried. */
export type SharesStep = { share: Exact; cost: Exact; funded: number };

export type EqualSharesResult = {
	method: "equal-shares";
	voters: Exact;
	funded: string[];
	spent: Exact;
	votes: Record<string, Exact>;
	/** What everybody had to spend in the outcome that counts. */
	share: Exact;
	rounds: SharesRound[];
	/** All shares that were tried, the one that counts last; only the first without Add1. */
	steps: SharesStep[];
	/** Why it ended. */
	ended: "one-count" | "all-fit" | "nothing-more-fits" | "next-too-expensive" | "all-funded" | "nobody-voted";
	/** The next share, which would have cost more than the budget. */
	tooExpensive: SharesStep | null;
	/** Projects funded from what was left, by votes (only with "add1u"). */
	completed: string[];
	/** Projects that were not funded although they have votes: what their supporters had left together. */
	leftOut: {
		project: string;
		cost: Exact;
		votes: Exact;
		supportersHadLeft: Exact;
		reason: "too-few-votes" | "excluded" | "supporters-lack-money";
	}[];
};

/** Where a long count stands: the share that is tried now, and what the last one cost. */
export type SharesProgress = { step: number; share: Exact; cost: Exact };

type Prepared = {
	weights: bigint[];
	candidates: Candidate[];
	/** Position of each candidate's supporters, and the weight each of them pays by. */
	factor: (candidate: Candidate) => bigint;
	weightOf: (points: bigint) => bigint;
	before: ReturnType<typeof tieBreaker>;
};

type Run = { rounds: SharesRound[]; funded: Candidate[]; cost: bigint; money: bigint[]; denominator: bigint };

/**
 * Method of Equal Shares with its completions, step by step (participation-practice.md 4.2, 4.3): everybody gets the same
 * share; what gives its supporters most for their money is bought, they pay as evenly as possible. Add1 raises the share
 * by one unit of currency at a time, from the whole units of budget ÷ voters; not monotone, so no step is left out.
 * @returns a generator that yields where it stands before each further share, and returns the result
 * @throws RangeError for an election or a lot that cannot be counted
 */
export function* equalSharesSteps(
	election: Election,
	rule: EqualSharesRule,
): Generator<SharesProgress, EqualSharesResult> {
	const { voters, weights, candidates: all } = prepare(election);
	const before = tieBreaker(rule.ties, all);
	const { budget, unit } = election;
	const hasEnough = ({ votes }: Candidate) => votes > 0n && votes >= BigInt(rule.leastVotes);
	const candidates = all.filter(hasEnough);
	const prepared: Prepared = {
		weights,
		candidates,
		factor: ({ cost }) => (rule.utility === "cost" ? cost : 1n),
		weightOf: (points) => (rule.utility === "points" ? points : 1n),
		before,
	};
	const total = candidates.reduce((sum, { cost }) => sum + cost, 0n);
	const groups = candidates.flatMap(({ exclusionGroup }) => exclusionGroup ?? []);
	const allFit = rule.completion !== "none" && total <= budget && new Set(groups).size === groups.length;

	const finish = (
		run: Run,
		share: Ratio,
		steps: SharesStep[],
		ended: EqualSharesResult["ended"],
		tooExpensive: SharesStep | null = null,
	): EqualSharesResult => {
		const completed = rule.completion === "add1u" ? byVotes(run, candidates, budget, before) : [];
		const funded = [...run.funded, ...completed];
		return {
			method: "equal-shares",
			voters: String(voters),
			funded: funded.map(({ id }) => id),
			spent: String(funded.reduce((sum, { cost }) => sum + cost, 0n)),
			votes: Object.fromEntries(all.map(({ id, votes }) => [id, String(votes)])),
			share: exactly(share),
			rounds: run.rounds,
			steps,
			ended,
			tooExpensive,
			completed: completed.map(({ id }) => id),
			leftOut: all
				.filter((candidate) => candidate.votes > 0n && !funded.includes(candidate))
				.map((candidate) => ({
					project: candidate.id,
					cost: String(candidate.cost),
					votes: String(candidate.votes),
					supportersHadLeft: exactly({
						numerator: moneyOf(candidate, run.money, weights),
						denominator: run.denominator,
					}),
					reason: !hasEnough(candidate)
						? "too-few-votes"
						: isExcluded(candidate, funded)
							? "excluded"
							: "supporters-lack-money",
				})),
		};
	};

	const nothing: Run = { rounds: [], funded: [], cost: 0n, money: weights.map(() => 0n), denominator: 1n };
	if (voters === 0n) return finish(nothing, { numerator: 0n, denominator: 1n }, [], "nobody-voted");
	const exactShare = { numerator: budget, denominator: voters };
	if (allFit) {
		const funded = candidates.toSorted((one, other) =>
			one.votes === other.votes ? before(one, other) : one.votes > other.votes ? -1 : 1,
		);
		return finish({ ...nothing, funded, cost: total }, exactShare, [], "all-fit");
	}
	let share: Ratio =
		rule.completion === "none" ? exactShare : { numerator: (budget / (voters * unit)) * unit, denominator: 1n };
	let run = buy(prepared, share);
	const steps = [stepOf(share, run)];
	if (rule.completion === "none") return finish(run, share, steps, "one-count");
	for (;;) {
		const open = candidates.filter((one) => !run.funded.includes(one) && !isExcluded(one, run.funded));
		if (open.length === 0) return finish(run, share, steps, "all-funded");
		if (rule.stop === "exhaustive" && open.every(({ cost }) => run.cost + cost > budget)) {
			return finish(run, share, steps, "nothing-more-fits");
		}
		const next: Ratio = { numerator: share.numerator + unit, denominator: 1n };
		yield { step: steps.length, share: exactly(next), cost: String(run.cost) };
		const tried = buy(prepared, next);
		if (tried.cost > budget) return finish(run, share, steps, "next-too-expensive", stepOf(next, tried));
		[share, run] = [next, tried];
		steps.push(stepOf(share, run));
	}
}

function stepOf(share: Ratio, run: Run): SharesStep {
	return { share: exactly(share), cost: String(run.cost), funded: run.funded.length };
}

function isExcluded({ exclusionGroup }: Candidate, funded: readonly Candidate[]): boolean {
	return exclusionGroup != null && funded.some((one) => one.exclusionGroup === exclusionGroup);
}

function moneyOf({ supporters }: Candidate, money: readonly bigint[], weights: readonly bigint[]): bigint {
	return supporters.reduce((sum, { ballot }) => sum + (money[ballot] ?? 0n) * (weights[ballot] ?? 0n), 0n);
}

/** What was left is spent by votes: utilitarian completion. */
function byVotes(
	run: Run,
	candidates: readonly Candidate[],
	budget: bigint,
	before: ReturnType<typeof tieBreaker>,
): Candidate[] {
	const added: Candidate[] = [];
	let spent = run.cost;
	const list = candidates
		.filter((candidate) => !run.funded.includes(candidate))
		.toSorted((one, other) => (one.votes === other.votes ? before(one, other) : one.votes > other.votes ? -1 : 1));
	for (const candidate of list) {
		if (spent + candidate.cost > budget || isExcluded(candidate, [...run.funded, ...added])) continue;
		added.push(candidate);
		spent += candidate.cost;
	}
	return added;
}

/** A candidate that its supporters can pay: `rest` is shared by `weight`, after the poorer have paid all they have. */
type Offer = { candidate: Candidate; rest: bigint; weight: bigint; score: Ratio };

/**
 * One count with a fixed share. All money stands over one denominator, which grows with each purchase, so that no amount
 * is ever rounded. A score can only sink as money is spent: the last known one is a bound, and only candidates whose bound
 * reaches the best offer are looked at again.
 */
function buy({ weights, candidates, factor, weightOf, before }: Prepared, share: Ratio): Run {
	let denominator = share.denominator;
	let money = weights.map(() => share.numerator);
	const rounds: SharesRound[] = [];
	const funded: Candidate[] = [];
	let waiting = candidates.map((candidate) => ({
		candidate,
		payers: candidate.supporters.map(({ ballot, points }) => ({ ballot, weight: weightOf(points) })),
		bound: {
			numerator:
				factor(candidate) *
				candidate.supporters.reduce((sum, { ballot, points }) => sum + weightOf(points) * (weights[ballot] ?? 0n), 0n),
			denominator: candidate.cost,
		} as Ratio,
	}));

	function offerFor({ candidate, payers }: (typeof waiting)[number]): Offer | null {
		let rest = candidate.cost * denominator;
		if (moneyOf(candidate, money, weights) < rest) return null;
		let weight = 0n;
		for (const payer of payers) weight += payer.weight * (weights[payer.ballot] ?? 0n);
		let open = payers;
		for (;;) {
			// Whoever has less than the even part pays all of it; the others' part grows, so once poorer is always poorer.
			const [asked, among] = [rest, weight];
			const even = (asked + among - 1n) / among;
			const able = open.filter((payer) => {
				const has = money[payer.ballot] ?? 0n;
				const isAble = payer.weight === 1n ? has >= even : has * among >= asked * payer.weight;
				if (!isAble) {
					const many = weights[payer.ballot] ?? 0n;
					rest -= has * many;
					weight -= payer.weight * many;
				}
				return isAble;
			});
			if (able.length === open.length) break;
			open = able;
		}
		return {
			candidate,
			rest,
			weight,
			score: { numerator: factor(candidate) * weight * denominator, denominator: rest },
		};
	}

	for (;;) {
		waiting.sort((one, other) => compareRatios(other.bound, one.bound));
		const unable = new Set<Candidate>();
		let best: Offer[] = [];
		for (const entry of waiting) {
			const [leader] = best;
			if (leader && compareRatios(entry.bound, leader.score) < 0) break;
			const offer = offerFor(entry);
			if (!offer) {
				unable.add(entry.candidate);
				continue;
			}
			entry.bound = offer.score;
			const order = leader ? compareRatios(offer.score, leader.score) : 1;
			if (order > 0) best = [offer];
			else if (order === 0) best.push(offer);
		}
		best.sort((one, other) => before(one.candidate, other.candidate));
		const [chosen, ...equals] = best;
		if (!chosen) break;
		const { candidate, rest, weight } = chosen;
		const divisor = greatestDivisor(rest, weight);
		const [grow, pay] = [weight / divisor, rest / divisor];
		let supporters = 0n;
		let paidAll = 0n;
		const paid = new Map<number, bigint>();
		for (const { ballot, points } of candidate.supporters) {
			const has = money[ballot] ?? 0n;
			const left = has * grow - pay * weightOf(points);
			supporters += weights[ballot] ?? 0n;
			if (left < 0n) paidAll += weights[ballot] ?? 0n;
			paid.set(ballot, left > 0n ? left : 0n);
		}
		rounds.push({
			project: candidate.id,
			cost: String(candidate.cost),
			supporters: String(supporters),
			price: exactly({ numerator: rest, denominator: weight * denominator }),
			paidAllTheyHad: String(paidAll),
			score: exactly(chosen.score),
			tiedWith: equals.map((offer) => offer.candidate.id),
		});
		money = money.map((has, ballot) => paid.get(ballot) ?? has * grow);
		denominator *= grow;
		funded.push(candidate);
		waiting = waiting.filter(
			(entry) =>
				entry.candidate !== candidate && !unable.has(entry.candidate) && !isExcluded(entry.candidate, [candidate]),
		);
	}
	return { rounds, funded, cost: funded.reduce((sum, { cost }) => sum + cost, 0n), money, denominator };
}
