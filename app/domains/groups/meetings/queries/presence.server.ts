import type { View } from "~/platform/world.server";
import type { Presence } from "../../deciding/electorate";
import { substitutesFor } from "../../queries/substitutes.server";

/**
 * Who filled which seat when, for a vote on an item: as it was written down at the meeting; in a circular procedure whoever
 * answered that item in writing.
 */
export async function presencesFor(
	{ db }: Pick<View, "db">,
	meeting: { id: string; format: string },
	agendaItemId: string,
): Promise<Presence[]> {
	if (meeting.format !== "circular") return db.attendance.findMany({ where: { meetingId: meeting.id } });
	const answers = await db.writtenAnswer.findMany({
		where: { agendaItemId, answer: { not: "object" } },
		include: { membership: { select: { id: true, onBehalfOf: true, personId: true } } },
	});
	const { groupId, day } = await db.meeting.findUniqueOrThrow({
		where: { id: meeting.id },
		select: { groupId: true, day: true },
	});
	const standInsOf = await substitutesFor({ db }, groupId, day);
	return answers.map(({ membershipId, answeredById, fromPaper, membership }) => {
		const isOwn = fromPaper || membership.personId === answeredById;
		const acting = isOwn ? null : standInsOf(membership).find(({ personId }) => personId === answeredById);
		return { membershipId, substituteId: acting?.id ?? null, arrivedAt: null, leftAt: null };
	});
}

/** The seats whose holders declared that they are biased in an item. */
export async function biasedIn({ db }: Pick<View, "db">, agendaItemId: string): Promise<string[]> {
	const rows = await db.declaredBias.findMany({ where: { agendaItemId }, select: { membershipId: true } });
	return rows.map(({ membershipId }) => membershipId);
}
