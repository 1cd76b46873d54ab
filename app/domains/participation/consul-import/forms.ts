import { z } from "zod";
import { newProcessForm } from "../processes/forms";
import { contributionKinds } from "./record";

export const sendForm = z.object({
	kind: z.enum(["", ...contributionKinds], "kind-missing").default(""),
});

/** Host name of the platform it comes from, as people paste it: with or without https:// and a path. */
const source = z
	.string()
	.trim()
	.toLowerCase()
	.transform((text) => text.replace(/^https?:\/\//, "").replace(/\/.*$/, ""))
	.refine((host) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && host.length <= 200, "source-missing");

export const takeOverForm = newProcessForm.extend({
	way: z.enum(["archived", "running"], "way-missing"),
	source,
	licence: z.string().trim().min(3, "licence-missing").max(300, "licence-too-long"),
	leaveOut: z.literal("on").optional(),
});
