import { manifest } from "~/domains/network/manifest.server";
import { partyPage } from "~/domains/network/queries/party-page.server";
import type { Actor, Role } from "~/platform/actor";
import { introduce } from "~/platform/manifest.server";
import { freshDatabase } from "../support/database";
import { networkOrganisation, networkPerson } from "./network";
import { human, personWith, place, worldOf } from "./participation";

const now = new Date("2026-11-22T10:00:00Z");

/** A county with its own network, who keeps it, and an administrator of another place; in a database of their own. */
export async function networkOffice() {
	const { db } = await freshDatabase();
	introduce([manifest]);
	const { organisationId: ownerId } = await place(db, now, { slug: "kreis", name: "Kreis" });
	const { organisationId: otherId } = await place(db, now, { slug: "anderswo", name: "Anderswo" });
	const employee = async (name: string, role: Role, at: string) =>
		personWith([role], at, { personId: await human(db, now, name), displayName: name });
	const guide = await employee("Leyla", "guide", ownerId);
	const clerk = await employee("Hannes", "staff", ownerId);
	const stranger = await employee("Knut", "organisation-admin", otherId);
	const world = (actor: Actor = guide, at: Date = now) => worldOf(db, actor, at);
	let names = 0;
	return {
		...{ db, now, ownerId, otherId, guide, clerk, stranger, world },
		/** A name that nothing else in this database has. */
		newName: (word: string) => `${word} ${++names}`,
		organisation: (given: Partial<Parameters<typeof networkOrganisation>[1]> = {}) =>
			networkOrganisation(world(), { ownerId, name: `Verein Nummer ${++names}`, ...given }),
		person: (given: Partial<Parameters<typeof networkPerson>[1]> = {}) =>
			networkPerson(world(), { ownerId, familyName: `Mensch${++names}`, ...given }),
		page: (id: string, day: string | null = null, actor: Actor = guide) =>
			partyPage(world(actor), { place: "kreis", party: id }, day),
	};
}
