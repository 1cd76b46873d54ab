import type { textFor } from "~/platform/i18n";
import type { Omitted, Participant } from "../content";
import type { minutesMessages } from "../messages";

type Say = ReturnType<typeof textFor<typeof minutesMessages>>;

/** The name under which a key is shown: as it was, forgotten, or kept back from this reader. */
export function nameIn(
	names: readonly { key: string; name: string | null }[],
	key: string,
	words: { hidden: string; erased: string },
): string {
	const found = names.find((one) => one.key === key);
	if (!found) return words.hidden;
	return found.name ?? words.erased;
}

/** Where the page of a meeting is. */
export function pathOf({
	place,
	group,
	meeting,
}: {
	place: { slug: string };
	group: { slug: string };
	meeting: { id: string };
}): string {
	return `/o/${place.slug}/arbeitskreise/${group.slug}/sitzungen/${meeting.id}`;
}

/** Whether somebody was there, for how long, or by whom they were represented. */
export function presenceWords(
	{ present, representedBy, from, until }: Participant,
	t: Say,
	name: (key: string) => string,
): string {
	if (!present) return t("absent");
	return [
		representedBy ? t("representedBy", { name: name(representedBy) }) : t("present"),
		...(from ? [t("from", { time: from })] : []),
		...(until ? [t("until", { time: until })] : []),
	].join(", ");
}

type Result = "adopted" | "rejected" | "not-decided";

/** A stored result as its word's key. */
export function resultKey(result: string): Result {
	return result === "adopted" || result === "rejected" ? result : "not-decided";
}

/** What the public version leaves out, in sentences. */
export function omittedWords(omitted: Omitted | null, t: Say): string[] {
	if (!omitted) return [];
	return [
		...(omitted.items > 0 ? [t("omitted.items", { count: omitted.items })] : []),
		...(omitted.notes > 0 ? [t("omitted.notes", { count: omitted.notes })] : []),
		...(omitted.names > 0 ? [t("omitted.names", { count: omitted.names })] : []),
	];
}
