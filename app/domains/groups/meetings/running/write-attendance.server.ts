import type { ActWorld } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { type AttendanceProblem, attendanceProblem, type Presence } from "../../deciding/electorate";
import { changesVotes } from "../standing";

/**
 * Writes who was there when, in place of what was written before; called inside an act that has locked the meeting.
 * @param presences all spans of the meeting, in German time's moments; null for "from the beginning", "until the end"
 * @returns refused when the list cannot be, or would change who was there at a vote that was already opened
 */
export async function writeAttendance(
	world: ActWorld,
	meeting: { id: string; groupId: string; day: Date },
	presences: readonly (Presence & { id?: string })[],
): Promise<Outcome<null, AttendanceProblem | "attendance-frozen">> {
	const meetingId = meeting.id;
	const [memberships, before, votes] = await Promise.all([
		world.db.groupMembership.findMany({ where: { groupId: meeting.groupId } }),
		world.db.attendance.findMany({ where: { meetingId } }),
		world.db.recommendation.findMany({ where: { meetingId, cancelledAt: null }, select: { votedAt: true } }),
	]);
	const problem = attendanceProblem(memberships, presences, meeting.day);
	if (problem) return refused(problem);
	if (changesVotes(memberships, before, presences, votes, meeting.day)) return refused("attendance-frozen");
	await world.db.attendance.deleteMany({ where: { meetingId } });
	await world.db.attendance.createMany({
		data: presences.map(({ id, membershipId, substituteId, arrivedAt, leftAt }) => ({
			// a span keeps its id, by which another page may just be correcting it
			id: id ?? newId(world.now),
			meetingId,
			membershipId,
			substituteId,
			arrivedAt,
			leftAt,
		})),
	});
	return done(null);
}
