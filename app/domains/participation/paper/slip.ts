/** Characters of the code on a look-up slip. */
export const slipLength = 16;

/** A code in groups of four, as it stands on paper. */
export function slipGroups(code: string): string {
	return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/** What somebody typed from a slip, as the address of the status page has it; null when it cannot be such a code. */
export function typedSlip(text: string): string | null {
	const code = text.toUpperCase().replaceAll(/[\s.-]/g, "");
	return /^[2-9A-HJKMNP-Z]+$/.test(code) && code.length === slipLength ? code : null;
}
