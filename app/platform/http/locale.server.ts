import type { Locale } from "../i18n";

export const localeCookie = "sprache";

/** The language that the reader chose with the switch; German otherwise (architecture.md, language). */
export function localeOf(cookies: string | undefined): Locale {
	return /(?:^|;\s*)sprache=en(?:;|$)/.test(cookies ?? "") ? "en" : "de";
}
