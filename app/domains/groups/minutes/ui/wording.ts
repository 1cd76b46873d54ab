import { type Format, textFor } from "~/platform/i18n";
import { meetingMessages } from "../../meetings/messages";
import type { MinutesContent, Omitted, Participant, Span, Visitor } from "../content";
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
	{ present, again, ...first }: Participant,
	inWriting: boolean,
	t: Say,
	name: (key: string) => string,
): string {
	if (!present) return t(inWriting ? "notAnswered" : "absent");
	const span = ({ representedBy, from, until }: Span) => {
		const here = t(inWriting ? "answered" : "present");
		return [representedBy ? t("representedBy", { name: name(representedBy) }) : here, ...times({ from, until }, t)];
	};
	return [first, ...(again ?? [])].map((one) => span(one).join(", ")).join("; ");
}

/** As what, for which items, and from when until when a guest was there. */
export function visitWords({ capacity, items = [], ...span }: Visitor, t: Say): string {
	const about = items.length > 0 ? [t("visitFor", { items: items.join(", ") })] : [];
	return [t(`capacities.${capacity}`), ...about, ...times(span, t)].join(", ");
}

function times({ from, until }: { from: string | null; until: string | null }, t: Say): string[] {
	return [...(from ? [t("from", { time: from })] : []), ...(until ? [t("until", { time: until })] : [])];
}

/** How and where people met, as terms and values; what was frozen without it says nothing. */
export function whereWords(
	{ format, place }: MinutesContent,
	t: Say,
	locale: "de" | "en",
): { term: string; value: string }[] {
	const words = textFor(locale, meetingMessages);
	return [
		...(format ? [{ term: t("format"), value: words(`formats.${format}`) }] : []),
		...(place ? [{ term: t("where"), value: place }] : []),
	];
}

type Result = "adopted" | "rejected" | "not-decided";

/** A stored result as its word's key. */
export function resultKey(result: string): Result {
	return result === "adopted" || result === "rejected" ? result : "not-decided";
}

type Signature = {
	role: "chair" | "minute-taker";
	at: Date;
	paper: { signedOn: string; alone: boolean } | null;
};

/** Who signed when, with password and second factor or by hand. */
export function signatureWords(
	{ role, at, paper }: Signature,
	name: string,
	t: Say,
	{ dateTime, dateLong }: Pick<Format, "dateTime" | "dateLong">,
): string {
	const who = { role: t(`roles.${role}`), name };
	if (!paper) return t("signedBy", { ...who, at: dateTime(at) });
	const said = t("signedOnPaper", { ...who, day: dateLong(paper.signedOn), checked: dateLong(at) });
	return paper.alone ? `${said} ${t("checkedAlone")}` : said;
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
