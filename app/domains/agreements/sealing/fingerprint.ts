/** A fingerprint as people compare it on paper: groups of four. */
export function inGroups(hex: string): string {
	return (
		hex
			.toUpperCase()
			.match(/.{1,4}/g)
			?.join(" ") ?? ""
	);
}
