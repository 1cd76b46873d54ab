import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, parseDay, type StoredDate, today } from "~/platform/calendar.server";
import type { NetworkParty, NetworkTie } from "~/platform/database/generated/client";
import { kept } from "~/platform/database/kept.server";
import { formatFor, textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { endMarks } from "../commands/kept-tie.server";
import { dayAfter, dayText } from "../days.server";
import { messages } from "../messages";
import { forgottenKey } from "../people/forget.server";
import { mayKeepNetwork, recordedFor } from "../policy.server";
import { typesOf } from "../queries/relation-types.server";
import { storedEnds } from "../relation-type";
import { type CheckedSheet, checkSheet, type SheetContext, type SheetParty } from "./check-sheet";
import type { SheetRow } from "./contact-sheet";
import { importMessages } from "./messages";

const keptYears = 3;
const latestDays = 3650;

/** Entries of an owner for a table, with what was merged away leading to what it became. */
async function knownParties({ db }: Pick<View, "db">, ownerId: string) {
	const rows = await db.networkParty.findMany({ where: { ownerId } });
	const byId = new Map(rows.map((row) => [row.id, row]));
	const survivor = (row: NetworkParty): NetworkParty => {
		const next = row.mergedIntoId ? byId.get(row.mergedIntoId) : undefined;
		return next ? survivor(next) : row;
	};
	return { rows, survivor };
}

/** Checks a table against what the owner has, in the words of the reader's language. The caller has asked who may. */
export async function checkedSheet(view: View, ownerId: string, rows: readonly SheetRow[]): Promise<CheckedSheet> {
	const { rows: parties, survivor } = await knownParties(view, ownerId);
	const keys = new Set(parties.map(({ ownKey }) => ownKey));
	const say = textFor("de", importMessages);
	const day = today(view.now);
	const end = new Date(day);
	end.setUTCFullYear(end.getUTCFullYear() + keptYears);
	const context: SheetContext = {
		words: messages.de,
		types: await typesOf(view, ownerId),
		known: parties
			.filter(({ erasedAt, displayName }) => !erasedAt && displayName !== "")
			.map((row) => ({ id: survivor(row).id, key: row.ownKey ?? row.id, name: row.displayName, kind: row.kind })),
		isForgotten: (key) => keys.has(forgottenKey(key)),
		today: dayText(day),
		latestEnd: dayText(daysFrom(day, latestDays)),
		usual: {
			purpose: say("usual.purpose"),
			source: say("usual.source", { date: formatFor("de").date(dayText(day)) }),
			keepUntil: dayText(end),
		},
	};
	return checkSheet(rows, context);
}

export type Imported = { entered: number; changed: number; ties: number; ended: number; same: number };

/**
 * Takes a table over, whole or not at all. Entries are found by their own key: a second time changes nothing. A tie that is there
 * since the same day is ended when the table gives it an end; nothing is deleted.
 * @returns how many were entered, changed, tied, ended, and were there already; refuses a table with a mistake
 * @throws Forbidden or SignInNeeded
 */
export const importContacts = command(
	"network.import-contacts",
	async (
		world: ActWorld,
		{ ownerId, rows }: { ownerId: string; rows: readonly SheetRow[] },
	): Promise<Outcome<Imported, "sheet-wrong" | "already-tied">> => {
		demand(mayKeepNetwork, world.actor, { ownerId });
		// One table after the other, so that two at once do not both enter the same key.
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`network-import:${ownerId}`}, 0))`;
		const sheet = await checkedSheet(world, ownerId, rows);
		if (!sheet.good) return refused("sheet-wrong");
		const parties = await keepParties(world, ownerId, sheet.parties);
		const ties = await kept(keepTies(world, ownerId, sheet, parties.ids), {
			network_tie_once: { code: "already-tied" as const },
		});
		if (!ties.done) return ties;
		const { ids: _, ...counts } = parties;
		const imported = { ...counts, ...ties.value };
		world.record({
			type: "network.contacts.imported",
			subject: { kind: "organisation", id: ownerId },
			...recordedFor(world.actor, ownerId),
			facts: { rows: rows.length, ...imported },
		});
		return done(imported);
	},
);

function storedParty({ name, key, keepUntil, ...party }: SheetParty) {
	return { ...party, displayName: name, ownKey: key, keepUntil: keepUntil ? parseDay(keepUntil) : null };
}

async function keepParties(world: ActWorld, ownerId: string, parties: readonly SheetParty[]) {
	const { rows, survivor } = await knownParties(world, ownerId);
	const byKey = new Map(rows.map((row) => [row.ownKey ?? row.id, survivor(row)]));
	const personId = personIdOf(world.actor);
	const ids = new Map<string, string>();
	const added = [];
	let [changed, same] = [0, 0];
	for (const party of parties) {
		const there = byKey.get(party.key);
		const { ownKey, ...values } = storedParty(party);
		if (!there) {
			const id = newId(world.now);
			ids.set(party.key, id);
			added.push({
				...{ ...values, id, ownKey, ownerId, confirmedOn: today(world.now), confirmedById: personId },
				...{ authorId: personId, createdAt: world.now },
			});
			continue;
		}
		ids.set(party.key, there.id);
		// What the table leaves open is not taken away: source, purpose, readers and end were said when it was entered.
		const { displayName, givenName, familyName, email, phone, sector, level } = values;
		const wanted = {
			...{ displayName, givenName, familyName },
			...{
				email: email ?? there.email,
				phone: phone ?? there.phone,
				sector: sector ?? there.sector,
				level: level ?? there.level,
			},
		};
		const differs = Object.entries(wanted).some(([name, value]) => there[name as keyof NetworkParty] !== value);
		if (!differs) {
			same += 1;
			continue;
		}
		await world.db.networkParty.update({ where: { id: there.id }, data: { ...wanted, revision: { increment: 1 } } });
		changed += 1;
	}
	await world.db.networkParty.createMany({ data: added });
	return { ids, entered: added.length, changed, same };
}

async function keepTies(
	world: ActWorld,
	ownerId: string,
	{ ties, parties }: CheckedSheet,
	ids: ReadonlyMap<string, string>,
): Promise<{ ties: number; ended: number }> {
	const types = new Map((await typesOf(world, ownerId)).map((type) => [type.key, type]));
	const there = await world.db.networkTie.findMany({ where: { ownerId } });
	const same = new Map(there.map((tie) => [keyOf(tie), tie]));
	const personId = personIdOf(world.actor);
	const said = new Map(parties.map((party) => [party.key, party]));
	const added = [];
	let ended = 0;
	for (const tie of ties) {
		const type = types.get(tie.type);
		const party = said.get(tie.from.key);
		const fromId = ids.get(tie.from.key);
		const toId = "id" in tie.to ? tie.to.id : ids.get(tie.to.key);
		const validFrom = parseDay(tie.since);
		if (!type || !party || !fromId || !toId || !validFrom || fromId === toId) continue;
		const ends = storedEnds(type, { fromId, toId });
		const validUntil: StoredDate | null = tie.lastDay ? dayAfter(tie.lastDay) : null;
		const wanted = { ...ends, type: tie.type, role: tie.role, validFrom };
		const found = same.get(keyOf(wanted));
		if (found) {
			const shorter = validUntil && (!found.validUntil || validUntil < found.validUntil);
			if (!shorter) continue;
			await world.db.networkTie.update({
				where: { id: found.id },
				data: { validUntil, endedAt: world.now, revision: { increment: 1 } },
			});
			await endMarks(world, found.id, validUntil);
			ended += 1;
			continue;
		}
		const { purpose, basis, source, visibility } = party;
		const row = {
			...{ ...wanted, id: newId(world.now), ownerId, validUntil, purpose, basis, source, visibility },
			...{ authorId: personId, createdAt: world.now, confirmedOn: today(world.now), confirmedById: personId },
		};
		added.push(row);
		same.set(keyOf(wanted), row as NetworkTie);
	}
	await world.db.networkTie.createMany({ data: added });
	return { ties: added.length, ended };
}

function keyOf(tie: Pick<NetworkTie, "fromId" | "toId" | "type" | "role" | "validFrom">): string {
	return [tie.fromId, tie.toId, tie.type, tie.role, dayText(tie.validFrom)].join("|");
}
