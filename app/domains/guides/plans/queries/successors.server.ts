import { inForce } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import type { Day } from "../coverage-plan";

/** Successors of successors; more belong to no story. */
const farthest = 5;

/** The one that counts on the day, through successors; null where there are several, so that a person chooses. */
async function followed(id: string, next: (id: string) => Promise<string[] | null>): Promise<string | null> {
	let present = id;
	for (let step = 0; step < farthest; step++) {
		const successors = await next(present);
		if (successors === null || successors.length === 0) return present;
		const [only] = successors;
		if (only === undefined || successors.length > 1) return null;
		present = only;
	}
	return present;
}

/**
 * The topic as which a concern of this day is routed: itself while it counts, else its only successor. Null where a re-cut topic has
 * several: somebody chooses by hand, and nobody gets it for coming first.
 */
export function presentTopic(db: View["db"], topicId: string, day: Day): Promise<string | null> {
	const on = storedDay(day);
	return followed(topicId, async (id) => {
		const topic = await db.topic.findUnique({
			where: { id },
			select: { validUntil: true, successors: { select: { successorId: true }, orderBy: { successorId: "asc" } } },
		});
		if (!topic?.validUntil || topic.validUntil > on) return null;
		return topic.successors.map(({ successorId }) => successorId);
	});
}

/**
 * The municipality as which a concern of this day is routed: itself while its area counts, else the one whose area succeeded it. Null
 * where it was divided among several.
 */
export function presentMunicipality(db: View["db"], municipalityId: string, day: Day): Promise<string | null> {
	const on = storedDay(day);
	return followed(municipalityId, async (bodyId) => {
		const areas = await db.area.findMany({
			where: { bodyId },
			select: {
				validFrom: true,
				validUntil: true,
				successors: { where: { successor: { bodyId: { not: null }, ...inForce(on) } }, select: { successor: true } },
			},
			orderBy: { id: "asc" },
		});
		if (areas.some(({ validUntil }) => validUntil === null || validUntil > on)) return null;
		const bodies = areas.flatMap(({ successors }) => successors.flatMap(({ successor }) => successor.bodyId ?? []));
		return [...new Set(bodies)].filter((id) => id !== bodyId);
	});
}
