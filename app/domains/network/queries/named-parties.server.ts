import { done, type Outcome, refused } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { seenParty } from "./conditions.server";
import { findParties } from "./tie-form.server";

export type NameRefusal = "nobody-by-name" | "perhaps-by-name" | "several-by-name";

/** The one party of the owner that has this name, capitals aside, among those the reader sees; null for no name. */
async function partyByName(
	view: View,
	ownerId: string,
	name: string,
	field: string,
): Promise<Outcome<string | null, NameRefusal>> {
	if (name === "") return done(null);
	const rows = await view.db.$queryRaw<{ id: string }[]>`
		SELECT p.id::text FROM network_party p
		WHERE ${seenParty(view, ownerId, "p")} AND lower(p.display_name) = ${name.toLowerCase()} ORDER BY p.id LIMIT 2`;
	const [one] = rows;
	if (one && rows.length === 1) return done(one.id);
	if (one) return refused("several-by-name", { field, values: { name } });
	const [alike] = await findParties(view, ownerId, name);
	return alike
		? refused("perhaps-by-name", { field, values: { name, alike: alike.name } })
		: refused("nobody-by-name", { field, values: { name } });
}

/** Who sent somebody and for whom they stand in, out of the names that were typed; refuses the first that is nobody's. */
export async function namedParties(
	view: View,
	ownerId: string,
	names: { onBehalfOf: string; substituteFor: string },
): Promise<Outcome<{ onBehalfOfId: string | null; substituteForId: string | null }, NameRefusal>> {
	const sender = await partyByName(view, ownerId, names.onBehalfOf, "onBehalfOf");
	if (!sender.done) return sender;
	const absent = await partyByName(view, ownerId, names.substituteFor, "substituteFor");
	return absent.done ? done({ onBehalfOfId: sender.value, substituteForId: absent.value }) : absent;
}
