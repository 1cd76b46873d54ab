import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay, today } from "~/platform/calendar.server";
import type { NetworkParty, NetworkTie } from "~/platform/database/generated/client";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { endMarks } from "../commands/kept-tie.server";
import { dayAfter } from "../days.server";
import { mayKeepNetwork, recordedFor } from "../policy.server";
import type { Oparl, OparlMembership } from "./oparl";

export type OparlImported = { entered: number; changed: number; began: number; ended: number };

export type OparlInput = {
	ownerId: string;
	oparl: Oparl;
	purpose: string;
	source: string;
	/** The file holds all memberships of the bodies that are in it: who is missing is no longer a member. */
	complete: boolean;
	/** The last day of those who are missing or deleted without an end of their own (`YYYY-MM-DD`). */
	lapsedOn: string;
};

const keptYears = 5;

/**
 * Takes council members over from OParl: entries and mandates are found by their OParl id and updated, lapsed mandates are ended by
 * their date, nothing is deleted. A second time changes nothing.
 * @returns how many entries were entered and changed, how many mandates began and ended; refuses a file with mistakes
 * @throws Forbidden or SignInNeeded
 */
export const importOparl = command(
	"network.import-oparl",
	async (
		world: ActWorld,
		{ ownerId, oparl, complete, lapsedOn, purpose, source }: OparlInput,
	): Promise<Outcome<OparlImported, "sheet-wrong" | "day-wrong" | "already-tied">> => {
		demand(mayKeepNetwork, world.actor, { ownerId });
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`network-import:${ownerId}`}, 0))`;
		if (oparl.problems.length > 0) return refused("sheet-wrong");
		if (!dayAfter(lapsedOn) || !parseDay(lapsedOn)) return refused("day-wrong", { field: "lapsedOn" });
		const said = { purpose, source, basis: "PUBLIC_OFFICE" as const };
		const parties = await keepEntries(world, ownerId, oparl, said);
		const ties = await kept(keepMandates(world, { ownerId, oparl, complete, lapsedOn, ids: parties.ids, said }), {
			network_tie_once: { code: "already-tied" as const },
		});
		if (!ties.done) return ties;
		const imported = { entered: parties.entered, changed: parties.changed, ...ties.value };
		world.record({
			type: "network.council.imported",
			subject: { kind: "organisation", id: ownerId },
			...recordedFor(world.actor, ownerId),
			facts: { memberships: oparl.memberships.length, complete, ...imported },
		});
		return done(imported);
	},
);

type Said = { purpose: string; source: string; basis: "PUBLIC_OFFICE" };

async function keepEntries(world: ActWorld, ownerId: string, { people, bodies }: Oparl, said: Said) {
	const rows = await world.db.networkParty.findMany({ where: { ownerId } });
	const byId = new Map(rows.map((row) => [row.id, row]));
	const survivor = (row: NetworkParty): NetworkParty => {
		const next = row.mergedIntoId ? byId.get(row.mergedIntoId) : undefined;
		return next ? survivor(next) : row;
	};
	const byOparl = new Map(rows.flatMap((row) => (row.oparlId ? [[row.oparlId, survivor(row)]] : [])));
	const keepUntil = new Date(today(world.now));
	keepUntil.setUTCFullYear(keepUntil.getUTCFullYear() + keptYears);
	const personId = personIdOf(world.actor);
	const ids = new Map<string, string>([...byOparl].map(([oparlId, { id }]) => [oparlId, id]));
	const added = [];
	let changed = 0;
	const wanted = [
		...people.map(({ id, name, givenName, familyName, email, phone }) => ({
			oparlId: id,
			kind: "PERSON" as const,
			values: { displayName: name, givenName: givenName || null, familyName, email, phone },
		})),
		...bodies.map(({ id, name }) => ({ oparlId: id, kind: "ORGANISATION" as const, values: { displayName: name } })),
	];
	for (const { oparlId, kind, values } of wanted) {
		const there = byOparl.get(oparlId);
		if (!there) {
			const id = newId(world.now);
			ids.set(oparlId, id);
			added.push({
				...{ id, ownerId, oparlId, kind, ...values, ...said, visibility: "STAFF" as const },
				...(kind === "PERSON" ? { keepUntil } : { sector: "politics" }),
				...{ confirmedOn: today(world.now), confirmedById: personId, authorId: personId, createdAt: world.now },
			});
			continue;
		}
		// Forgotten: what the council publishes anew does not bring addresses back.
		if (there.erasedAt) continue;
		// What the council's system leaves out is not taken away.
		const given = Object.entries(values).filter(([, value]) => value !== null);
		const differing = given.filter(([name, value]) => there[name as keyof NetworkParty] !== value);
		if (differing.length === 0) continue;
		await world.db.networkParty.update({
			where: { id: there.id },
			data: { ...Object.fromEntries(differing), revision: { increment: 1 } },
		});
		changed += 1;
	}
	await world.db.networkParty.createMany({ data: added });
	return { ids, entered: added.length, changed };
}

type Mandates = Pick<OparlInput, "ownerId" | "oparl" | "complete" | "lapsedOn"> & {
	ids: ReadonlyMap<string, string>;
	said: Said;
};

async function keepMandates(
	world: ActWorld,
	{ ownerId, oparl, complete, lapsedOn, ids, said }: Mandates,
): Promise<{ began: number; ended: number }> {
	const there = await world.db.networkTie.findMany({ where: { ownerId, oparlId: { not: null } } });
	const byOparl = new Map(there.map((tie) => [tie.oparlId, tie]));
	const personId = personIdOf(world.actor);
	let [began, ended] = [0, 0];
	for (const one of oparl.memberships) {
		const tie = byOparl.get(one.id);
		if (tie) {
			await renameAsTold(world, tie, one);
			if (await endAsTold(world, tie, one, lapsedOn)) ended += 1;
			continue;
		}
		const [fromId, toId] = [ids.get(one.personId), ids.get(one.bodyId)];
		const validFrom = one.firstDay ? parseDay(one.firstDay) : today(world.now);
		if (one.deleted || !fromId || !toId || !validFrom || fromId === toId) continue;
		await world.db.networkTie.create({
			data: {
				...{ id: newId(world.now), ownerId, fromId, toId, type: "mandate", oparlId: one.id, role: one.role },
				...{ votingRight: one.votingRight, validFrom, validUntil: one.lastDay ? dayAfter(one.lastDay) : null },
				...{ ...said, visibility: "STAFF" as const, authorId: personId, createdAt: world.now },
				...{ confirmedOn: today(world.now), confirmedById: personId },
			},
		});
		began += 1;
	}
	if (complete) {
		const told = new Set(oparl.memberships.map(({ id }) => id));
		const bodies = new Set(oparl.memberships.flatMap(({ bodyId }) => ids.get(bodyId) ?? []));
		for (const { id } of oparl.bodies) bodies.add(ids.get(id) ?? "");
		for (const tie of there) {
			if (told.has(tie.oparlId ?? "") || !bodies.has(tie.toId)) continue;
			if (await end(world, tie, lapsedOn)) ended += 1;
		}
	}
	return { began, ended };
}

/** What the seat is called there, and whether it votes, follows the council's own system. */
async function renameAsTold({ db }: ActWorld, tie: NetworkTie, told: OparlMembership): Promise<void> {
	const role = told.role || tie.role;
	const votingRight = told.votingRight ?? tie.votingRight;
	if (told.deleted || (role === tie.role && votingRight === tie.votingRight)) return;
	await db.networkTie.update({ where: { id: tie.id }, data: { role, votingRight, revision: { increment: 1 } } });
}

function endAsTold(world: ActWorld, tie: NetworkTie, told: OparlMembership, lapsedOn: string): Promise<boolean> {
	const lastDay = told.lastDay ?? (told.deleted ? lapsedOn : null);
	return lastDay ? end(world, tie, lastDay) : Promise.resolve(false);
}

/** Ends a mandate with its last day, or with its first where that is later. @returns whether it became shorter thereby */
async function end(world: ActWorld, tie: NetworkTie, lastDay: string): Promise<boolean> {
	const wanted = dayAfter(lastDay);
	if (!wanted) return false;
	const first = new Date(tie.validFrom.getTime() + 86_400_000);
	const validUntil = wanted > tie.validFrom ? wanted : first;
	if (tie.validUntil && validUntil >= tie.validUntil) return false;
	await world.db.networkTie.update({
		where: { id: tie.id },
		data: { validUntil, endedAt: world.now, revision: { increment: 1 } },
	});
	await endMarks(world, tie.id, validUntil);
	return true;
}
