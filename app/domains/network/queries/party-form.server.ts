import type { View } from "~/platform/world.server";
import { dayLookedAt, dayText, lastDayText } from "../days.server";
import type { PartyKind } from "../vocabulary";
import { keeperChoices, termChoices } from "./choices.server";
import { findParty } from "./find-party.server";
import { knownBodies, knownPeople } from "./links.server";
import { keepersPlace } from "./place-of-network.server";

/** What the form of a new party offers. @throws NotFound; Forbidden or SignInNeeded */
export async function partyForm(view: View, place: string, kind: PartyKind) {
	const at = await keepersPlace(view, place);
	const known = kind === "PERSON" ? await knownPeople(view, at.ownerId) : await knownBodies(view, at.ownerId);
	return {
		place: at,
		kind,
		...(await termChoices(view, at.ownerId)),
		posts: await keeperChoices(view, at.ownerId),
		same: known.map(({ id, name }) => ({ value: id, label: name })),
		today: dayLookedAt(null, view.now).text,
	};
}

/** The same for a party that is there, with what is stored. @throws NotFound; Forbidden or SignInNeeded */
export async function changePartyForm(view: View, at: { place: string; party: string }) {
	const { ownerId } = await keepersPlace(view, at.place);
	const party = await findParty(view, ownerId, at.party);
	const terms = await view.db.networkParty.findUniqueOrThrow({
		where: { id: party.id },
		select: { topics: { select: { topicId: true } }, areas: { select: { areaId: true } } },
	});
	const text = (value: string | null) => value ?? "";
	const day = (value: Date | null) => (value ? dayText(value) : "");
	return {
		...(await partyForm(view, at.place, party.kind)),
		party: { id: party.id, name: party.displayName, revision: party.revision, ownerId },
		values: {
			...{ givenName: text(party.givenName), familyName: text(party.familyName), name: party.displayName },
			...{ email: text(party.email), phone: text(party.phone), website: text(party.website) },
			...{
				person: text(party.personId),
				organisation: text(party.organisationId),
				keeperPost: text(party.keeperPostId),
			},
			...{ sector: text(party.sector), level: text(party.level), ownKey: text(party.ownKey) },
			...{ mission: party.mission, offers: party.offers, seeks: party.seeks },
			...{ purpose: party.purpose, basis: party.basis, source: party.source, visibility: party.visibility },
			keepUntil: day(party.keepUntil),
			firstDay: day(party.validFrom),
			lastDay: text(lastDayText(party.validUntil)),
			topics: terms.topics.map(({ topicId }) => topicId),
			areas: terms.areas.map(({ areaId }) => areaId),
		},
	};
}
