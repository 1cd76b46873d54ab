import type { ActWorld } from "~/platform/act.server";
import { newId } from "~/platform/tokens.server";

/** The number of the next item of a meeting. */
export async function nextPosition(world: Pick<ActWorld, "db">, meetingId: string): Promise<number> {
	const last = await world.db.agendaItem.aggregate({ where: { meetingId }, _max: { position: true } });
	return (last._max.position ?? 0) + 1;
}

/**
 * Puts the items that meetings left unfinished onto the agenda of the next meeting of the group, once each; called inside an
 * act. Nothing happens while no meeting is planned: planning one calls this again. A circular procedure takes none over,
 * because its items are questions that can be answered in writing.
 * @returns how many went over
 */
export async function carryOver(world: ActWorld, group: { id: string; organisationId: string }): Promise<number> {
	const next = await world.db.meeting.findFirst({
		where: {
			groupId: group.id,
			begunAt: null,
			heldAt: null,
			cancelledAt: null,
			format: { not: "circular" },
			startsAt: { gt: world.now },
		},
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
	if (!next) return 0;
	const unfinished = await world.db.agendaItem.findMany({
		where: { meeting: { groupId: group.id }, outcome: "postponed", carriedTo: null, meetingId: { not: next.id } },
		orderBy: [{ meeting: { startsAt: "asc" } }, { position: "asc" }],
		take: 100,
	});
	let position = await nextPosition(world, next.id);
	for (const { id: carriedFromId, title, isPublic, takenUpId, plannedMinutes } of unfinished) {
		const id = newId(world.now);
		await world.db.agendaItem.create({
			data: { id, meetingId: next.id, position, title, isPublic, takenUpId, plannedMinutes, carriedFromId },
		});
		world.record({
			type: "groups.agenda.carried-over",
			subject: { kind: "meeting", id: next.id },
			ownerId: group.organisationId,
			facts: { item: id, from: carriedFromId, position },
		});
		position += 1;
	}
	return unfinished.length;
}
