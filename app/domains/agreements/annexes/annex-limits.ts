/** So many annexes at most, so that everybody who signs can read them. */
export const mostAnnexes = 30;

/** One file per form: PDF or a picture; what can hold macros or formulas is no part of a contract. */
export const annexUpload = {
	files: 1,
	fileBytes: 20_000_000,
	totalBytes: 21_000_000,
	kinds: ["pdf", "image"] as const,
};
