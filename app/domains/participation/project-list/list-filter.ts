import { z } from "zod";
import { participations, stages } from "./project";

/** What the address of the list says; anything unknown in it is as if it were not there. */
const asked = z.object({
	stand: z.enum(stages).nullable().catch(null),
	beteiligung: z.enum(participations).nullable().catch(null),
	ort: z
		.string()
		.regex(/^[a-z0-9-]{2,60}$/)
		.nullable()
		.catch(null),
	q: z.string().max(100).catch(""),
	seite: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/**
 * Reads the filter of the project list out of an address.
 * @param place the slug of the place whose list it is; it wins over the one that is chosen
 */
export function filterIn(query: URLSearchParams, place: string | null) {
	const { stand, beteiligung, ort, q, seite } = asked.parse(
		Object.fromEntries(Object.keys(asked.shape).map((name) => [name, query.get(name) || undefined])),
	);
	return { place: place ?? ort, stage: stand, participation: beteiligung, words: q, page: seite };
}
