import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { dayLookedAt } from "../days.server";
import type { NetworkFilter } from "../filter";
import { messages } from "../messages";
import { seenParty } from "../queries/conditions.server";
import { listParties } from "../queries/party-list.server";
import { readersPlace } from "../queries/place-of-network.server";
import { type ShownTie, tiesFor } from "../queries/ties.server";
import { type SheetColumn, sheetColumns } from "./contact-sheet";

const most = 20_000;
type Cell = string | null;

/**
 * The list as a table that can be read in again: a row for each party and for each tie that begins there, in German words. By the
 * same filter and for the same eyes as the page.
 * @throws NotFound; Forbidden or SignInNeeded
 */
export async function exportedContacts(view: View, slug: string, filter: NetworkFilter) {
	const place = await readersPlace(view, slug);
	const t = textFor("de", messages);
	const { parties } = await listParties(view, place.ownerId, filter, { page: 1, size: most });
	const wanted = new Map(parties.map((party) => [party.id, party]));
	const ties = new Map<string, ShownTie[]>();
	const german: View = { ...view, locale: "de" };
	for (const tie of await tiesFor(german, place.ownerId, { ...filter, kind: null, uncertain: false }, most)) {
		if (tie.id && wanted.has(tie.from.id)) ties.set(tie.from.id, [...(ties.get(tie.from.id) ?? []), tie]);
	}
	const keys = await keysOfNamesakes(view, place.ownerId);
	const names = Object.keys(sheetColumns) as SheetColumn[];
	const rows = parties.flatMap((party) => {
		const person = party.kind === "PERSON";
		const facts: Record<SheetColumn, Cell> = {
			key: party.ownKey ?? party.id,
			kind: t(`kinds.${party.kind}`),
			name: person ? null : party.name,
			givenName: party.givenName,
			familyName: party.familyName,
			...{ email: party.email, phone: party.phone, purpose: party.purpose, source: party.source },
			sector: party.sector && t(`sectors.${party.sector}`),
			level: party.level && t(`levels.${party.level}`),
			basis: t(`bases.${party.basis}`),
			visibility: t(`visibilities.${party.visibility}`),
			...{ type: null, target: null, role: null, since: null, lastDay: null },
			keepUntil: party.keepUntil,
		};
		const own = ties.get(party.id) ?? [];
		const told = own.map((tie) => ({
			...facts,
			...{
				type: tie.label,
				target: keys.get(tie.to.id) ?? tie.to.name,
				role: tie.role,
				since: tie.since,
				lastDay: tie.lastDay,
			},
		}));
		return (told.length > 0 ? told : [facts]).map((cells) => names.map((name) => cells[name]));
	});
	return { titles: names.map((name) => sheetColumns[name]), rows, day: dayLookedAt(filter.day, view.now).text };
}

/** Keys of those whose name somebody else has too: a table that names them could not be read in again. */
async function keysOfNamesakes(view: View, ownerId: string): Promise<Map<string, string>> {
	const rows = await view.db.$queryRaw<{ id: string; key: string }[]>`
		SELECT id, key FROM (
			SELECT p.id::text, coalesce(p.own_key, p.id::text) AS key, count(*) OVER (PARTITION BY lower(p.display_name)) AS many
			FROM network_party p WHERE ${seenParty(view, ownerId, "p")}) x WHERE many > 1`;
	return new Map(rows.map(({ id, key }) => [id, key]));
}

/** The ties of a view as a table. @throws NotFound; Forbidden or SignInNeeded */
export async function exportedTies(view: View, slug: string, filter: NetworkFilter) {
	const place = await readersPlace(view, slug);
	const ties = await tiesFor(view, place.ownerId, filter, most);
	return {
		day: dayLookedAt(filter.day, view.now).text,
		rows: ties.map((tie) => [
			...[tie.from.name, tie.label, tie.to.name, tie.role, tie.since, tie.lastDay, tie.source, tie.confirmedOn],
		]),
	};
}
