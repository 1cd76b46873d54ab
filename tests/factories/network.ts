import { enterParty, type PartyInput } from "~/domains/network/commands/keep-party.server";
import { markKeyPerson } from "~/domains/network/commands/key-persons.server";
import { relate, type TieInput } from "~/domains/network/commands/ties.server";
import { informByMail } from "~/domains/network/people/rights.server";
import { dayOf } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

const fact = {
	purpose: "Zusammenarbeit in der Region",
	basis: "TASK",
	source: "Gespräch",
	visibility: "STAFF",
} as const;
const contact = {
	email: null,
	phone: null,
	website: null,
	topicIds: [],
	areaIds: [],
	keeperPostId: null,
	ownKey: null,
};
const dayIn = (world: World, years: number) => dayOf(world.now).add({ years }).toString();

type PersonGiven = { ownerId: string } & Partial<Extract<PartyInput, { kind: "PERSON" }>>;

/** Somebody in an owner's network, to be forgotten in three years. @returns the entry's id */
export async function networkPerson(world: World, { ownerId, ...given }: PersonGiven): Promise<string> {
	const name = { givenName: "Maria", familyName: "Muster", personId: null, keepUntil: dayIn(world, 3) };
	return must(await enterParty(world, { ownerId, input: { ...fact, ...contact, ...name, ...given, kind: "PERSON" } }))
		.id;
}

type OrganisationGiven = { ownerId: string; name: string } & Partial<Extract<PartyInput, { kind: "ORGANISATION" }>>;

/** An organisation in an owner's network. @returns the entry's id */
export async function networkOrganisation(world: World, { ownerId, ...given }: OrganisationGiven): Promise<string> {
	const profile = { organisationId: null, sector: null, level: null, mission: "", offers: "", seeks: "" };
	const input = {
		...fact,
		...contact,
		...profile,
		firstDay: null,
		lastDay: null,
		...given,
		kind: "ORGANISATION" as const,
	};
	return must(await enterParty(world, { ownerId, input })).id;
}

type TieGiven = Pick<TieInput, "fromId" | "toId"> & Partial<TieInput>;

/** What ties two entries, by default membership since two years. @returns the tie's id */
export async function tie(world: World, given: TieGiven): Promise<string> {
	const open = { term: null, electoralArea: null, votingRight: null, onBehalfOfId: null, substituteForId: null };
	const input = { type: "member", role: "", firstDay: dayIn(world, -2), lastDay: null, ...open, ...fact, ...given };
	return must(await relate(world, input)).id;
}

/** A person marked as key person in one of their functions. @returns the mark's id */
export async function keyPerson(
	world: World,
	given: { partyId: string; tieId: string; topicId?: string | null; areaId?: string | null; why: string },
): Promise<string> {
	const { basis: _, ...said } = fact;
	const input = { topicId: null, areaId: null, reviewOn: dayIn(world, 1), ...said, ...given };
	return must(await markKeyPerson(world, input)).id;
}

/** Somebody who has got the notice that they stand there. */
export async function told(world: World, id: string): Promise<void> {
	must(await informByMail(world, { id }));
}
