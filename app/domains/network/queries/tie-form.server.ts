import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { dayLookedAt, dayText } from "../days.server";
import type { PartyKind } from "../vocabulary";
import { termChoices, typeChoicesAt } from "./choices.server";
import { alike, seenParty } from "./conditions.server";
import { findParty } from "./find-party.server";
import { keepersPlace } from "./place-of-network.server";

const found = 30;

/** Parties by name in spite of typing mistakes, for choosing one; without words those that were entered last. */
export async function findParties(
	view: View,
	ownerId: string,
	words: string,
): Promise<{ id: string; name: string; kind: PartyKind }[]> {
	const low = words.toLowerCase();
	const order = words
		? Prisma.sql`similarity(lower(p.display_name), ${low}) + word_similarity(${low}, lower(p.display_name)) DESC, p.display_name`
		: Prisma.sql`p.created_at DESC`;
	return view.db.$queryRaw`
		SELECT p.id::text, p.display_name AS name, p.kind::text AS kind FROM network_party p
		WHERE ${seenParty(view, ownerId, "p")} AND ${alike("p", words)} ORDER BY ${order}, p.id LIMIT ${found}`;
}

/** What the form of a new tie at a party offers. @throws NotFound; Forbidden or SignInNeeded */
export async function tieForm(view: View, at: { place: string; party: string }, words: string) {
	const place = await keepersPlace(view, at.place);
	const party = await findParty(view, place.ownerId, at.party);
	const others = (await findParties(view, place.ownerId, words)).filter(({ id }) => id !== party.id);
	return {
		place,
		party: {
			id: party.id,
			name: party.displayName,
			kind: party.kind,
			purpose: party.purpose,
			basis: party.basis,
			visibility: party.visibility,
		},
		words,
		others: others.map(({ id, name }) => ({ value: id, label: name })),
		types: await typeChoicesAt(view, place.ownerId, party.kind),
		today: dayLookedAt(null, view.now).text,
	};
}

/** What the form of a mark as key person offers. @throws NotFound; Forbidden or SignInNeeded */
export async function keyPersonForm(view: View, at: { place: string; party: string }) {
	const place = await keepersPlace(view, at.place);
	const party = await findParty(view, place.ownerId, at.party);
	const { purpose, visibility, displayName, id } = party;
	const today = dayLookedAt(null, view.now);
	const next = new Date(today.stored);
	next.setUTCFullYear(next.getUTCFullYear() + 1);
	return {
		place,
		party: { id, name: displayName, purpose, visibility },
		...(await termChoices(view, place.ownerId)),
		nextYear: dayText(next),
	};
}
