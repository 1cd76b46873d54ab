import type { z } from "zod";
import type { PartyInput } from "./commands/keep-party.server";
import type { organisationForm, personForm } from "./forms";

type Person = z.output<typeof personForm>;
type Organisation = z.output<typeof organisationForm>;

function factsOf({
	purpose,
	basis,
	source,
	visibility,
	email,
	phone,
	website,
	topics,
	areas,
	keeperPost,
	ownKey,
}: Person | Organisation) {
	return {
		...{ purpose, basis, source, visibility, email, phone, website, ownKey },
		...{ topicIds: topics, areaIds: areas, keeperPostId: keeperPost },
	};
}

/** What the act takes, from what the form of a person holds. */
export function personFrom(form: Person): PartyInput {
	const { givenName, familyName, person: personId, keepUntil } = form;
	return { ...factsOf(form), kind: "PERSON", givenName, familyName, personId, keepUntil };
}

/** What the act takes, from what the form of an organisation holds. */
export function organisationFrom(form: Organisation): PartyInput {
	const { name, organisation: organisationId, sector, level, mission, offers, seeks, firstDay, lastDay } = form;
	return {
		...factsOf(form),
		...{ kind: "ORGANISATION", name, organisationId, sector, level, mission, offers, seeks, firstDay, lastDay },
	};
}
