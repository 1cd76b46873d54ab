import type { WordText } from "~/platform/word/word-text";

/** Begins the name of the bookmark at a clause's heading. */
export const bookmarkStart = "klausel_";

export type ReturnedClause = {
	/** Ours; null for what belongs to none of ours. */
	block: string | null;
	heading: string;
	text: string;
};

type Ours = readonly { key: string; heading: string; text: string }[];

/** A heading without its number and without regard to case: "2. Rollen" and "§ 2 ROLLEN" are the same. */
function plain(heading: string): string {
	return heading
		.normalize("NFC")
		.replace(/^\s*(?:§\s*)?[\dIVX]{0,4}(?:\.\d+)*[.)]?\s+(?=\S)/u, "")
		.replace(/\s+/g, " ")
		.trim()
		.toLowerCase();
}

/** A text in the form in which two are compared: how paragraphs are parted does not matter. */
export function comparable(text: string): string {
	return text
		.normalize("NFC")
		.replace(/\r\n?/g, "\n")
		.replace(/[\u00a0\u202f]/g, " ")
		.replace(/[ \t]+/g, " ")
		.replace(/ ?\n ?/g, "\n")
		.replace(/\n{2,}/g, "\n\n")
		.trim();
}

/**
 * The clauses of a Word file that came back: found by our bookmarks, else by their headings. Nothing is dropped: what belongs
 * to no clause of ours (a new chapter, a doubled one, comments and footnotes) comes with `block: null`, and a clause of ours
 * that is not there comes with an empty text.
 * @param generated the parts that we wrote from data, as we wrote them, by their bookmark
 * @param front lines that we wrote before the first heading
 */
export function matchClauses(
	{ paragraphs, notes }: WordText,
	ours: Ours,
	{ generated, front }: { generated: Readonly<Record<string, string>>; front: readonly string[] },
): ReturnedClause[] {
	const parts: { key: string | null; heading: string; lines: string[] }[] = [{ key: null, heading: "", lines: [] }];
	const found = new Set<string>();
	for (const { text, heading, bookmarks, table } of paragraphs) {
		const key = table ? null : keyOf({ text, heading, bookmarks }, ours, generated);
		if (key !== null && !found.has(key)) {
			found.add(key);
			parts.push({ key, heading: text.trim(), lines: [] });
		} else if (heading === 1 && text.trim() !== "") parts.push({ key: null, heading: text.trim(), lines: [] });
		else if (text.trim() !== "") parts.at(-1)?.lines.push(text.trim());
	}
	const clauses = parts.flatMap(({ key, heading, lines }, index): ReturnedClause[] => {
		const text = lines.join("\n\n");
		if (index === 0) {
			const rest = lines.filter((line) => !front.some((known) => comparable(known) === comparable(line))).join("\n\n");
			return rest === "" ? [] : [{ block: null, heading: "", text: rest }];
		}
		if (key !== null && Object.hasOwn(generated, key)) {
			return comparable(generated[key] ?? "") === comparable(text) ? [] : [{ block: null, heading, text }];
		}
		return [{ block: key, heading, text }];
	});
	const missing = ours.filter(({ key }) => !found.has(key));
	return [
		...clauses,
		...missing.map(({ key, heading }) => ({ block: key, heading, text: "" })),
		...notes.map((text) => ({ block: null, heading: "", text })),
	];
}

function keyOf(
	paragraph: { text: string; heading: number; bookmarks: readonly string[] },
	ours: Ours,
	generated: Readonly<Record<string, string>>,
): string | null {
	const keys = paragraph.bookmarks.flatMap((name) =>
		name.startsWith(bookmarkStart) ? [name.slice(bookmarkStart.length)] : [],
	);
	const marked = keys.find((key) => Object.hasOwn(generated, key) || ours.some((clause) => clause.key === key));
	if (marked !== undefined) return marked;
	// Without bookmarks (they get lost when a text is pasted into a new file) a heading is known by its words.
	if (paragraph.text.trim() === "" || paragraph.text.length > 200) return null;
	const words = plain(paragraph.text);
	return ours.find(({ heading }) => plain(heading) === words)?.key ?? null;
}
