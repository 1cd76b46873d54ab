/** A version's number out of an address or a choice; null when it is none. */
export function numberIn(text: string | null): number | null {
	return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
