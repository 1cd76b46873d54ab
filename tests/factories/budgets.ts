import { openPaper } from "~/domains/participation/ballots/commands/open-paper.server";
import { freezeBudget } from "~/domains/participation/budgets/commands/freeze.server";
import { addProject, checkProject } from "~/domains/participation/budgets/commands/projects.server";
import { addBudget, type BudgetSettings, changeBudget } from "~/domains/participation/budgets/commands/set-up.server";
import { castBallot, saveDraft } from "~/domains/participation/budgets/commands/vote.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

/** Switches voting on in the first phase of a process, for processes whose recipe knows no vote. */
export async function withVoting(world: World, processId: string): Promise<void> {
	await world.db.phase.updateMany({
		where: { processId, position: 0 },
		data: { title: "Abstimmen", switches: ["vote"] },
	});
}

type ProjectWanted = {
	title: string;
	summary?: string;
	euros: number;
	running?: number;
	group?: string;
	part?: string;
};

/** A budget with checked projects in a process, by who manages the process; frozen where it says so. */
export async function budget(
	world: World,
	wanted: {
		processId: string;
		settings?: Partial<BudgetSettings>;
		projects: readonly ProjectWanted[];
		frozen?: boolean;
	},
): Promise<{ id: string; position: number }> {
	const made = must(await addBudget(world, { processId: wanted.processId }));
	must(
		await changeBudget(world, {
			id: made.id,
			title: "Bürgerhaushalt",
			amountCents: 6_000_000n,
			ballot: "approval",
			pointsPerVoter: null,
			mostProjects: null,
			withinAmount: false,
			electorate: "mail",
			paperDays: 0,
			rule: { method: "shares-add1", stop: "exhaustive", leastVotes: 1 },
			...wanted.settings,
		}),
	);
	for (const { title, summary, euros, running, group, part } of wanted.projects) {
		const costs = {
			costCents: BigInt(euros) * 100n,
			runningCents: running === undefined ? null : BigInt(running) * 100n,
		};
		const { id } = must(
			await addProject(world, {
				...costs,
				budgetId: made.id,
				title,
				summary: summary ?? `${title}: was gebaut wird und wem es nützt.`,
				exclusionGroup: group ?? null,
				part: part ?? null,
				postId: null,
			}),
		);
		must(
			await checkProject(world, {
				...costs,
				id,
				feasibility: "feasible",
				reason: "Geprüft: kann in diesem Jahr gebaut werden.",
			}),
		);
	}
	if (wanted.frozen ?? true) must(await freezeBudget(world, { id: made.id }));
	return made;
}

/** The ballot of the person who is the world's actor, cast. @returns the receipt */
export async function vote(
	world: World,
	{ budgetId, points }: { budgetId: string; points: Record<string, number> },
): Promise<string> {
	const { token } = must(await openPaper(world, { boxId: budgetId }));
	must(await saveDraft(world, { token, points }));
	return must(await castBallot(world, { token, seen: points })).receipt;
}
