import { checkColour, contrastRatio } from "~/design/place-style";
import { done, type Outcome, refused } from "~/platform/outcome";

/** The colour of a place and the text colour that stands on it. */
export type Look = { accent: string; onAccent: string };

/**
 * Judges a colour as a place's own: links are drawn in it, text stands on it (WCAG 2.2, 1.4.3: 4.5 : 1).
 * @param colour what was typed, "#rrggbb" or without "#"
 * @returns it in lower case, the readable text colour, and the lowest contrast among their uses, rounded down to tenths;
 * refused with "colour-shape", or "colour-pale" with the contrast reached
 */
export function judgeLook(colour: string): Outcome<Look & { ratio: number }, "colour-shape" | "colour-pale"> {
	const typed = colour.trim().toLowerCase();
	const accent = typed.startsWith("#") ? typed : `#${typed}`;
	const judged = checkColour(accent);
	const ratio = tenths(judged.ratio ?? 1);
	if (!judged.ok) {
		if (judged.reason === "not-a-colour") return refused("colour-shape", { field: "accent" });
		return refused("colour-pale", { field: "accent", values: { ratio } });
	}
	const onAccent = contrastRatio(accent, "#ffffff") >= contrastRatio(accent, "#000000") ? "#ffffff" : "#000000";
	return done({ accent, onAccent, ratio });
}

/** Rounded down, so that 4.49 is never shown as enough. */
function tenths(ratio: number): number {
	return Math.floor(ratio * 10) / 10;
}
