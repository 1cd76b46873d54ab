/**
 * Words as LIKE has to be given them to be looked for as typed: "100 %" and "a_b" are no wildcards. Also for Prisma's
 * `contains`, `startsWith` and `endsWith`, which hand them on as they are.
 */
export function literally(words: string): string {
	return words.replaceAll(/[\\%_]/g, "\\$&");
}
