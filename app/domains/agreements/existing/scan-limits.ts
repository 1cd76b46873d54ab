/** The scan that comes with an entry: one file, PDF or picture. */
export const scanLimits = { files: 1, fileBytes: 20_000_000, totalBytes: 21_000_000, kinds: ["pdf", "image"] as const };
