import type { Typed } from "~/platform/http/forms.server";

/** What was typed into a field of one value, or the given text on a first visit. */
export function typedText(typed: Typed | null | undefined, name: string, otherwise = ""): string {
	if (!typed) return otherwise;
	const value = typed[name];
	return typeof value === "string" ? value : "";
}

/** Whether a single tick was set, or the given state on a first visit. */
export function typedTick(typed: Typed | null | undefined, name: string, otherwise: boolean): boolean {
	return typed ? typed[name] === "on" : otherwise;
}

/** The ticks of a group of boxes; a single one comes as text. */
export function typedMany(typed: Typed | null | undefined, name: string): string[] {
	const value = typed?.[name];
	if (typeof value === "string") return [value];
	return value ?? [];
}
