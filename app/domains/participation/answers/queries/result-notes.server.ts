import type { View } from "~/platform/world.server";
import { boxPath } from "../../ballots/addresses";

/** One answer to all who took part together: of a survey, a vote or a citizens' budget. */
export type ResultNote = {
	id: string;
	title: string;
	href: string;
	/** Null until it was told. */
	note: { text: string; at: Date } | null;
};

function toldNote({ resultNote, resultToldAt }: { resultNote: string | null; resultToldAt: Date | null }) {
	return resultToldAt && resultNote ? { text: resultNote, at: resultToldAt } : null;
}

/**
 * The result notes of a process, told or still to come: of surveys that somebody answered, and of votes and budgets that
 * were counted and in which somebody voted. The caller has asked for the process.
 */
export async function resultNotes(
	{ db }: Pick<View, "db">,
	process: { id: string; slug: string },
	place: string,
): Promise<ResultNote[]> {
	const [surveys, boxes] = await Promise.all([
		db.survey.findMany({
			where: { processId: process.id, firstAnswerAt: { not: null } },
			orderBy: { position: "asc" },
			take: 50,
			select: { id: true, title: true, code: true, resultNote: true, resultToldAt: true },
		}),
		db.ballotBox.findMany({
			where: { processId: process.id, count: { finishedAt: { not: null }, voters: { gt: 0 } } },
			orderBy: [{ kind: "asc" }, { position: "asc" }],
			take: 50,
			select: { id: true, kind: true, position: true, title: true, resultNote: true, resultToldAt: true },
		}),
	]);
	return [
		...surveys.map((survey) => ({
			id: survey.id,
			title: survey.title,
			href: `/u/${survey.code}`,
			note: toldNote(survey),
		})),
		...boxes.map((box) => ({
			id: box.id,
			title: box.title,
			href: `${boxPath({ place, process: process.slug, kind: box.kind === "budget" ? "budget" : "vote", position: box.position })}/ergebnis`,
			note: toldNote(box),
		})),
	];
}
