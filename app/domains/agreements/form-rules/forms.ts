import { z } from "zod";
import { forms } from "./form-rule";

const text = z.string().trim().min(1, "text-empty").max(5000, "text-empty");

export const reviewForm = z.object({
	requiredForm: z.enum(forms, "choose-one"),
	officialTitle: z.string().default(""),
	norm: text,
	statement: text,
	source: text,
	validFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid"),
	reviewedBy: text,
	reason: text,
});

export const confirmFormsForm = z.object({ confirmedBy: text, confirmReason: text });
