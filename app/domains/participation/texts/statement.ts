import { wordsIn } from "~/platform/passages/words";

/** What the weighing says of one part of a statement, as German weighing tables say it. */
export const votes = ["followed", "partly-followed", "not-followed", "noted", "clarified"] as const;
export type Vote = (typeof votes)[number];

export const statementLimits = { parts: 40, commentMost: 3_000 } as const;

/** The line that stands between two parts while they are being divided. */
export const divider = "---";

/** A statement as it is offered for dividing: its paragraphs as first parts. */
export function proposedParts(statement: string): string[] {
	const parts = statement.split(/\n\s*\n/).map((part) => part.trim());
	return parts.filter((part) => part !== "");
}

/**
 * The parts of a statement out of the text with dividing lines.
 * @returns null when the words are no longer those of the statement: dividing must not change what somebody said
 */
export function partsIn(statement: string, divided: string): string[] | null {
	const parts = divided
		.split(/^[ \t]*-{3,}[ \t]*$/m)
		.map((part) => part.trim())
		.filter((part) => part !== "");
	const words = (text: string) => wordsIn(text).map((word) => word.text);
	const [said, kept] = [words(statement), parts.flatMap(words)];
	const same = said.length === kept.length && said.every((word, index) => word === kept[index]);
	return same ? parts : null;
}

/** The result for the whole statement that the votes on its parts amount to, as a disposition of the answer; null while one is open. */
export function resultOf(
	given: readonly (Vote | null)[],
): "adopted" | "partly-adopted" | "not-adopted" | "acknowledged" | null {
	if (given.length === 0 || given.includes(null)) return null;
	const deciding = given.filter((vote) => vote !== "noted" && vote !== "clarified");
	if (deciding.length === 0) return "acknowledged";
	if (deciding.every((vote) => vote === "followed")) return "adopted";
	return deciding.every((vote) => vote === "not-followed") ? "not-adopted" : "partly-adopted";
}

export function isVote(name: string | null): name is Vote {
	return (votes as readonly (string | null)[]).includes(name);
}
