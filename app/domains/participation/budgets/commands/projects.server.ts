import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayManageBox } from "../../ballots/index.server";
import { contributionById, mayRead } from "../../contributions/index.server";
import { postChoices } from "../../processes/index.server";
import type { Feasibility } from "../budget";
import { mayCheckProject } from "../policy.server";
import { budgetById, type FoundBudget, lockedBudget } from "../queries/find-budget.server";

/** A project on the ballot; amounts in cents, running costs per year. */
export type ProjectInput = {
	title: string;
	summary: string;
	costCents: bigint | null;
	runningCents: bigint | null;
	exclusionGroup: string | null;
	/** The partial budget it is paid from. */
	part: string | null;
	/** The post that checks whether it can be done. */
	postId: string | null;
};

export type ProjectRefusal = "frozen" | "cost-missing" | "post-unknown" | "part-unknown";
/** As many as a ballot can show; what a place of 100,000 gets fits in. */
const mostProjects = 300;

async function columns(
	world: ActWorld,
	budget: FoundBudget,
	input: ProjectInput,
): Promise<Outcome<ProjectInput, ProjectRefusal>> {
	if (budget.frozenAt) return refused("frozen");
	if (input.costCents !== null && input.costCents <= 0n) return refused("cost-missing", { field: "cost" });
	const parts = budget.ruleChoice.parts?.amounts ?? [];
	if (input.part && !parts.some(({ part }) => part === input.part)) return refused("part-unknown", { field: "part" });
	if (input.postId) {
		const posts = await postChoices(world, budget.organisationId);
		if (!posts.some(({ id }) => id === input.postId)) return refused("post-unknown", { field: "postId" });
	}
	return done(input);
}

async function add(world: ActWorld, budget: FoundBudget, input: ProjectInput, contributionId: string | null) {
	const last = await world.db.budgetProject.aggregate({ where: { budgetId: budget.id }, _max: { number: true } });
	const id = newId(world.now);
	const number = (last._max.number ?? 0) + 1;
	await world.db.budgetProject.create({
		data: { ...input, id, budgetId: budget.id, number, contributionId, createdAt: world.now },
	});
	world.record({
		type: "participation.budget-project.added",
		subject: { kind: "budget-project", id },
		ownerId: budget.organisationId,
		facts: { budget: budget.id, number },
	});
	return { id, number };
}

/** Puts a project of the staff on the ballot. Refused when the rule is frozen. @returns its number */
export const addProject = command(
	"participation.add-budget-project",
	async (
		world: ActWorld,
		{ budgetId, ...input }: ProjectInput & { budgetId: string },
	): Promise<Outcome<{ id: string; number: number }, ProjectRefusal | "too-many">> => {
		const budget = await lockedBudget(world, budgetId);
		demand(mayManageBox, world.actor, budget.process);
		const values = await columns(world, budget, input);
		if (!values.done) return values;
		if (budget.projects.length >= mostProjects) return refused("too-many");
		return done(await add(world, budget, values.value, null));
	},
);

/**
 * Takes published contributions of the process up as projects; title and text are taken over, the price comes with the
 * check. Those that are taken up already are passed over. Refused when frozen, and when nothing is left to take up.
 * @returns how many were taken up
 */
export const takeUpContributions = command(
	"participation.take-up-in-budget",
	async (
		world: ActWorld,
		{ budgetId, contributionIds }: { budgetId: string; contributionIds: string[] },
	): Promise<Outcome<number, "frozen" | "nothing-chosen" | "too-many">> => {
		const budget = await lockedBudget(world, budgetId);
		demand(mayManageBox, world.actor, budget.process);
		if (budget.frozenAt) return refused("frozen");
		const taken = new Set(budget.projects.map(({ contributionId }) => contributionId));
		const ids = [...new Set(contributionIds)].filter((id) => !taken.has(id));
		if (ids.length === 0) return refused("nothing-chosen");
		if (budget.projects.length + ids.length > mostProjects) return refused("too-many");
		for (const contributionId of ids) {
			const contribution = await contributionById(world, contributionId);
			const isReadable = contribution.publishedAt !== null && mayRead(world.actor, contribution) === "text";
			if (contribution.processId !== budget.processId || !isReadable) throw new NotFound();
			const { id } = await add(
				world,
				budget,
				{
					title: contribution.title,
					summary: contribution.excerpt.slice(0, 2000),
					costCents: null,
					runningCents: null,
					exclusionGroup: null,
					part: null,
					postId: null,
				},
				contributionId,
			);
			await link(world, {
				from: { kind: "contribution", id: contributionId },
				relation: "taken-up-by",
				to: { kind: "budget-project", id },
			});
		}
		return done(ids.length);
	},
);

/** Changes what stands on the ballot about a project. Refused when the rule is frozen. */
export const changeProject = command(
	"participation.change-budget-project",
	async (world: ActWorld, { id, ...input }: ProjectInput & { id: string }): Promise<Outcome<null, ProjectRefusal>> => {
		const { budget } = await projectById(world, id);
		demand(mayManageBox, world.actor, budget.process);
		const values = await columns(world, await lockedBudget(world, budget.id), input);
		if (!values.done) return values;
		await world.db.budgetProject.update({ where: { id }, data: values.value });
		world.record({
			type: "participation.budget-project.changed",
			subject: { kind: "budget-project", id },
			ownerId: budget.organisationId,
			facts: { budget: budget.id, costCents: input.costCents === null ? null : String(input.costCents) },
		});
		return done(null);
	},
);

/**
 * Says whether a project can be done, what it costs, and why. Done by who manages the process or holds the post that was
 * asked. Refused when the rule is frozen, and a feasible project without a price.
 */
export const checkProject = command(
	"participation.check-budget-project",
	async (
		world: ActWorld,
		input: {
			id: string;
			feasibility: Exclude<Feasibility, "open">;
			reason: string;
			costCents: bigint | null;
			runningCents: bigint | null;
		},
	): Promise<Outcome<null, "frozen" | "cost-missing">> => {
		const { id, feasibility, reason } = input;
		const { budget, project } = await projectById(world, id);
		demand(mayCheckProject, world.actor, { process: budget.process, postId: project.postId });
		if ((await lockedBudget(world, budget.id)).frozenAt) return refused("frozen");
		const isPriced = input.costCents !== null && input.costCents > 0n;
		if (feasibility === "feasible" && !isPriced) return refused("cost-missing", { field: "cost" });
		await world.db.budgetProject.update({
			where: { id },
			data: {
				feasibility,
				feasibilityReason: reason,
				costCents: isPriced ? input.costCents : null,
				runningCents: input.runningCents,
				checkedById: personIdOf(world.actor),
				checkedAt: world.now,
			},
		});
		world.record({
			type: "participation.budget-project.checked",
			subject: { kind: "budget-project", id },
			ownerId: budget.organisationId,
			facts: { budget: budget.id, feasibility, costCents: isPriced ? String(input.costCents) : null },
			postId: project.postId,
		});
		return done(null);
	},
);

/** A project with its budget, for acts that know its id; the caller asks the policy. @throws NotFound */
async function projectById(world: ActWorld, id: string) {
	const row = await world.db.budgetProject.findUnique({ where: { id }, select: { budgetId: true } });
	if (!row) throw new NotFound();
	const budget = await budgetById(world, row.budgetId);
	const project = budget.projects.find((one) => one.id === id);
	if (!project) throw new NotFound();
	return { budget, project };
}
