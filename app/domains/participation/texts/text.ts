/** Limits that the forms, their texts and the commands share; lengths in characters. */
export const textLimits = {
	titleLeast: 5,
	titleMost: 120,
	/** Blocks of one version. */
	blocks: 400,
	noteMost: 500,
	quoteMost: 1_000,
	suggestionMost: 2_000,
	/** Texts of one process. */
	texts: 10,
} as const;

/** The heading of an annotation in lists: what it is about, in at most 120 characters. */
export function shortQuote(words: string, most = 90): string {
	const line = words.replace(/\s+/g, " ").trim();
	if (line.length <= most) return line;
	const cut = line.slice(0, most);
	const space = cut.lastIndexOf(" ");
	return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** What is missing before a process with this text may be published. */
export type MissingInTexts = "text-without-version";

/** Annotations of one page of the treatment table. */
export const tablePageSize = 25;

/** Annotations that stand beside a version, at most so many; the table has them all. */
export const besideMost = 300;
