import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { countHolders, headMailbox } from "../../holders.server";
import { releaseBy } from "../../second-person";
import { checkPoints, openPoints } from "../check";
import { daysOf, isOpen, switches } from "../phase";
import { mayManage, mayManageProcesses, publishingRoles, releaserOf } from "../policy.server";
import { missingParts, stateOf } from "../process";
import { isRecipe, type RecipeKey } from "../recipe";
import { type FoundProcess, processAt } from "./find-process.server";
import { countOpenChecks, frameOf, isBound } from "./frame.server";
import { guidelinesInForce } from "./guidelines.server";

type At = { place: string; process: string };

/** A process for those who work on it. @throws NotFound, Forbidden */
export async function processToManage(view: View, at: At): Promise<FoundProcess> {
	const process = await processAt(view, at);
	demand(mayManage, view.actor, process);
	return process;
}

/** What the head of every staff page of a process shows. */
export function headOf(view: View, process: FoundProcess, place: string) {
	const { id, slug, title, organisation } = process;
	return {
		id,
		slug,
		title,
		state: stateOf(process, view.now),
		place: { slug: place, name: organisation.space?.name ?? organisation.shortName },
		/** Whether the page from which the process is run is for who reads this. */
		mayManage: mayManage(view.actor, process),
	};
}

export type ProcessHead = ReturnType<typeof headOf>;

/** The page from which everything of a process is reached. @throws NotFound, Forbidden */
export async function workOf(view: View, at: At) {
	const process = await processToManage(view, at);
	const [openChecks, bound, guidelines, helps] = await Promise.all([
		countOpenChecks(view, process),
		isBound(view, process),
		guidelinesInForce(view, process.organisationId),
		view.db.processHelp.count({ where: { processId: process.id, endedAt: null } }),
	]);
	const recipe: RecipeKey | null = isRecipe(process.recipe) ? process.recipe : null;
	return {
		...headOf(view, process, at.place),
		recipe,
		missing: process.publishedAt ? 0 : missingParts(frameOf(process, { openChecks, bound }), view.now).length,
		waitsForRelease: process.releaseAskedAt !== null && process.publishedAt === null,
		phases: process.phases.length,
		check: { demanded: guidelines?.checkDemanded === true, open: openChecks },
		helps,
		/** Helpers set up and look after; making further processes is the owner's. */
		may: { own: mayManageProcesses(view.actor, process) },
	};
}

/** The phases of a process with their days, as their pages show them. @throws NotFound, Forbidden */
export async function schedulePage(view: View, at: At) {
	const process = await processToManage(view, at);
	return {
		...headOf(view, process, at.place),
		voteHasBegun: process.firstVoteAt !== null,
		phases: process.phases.map((phase) => ({
			id: phase.id,
			title: phase.title,
			...daysOf(phase),
			switches: switches.filter((name) => phase.switches.includes(name)),
			open: isOpen(phase, view.now),
		})),
	};
}

/** The Beteiligungs-Check as it stands. @throws NotFound, Forbidden */
export async function checkPage(view: View, at: At) {
	const process = await processToManage(view, at);
	const [guidelines, answered] = await Promise.all([
		guidelinesInForce(view, process.organisationId),
		view.db.processCheck.findMany({ where: { processId: process.id } }),
	]);
	return {
		...headOf(view, process, at.place),
		demanded: guidelines?.checkDemanded === true,
		version: guidelines?.version ?? null,
		open: openPoints(process, guidelines, answered).length,
		points: checkPoints.map((point) => {
			const given = answered.find((known) => known.point === point);
			return { point, state: given?.state ?? "", proof: given?.proof ?? "" };
		}),
	};
}

/** The check list before publishing, who may release, and what can be done on that page. @throws NotFound, Forbidden */
export async function publishingPage(view: View, at: At) {
	return publishing(view, await processToManage(view, at), at.place);
}

/** The same for a process that is already found and may be seen: by the head's link. */
export async function publishing(view: View, process: FoundProcess, place: string) {
	const { releaseAskedAt, releaseAskedById, revision, publishedAt, releasedHow } = process;
	const [openChecks, bound, holders, head] = await Promise.all([
		countOpenChecks(view, process),
		isBound(view, process),
		countHolders(view, process.organisationId, publishingRoles),
		headMailbox(view, process.organisationId),
	]);
	const asked = releaseAskedAt && releaseAskedById ? { releaseAskedAt, preparedById: releaseAskedById } : null;
	return {
		...headOf(view, process, place),
		revision,
		publishedAt,
		releasedHow,
		missing: missingParts(frameOf(process, { openChecks, bound }), view.now),
		hasPreview: process.previewTokenHash !== null,
		release: asked ? releaseBy(releaserOf(view.actor, process), { ...asked, holders, now: view.now }) : null,
		/** Only where fewer than two people could release each other's work. */
		mayorCan: holders < 2 && head !== null,
		may: { own: mayManageProcesses(view.actor, process) },
	};
}
