import type { View } from "~/platform/world.server";
import { seenParty } from "../queries/conditions.server";
import { findParty } from "../queries/find-party.server";
import { keepersPlace } from "../queries/place-of-network.server";
import { type PartyKind, partyKinds } from "../vocabulary";
import { alikeNames } from "./alike-names";

type Entry = { id: string; name: string; email: string | null };
export type Suggested = { first: Entry; second: Entry; kind: PartyKind; because: "email" | "name" };

/** Names that are as alike as this are suggested; the rest of alikeness is chance. */
const alike = 0.6;
const suggested = 100;

type Row = Entry & { kind: PartyKind };

/**
 * Entries of one owner that look like the same person or organisation: the same mail address, or names alike ("Sportverein Thür e. V."
 * and "Sportverein Thuer"). The same address first, then best first, at most 100; those said to be different are left out.
 */
export async function suggestions(view: View, ownerId: string): Promise<Suggested[]> {
	// Alikeness is found here and not by the trigram index: 300 names against 10,000 took it 50 seconds.
	const rows = await view.db.$queryRaw<Row[]>`
		SELECT p.id::text, p.display_name AS name, p.email, p.kind::text AS kind FROM network_party p
		WHERE ${seenParty(view, ownerId, "p")} AND p.erased_at IS NULL ORDER BY p.id`;
	const distinct = await view.db.$queryRaw<{ pair: string }[]>`
		SELECT first_id || ' ' || second_id AS pair FROM network_distinct
		WHERE first_id IN (SELECT id FROM network_party WHERE owner_id = ${ownerId}::uuid)`;
	const apart = new Set(distinct.map(({ pair }) => pair));
	const byId = new Map(rows.map((row) => [row.id, row]));
	const byMail = new Map<string, string>();
	const sameMail: { first: string; second: string }[] = [];
	for (const { id, email, kind } of rows) {
		const key = email && `${kind} ${email.toLowerCase()}`;
		const before = key && byMail.get(key);
		if (before) sameMail.push({ first: before, second: id });
		else if (key) byMail.set(key, id);
	}
	const sameName = partyKinds.flatMap((kind) =>
		alikeNames(
			rows.filter((row) => row.kind === kind),
			alike,
		),
	);
	const found = new Map<string, Suggested>();
	const keep = (pairs: readonly { first: string; second: string }[], because: Suggested["because"]) => {
		for (const { first: one, second: other } of pairs) {
			const [first, second] = [byId.get(one), byId.get(other)];
			const pair = `${one} ${other}`;
			if (!first || !second || apart.has(pair) || found.has(pair)) continue;
			const { kind } = first;
			found.set(pair, { first: entryOf(first), second: entryOf(second), kind, because });
		}
	};
	keep(sameMail, "email");
	keep(
		sameName.sort((a, b) => b.score - a.score),
		"name",
	);
	return [...found.values()].slice(0, suggested);
}

function entryOf({ id, name, email }: Row): Entry {
	return { id, name, email };
}

/** Suggestions and the latest merges that can be taken back. @throws NotFound; Forbidden or SignInNeeded */
export async function duplicatesPage(view: View, slug: string) {
	const place = await keepersPlace(view, slug);
	const merges = await view.db.networkMerge.findMany({
		where: { ownerId: place.ownerId, undoneAt: null, survivor: { erasedAt: null } },
		select: {
			id: true,
			mergedAt: true,
			survivor: { select: { id: true, displayName: true } },
			merged: { select: { displayName: true } },
		},
		orderBy: [{ mergedAt: "desc" }, { id: "desc" }],
		take: 50,
	});
	return {
		place,
		pairs: await suggestions(view, place.ownerId),
		merges: merges.map(({ id, mergedAt, survivor, merged }) => ({
			...{ id, mergedAt, partyId: survivor.id, name: survivor.displayName, merged: merged.displayName },
		})),
	};
}

/** Two entries beside each other, to choose what stays. @throws NotFound; Forbidden or SignInNeeded */
export async function mergePage(view: View, at: { place: string; first: string; second: string }) {
	const place = await keepersPlace(view, at.place);
	const both = await Promise.all([at.first, at.second].map((id) => findParty(view, place.ownerId, id)));
	const entries = await Promise.all(
		both.map(async ({ id, displayName, email, phone, source, kind, createdAt }) => ({
			...{ id, email, phone, source, kind, createdAt, name: displayName },
			ties: await view.db.networkTie.count({ where: { OR: [{ fromId: id }, { toId: id }] } }),
			notes: await view.db.networkNote.count({ where: { partyId: id } }),
		})),
	);
	const [first, second] = entries;
	if (!first || !second) throw new Error("two were asked for");
	return { place, first, second };
}
