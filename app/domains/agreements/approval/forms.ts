import { z } from "zod";
import { approvalSteps } from "./approval";

export const approvalStepForm = z.object({
	step: z.enum(approvalSteps, "choose-one"),
	day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid"),
	note: z.string().trim().min(1, "text-empty").max(2000, "text-empty"),
});
