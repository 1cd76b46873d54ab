/** Colours of a municipality. All as `#rrggbb`; those for the dark are worked out from `primary` when missing. */
export type PlaceColours = { primary: string; onPrimary?: string; primaryDark?: string; onPrimaryDark?: string };
export type ColourProblem = "not-a-colour" | "too-pale";

type Rgb = readonly [number, number, number];
const WHITE = "#ffffff";
const BLACK = "#000000";
/** Our surfaces in the light (KERN's neutral-025) and, brighter than KERN's neutral-900, in the dark: links stand on both. */
const LIGHT_SURFACE = "#f2f3f8";
const DARK_SURFACE = "#24273a";
/** The tint of the accent behind heroes and official comments (tokens.css: 8 % accent) on which the accent is text too. */
const TINT = 0.92;
/** WCAG 2.2, 1.4.3: normal text needs 4.5 : 1. */
const ENOUGH = 4.5;

function parse(hex: string): Rgb | undefined {
	const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
	if (!match?.[1] || !match[2] || !match[3]) return undefined;
	return [Number.parseInt(match[1], 16), Number.parseInt(match[2], 16), Number.parseInt(match[3], 16)];
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
	const [r, g, b] = rgb.map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * Contrast of two colours after WCAG 2.2 (1 to 21).
 * Throws a RangeError for anything but `#rrggbb`; check what people type with checkColour first.
 */
export function contrastRatio(a: string, b: string): number {
	const first = parse(a);
	const second = parse(b);
	if (!first || !second) throw new RangeError(`Not a colour: ${first ? b : a}`);
	const [light, dark] = [luminance(first), luminance(second)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

/**
 * Whether a colour may become a municipality's: links are drawn in it on white, on grey and on its own pale tint, and
 * white text stands on it. `ratio` is the lowest contrast among these.
 * Refusals: "not-a-colour" (not `#rrggbb`), "too-pale" (below 4.5 : 1, WCAG 2.2 1.4.3).
 */
export function checkColour(
	hex: string,
): { ok: true; ratio: number } | { ok: false; reason: ColourProblem; ratio?: number } {
	const rgb = parse(hex);
	if (!rgb) return { ok: false, reason: "not-a-colour" };
	const ratio = Math.min(...[WHITE, LIGHT_SURFACE, mix(rgb, TINT)].map((ground) => contrastRatio(hex, ground)));
	return ratio >= ENOUGH ? { ok: true, ratio } : { ok: false, reason: "too-pale", ratio };
}

function mix(rgb: Rgb, share: number): string {
	const channels = rgb.map((channel) => Math.round(channel + (255 - channel) * share));
	return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** The same hue, as much whitened as text in the dark needs; on the brightest dark surface, so it holds everywhere. */
function brightened(hex: string): string {
	const rgb = parse(hex);
	if (!rgb) return WHITE;
	for (let share = 0; share < 1; share += 0.05) {
		const candidate = mix(rgb, share);
		if (contrastRatio(candidate, DARK_SURFACE) >= ENOUGH + 1) return candidate;
	}
	return WHITE;
}

function readableOn(hex: string): string {
	return contrastRatio(hex, WHITE) >= contrastRatio(hex, BLACK) ? WHITE : BLACK;
}

/**
 * The content of a nonce'd style element with a municipality's colours, or "" when one of them is not a colour or its
 * text would not be readable: then the house's own colours stay. Nothing but checked `#rrggbb` values gets into it.
 */
export function placeStyle(colours: PlaceColours): string {
	if (!checkColour(colours.primary).ok) return "";
	const onPrimary = colours.onPrimary ?? WHITE;
	const primaryDark = colours.primaryDark ?? brightened(colours.primary);
	const onPrimaryDark = colours.onPrimaryDark ?? (parse(primaryDark) ? readableOn(primaryDark) : BLACK);
	if (![onPrimary, primaryDark, onPrimaryDark].every(parse)) return "";
	const pairs = [
		[colours.primary, onPrimary],
		[primaryDark, onPrimaryDark],
		[primaryDark, DARK_SURFACE],
	] as const;
	if (pairs.some(([a, b]) => contrastRatio(a, b) < ENOUGH)) return "";
	return `:root{--place-primary:${colours.primary};--place-on-primary:${onPrimary};--place-primary-dark:${primaryDark};--place-on-primary-dark:${onPrimaryDark}}`;
}
