/** One document per decision or step: PDF or a picture. */
export const evidenceUpload = {
	files: 1,
	fileBytes: 20_000_000,
	totalBytes: 21_000_000,
	kinds: ["pdf", "image"] as const,
};
