import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { messages } from "../messages";

export const personSelection = { displayName: true, erasedAt: true } as const;

type Named = { displayName: string; erasedAt: Date | null };

/**
 * The name under which somebody sits in a group: their own where they agreed to it or the reader belongs to the group;
 * "gelöschtes Konto" after erasure; otherwise none.
 */
export function memberName(
	{ locale }: Pick<View, "locale">,
	{ person, nameIsPublic }: { person: Named; nameIsPublic: boolean },
	inside: boolean,
): string | null {
	if (person.erasedAt) return textFor(locale, messages)("erased");
	return nameIsPublic || inside ? person.displayName : null;
}

/** A stored date as `YYYY-MM-DD`, which pages show as that day everywhere. */
export function dayText(date: Date): string {
	return date.toISOString().slice(0, 10);
}

/** The last day of a half-open period, as people say it. */
export function lastDayText(validUntil: Date): string {
	return dayText(new Date(validUntil.getTime() - 24 * 60 * 60 * 1000));
}
