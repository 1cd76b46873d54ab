import { type Outcome, refused } from "~/platform/outcome";

/** Shorter ones could be guessed. */
const shortest = 8;
const longest = 64;
const mostAtOnce = 200_000;

/** A letter's code as people type it: capitals, without blanks and hyphens. */
export function writtenCode(code: string): string {
	return code.toUpperCase().replace(/[\s-]/g, "");
}

export type LetterCodeProblem = "codes-missing" | "code-too-short" | "code-twice" | "too-many";

/**
 * Reads the codes that went out by letter, one a line.
 * @returns the codes as `writtenCode` writes them; refused with the line of the first that is too short, too long or there twice
 */
export function readLetterCodes(text: string): Outcome<string[], LetterCodeProblem> {
	const seen = new Set<string>();
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		const code = writtenCode(line);
		if (code === "") continue;
		const at = { field: "codes", values: { line: index + 1 } };
		if (code.length < shortest || code.length > longest) return refused("code-too-short", at);
		if (seen.has(code)) return refused("code-twice", at);
		seen.add(code);
	}
	if (seen.size === 0) return refused("codes-missing", { field: "codes" });
	if (seen.size > mostAtOnce) return refused("too-many", { field: "codes" });
	return { done: true, value: [...seen] };
}

/** What people take part in with a letter's code, and its word in addresses. */
export const letterKinds = { survey: "umfrage", budget: "budget", vote: "abstimmung" } as const;
export type LetterKind = keyof typeof letterKinds;

/** Where letters with codes are made for it; `number` is its number among those of its kind in the process. */
export function codeLettersPath(at: { place: string; process: string; kind: LetterKind; number: number }): string {
	return `/o/${at.place}/verwaltung/beteiligung/${at.process}/briefe-mit-code/${letterKinds[at.kind]}/${at.number}`;
}
