import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { circlesOf, mayKeepNetwork, recordedFor } from "../policy.server";
import { seesParty } from "../queries/find-party.server";

/**
 * Says that these parties are still as they stand there, with the ties and marks in force today that the actor can see.
 * @returns how many parties were confirmed; refuses with "nobody-chosen" when none of them is the owner's
 * @throws Forbidden or SignInNeeded
 */
export const confirmParties = command(
	"network.confirm",
	async (
		world: ActWorld,
		{ ownerId, partyIds }: { ownerId: string; partyIds: string[] },
	): Promise<Outcome<{ count: number }, "nobody-chosen">> => {
		demand(mayKeepNetwork, world.actor, { ownerId });
		const { db, now, actor } = world;
		const parties = await db.networkParty.findMany({
			where: { id: { in: partyIds }, ownerId, erasedAt: null },
			take: 500,
		});
		const ids = parties.filter((party) => seesParty(world, party)).map(({ id }) => id);
		if (ids.length === 0) return refused("nobody-chosen");
		const confirmed = { confirmedOn: today(now), confirmedById: personIdOf(actor) };
		const seen = { ownerId, visibility: { in: circlesOf(actor, ownerId) } };
		await db.networkParty.updateMany({ where: { id: { in: ids } }, data: confirmed });
		const ends = { OR: [{ fromId: { in: ids } }, { toId: { in: ids } }] };
		await db.networkTie.updateMany({ where: { ...seen, AND: [ends, inForce(today(now))] }, data: confirmed });
		await db.networkKeyPerson.updateMany({
			where: { ...seen, partyId: { in: ids }, AND: [inForce(today(now))] },
			data: { confirmedOn: today(now) },
		});
		for (const id of ids) {
			const subject = { kind: "network-party", id };
			world.record({ type: "network.party.confirmed", subject, ...recordedFor(actor, ownerId) });
		}
		return done({ count: ids.length });
	},
);
