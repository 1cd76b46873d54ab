import { z } from "zod";
import { budgetRule } from "~/domains/counting";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { boxCount, boxKeyAt, foundBox, lockBox, voterBy } from "../../ballots/index.server";
import { type FoundProcess, processById } from "../../processes/index.server";
import { ballotKinds, feasibilities, methods, stops } from "../budget";

/** What the database holds as JSON; it was checked when it was stored, so anything else is a broken house. */
const storedChoice = z.object({
	method: z.enum(methods),
	stop: z.enum(stops),
	leastVotes: z.int().min(0),
	parts: z
		.object({
			amounts: z.array(z.object({ part: z.string(), amount: z.string() })),
			leftover: z.enum(["unspent", "for-all"]),
		})
		.nullish(),
});
/** A ballot of a citizens' budget: what is named has at least one point. */
export const storedPoints = z.record(z.string(), z.int().min(1));

const include = {
	count: boxCount,
	budget: { include: { projects: { orderBy: { number: "asc" }, include: { post: { select: { label: true } } } } } },
} as const satisfies Prisma.BallotBoxInclude;
type Row = Prisma.BallotBoxGetPayload<{ include: typeof include }>;

function found(row: Row, process: FoundProcess, now: Date) {
	const { budget, ...boxRow } = row;
	if (!budget) throw new NotFound();
	const { projects, ...settings } = budget;
	return {
		...foundBox(boxRow, process, now),
		...settings,
		ballot: z.enum(ballotKinds).parse(budget.ballot),
		ruleChoice: storedChoice.parse(row.ruleChoice),
		rule: row.rule === null ? null : budgetRule.parse(row.rule),
		projects: projects.map((project) => ({
			...project,
			feasibility: z.enum(feasibilities).parse(project.feasibility),
		})),
	};
}

export type FoundBudget = ReturnType<typeof found>;

/** Where a budget is: its process, and its number there. */
export type BudgetAddress = { place: string; process: string; budget: string };

/** A budget by its address, as far as this reader may see its process. @throws NotFound */
export async function budgetAt(view: View, at: BudgetAddress): Promise<FoundBudget> {
	const { process, key } = await boxKeyAt(view, { ...at, kind: "budget", position: at.budget });
	const row = await view.db.ballotBox.findUnique({ where: { processId_kind_position: key }, include });
	if (!row) throw new NotFound();
	return found(row, process, view.now);
}

/** A budget by its id, for acts that already know it; the caller asks the policy. @throws NotFound */
export async function budgetById(view: Pick<View, "db" | "now">, id: string): Promise<FoundBudget> {
	const row = await view.db.ballotBox.findUnique({ where: { id }, include });
	if (!row) throw new NotFound();
	return found(row, await processById(view, row.processId), view.now);
}

/** The budget with its row locked until the act is committed, so that freezing and changing never cross. */
export async function lockedBudget(world: Pick<View, "db" | "now">, id: string): Promise<FoundBudget> {
	await lockBox(world, id);
	return budgetById(world, id);
}

/** The voter of a ballot paper with the budget it belongs to. @throws NotFound when the secret opens nothing */
export async function paperBy(view: Pick<View, "db" | "now">, token: string) {
	const voter = await voterBy(view, token);
	const budget = await budgetById(view, voter.boxId);
	return { voter, box: budget, budget };
}

/** What can be voted for: projects that can be done, number → cents. */
export function pricesOf(budget: Pick<FoundBudget, "projects">): Map<string, bigint> {
	return new Map(
		budget.projects.flatMap(({ feasibility, number, costCents }) =>
			feasibility === "feasible" && costCents !== null ? [[String(number), costCents] as const] : [],
		),
	);
}
