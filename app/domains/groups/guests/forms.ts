import { z } from "zod";
import { day } from "../form-fields";

export const inviteForm = z.object({
	name: z.string("name-missing").trim().min(2, "name-missing").max(80, "name-missing"),
	email: z.string("email-unreadable").trim().max(200, "email-unreadable"),
	purpose: z.string().trim().max(200).default(""),
	items: z.array(z.uuid("nothing-chosen")).default([]),
	files: z.array(z.uuid("nothing-chosen")).default([]),
	lastDay: day,
});

export const revokeForm = z.object({
	guest: z.uuid("invalid"),
	reason: z.string("reason-missing").trim().min(10, "reason-missing").max(500, "reason-missing"),
});
