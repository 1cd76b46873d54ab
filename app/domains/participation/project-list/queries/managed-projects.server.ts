import { pointText } from "~/domains/organisations";
import { placeOf } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import { demand } from "~/platform/policy";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { postChoices } from "../../processes/index.server";
import { storedText } from "../../stored-text.server";
import { mayManageProjects, mayPublishProjects } from "../policy.server";
import { nextStages, participations, requestState, stages, storedWord, usualThreshold } from "../project";
import { managedProject } from "./find-project.server";
import { dayText } from "./project-list.server";

const pageSize = 50;

/** One page of the organisation's list for those who keep it; `due`: only entries that want a look, oldest first. */
export async function managedProjects(view: View, at: { place: string; page: number; due: boolean }) {
	const { organisationId, name, slug } = await placeOf(view, at.place);
	demand(mayManageProjects, view.actor, { organisationId });
	const [rules, rows] = await Promise.all([
		view.db.projectListRules.findUnique({ where: { organisationId }, select: { threshold: true } }),
		view.db.listedProject.findMany({
			where: { organisationId, ...(at.due && { reviewDueOn: { lte: today(view.now) } }) },
			orderBy: [{ reviewDueOn: { sort: "asc", nulls: "last" } }, { id: "desc" }],
			skip: (Math.max(1, at.page) - 1) * pageSize,
			take: pageSize + 1,
			select: {
				id: true,
				code: true,
				title: true,
				stage: true,
				participation: true,
				revision: true,
				publishedAt: true,
				confirmedAt: true,
				reviewDueOn: true,
				reachedAt: true,
				requestAnsweredAt: true,
				responsiblePost: { select: { label: true } },
				_count: { select: { wishes: true } },
			},
		}),
	]);
	return {
		place: { name, slug },
		organisationId,
		threshold: rules?.threshold ?? usualThreshold,
		more: rows.length > pageSize,
		projects: rows.slice(0, pageSize).map(({ responsiblePost, _count, reviewDueOn, ...row }) => {
			const stage = storedWord(stages, row.stage);
			const participation = storedWord(participations, row.participation);
			return {
				code: row.code,
				title: row.title,
				stage,
				participation,
				revision: row.revision,
				isPublic: row.publishedAt !== null,
				responsible: responsiblePost?.label ?? null,
				confirmedAt: row.confirmedAt,
				due: reviewDueOn !== null && reviewDueOn <= today(view.now),
				reviewDueOn: reviewDueOn && dayText(reviewDueOn),
				wishes: _count.wishes,
				request: requestState({ ...row, stage, participation }, view.now),
			};
		}),
		may: { publish: mayPublishProjects(view.actor, { organisationId }) },
	};
}

/** What the form of a project can choose from. */
async function choices(view: View, organisationId: string) {
	const [posts, processes] = await Promise.all([
		postChoices(view, organisationId),
		view.db.process.findMany({
			where: { organisationId, binnedAt: null },
			orderBy: [{ createdAt: "desc" }, { id: "desc" }],
			take: 100,
			select: { id: true, title: true },
		}),
	]);
	return { posts, processes };
}

/** What the page of a new project shows. @throws NotFound, Forbidden, SignInNeeded */
export async function newProject(view: View, place: string) {
	const { organisationId, name, slug } = await placeOf(view, place);
	demand(mayManageProjects, view.actor, { organisationId });
	return { organisationId, place: { name, slug }, ...(await choices(view, organisationId)) };
}

/** "123450" → "1234,50": what the field reads back. */
function amountText(cents: bigint | null): string {
	if (cents === null) return "";
	const digits = cents.toString().padStart(3, "0");
	return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** The page of one project for those who keep the list: its form, its stages, its request. @throws NotFound, Forbidden */
export async function managePage(view: View, at: { place: string; code: string }) {
	const project = await managedProject(view, at);
	const wishes = await view.db.participationWish.count({ where: { projectId: project.id } });
	const { latitude, longitude } = project;
	const values: Record<string, string> = {
		title: project.title,
		summary: project.summary,
		description: project.description === null ? "" : markdownFromRichText(storedText(project.description)),
		place: project.place,
		point: latitude !== null && longitude !== null ? pointText({ latitude, longitude }) : "",
		timeFrame: project.timeFrame,
		cost: amountText(project.costCents),
		yearly: amountText(project.yearlyCents),
		payer: project.payer ?? "",
		goal: project.goal ?? "",
		responsiblePostId: project.responsiblePostId ?? "",
		participation: project.participation,
		participationReason: project.participationReason,
		participationHow: project.participationHow ?? "",
		processId: project.processId ?? "",
		revision: String(project.revision),
	};
	return {
		id: project.id,
		code: project.code,
		title: project.title,
		stage: project.stage,
		next: nextStages(project.stage),
		isPublic: project.publishedAt !== null,
		confirmedAt: project.confirmedAt,
		reviewDueOn: project.reviewDueOn && dayText(project.reviewDueOn),
		due: project.reviewDueOn !== null && project.reviewDueOn <= today(view.now),
		hasProcess: project.processId !== null,
		request: requestState(project, view.now),
		wishes,
		threshold: project.threshold,
		place: { name: project.organisation.space?.name ?? project.organisation.shortName, slug: at.place },
		values,
		...(await choices(view, project.organisationId)),
		may: { publish: mayPublishProjects(view.actor, project) },
	};
}
