import { z } from "zod";
import { decisionKinds, lifeStates } from "./life";

/** What the address of the register says; anything unknown in it is as if it were not there. */
const asked = z.object({
	art: z.enum(decisionKinds).nullable().catch(null),
	ergebnis: z.enum(["adopted", "rejected", "not-decided"]).nullable().catch(null),
	stand: z
		.enum(lifeStates as [(typeof lifeStates)[number], ...(typeof lifeStates)[number][]])
		.nullable()
		.catch(null),
	q: z.string().max(100).catch(""),
	seite: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Reads the filters of the register from its address. */
export function askedOf(request: Request) {
	const query = new URL(request.url).searchParams;
	const { art, ergebnis, stand, q, seite } = asked.parse(
		Object.fromEntries(Object.keys(asked.shape).map((name) => [name, query.get(name) || undefined])),
	);
	return { kind: art, result: ergebnis, state: stand, words: q, page: seite };
}
