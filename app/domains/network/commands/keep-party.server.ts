import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, parseDay, type StoredDate, today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { dayAfter } from "../days.server";
import { mayKeepNetwork, recordedFor } from "../policy.server";
import { keptParty } from "../queries/find-party.server";
import { knownBodies, knownPeople } from "../queries/links.server";
import type { Basis, Level, Sector, Visibility } from "../vocabulary";
import { checkTerms, type TermRefusal } from "./found-terms.server";

/** Days are `YYYY-MM-DD`; `lastDay` is included, `keepUntil` is the first day on which a person is forgotten. */
export type PartyInput = {
	purpose: string;
	basis: Basis;
	source: string;
	visibility: Visibility;
	email: string | null;
	phone: string | null;
	website: string | null;
	topicIds: string[];
	areaIds: string[];
	keeperPostId: string | null;
	ownKey: string | null;
} & (
	| { kind: "PERSON"; givenName: string; familyName: string; personId: string | null; keepUntil: string }
	| {
			kind: "ORGANISATION";
			name: string;
			organisationId: string | null;
			sector: Sector | null;
			level: Level | null;
			mission: string;
			offers: string;
			seeks: string;
			firstDay: string | null;
			lastDay: string | null;
	  }
);

export type PartyRefusal =
	| TermRefusal
	| "keep-until-wrong"
	| "person-unknown"
	| "organisation-unknown"
	| "key-taken"
	| "period-empty"
	| "changed-meanwhile";

/** Nobody is kept longer than this without somebody saying so again. */
const keptDays = 3653;

/**
 * Enters a person or an organisation; it counts as confirmed today.
 * @returns its id; refuses terms and links that are not the owner's, an own key that is taken, and a person whose end is not
 * between tomorrow and ten years
 * @throws Forbidden or SignInNeeded for those who do not keep this network
 */
export const enterParty = command(
	"network.enter-party",
	async (
		world: ActWorld,
		{ ownerId, input }: { ownerId: string; input: PartyInput },
	): Promise<Outcome<{ id: string }, PartyRefusal>> => {
		demand(mayKeepNetwork, world.actor, { ownerId });
		const values = await valuesOf(world, ownerId, input);
		if (!values.done) return values;
		const id = newId(world.now);
		const { topicIds, areaIds } = input;
		const written = await kept(
			world.db.networkParty.create({
				data: {
					id,
					ownerId,
					kind: input.kind,
					...values.value,
					confirmedOn: today(world.now),
					confirmedById: personIdOf(world.actor),
					authorId: personIdOf(world.actor),
					createdAt: world.now,
					topics: { create: topicIds.map((topicId) => ({ topicId })) },
					areas: { create: areaIds.map((areaId) => ({ areaId })) },
				},
			}),
			{ unique: { code: "key-taken" as const, field: "ownKey" } },
		);
		if (!written.done) return written;
		world.record({
			type: "network.party.entered",
			subject: { kind: "network-party", id },
			...recordedFor(world.actor, ownerId),
			facts: { kind: input.kind, basis: input.basis, visibility: input.visibility },
		});
		return done({ id });
	},
);

/**
 * Changes what is said of a party; its ties stay as they are, and so does the day of its confirmation.
 * @param revision as the form was shown; another one meanwhile is refused with "changed-meanwhile"
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const changeParty = command(
	"network.change-party",
	async (
		world: ActWorld,
		{ id, revision, input }: { id: string; revision: number; input: PartyInput },
	): Promise<Outcome<{ id: string }, PartyRefusal>> => {
		const party = await keptParty(world, id);
		if (party.revision !== revision || party.kind !== input.kind || party.erasedAt) return refused("changed-meanwhile");
		const values = await valuesOf(world, party.ownerId, input);
		if (!values.done) return values;
		const written = await kept(
			world.db.networkParty.update({
				where: { id },
				data: {
					...values.value,
					revision: { increment: 1 },
					topics: { deleteMany: {}, create: input.topicIds.map((topicId) => ({ topicId })) },
					areas: { deleteMany: {}, create: input.areaIds.map((areaId) => ({ areaId })) },
				},
			}),
			{ unique: { code: "key-taken" as const, field: "ownKey" } },
		);
		if (!written.done) return written;
		world.record({
			type: "network.party.changed",
			subject: { kind: "network-party", id },
			...recordedFor(world.actor, party.ownerId),
			facts: { revision: revision + 1, visibility: input.visibility },
		});
		return done({ id });
	},
);

async function valuesOf(world: ActWorld, ownerId: string, input: PartyInput) {
	const terms = await checkTerms(world, ownerId, input);
	if (!terms.done) return terms;
	const { purpose, basis, source, visibility, email, phone, website, keeperPostId, ownKey } = input;
	const said = { purpose, basis, source, visibility, email, phone, website, keeperPostId, ownKey };
	if (input.kind === "PERSON") {
		const keepUntil = endOfKeeping(input.keepUntil, world.now);
		if (!keepUntil) return refused("keep-until-wrong", { field: "keepUntil" });
		const { givenName, familyName, personId } = input;
		if (personId && !(await knownPeople(world, ownerId)).some(({ id }) => id === personId)) {
			return refused("person-unknown", { field: "person" });
		}
		const displayName = [givenName, familyName].filter(Boolean).join(" ");
		return done({ ...said, displayName, givenName: givenName || null, familyName, personId, keepUntil });
	}
	const { name, organisationId, sector, level, mission, offers, seeks } = input;
	if (organisationId && !(await knownBodies(world, ownerId)).some(({ id }) => id === organisationId)) {
		return refused("organisation-unknown", { field: "organisation" });
	}
	const validFrom = input.firstDay ? parseDay(input.firstDay) : null;
	const validUntil = input.lastDay ? dayAfter(input.lastDay) : null;
	if (validFrom && validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
	return done({
		...said,
		displayName: name,
		organisationId,
		sector,
		level,
		mission,
		offers,
		seeks,
		validFrom,
		validUntil,
	});
}

/** The first day on which a person is forgotten, as stored; null when it is not between tomorrow and ten years. */
export function endOfKeeping(text: string, now: Date): StoredDate | null {
	const day = parseDay(text);
	const present = today(now);
	return day && day > present && day <= daysFrom(present, keptDays) ? day : null;
}
