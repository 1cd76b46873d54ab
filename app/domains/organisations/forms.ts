import { z } from "zod";
import type { AreaKind, PostKind } from "~/platform/database/generated/enums";
import { isDay } from "~/platform/day";
import { foundedKinds } from "./founded-kinds";

const name = z.string("name-missing").trim().min(1, "name-missing").max(120, "name-missing");
const words = z.string().trim().max(200, "too-long").default("");
const phone = z
	.string()
	.trim()
	.regex(/^(|[+0-9][0-9 /()-]{2,30})$/, "phone-wrong")
	.default("");
const email = z.union([z.literal(""), z.email("email-wrong").max(200, "too-long")], "email-wrong").default("");
const legalBasis = z.string("legal-basis-missing").trim().min(3, "legal-basis-missing").max(200, "legal-basis-missing");
const day = z.string("day-wrong").refine(isDay, "day-wrong");
const dayOrOpen = z.union([z.literal(""), day], "day-wrong").default("");

export const openSpaceForm = z.object({ name, slug: z.string("slug-shape").trim().toLowerCase() });

export const describeSpaceForm = z.object({
	name,
	phone,
	phoneHours: words,
	email,
	address: z.string().trim().max(300, "address-too-long").default(""),
});

/** "house" takes the place's own text away again; the text itself is read as rich text. */
export const easyLanguageForm = z.object({
	text: z.string().default(""),
	"text.json": z.string().optional(),
	act: z.enum(["place", "house"]).default("place"),
});

/** "preview" only looks, "house" takes the place's own colour away again. */
export const lookForm = z.object({ accent: z.string().trim().default(""), act: z.enum(["preview", "place", "house"]) });

export const foundForm = z.object({
	parent: z.uuid("organisation-missing"),
	kind: z.enum(foundedKinds, "kind-missing"),
	name,
	shortName: name,
	legalBasis,
});

export const actingForForm = z.object({
	/** A name; or the id of one of several with that name. */
	agent: z.string("organisation-missing").trim().min(2, "organisation-missing").max(120, "organisation-missing"),
	agentId: z.union([z.literal(""), z.uuid("organisation-missing")]).default(""),
	legalBasis,
	firstDay: day,
	lastDay: dayOrOpen,
});

/** In the order of their weight: heads stand first in every list. */
export const postKinds = ["HEAD", "OFFICE_LEAD", "OFFICER", "GUIDE", "HONORARY"] as const satisfies PostKind[];

export const postForm = z.object({
	label: name,
	kind: z.enum(postKinds, "kind-missing"),
	phone,
	mailbox: email,
	room: words,
	singleSeat: z.literal("on").optional(),
	isPublic: z.literal("on").optional(),
});

/** What the form says, as the acts take it. */
export function postDetails({ mailbox, phone, room, singleSeat, isPublic, label, kind }: z.output<typeof postForm>) {
	return {
		label,
		kind,
		mailbox: mailbox || null,
		phone: phone || null,
		room: room || null,
		singleSeat: singleSeat === "on",
		isPublic: isPublic === "on",
	};
}

export const createPostForm = postForm.extend({ organisation: z.uuid("organisation-missing") });

export const appointForm = z.object({
	person: z.union([z.literal(""), z.uuid("person-missing")]).default(""),
	givenName: z.string().trim().max(120, "name-missing").default(""),
	familyName: z.string().trim().max(120, "name-missing").default(""),
	acting: z.literal("on").optional(),
	firstDay: day,
	lastDay: dayOrOpen,
});

export const deputyForm = z.object({
	deputyPost: z.uuid("deputy-missing"),
	rank: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(9, "invalid"),
	firstDay: day,
	lastDay: dayOrOpen,
});

/** What an owner cuts itself, and the territories of bodies. */
export const areaKinds = ["SUB_REGION", "QUARTER", "MUNICIPALITY", "ASSOCIATION"] as const satisfies AreaKind[];

const listed = z.union([z.literal(""), z.uuid("parent-gone")], "parent-gone").default("");
export const topicForm = z.object({ name, parent: listed });
export const areaForm = topicForm.extend({
	kind: z.enum(areaKinds, "kind-missing"),
	body: z.union([z.literal(""), z.uuid("organisation-missing")], "organisation-missing").default(""),
});
export const renameTermForm = z.object({ name });
export const endTermForm = z.object({
	lastDay: z.string("day-missing").refine(isDay, "day-missing"),
	successors: z.array(z.uuid("successor-gone"), "successor-gone").default([]),
});

/** The last day on which something counts. */
export const lastDayForm = z.object({ lastDay: z.string("day-missing").refine(isDay, "day-missing") });

export const acceptForm = z.object({ arrangement: z.uuid(), act: z.enum(["accept", "decline"]).default("accept") });
