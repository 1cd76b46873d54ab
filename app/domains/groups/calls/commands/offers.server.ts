import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import type { FoundGroup } from "../../queries/find-group.server";
import { answerEnds } from "../answer-time.server";
import { nextInLine } from "../lot";
import { type FoundCall, lockedCall } from "../queries/find-call.server";

/** Offers a seat to somebody drawn, with the day until which they answer. */
export async function offer(world: ActWorld, call: FoundCall, id: string, quota: number | null): Promise<void> {
	await world.db.seatApplication.update({
		where: { id },
		data: { state: "offered", quota, offerUntil: answerEnds(world.now, call.answerDays) },
	});
	world.record({
		type: "groups.call.seat-offered",
		subject: { kind: "seat-call", id: call.id },
		ownerId: call.group.organisationId,
		facts: { application: id },
	});
}

/** Offers a seat that became free to the next in the list; without one it stays empty. The call's row is locked. */
export async function offerNext(world: ActWorld, call: FoundCall, quota: number | null): Promise<boolean> {
	const listed = await world.db.seatApplication.findMany({
		where: { callId: call.id, state: "listed" },
		select: { id: true, rank: true, stratum: true },
	});
	const next = nextInLine(listed, quota);
	if (!next) return false;
	await offer(world, call, next.id, quota);
	return true;
}

/** Somebody who was drawn leaves: the next in the list is asked, while the seats of that call last. */
export async function offerToSuccessor(
	world: ActWorld,
	group: FoundGroup,
	membership: { id: string },
	endsOn: Date,
): Promise<void> {
	const left = await world.db.seatApplication.findUnique({ where: { membershipId: membership.id } });
	if (!left) return;
	const call = await lockedCall(world, left.callId);
	const isOver = (until: Date | null) => until !== null && until <= endsOn;
	if (isOver(call.seatUntil) || isOver(group.validUntil)) return;
	await offerNext(world, call, left.quota);
}

const endOffers = command("groups.end-seat-offers", async (world: ActWorld, { callId }: { callId: string }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const call = await lockedCall(world, callId);
	const over = await world.db.seatApplication.findMany({
		where: { callId, state: "offered", offerUntil: { lte: world.now } },
		orderBy: { rank: "asc" },
		select: { id: true, quota: true },
	});
	for (const { id, quota } of over) {
		await world.db.seatApplication.update({ where: { id }, data: { state: "lapsed", offerUntil: null } });
		world.record({
			type: "groups.call.offer-lapsed",
			subject: { kind: "seat-call", id: callId },
			ownerId: call.group.organisationId,
			facts: { application: id },
		});
		await offerNext(world, call, quota);
	}
	return over.length > 0 ? done(over.length) : refused("nothing-due");
});

/** Takes back offers that nobody answered in time and asks the next ones, call by call. @returns how many lapsed */
export async function endSeatOffers(world: World): Promise<number> {
	const due = await world.db.seatApplication.findMany({
		where: { state: "offered", offerUntil: { lte: world.now } },
		distinct: ["callId"],
		select: { callId: true },
		orderBy: { callId: "asc" },
	});
	let lapsed = 0;
	for (const { callId } of due) {
		const outcome = await endOffers(world, { callId });
		if (outcome.done) lapsed += outcome.value;
	}
	return lapsed;
}

/** From which day on somebody drawn sits: as announced, but not in the past and not before a meeting that was held. */
export async function firstDayOf(world: ActWorld, { groupId, seatFrom }: { groupId: string; seatFrom: Date }) {
	const { _max } = await world.db.meeting.aggregate({ where: { groupId, heldAt: { not: null } }, _max: { day: true } });
	const days = [seatFrom, today(world.now), ...(_max.day ? [daysFrom(_max.day, 1)] : [])];
	return new Date(Math.max(...days.map((day) => day.getTime())));
}
