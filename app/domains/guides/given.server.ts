import { z } from "zod";
import { parseDay } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { Day } from "./plans/coverage-plan";

/** An id out of a query, or null for what cannot be one, so that the database is never asked for it. */
export function idOrNull(text: string | null): string | null {
	return text !== null && z.uuid().safeParse(text).success ? text : null;
}

/** An id out of an address. @throws NotFound for what cannot be one */
export function givenId(text: string): string {
	const id = idOrNull(text);
	if (id === null) throw new NotFound();
	return id;
}

/** A day out of a query, or null. */
export function dayOrNull(text: string | null): Day | null {
	return text !== null && parseDay(text) ? text : null;
}
