import type { ActWorld } from "~/platform/act.server";
import type { StoredDate } from "~/platform/calendar.server";
import type { NetworkParty, NetworkTie } from "~/platform/database/generated/client";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { dayAfter } from "../days.server";
import { circlesOf, mayKeepNetwork, recordedFor } from "../policy.server";
import { findParty, seesParty } from "../queries/find-party.server";

/** What the database says when the same tie is there at the same time. */
export const tiedOnce = { network_tie_once: { code: "already-tied" as const, field: "firstDay" } };

/** The end of a period after its last day; undefined when it is empty or no day. */
export function untilAfter(validFrom: StoredDate, lastDay: string | null): StoredDate | null | undefined {
	if (lastDay === null) return null;
	const until = dayAfter(lastDay);
	return until && until > validFrom ? until : undefined;
}

/** Another party of the owner that the actor sees, or null. */
export async function otherParty(world: ActWorld, ownerId: string, id: string): Promise<NetworkParty | null> {
	const party = await world.db.networkParty.findFirst({ where: { id, ownerId } });
	return party && seesParty(world, party) ? party : null;
}

/** A tie for an act, locked. @throws NotFound when it or one of its ends is not there for the actor; Forbidden, SignInNeeded */
export async function keptTie(world: ActWorld, id: string): Promise<NetworkTie> {
	await world.db.$queryRaw`SELECT 1 FROM network_tie WHERE id = ${givenId(id)}::uuid FOR UPDATE`;
	const tie = await world.db.networkTie.findUnique({ where: { id } });
	if (!tie) throw new NotFound();
	demand(mayKeepNetwork, world.actor, tie);
	if (!circlesOf(world.actor, tie.ownerId).includes(tie.visibility)) throw new NotFound();
	await findParty(world, tie.ownerId, tie.fromId);
	await findParty(world, tie.ownerId, tie.toId);
	return tie;
}

/** Writes down what became of a tie; its page tells it from there. */
export function recordTie(
	world: ActWorld,
	tie: NetworkTie,
	what: "ended" | "reopened" | "amended" | "withdrawn",
	facts: Record<string, string | null | string[]> = {},
): void {
	world.record({
		type: `network.tie.${what}`,
		subject: { kind: "network-party", id: tie.fromId },
		...recordedFor(world.actor, tie.ownerId),
		facts: { tie: tie.id, to: tie.toId, type: tie.type, ...facts },
	});
}

/** A capacity that is over carries no mark any longer; marks that had not begun by then go with it. */
export async function endMarks({ db }: ActWorld, tieId: string, validUntil: StoredDate): Promise<void> {
	await db.networkKeyPerson.deleteMany({ where: { tieId, validFrom: { gte: validUntil } } });
	await db.networkKeyPerson.updateMany({
		where: { tieId, OR: [{ validUntil: null }, { validUntil: { gt: validUntil } }] },
		data: { validUntil },
	});
}
