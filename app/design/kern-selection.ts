/** The icons of KERN-UX that we use; all others are left out of the style sheet. */
export const ICONS = [
	"account-circle",
	"add",
	"arrow-back",
	"arrow-down",
	"arrow-forward",
	"arrow-up",
	"calendar-today",
	"check",
	"chevron-left",
	"chevron-right",
	"close",
	"content-copy",
	"danger",
	"dehaze",
	"delete",
	"download",
	"draft",
	"edit",
	"help",
	"home",
	"info",
	"language",
	"logout",
	"mail",
	"open-in-new",
	"search",
	"success",
	"visibility",
	"warning",
] as const;

/** What this needs of a PostCSS rule; PostCSS itself comes with Vite and is no dependency of ours. */
type Rule = { selectors: string[]; remove(): unknown };

const FAMILIES = /^kern-(?:btn|label|hint|error|body|form-input|fieldset|sr-only|icon|light|dark)$/;
const UNUSED = /^kern-(?:btn-wrapper|sr-only-mobile|label--|form-input__input--width)/;
const icons: ReadonlySet<string> = new Set([...ICONS, "small"]);

/** Whether a class of KERN-UX stays in our style sheet. */
export function keepsClass(name: string): boolean {
	if (UNUSED.test(name)) return false;
	const [family = "", modifier] = name.split("--");
	if (family === "kern-icon" && modifier !== undefined) return icons.has(modifier);
	return FAMILIES.test(family.split("__", 1)[0] ?? "");
}

/** Whether a selector of KERN-UX stays: all its kern classes must. */
export function keepsSelector(selector: string): boolean {
	return [...selector.matchAll(/\.(kern-[\w-]+)/g)].every(([, name]) => keepsClass(name ?? ""));
}

/**
 * PostCSS plugin for vite.config.ts: leaves out KERN's grid, utilities and the components and icons we do not use, which
 * are four fifths of its 340 kB. A test makes sure that every kern class in our pages stays.
 */
export const kernSelection = {
	postcssPlugin: "kern-selection",
	Rule(rule: Rule) {
		if (!rule.selectors.some((selector) => selector.includes(".kern-"))) return;
		const kept = rule.selectors.filter(keepsSelector);
		if (kept.length === 0) rule.remove();
		else if (kept.length < rule.selectors.length) rule.selectors = kept;
	},
};
