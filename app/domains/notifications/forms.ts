import { z } from "zod";

const rhythm = z.enum(["daily", "weekly", "never"], "digest-missing");

/** A rhythm for each topic of collected messages. */
export const preferenceForm = z.object({ news: rhythm, discussion: rhythm, work: rhythm });

/** One message, or all when none is named. */
export const readingForm = z.object({ message: z.uuid().optional() });

export const retryForm = z.object({ mail: z.uuid() });
