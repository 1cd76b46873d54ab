import type { Typed } from "~/platform/http/forms.server";

/** One value of a form as text; absent is empty. */
export function textIn(values: Typed, name: string): string {
	const value = values[name];
	return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** All values of a form's field. */
export function textsIn(values: Typed, name: string): string[] {
	const value = values[name];
	return Array.isArray(value) ? value : value ? [value] : [];
}
