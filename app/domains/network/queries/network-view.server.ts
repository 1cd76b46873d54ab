import type { View } from "~/platform/world.server";
import { type Bridge, singlePersonBridges } from "../bridges";
import { dayLookedAt } from "../days.server";
import type { NetworkFilter } from "../filter";
import type { PartyKind } from "../vocabulary";
import { endsOn, type ShownTie, tiesFor } from "./ties.server";

/** More nodes than this are no drawing but a ball of wool; then the table alone is shown. */
export const mostDrawn = 200;
/** Ties that a page shows; all of them are in the file. */
const mostShown = 1000;

export type DrawnNode = { id: string; name: string; kind: PartyKind; ties: number };
export type NetworkPicture = { nodes: DrawnNode[]; ties: ShownTie[]; more: boolean; tooMany: boolean };

/** The ends of ties, each once, by name. */
export function nodesOf(ties: readonly ShownTie[]): DrawnNode[] {
	const nodes = new Map<string, DrawnNode>();
	for (const { from, to } of ties) {
		for (const end of [from, to]) nodes.set(end.id, { ...end, ties: (nodes.get(end.id)?.ties ?? 0) + 1 });
	}
	return [...nodes.values()].sort(byName);
}

/** The network as a filter shows it, for drawing and table alike: never something in one that is not in the other. */
export async function networkPicture(view: View, ownerId: string, filter: NetworkFilter): Promise<NetworkPicture> {
	const found = await tiesFor(view, ownerId, filter, mostShown + 1);
	const ties = found.slice(0, mostShown);
	const nodes = nodesOf(ties);
	const more = found.length > mostShown;
	return { nodes, ties, more, tooMany: more || nodes.length > mostDrawn };
}

export type NamedBridge = { id: string; name: string; organisations: { id: string; name: string }[]; more: number };

const organisationsNamed = 20;
const bridgesNamed = 100;

const collator = new Intl.Collator("de");
const byName = (a: { id: string; name: string }, b: { id: string; name: string }) =>
	collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/**
 * Persons through whom alone organisations are reached on a day, as far as this reader sees the ties; seen from the owner's own
 * entry where there is one. At most 100 persons, with 20 organisations each.
 */
export async function bridgesOf(view: View, ownerId: string, day: string | null): Promise<NamedBridge[]> {
	const ends = await endsOn(view, ownerId, dayLookedAt(day, view.now).text);
	const own = await view.db.networkParty.findFirst({
		where: { ownerId, organisationId: ownerId, mergedIntoId: null },
		select: { id: true },
		orderBy: { id: "asc" },
	});
	const nodes = new Map(ends.flatMap(({ from, to }) => [from, to]).map((end) => [end.id, end]));
	const bridges: Bridge[] = singlePersonBridges(
		[...nodes.values()],
		ends.map(({ from, to }) => ({ from: from.id, to: to.id })),
		own?.id ?? null,
	).slice(0, bridgesNamed);
	const named = await view.db.networkParty.findMany({
		where: {
			id: { in: bridges.flatMap((one) => [one.personId, ...one.organisationIds.slice(0, organisationsNamed)]) },
		},
		select: { id: true, displayName: true },
	});
	const names = new Map(named.map(({ id, displayName }) => [id, displayName]));
	return bridges.map(({ personId, organisationIds }) => ({
		id: personId,
		name: names.get(personId) ?? "",
		organisations: organisationIds
			.slice(0, organisationsNamed)
			.map((id) => ({ id, name: names.get(id) ?? "" }))
			.sort(byName),
		more: Math.max(0, organisationIds.length - organisationsNamed),
	}));
}

/** The first day on which anything in the network begins, and the day that is looked at: the ends of the time slider. */
export async function timeSpan(view: View, ownerId: string, filter: NetworkFilter) {
	const { _min } = await view.db.networkTie.aggregate({ where: { ownerId }, _min: { validFrom: true } });
	const today = dayLookedAt(null, view.now).text;
	const first = _min.validFrom?.toISOString().slice(0, 10) ?? today;
	return { first: first < today ? first : today, last: today, day: dayLookedAt(filter.day, view.now).text };
}
