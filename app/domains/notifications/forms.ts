import { z } from "zod";

export const preferenceForm = z.object({ digest: z.enum(["daily", "weekly", "never"], "digest-missing") });

/** One message, or all when none is named. */
export const readingForm = z.object({ message: z.uuid().optional() });

export const retryForm = z.object({ mail: z.uuid() });
