import { resolutionsAbout } from "~/domains/council/index.server";
import { placeMap } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { publicPost } from "../../processes/index.server";
import { storedHtml } from "../../stored-text.server";
import { mayManageProjects } from "../policy.server";
import { requestState, stages, storedWord } from "../project";
import { type FoundProject, projectByCode } from "./find-project.server";
import { dayText } from "./project-list.server";

async function requestOf(view: View, project: FoundProject) {
	const personId = personIdOf(view.actor);
	const [wishes, own] = await Promise.all([
		view.db.participationWish.count({ where: { projectId: project.id } }),
		personId ? view.db.participationWish.count({ where: { projectId: project.id, personId } }) : 0,
	]);
	return {
		state: requestState(project, view.now),
		wishes,
		own: own > 0,
		threshold: project.reachedWith === null ? project.threshold : Math.min(project.threshold, project.reachedWith),
		answer: project.requestAnswer === "yes" || project.requestAnswer === "no" ? project.requestAnswer : null,
		reason: project.requestReason,
		answeredAt: project.requestAnsweredAt,
	};
}

/** Everything the public page of a project shows. @throws NotFound when it is not there or not for this reader */
export async function projectPage(view: View, code: string) {
	const project = await projectByCode(view, code);
	const { space, shortName } = project.organisation;
	const process = project.processId ? { kind: "process", id: project.processId } : null;
	const hasPoint = project.latitude !== null && project.longitude !== null;
	const [responsible, steps, subjects, request, resolutions, map] = await Promise.all([
		publicPost(view, project.responsiblePostId),
		view.db.projectStep.findMany({
			where: { projectId: project.id },
			orderBy: { position: "asc" },
			select: { stage: true, onDay: true, note: true },
		}),
		resolveSubjects(view, process ? [process] : []),
		requestOf(view, project),
		resolutionsAbout(view, { kind: "project", id: project.id }),
		hasPoint && space ? placeMap(view, space.slug) : null,
	]);
	const asked = process && subjects.get(`${process.kind}:${process.id}`);
	return {
		id: project.id,
		code: project.code,
		title: project.title,
		summary: project.summary,
		descriptionHtml: storedHtml(project.description),
		place: project.place,
		map,
		point:
			project.latitude !== null && project.longitude !== null
				? { latitude: project.latitude, longitude: project.longitude }
				: null,
		timeFrame: project.timeFrame,
		costCents: project.costCents?.toString() ?? null,
		yearlyCents: project.yearlyCents?.toString() ?? null,
		payer: project.payer,
		goal: project.goal,
		stage: project.stage,
		participation: project.participation,
		participationReason: project.participationReason,
		participationHow: project.participationHow,
		process: asked ? { title: asked.title, href: asked.href, state: asked.state } : null,
		responsible,
		isPublic: project.publishedAt !== null,
		confirmedAt: project.confirmedAt,
		steps: steps.map(({ stage, onDay, note }) => ({ stage: storedWord(stages, stage), on: dayText(onDay), note })),
		owner: { name: space?.name ?? shortName, slug: space?.slug ?? "" },
		request,
		resolutions,
		may: { manage: mayManageProjects(view.actor, project) },
	};
}

export type ProjectPage = Awaited<ReturnType<typeof projectPage>>;
