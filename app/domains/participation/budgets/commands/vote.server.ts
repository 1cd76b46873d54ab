import { type ActWorld, command } from "~/platform/act.server";
import { formatFor, type Locale } from "~/platform/i18n";
import { type Outcome, type Refusal, refused } from "~/platform/outcome";
import type { Choice } from "../../ballots/ballot";
import {
	type CastingRefusal,
	castDraft,
	enterPaperBallot,
	keepDraft,
	type PaperRefusal,
	type PaperState,
	secret,
	settlePaperBallot,
} from "../../ballots/index.server";
import { type BallotProblem, ballotProblems } from "../budget";
import { budgetById, type FoundBudget, paperBy, pricesOf } from "../queries/find-budget.server";

type SaveRefusal = "voting-closed" | "already-voted" | "project-unknown";

/** Keeps what was ticked so far (`keepDraft`). Refused too for a project that is not on the ballot. */
export const saveDraft = command(
	"participation.save-ballot-draft",
	async (
		world: ActWorld,
		{ token, points }: { token: string; points: Choice },
	): Promise<Outcome<null, SaveRefusal>> => {
		const paper = await paperBy(world, token);
		const prices = pricesOf(paper.budget);
		if (Object.keys(points).some((number) => !prices.has(number))) return refused("project-unknown");
		return keepDraft(world, paper, points);
	},
	secret,
);

export type CastRefusal = CastingRefusal | BallotProblem["code"];

/** Casts the ballot for good (`castDraft`). @returns the receipt */
export const castBallot = command(
	"participation.cast-ballot",
	async (
		world: ActWorld,
		{ token, seen }: { token: string; seen: Choice },
	): Promise<Outcome<{ receipt: string }, CastRefusal>> => {
		const paper = await paperBy(world, token);
		return castDraft(world, paper, { seen, problems: problemsOf(world.locale, paper.budget) });
	},
	secret,
);

/** Types in a paper ballot of a budget, twice by two people (`enterPaperBallot`). */
export const typeInPaper = command(
	"participation.type-in-budget-paper",
	async (
		world: ActWorld,
		{ budgetId, code, points }: { budgetId: string; code: string; points: Choice },
	): Promise<Outcome<{ state: PaperState }, PaperRefusal | BallotProblem["code"]>> => {
		const budget = await budgetById(world, budgetId);
		return enterPaperBallot(world, budget, { code, choice: points, problems: problemsOf(world.locale, budget) });
	},
);

/** Decides between two entries of a paper ballot (`settlePaperBallot`). */
export const settlePaper = command(
	"participation.settle-budget-paper",
	async (world: ActWorld, input: { budgetId: string; id: string; right: "first" | "second" | "neither" }) =>
		settlePaperBallot(world, await budgetById(world, input.budgetId), input),
);

const problemsOf = (locale: Locale, budget: FoundBudget) => (points: Choice) =>
	refusalsOf(locale, ballotProblems(budget, pricesOf(budget), points));

/** Problems of a ballot as refusals, with amounts as people read them. */
export function refusalsOf(locale: Locale, problems: readonly BallotProblem[]): Refusal<BallotProblem["code"]>[] {
	return problems.map((problem) =>
		problem.code === "ballot-too-expensive"
			? { code: problem.code, values: { over: formatFor(locale).money(problem.values.over) } }
			: problem,
	);
}
