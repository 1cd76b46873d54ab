/** What was typed into a field, as text. */
export function textOf(typed: string | string[] | undefined): string {
	return typeof typed === "string" ? typed : "";
}
