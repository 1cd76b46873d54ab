import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { lockedFor } from "../../charter/commands/lifecycle.server";
import { mayManageGroups, mayReadGroup } from "../../policy.server";
import type { FoundGroup } from "../../queries/find-group.server";
import { dayText } from "../../queries/names.server";
import { type Departing, departures } from "../departures.server";
import type { EndReason } from "../end-reason";
import { heldSince } from "../held-since.server";

type EndRefused = "period-empty" | "ends-earlier" | "meeting-held-later";

/**
 * Ends a membership: it no longer counts from the given day on; its substitutes end with it, and what hung on the person
 * goes on without them.
 * @throws NotFound for a membership that is not in that group; Forbidden or SignInNeeded
 */
export const endSeat = command(
	"groups.end-seat",
	async (
		world: ActWorld,
		input: { groupId: string; membershipId: string; endsOn: Date; reason?: EndReason },
	): Promise<Outcome<null, EndRefused>> => {
		const { groupId, membershipId, endsOn, reason = "other" } = input;
		const group = await lockedFor(world, groupId, mayManageGroups);
		const membership = await world.db.groupMembership.findFirst({ where: { id: membershipId, groupId } });
		if (!membership) throw new NotFound();
		return depart(world, group, membership, { endsOn, reason });
	},
);

/** A member leaves by their own act; today is the earliest last day. @throws NotFound for who holds nothing in that group */
export const resign = command(
	"groups.resign",
	async (
		world: ActWorld,
		{ groupId, endsOn }: { groupId: string; endsOn: Date },
	): Promise<Outcome<null, EndRefused | "day-outside">> => {
		const personId = personIdOf(world.actor);
		const group = await lockedFor(world, groupId, mayReadGroup);
		const day = today(world.now);
		const membership =
			personId && (await world.db.groupMembership.findFirst({ where: { groupId, personId, ...inForce(day) } }));
		if (!membership) throw new NotFound();
		if (endsOn <= day) return refused("day-outside", { field: "lastDay" });
		return depart(world, group, membership, { endsOn, reason: "resigned" });
	},
);

async function depart(
	world: ActWorld,
	group: FoundGroup,
	membership: Departing & { validFrom: Date; validUntil: Date | null },
	{ endsOn, reason }: { endsOn: Date; reason: EndReason },
): Promise<Outcome<null, EndRefused>> {
	const { id, validFrom, validUntil } = membership;
	if (endsOn <= validFrom) return refused("period-empty", { field: "lastDay" });
	if (validUntil && endsOn > validUntil) return refused("ends-earlier", { field: "lastDay" });
	if (await heldSince(world, group.id, endsOn)) return refused("meeting-held-later", { field: "lastDay" });
	const later = { OR: [{ validUntil: null }, { validUntil: { gt: endsOn } }] };
	await world.db.groupMembership.update({ where: { id }, data: { validUntil: endsOn, endReason: reason } });
	// who would have begun to stand in only afterwards never does
	await world.db.groupMembership.deleteMany({ where: { substituteForId: id, validFrom: { gte: endsOn } } });
	await world.db.groupMembership.updateMany({
		where: { substituteForId: id, ...later },
		data: { validUntil: endsOn },
	});
	world.record({
		type: "groups.seat.ended",
		subject: { kind: "group", id: group.id },
		ownerId: group.organisationId,
		facts: { membership: id, endsOn: dayText(endsOn), reason },
	});
	for (const goesOn of departures) await goesOn(world, group, membership, endsOn);
	return done(null);
}
