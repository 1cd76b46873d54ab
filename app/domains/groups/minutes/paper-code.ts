const length = 12;

/**
 * The code at the foot of printed minutes, by which a paper is known to be a version: the beginning of its checksum, in groups
 * that people can compare.
 * @param sha256 in hexadecimal
 */
export function paperCode(sha256: string): string {
	return (sha256.slice(0, length).toUpperCase().match(/.{4}/g) ?? []).join(" ");
}

/** Whether this was read off a paper of that version; spaces, dashes and small letters do not matter. */
export function isPaperCode(read: string, sha256: string): boolean {
	return read.toUpperCase().replace(/[^0-9A-Z]/g, "") === paperCode(sha256).replaceAll(" ", "");
}
