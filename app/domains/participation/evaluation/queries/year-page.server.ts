import { placeOf } from "~/domains/organisations/index.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadProcess } from "../../processes/index.server";
import { endOfTakingPart } from "../../processes/phase";
import { processById } from "../../processes/queries/find-process.server";
import { shownPeople, shownWhole } from "../../small-groups";
import { mayReadEvaluation } from "../policy.server";
import { yearIn, yearOf } from "../year";
import { countsOf, peopleIn } from "./counts.server";

/** More processes than this no place begins in all its years. */
const most = 500;

/**
 * All processes of a place whose taking part ended in a year, with the figures of those this reader may have them of.
 * @throws NotFound for unknown places and years
 */
export async function yearPage(view: View, { place: slug, year: asked }: { place: string; year: string }) {
	const year = yearIn(asked);
	const place = await placeOf(view, slug);
	if (year === null) throw new NotFound();
	const rows = await view.db.process.findMany({
		where: { organisationId: place.organisationId, publishedAt: { not: null, lte: view.now } },
		orderBy: [{ title: "asc" }, { id: "asc" }],
		take: most,
		select: { id: true, phases: { select: { opensAt: true, closesAt: true, switches: true } } },
	});
	const ended = rows.map(({ id, phases }) => ({ id, end: endOfTakingPart(phases) }));
	const ofYear = ended.filter(({ end }) => end !== null && yearOf(end) === year);
	const processes = (await Promise.all(ofYear.map(({ id }) => processById(view, id)))).filter((process) =>
		mayReadProcess(view.actor, process, view.now),
	);
	const readable = processes.filter((process) => mayReadEvaluation(view.actor, process, view.now));
	const ids = readable.map(({ id }) => id);
	const [counts, people] = await Promise.all([countsOf(view, ids), peopleIn(view, ids)]);
	const years = [...new Set(ended.flatMap(({ end }) => (end ? [yearOf(end)] : [])))].sort((one, other) => other - one);
	const sum = (pick: (one: (typeof counts)[number]) => number) => counts.reduce((total, one) => total + pick(one), 0);
	return {
		place: { slug: place.slug, name: place.name },
		year,
		years: years.filter((one) => one !== year),
		rows: processes.map((process) => {
			const own = counts.find(({ process_id }) => process_id === process.id);
			return {
				slug: process.slug,
				title: process.title,
				figures: own
					? {
							contributions: own.contributions,
							people: shownPeople(own.accounts),
							answered: own.answered,
							acknowledged: own.acknowledged,
							days: own.median_days,
						}
					: null,
			};
		}),
		total: {
			contributions: sum(({ contributions }) => contributions),
			answered: sum(({ answered }) => answered),
			acknowledged: sum(({ acknowledged }) => acknowledged),
			people: shownWhole(
				counts.map(({ accounts }) => accounts),
				people,
			),
		},
	};
}
