import { z } from "zod";
import { linkKinds, linkRoles } from "../paper-links/link";
import { consultationRoles, stepResults } from "./path";

const line = (most: number) => z.string().trim().max(most, "too-long").default("");
const optionalId = z.union([z.literal("").transform(() => null), z.uuid()]).default(null);

export const stepForm = z.object({
	body: z.string("body-missing").trim().min(2, "body-missing").max(120, "too-long"),
	sessionOn: line(10),
	role: z.enum(consultationRoles, "role-missing"),
	authoritative: z
		.string()
		.optional()
		.transform((value) => value === "ja"),
	result: z.union([z.literal("").transform(() => null), z.enum(stepResults)]).default(null),
	note: line(1000),
	resolutionId: optionalId,
});

export const handOverForm = z.object({
	on: z.string("day-unknown").trim(),
	to: z.string("to-missing").trim().min(2, "to-missing").max(120, "too-long"),
});

export const referenceForm = z.object({
	reference: z.string("reference-missing").trim().min(1, "reference-missing").max(60, "too-long"),
});

const address = z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(1000, "too-long")], "address-unreadable");

export const linkForm = z.object({
	role: z.enum(linkRoles).default("handed-over"),
	kind: z.enum(linkKinds).default("paper"),
	objectId: optionalId,
	title: line(300),
	reference: line(60),
	webUrl: address.default(""),
});
export const moveForm = z.object({ webUrl: address.default("") });
