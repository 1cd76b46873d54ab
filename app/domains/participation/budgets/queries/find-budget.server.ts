import { z } from "zod";
import { budgetRule } from "~/domains/counting";
import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { lastMomentFor, nextOpeningFor } from "../../processes/index";
import { type FoundProcess, processAt, processById } from "../../processes/index.server";
import { ballotKinds, electorates, feasibilities, methods, stateOf, stops } from "../budget";
import { isVotingOpen } from "../policy.server";

/** What the database holds as JSON; it was checked when it was stored, so anything else is a broken house. */
const storedChoice = z.object({ method: z.enum(methods), stop: z.enum(stops), leastVotes: z.int().min(0) });
export const storedPoints = z.record(z.string(), z.int().min(1));

const include = {
	projects: { orderBy: { number: "asc" }, include: { post: { select: { label: true } } } },
	count: { select: { startedAt: true, finishedAt: true, step: true, voters: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

function rowOf(
	view: Pick<View, "db">,
	where: { id: string } | { processId_position: { processId: string; position: number } },
) {
	return view.db.budget.findUnique({ where, include });
}

function found(row: Row, process: FoundProcess, now: Date) {
	const voting = {
		isOpen: isVotingOpen(process, row, now),
		from: nextOpeningFor(process.phases, "vote", now),
		until: lastMomentFor(process.phases, "vote"),
	};
	const projects = row.projects.map((project) => ({
		...project,
		feasibility: z.enum(feasibilities).parse(project.feasibility),
	}));
	return {
		...row,
		ballot: z.enum(ballotKinds).parse(row.ballot),
		electorate: z.enum(electorates).parse(row.electorate),
		ruleChoice: storedChoice.parse(row.ruleChoice),
		rule: row.rule === null ? null : budgetRule.parse(row.rule),
		projects,
		process,
		voting,
		state: stateOf({ frozenAt: row.frozenAt, countedAt: row.count?.finishedAt ?? null }, voting, now),
	};
}

export type FoundBudget = ReturnType<typeof found>;

/** Where a budget is: its process, and its number there. */
export type BudgetAddress = { place: string; process: string; budget: string };

/** A budget by its address, as far as this reader may see its process. @throws NotFound */
export async function budgetAt(view: View, at: BudgetAddress): Promise<FoundBudget> {
	if (!/^[1-9]\d{0,3}$/.test(at.budget)) throw new NotFound();
	const process = await processAt(view, at);
	const row = await rowOf(view, { processId_position: { processId: process.id, position: Number(at.budget) } });
	if (!row) throw new NotFound();
	return found(row, process, view.now);
}

/** A budget by its id, for acts that already know it; the caller asks the policy. @throws NotFound */
export async function budgetById(view: Pick<View, "db" | "now">, id: string): Promise<FoundBudget> {
	const row = await rowOf(view, { id });
	if (!row) throw new NotFound();
	return found(row, await processById(view, row.processId), view.now);
}

/** The voter of a ballot paper with the budget it belongs to. @throws NotFound when the secret opens nothing */
export async function paperBy(view: Pick<View, "db" | "now">, token: string) {
	const voter = await view.db.budgetVoter.findUnique({ where: { tokenHash: hashToken(token) } });
	if (!voter) throw new NotFound();
	return { voter, budget: await budgetById(view, voter.budgetId) };
}

/** What can be voted for: projects that can be done, number → cents. */
export function pricesOf(budget: Pick<FoundBudget, "projects">): Map<string, bigint> {
	return new Map(
		budget.projects.flatMap(({ feasibility, number, costCents }) =>
			feasibility === "feasible" && costCents !== null ? [[String(number), costCents] as const] : [],
		),
	);
}
