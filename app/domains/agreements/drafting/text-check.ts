import { done, type Outcome, refused } from "~/platform/outcome";

export type TextRefusal = "text-control" | "text-direction" | "text-private-use" | "text-broken" | "text-too-long";

const longest = 20_000;

/**
 * What may not stand in a contract: it is invisible, turns the reading order around, or looks different in every font.
 * Line feed and tab may.
 */
const forbidden: readonly [TextRefusal, RegExp][] = [
	["text-control", /[\p{Cc}\u2028\u2029]/u],
	["text-direction", /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u],
	["text-private-use", /\p{Co}/u],
	["text-broken", /[\p{Cs}\p{Cn}]/u],
];

/**
 * Checks a text for a contract and brings it into one form: NFC, line feeds only, no spaces at its ends. So the same words
 * typed on two machines have the same hash.
 * @returns the text; refused with the position (counted in characters from 1) of the first character that may not stand there
 */
export function checkText(typed: string): Outcome<string, TextRefusal> {
	const text = typed.replace(/\r\n?/g, "\n");
	let position = 0;
	for (const character of text) {
		position += 1;
		if (character === "\n" || character === "\t") continue;
		for (const [code, pattern] of forbidden) {
			if (pattern.test(character)) {
				const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
				return refused(code, { values: { position, character: `U+${codePoint}` } });
			}
		}
	}
	if (position > longest) return refused("text-too-long", { values: { longest } });
	return done(text.normalize("NFC").trim());
}

/**
 * Checks several fields of one form. @returns the texts in one form, under the same names; refused with the position in the
 * first field that holds what may not stand there, and with its name
 */
export function checkTexts<const Fields extends Record<string, string>>(
	typed: Fields,
): Outcome<{ [Name in keyof Fields]: string }, TextRefusal> {
	const checked: Record<string, string> = {};
	for (const [field, text] of Object.entries(typed)) {
		const one = checkText(text);
		if (!one.done) return { done: false, refusals: one.refusals.map((refusal) => ({ ...refusal, field })) };
		checked[field] = one.value;
	}
	return done(checked as { [Name in keyof Fields]: string });
}
