import { type LetterKind, letterKinds } from "../letter-codes";

/** What a word in an address stands for; null for any other word. */
export function letterKindIn(word: string): LetterKind | null {
	return (Object.keys(letterKinds) as LetterKind[]).find((kind) => letterKinds[kind] === word) ?? null;
}

/** Characters of a code: about 59 bits, so that nobody guesses one. */
export const codeLength = 12;

/** A code in groups of four, as it stands on paper. */
export function codeGroups(code: string): string {
	return code.match(/.{1,4}/g)?.join("-") ?? "";
}
