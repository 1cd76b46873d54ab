import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageBox } from "../../ballots/index.server";
import { postChoices, processAt, worksFor } from "../../processes/index.server";
import { isAnyUnplaced } from "../budget";
import { mayCheckProject } from "../policy.server";
import { headOf } from "./budget-page.server";
import { type BudgetAddress, budgetAt, budgetById, pricesOf } from "./find-budget.server";

/** The budgets of a process for the staff. @throws NotFound, Forbidden */
export async function managedBudgets(view: View, at: { place: string; process: string }) {
	const process = await processAt(view, at);
	demand(worksFor, view.actor, process);
	const rows = await view.db.ballotBox.findMany({
		where: { processId: process.id, kind: "budget" },
		orderBy: { position: "asc" },
		take: 50,
		select: { id: true },
	});
	const budgets = await Promise.all(rows.map(({ id }) => budgetById(view, id)));
	return {
		process: { id: process.id, title: process.title, slug: process.slug },
		place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
		budgets: budgets.map((budget) => ({ ...headOf(budget, at.place), projects: budget.projects.length })),
		may: { add: mayManageBox(view.actor, process) },
	};
}

/** A budget as its staff work on it: settings, projects, what is missing before it can be frozen. @throws NotFound, Forbidden */
export async function managedBudget(view: View, at: BudgetAddress) {
	const budget = await budgetAt(view, at);
	const { process } = budget;
	demand(worksFor, view.actor, process);
	const [letters, voted] = await Promise.all([
		view.db.ballotLetterCode.count({ where: { boxId: budget.id } }),
		view.db.ballotVoter.count({ where: { boxId: budget.id, hasVoted: true } }),
	]);
	const mayManage = mayManageBox(view.actor, process);
	const missing = [
		...(budget.amountCents > 0n ? [] : (["amount-missing"] as const)),
		...(budget.projects.some(({ feasibility }) => feasibility === "open") ? (["checks-open"] as const) : []),
		...(pricesOf(budget).size > 0 ? [] : (["no-projects"] as const)),
		...(isAnyUnplaced(budget) ? (["parts-missing"] as const) : []),
		...(budget.electorate === "letter" && letters === 0 ? (["no-letters"] as const) : []),
		...(budget.voting.until === null ? (["no-voting-phase"] as const) : []),
	];
	return {
		...headOf(budget, at.place),
		frozenAt: budget.frozenAt,
		ruleHash: budget.ruleHash,
		counting: budget.count,
		missing,
		letters,
		voted,
		projects: budget.projects.map(({ id, number, title, costCents, feasibility, post, postId }) => ({
			id,
			number,
			title,
			costCents,
			feasibility,
			post: post?.label ?? null,
			mayCheck: budget.frozenAt === null && mayCheckProject(view.actor, { process, postId }),
		})),
		may: { manage: mayManage, change: mayManage && budget.frozenAt === null },
	};
}

/** What the form of the settings needs. @throws NotFound, Forbidden */
export async function budgetForChange(view: View, at: BudgetAddress) {
	const budget = await budgetAt(view, at);
	demand(mayManageBox, view.actor, budget.process);
	return { ...headOf(budget, at.place), isFrozen: budget.frozenAt !== null };
}

/** What the forms of a project need; without a project those of a new one. @throws NotFound, Forbidden */
export async function projectForChange(view: View, at: BudgetAddress & { project?: string }) {
	const budget = await budgetAt(view, at);
	const project = at.project === undefined ? null : budget.projects.find(({ number }) => String(number) === at.project);
	if (project === undefined) throw new NotFound();
	demand(mayManageBox, view.actor, budget.process);
	return { ...headOf(budget, at.place), project, posts: await postChoices(view, budget.organisationId) };
}

/** What whoever checks a project reads. @throws NotFound, Forbidden */
export async function projectForCheck(view: View, at: BudgetAddress & { project: string }) {
	const budget = await budgetAt(view, at);
	const project = budget.projects.find(({ number }) => String(number) === at.project);
	if (!project) throw new NotFound();
	demand(mayCheckProject, view.actor, { process: budget.process, postId: project.postId });
	return { ...headOf(budget, at.place), project };
}

/** Published contributions of the process that are not on the ballot yet, most supported first. @throws NotFound, Forbidden */
export async function contributionsToTakeUp(view: View, at: BudgetAddress) {
	const budget = await budgetAt(view, at);
	demand(mayManageBox, view.actor, budget.process);
	const taken = budget.projects.flatMap(({ contributionId }) => contributionId ?? []);
	const rows = await view.db.contribution.findMany({
		where: {
			processId: budget.processId,
			publishedAt: { not: null },
			hiddenAt: null,
			withdrawnAt: null,
			id: { notIn: taken },
		},
		orderBy: [{ supports: { _count: "desc" } }, { number: "asc" }],
		take: 300,
		select: { id: true, number: true, title: true, code: true, _count: { select: { supports: true } } },
	});
	return {
		...headOf(budget, at.place),
		contributions: rows.map(({ _count, ...row }) => ({ ...row, supports: _count.supports })),
	};
}
