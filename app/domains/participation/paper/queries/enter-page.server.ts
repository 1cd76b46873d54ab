import { placeOf } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { type FoundProcess, processAt, worksFor } from "../../processes/index.server";
import { headOf } from "../../processes/queries/process-work.server";
import { formKinds } from "../form-kind";
import { mayEnterPaper, mayWriteLetters, takesPaper } from "../policy.server";
import { countPendingReplies } from "./pending-replies.server";
import { enteredAs, writtenDown } from "./written-down.server";

type At = { place: string; process: string };

/** A process for those who type in what came on paper. @throws NotFound, Forbidden, SignInNeeded */
export async function processForPaper(view: View, at: At): Promise<FoundProcess> {
	const process = await processAt(view, at);
	demand(mayEnterPaper, view.actor, process);
	return process;
}

/** A process for those who take over tables, write letters and call. @throws NotFound, Forbidden, SignInNeeded */
export async function processForLetters(view: View, at: At): Promise<FoundProcess> {
	const process = await processAt(view, at);
	demand(mayWriteLetters, view.actor, process);
	return process;
}

/** Entries that the page shows, so that the number can be written on the card. */
const lastShown = 10;

/** The page on which cards are typed in. @throws NotFound, Forbidden, SignInNeeded */
export async function enterPage(view: View, at: At) {
	const process = await processForPaper(view, at);
	const writes = mayWriteLetters(view.actor, process);
	const [texts, surveys, recent, pending] = await Promise.all([
		takesPaper(process, "annotation", view.now)
			? view.db.processText.findMany({
					where: { processId: process.id, versions: { some: { publishedAt: { not: null } } } },
					orderBy: [{ createdAt: "asc" }, { id: "asc" }],
					select: { id: true, title: true },
				})
			: [],
		view.db.survey.findMany({
			where: { processId: process.id },
			orderBy: { position: "asc" },
			select: { position: true, title: true },
		}),
		view.db.paperEntry.findMany({
			where: { processId: process.id, enteredById: personIdOf(view.actor), importId: null },
			orderBy: [{ enteredAt: "desc" }, { id: "desc" }],
			take: lastShown,
			select: { wish: true, ...enteredAs },
		}),
		writes ? countPendingReplies(view, [process.id]) : null,
	]);
	return {
		...headOf(view, process, at.place),
		categories: process.categories,
		takesIdeas: takesPaper(process, "idea", view.now),
		takesComments: takesPaper(process, "comment", view.now),
		texts,
		surveys,
		recent: recent.map((entry) => ({ wish: entry.wish, ...writtenDown(entry) })),
		pending: pending?.get(process.id) ?? { letters: 0, calls: 0, unsent: 0 },
		may: { letters: writes },
	};
}

/** The processes of a place into which something can be typed in now. @throws NotFound, Forbidden, SignInNeeded */
export async function paperAtPlace(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(worksFor, view.actor, place);
	const rows = await view.db.process.findMany({
		where: { organisationId: place.organisationId, binnedAt: null, archivedAt: null, publishedAt: { lte: view.now } },
		orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
		take: 100,
		select: {
			slug: true,
			title: true,
			publishedAt: true,
			archivedAt: true,
			phases: true,
			surveys: { orderBy: { position: "asc" }, select: { position: true, title: true } },
		},
	});
	return {
		place: { slug, name: place.name },
		processes: rows.flatMap((row) => {
			const takes = formKinds.some((kind) => takesPaper({ ...row, spaceIsOpen: true }, kind, view.now));
			const { slug: process, title, surveys } = row;
			return takes || surveys.length > 0 ? [{ process, title, takes, surveys }] : [];
		}),
	};
}
