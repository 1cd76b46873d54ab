import type { View } from "~/platform/world.server";
import { releaseWays } from "../../second-person";
import { storedHtml } from "../../stored-text.server";
import { daysOf, isOpen, lastMomentFor, nextOpeningFor } from "../phase";
import { isOpenFor, mayManage } from "../policy.server";
import { isPublished, stateOf } from "../process";
import { type FoundProcess, processAt } from "./find-process.server";
import { publicPost } from "./posts.server";

/** Everything the public page of a process shows, except its contributions. @throws NotFound */
export async function processPage(view: View, at: { place: string; process: string; preview: string | null }) {
	return pageOf(view, await processAt(view, at), at.place);
}

/** The same for a process that is already found and may be seen. */
export async function pageOf(view: View, process: FoundProcess, place: string) {
	const { space, shortName } = process.organisation;
	const [responsible, deputy, participating, helping, guidelines] = await Promise.all([
		publicPost(view, process.responsiblePostId),
		publicPost(view, process.deputyPostId),
		view.db.processOrganisation.findMany({
			where: { processId: process.id },
			select: { organisation: { select: { shortName: true, space: { select: { slug: true, openedAt: true } } } } },
		}),
		process.helps.length > 0
			? view.db.organisation.findMany({
					where: { id: { in: process.helps.map(({ helperId }) => helperId) } },
					orderBy: [{ shortName: "asc" }, { id: "asc" }],
					select: { shortName: true },
				})
			: [],
		process.guidelinesId
			? view.db.participationGuidelines.findUnique({ where: { id: process.guidelinesId }, select: { version: true } })
			: null,
	]);
	const state = stateOf(process, view.now);
	return {
		id: process.id,
		code: process.code,
		slug: process.slug,
		title: process.title,
		summary: process.summary,
		state,
		isPreview: !isPublished(process, view.now),
		place: { slug: place, name: space?.name ?? shortName, phone: space?.phone ?? null, email: space?.email ?? null },
		frame: {
			purpose: storedHtml(process.purpose),
			fixed: storedHtml(process.fixedPoints),
			open: storedHtml(process.openQuestions),
			level: process.level,
			decidedBy: process.decidedBy,
			answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
			costCents: process.costCents?.toString() ?? null,
			easyLanguage: process.easyLanguage,
			responsible,
			deputy,
		},
		participating: participating
			.map(({ organisation }) => ({
				name: organisation.shortName,
				href: organisation.space && organisation.space.openedAt <= view.now ? `/o/${organisation.space.slug}` : null,
			}))
			.sort((one, other) => one.name.localeCompare(other.name, "de")),
		phases: process.phases.map((phase) => ({
			title: phase.title,
			...daysOf(phase),
			when:
				// nothing goes on in what is closed for good, also where it was closed before its last day
				state === "archived" || phase.closesAt <= view.now
					? ("over" as const)
					: isOpen(phase, view.now)
						? ("now" as const)
						: ("later" as const),
		})),
		categories: process.categories,
		helpers: helping.map((helper) => helper.shortName),
		guidelines: guidelines?.version ?? null,
		releasedHow: releaseWays.find((way) => way === process.releasedHow) ?? null,
		/** Whether it asks for contributions at all; a survey or a vote alone does not. */
		/** Whether there is a form to fill in by hand, and something that we write down on the telephone. */
		takesPaper: process.phases.some(({ switches }) =>
			["contribute", "annotate", "comment", "survey"].some((name) => switches.includes(name)),
		),
		collects: process.phases.some((phase) => phase.switches.includes("contribute")),
		contributing: {
			open: isOpenFor(process, "contribute", view.now),
			from: nextOpeningFor(process.phases, "contribute", view.now),
			until: lastMomentFor(process.phases, "contribute"),
		},
		may: { manage: mayManage(view.actor, process) },
	};
}

export type ProcessPage = Awaited<ReturnType<typeof processPage>>;
