const length = 12;

/**
 * The code at the foot of printed minutes, by which a paper is known to be a version: the beginning of its checksum, in groups
 * that people can compare.
 * @param sha256 in hexadecimal
 */
export function paperCode(sha256: string): string {
	return (sha256.slice(0, length).toUpperCase().match(/.{4}/g) ?? []).join(" ");
}
