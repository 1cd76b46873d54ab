import type { NetworkParty, Prisma } from "~/platform/database/generated/client";
import { narrower } from "../vocabulary";
import { filled } from "./merge-record";

const texts = [
	"displayName",
	"givenName",
	"familyName",
	"organisationId",
	"personId",
	"sector",
	"level",
	"email",
	"phone",
	"website",
	"mission",
	"offers",
	"seeks",
	"keeperPostId",
	"informedHow",
	"objection",
	"objectionAnswer",
] as const;
const days = ["validFrom", "validUntil", "keepUntil", "confirmedOn", "informedOn"] as const;
const moments = ["objectedAt", "objectionAnsweredAt"] as const;

type Fields = Record<string, string | null>;

/** The fields of a party that a merge may change, as texts. */
export function fieldsOf(party: NetworkParty): Fields {
	return {
		...Object.fromEntries(texts.map((name) => [name, party[name]])),
		...Object.fromEntries(days.map((name) => [name, party[name]?.toISOString().slice(0, 10) ?? null])),
		...Object.fromEntries(moments.map((name) => [name, party[name]?.toISOString() ?? null])),
		visibility: party.visibility,
	};
}

/** The same back as the database takes them; fields that are not named stay. */
export function asData(fields: Fields): Prisma.NetworkPartyUncheckedUpdateInput {
	const data: Record<string, string | Date | null> = {};
	for (const [name, value] of Object.entries(fields)) {
		const isDate = [...days, ...moments].some((one) => one === name);
		data[name] = isDate && value !== null ? new Date(value.length === 10 ? `${value}T00:00:00Z` : value) : value;
	}
	return data;
}

/** Which of the two entries gives name, address and telephone. */
export type Choices = Record<"name" | "email" | "phone", "survivor" | "merged">;

/**
 * The survivor's fields after a merge: what was chosen; what it lacks, from the other; the narrower readers, the earlier end, the
 * later confirmation; and an objection that waits goes on waiting.
 */
export function mergedFields(survivor: NetworkParty, merged: NetworkParty, choices: Choices): Fields {
	const [mine, theirs] = [fieldsOf(survivor), fieldsOf(merged)];
	const fields: Fields = { ...mine };
	for (const name of texts) {
		const isText = name === "mission" || name === "offers" || name === "seeks";
		fields[name] = filled(mine[name] ?? null, theirs[name] ?? null) ?? (isText ? "" : null);
	}
	const chosen = (choice: "survivor" | "merged") => (choice === "survivor" ? mine : theirs);
	for (const name of ["displayName", "givenName", "familyName"]) fields[name] = chosen(choices.name)[name] ?? null;
	fields.email = chosen(choices.email).email ?? null;
	fields.phone = chosen(choices.phone).phone ?? null;
	fields.informedOn = mine.informedOn ?? theirs.informedOn ?? null;
	fields.visibility = narrower(survivor.visibility, merged.visibility);
	const ends = [mine.keepUntil, theirs.keepUntil].filter((day) => typeof day === "string").sort();
	fields.keepUntil = ends[0] ?? null;
	const confirmed = [mine.confirmedOn, theirs.confirmedOn].filter((day) => typeof day === "string").sort();
	fields.confirmedOn = confirmed.at(-1) ?? null;
	if (survivor.objectedAt === null && merged.objectedAt !== null) {
		for (const name of ["objectedAt", "objection", "objectionAnsweredAt", "objectionAnswer"]) {
			fields[name] = theirs[name] ?? null;
		}
	}
	return fields;
}
