import { z } from "zod";

const idOrNone = z
	.union([z.literal(""), z.uuid()], "invalid")
	.default("")
	.transform((id) => id || null);

export const quickNoteForm = z.object({
	text: z.string().default(""),
	municipality: idOrNone,
	topic: idOrNone,
	/** Made by the page or by the device: the same note sent twice is one concern. */
	schluessel: z.string().regex(/^[\w-]{43}$/),
	/** When it was heard, by the clock of the device; empty: now. */
	am: z.union([z.literal(""), z.iso.datetime()], "heard-wrong").default(""),
});
