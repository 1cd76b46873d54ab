import type { Typed } from "~/platform/http/forms.server";

/** What was typed into a field of one value, or the given text on a first visit. */
export function typedText(typed: Typed | null | undefined, name: string, otherwise = ""): string {
	if (!typed) return otherwise;
	const value = typed[name];
	return typeof value === "string" ? value : "";
}
