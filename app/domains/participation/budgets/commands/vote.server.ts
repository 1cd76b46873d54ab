import { randomUUID } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale } from "~/platform/i18n";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { newCode } from "~/platform/tokens.server";
import { type BallotProblem, ballotProblems, type Points, written } from "../budget";
import { paperBy, pricesOf, storedPoints } from "../queries/find-budget.server";

/** Nothing about single ballots stands in the log: it would join voters to ballots by time (architecture.md, audit). */
const secret = { silent: true };

type SaveRefusal = "voting-closed" | "already-voted" | "project-unknown";

/**
 * Keeps what was ticked so far (Zwischenspeichern); it counts only when it is cast, so it may still be too much.
 * Refused when voting is over, the ballot is cast, or a project is not on the ballot.
 */
export const saveDraft = command(
	"participation.save-ballot-draft",
	async (
		world: ActWorld,
		{ token, points }: { token: string; points: Points },
	): Promise<Outcome<null, SaveRefusal>> => {
		const { voter, budget } = await paperBy(world, token);
		if (!budget.voting.isOpen) return refused("voting-closed");
		const prices = pricesOf(budget);
		if (Object.keys(points).some((number) => !prices.has(number))) return refused("project-unknown");
		const { count } = await world.db.budgetVoter.updateMany({
			where: { id: voter.id, hasVoted: false },
			data: { draft: { ...points } },
		});
		return count === 1 ? done(null) : refused("already-voted");
	},
	secret,
);

export type CastRefusal = "voting-closed" | "already-voted" | "ballot-changed" | BallotProblem["code"];

/**
 * Casts the ballot for good: the voter is marked in one conditional update, so that of any number of parallel attempts one
 * counts; the ballot is stored apart from the voter, without time, under a random receipt.
 * @param seen what the voter read on the confirmation page; refused when the draft was changed in another window since
 * @returns the receipt with which the own ballot is found in the published list
 */
export const castBallot = command(
	"participation.cast-ballot",
	async (
		world: ActWorld,
		{ token, seen }: { token: string; seen: Points },
	): Promise<Outcome<{ receipt: string }, CastRefusal>> => {
		const { voter, budget } = await paperBy(world, token);
		if (voter.hasVoted) return refused("already-voted");
		// Voters share the budget's row, the count takes it alone: a ballot is in the count, or refused.
		await world.db.$queryRaw`SELECT 1 FROM budget WHERE id = ${budget.id}::uuid FOR SHARE`;
		const isCounting = (await world.db.budgetCounting.count({ where: { budgetId: budget.id } })) > 0;
		if (!budget.voting.isOpen || isCounting) return refused("voting-closed");
		const points = storedPoints.parse(voter.draft ?? {});
		if (written(points) !== written(seen)) return refused("ballot-changed");
		const problems = ballotProblems(budget, pricesOf(budget), points);
		if (problems.length > 0) return { done: false, refusals: refusalsOf(world.locale, problems) };
		const { count } = await world.db.budgetVoter.updateMany({
			where: { id: voter.id, hasVoted: false },
			data: { hasVoted: true, draft: Prisma.DbNull, codeHash: null, codeExpiresAt: null },
		});
		if (count === 0) return refused("already-voted");
		const receipt = newCode(12);
		await world.db.budgetBallot.create({ data: { id: randomUUID(), budgetId: budget.id, receipt, points } });
		return done({ receipt });
	},
	secret,
);

/** Problems of a ballot as refusals, with amounts as people read them. */
export function refusalsOf(locale: Locale, problems: readonly BallotProblem[]): Refusal<BallotProblem["code"]>[] {
	return problems.map((problem) =>
		problem.code === "ballot-too-expensive"
			? { code: problem.code, values: { over: formatFor(locale).money(problem.values.over) } }
			: problem,
	);
}
