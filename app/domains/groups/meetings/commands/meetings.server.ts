import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import { type AttendanceProblem, attendanceProblem, type Presence } from "../../deciding/electorate";
import { mayRunGroup } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";

/**
 * Plans a meeting; nobody is told before it is invited to.
 * @throws NotFound for a group that is not there; Forbidden or SignInNeeded
 */
export const planMeeting = command(
	"groups.plan-meeting",
	async (
		world: ActWorld,
		input: { groupId: string; title: string; startsAt: Date; place: string; isPublic: boolean },
	): Promise<Outcome<{ meetingId: string }, "group-not-then">> => {
		const group = await groupById(world, input.groupId);
		demand(mayRunGroup, world.actor, group);
		const day = today(input.startsAt);
		if (day < group.validFrom || (group.validUntil && day >= group.validUntil)) {
			return refused("group-not-then", { field: "startsAt" });
		}
		const id = newId(world.now);
		await world.db.meeting.create({ data: { id, ...input, day, createdAt: world.now } });
		await link(world, {
			from: { kind: "meeting", id },
			relation: "part-of",
			to: { kind: "group", id: group.id },
		});
		world.record({
			type: "groups.meeting.planned",
			subject: { kind: "meeting", id },
			ownerId: group.organisationId,
			facts: { group: group.id, day: day.toISOString().slice(0, 10) },
		});
		return done({ meetingId: id });
	},
);

/**
 * Puts something on the agenda, until the meeting has been held.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const addAgendaItem = command(
	"groups.add-agenda-item",
	async (
		world: ActWorld,
		input: { meetingId: string; title: string; isPublic: boolean; takenUpId: string | null },
	): Promise<Outcome<{ agendaItemId: string }, "meeting-held" | "not-taken-up">> => {
		const { meeting, group } = await lockedMeeting(world, input.meetingId);
		if (meeting.heldAt) return refused("meeting-held");
		const taken = input.takenUpId
			? await world.db.takenUp.findFirst({ where: { id: input.takenUpId, groupId: group.id } })
			: null;
		if (input.takenUpId && !taken) return refused("not-taken-up", { field: "takenUpId" });
		const position = (await world.db.agendaItem.count({ where: { meetingId: meeting.id } })) + 1;
		const id = newId(world.now);
		await world.db.agendaItem.create({ data: { id, ...input, position } });
		// of a closed item nobody outside learns what it is about
		if (taken && input.isPublic) {
			await link(world, {
				from: { kind: taken.subjectKind, id: taken.subjectId },
				relation: "discussed-in",
				to: { kind: "meeting", id: meeting.id },
			});
		}
		world.record({
			type: "groups.agenda.added",
			subject: { kind: "meeting", id: meeting.id },
			ownerId: group.organisationId,
			facts: { item: id, position, public: input.isPublic },
		});
		return done({ agendaItemId: id });
	},
);

/**
 * Invites to a meeting: members and substitutes of its day are told, with the agenda, after the act.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const inviteToMeeting = command(
	"groups.invite-to-meeting",
	async (
		world: ActWorld,
		{ meetingId }: { meetingId: string },
	): Promise<Outcome<null, "already-invited" | "agenda-empty" | "meeting-begun">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.invitedAt) return refused("already-invited");
		if (meeting.startsAt <= world.now) return refused("meeting-begun");
		const items = await world.db.agendaItem.count({ where: { meetingId } });
		if (items === 0) return refused("agenda-empty");
		await world.db.meeting.update({ where: { id: meetingId }, data: { invitedAt: world.now } });
		world.record({
			type: "groups.meeting.invited",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { items },
		});
		return done(null);
	},
);

/**
 * Records who was there and which substitutes acted; the meeting counts as held. Replaces what was recorded before, as
 * long as no vote rests on it.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const recordAttendance = command(
	"groups.record-attendance",
	async (
		world: ActWorld,
		{ meetingId, presences }: { meetingId: string; presences: Presence[] },
	): Promise<Outcome<null, AttendanceProblem | "meeting-not-begun" | "attendance-frozen">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.startsAt > world.now) return refused("meeting-not-begun");
		const votes = await world.db.recommendation.count({ where: { meetingId, cancelledAt: null } });
		if (votes > 0) return refused("attendance-frozen");
		const memberships = await world.db.groupMembership.findMany({ where: { groupId: group.id } });
		const problem = attendanceProblem(memberships, presences, meeting.day);
		if (problem) return refused(problem);
		await world.db.attendance.deleteMany({ where: { meetingId } });
		await world.db.attendance.createMany({ data: presences.map((presence) => ({ meetingId, ...presence })) });
		if (!meeting.heldAt) await world.db.meeting.update({ where: { id: meetingId }, data: { heldAt: world.now } });
		world.record({
			type: "groups.attendance.recorded",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { present: presences.length },
		});
		return done(null);
	},
);

/** A meeting for those who run its group, locked until the act ends. @throws NotFound, Forbidden, SignInNeeded */
export async function lockedMeeting(world: ActWorld, meetingId: string) {
	await world.db.$queryRaw`SELECT id FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
	const meeting = await world.db.meeting.findUnique({ where: { id: meetingId } });
	if (!meeting) throw new NotFound();
	const group = await groupById(world, meeting.groupId);
	demand(mayRunGroup, world.actor, group);
	return { meeting, group };
}
