import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import type { AttendanceProblem, Presence } from "../../deciding/electorate";
import { mayRunGroup } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";
import { carryOver, nextPosition } from "../agenda/carry-over.server";
import { writeInvitations } from "../invitation/write-invitations.server";
import { endOf, type MeetingFormat } from "../meeting";
import { writeAttendance } from "../running/write-attendance.server";

type NewMeeting = {
	groupId: string;
	title: string;
	/** Of a circular procedure: now; it begins when it is sent out. */
	startsAt: Date;
	place: string;
	isPublic: boolean;
	/** Planned end; of a circular procedure the last moment for answers. */
	endsAt?: Date | null;
	format?: MeetingFormat;
	onlineUrl?: string | null;
	/** Points each person may give in a workshop. */
	dotsEach?: number;
};

/**
 * Plans a meeting; nobody is told before it is invited to. Unfinished items of earlier meetings go onto its agenda.
 * @throws NotFound for a group that is not there; Forbidden or SignInNeeded
 */
export const planMeeting = command(
	"groups.plan-meeting",
	async (
		world: ActWorld,
		input: NewMeeting,
	): Promise<
		Outcome<{ meetingId: string }, "group-not-then" | "not-in-this-state" | "ends-before-beginning" | "end-missing">
	> => {
		const group = await groupById(world, input.groupId);
		demand(mayRunGroup, world.actor, group);
		if (group.state === "paused") return refused("not-in-this-state");
		const { endsAt = null, format = "meeting" } = input;
		if (endsAt && endsAt <= input.startsAt) return refused("ends-before-beginning", { field: "endsAt" });
		if (format === "circular" && !endsAt) return refused("end-missing", { field: "endsAt" });
		const day = today(input.startsAt);
		if (day < group.validFrom || (group.validUntil && day >= group.validUntil)) {
			return refused("group-not-then", { field: "startsAt" });
		}
		const id = newId(world.now);
		await world.db.meeting.create({
			data: { id, ...input, endsAt, format, day, createdAt: world.now, changedAt: world.now },
		});
		await link(world, {
			from: { kind: "meeting", id },
			relation: "part-of",
			to: { kind: "group", id: group.id },
		});
		world.record({
			type: "groups.meeting.planned",
			subject: { kind: "meeting", id },
			ownerId: group.organisationId,
			facts: { group: group.id, day: day.toISOString().slice(0, 10), format },
		});
		await carryOver(world, group);
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
		input: {
			meetingId: string;
			title: string;
			isPublic: boolean;
			takenUpId: string | null;
			plannedMinutes?: number | null;
			/** What is asked in a circular procedure. */
			proposal?: string | null;
		},
	): Promise<
		Outcome<
			{ agendaItemId: string },
			"meeting-held" | "meeting-cancelled" | "circular-sent" | "proposal-missing" | "not-taken-up"
		>
	> => {
		const { meeting, group } = await lockedMeeting(world, input.meetingId);
		if (meeting.heldAt) return refused("meeting-held");
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		const circular = meeting.format === "circular";
		// what people answer in writing stays what they were asked
		if (circular && meeting.begunAt) return refused("circular-sent");
		if (circular && !input.proposal) return refused("proposal-missing", { field: "proposal" });
		const taken = input.takenUpId
			? await world.db.takenUp.findFirst({ where: { id: input.takenUpId, groupId: group.id } })
			: null;
		if (input.takenUpId && !taken) return refused("not-taken-up", { field: "takenUpId" });
		const position = await nextPosition(world, meeting.id);
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
 * Invites to a meeting: members and substitutes of its day, and guests who were asked for their time, are told after the
 * act, with the agenda and an entry for their calendars. A circular procedure begins with it.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const inviteToMeeting = command(
	"groups.invite-to-meeting",
	async (
		world: ActWorld,
		{ meetingId }: { meetingId: string },
	): Promise<
		Outcome<null, "already-invited" | "agenda-empty" | "proposal-missing" | "meeting-begun" | "meeting-cancelled">
	> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.invitedAt) return refused("already-invited");
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		const circular = meeting.format === "circular";
		if ((circular ? endOf(meeting) : meeting.startsAt) <= world.now) return refused("meeting-begun");
		const agenda = await world.db.agendaItem.findMany({ where: { meetingId }, select: { proposal: true } });
		const items = agenda.length;
		if (items === 0) return refused("agenda-empty");
		if (circular && agenda.some(({ proposal }) => !proposal)) return refused("proposal-missing");
		// its members are those of the day on which it is sent out
		const begins = circular ? { startsAt: world.now, day: today(world.now), begunAt: world.now } : {};
		// who already has the date in the calendar gets a newer entry
		const known = await world.db.datePoll.count({ where: { meetingId } });
		const sequence = meeting.sequence + (known > 0 ? 1 : 0);
		const invited = await world.db.meeting.update({
			where: { id: meetingId },
			data: { invitedAt: world.now, changedAt: world.now, sequence, ...begins },
		});
		await writeInvitations(world, invited);
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
 * Records who was there and which substitutes acted, after a meeting; it counts as held. Replaces what was recorded
 * before, as long as no vote rests on it. While a meeting runs, who comes and goes is written down one by one
 * (running/).
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const recordAttendance = command(
	"groups.record-attendance",
	async (
		world: ActWorld,
		{ meetingId, presences }: { meetingId: string; presences: Presence[] },
	): Promise<Outcome<null, AttendanceProblem | "meeting-not-begun" | "meeting-cancelled" | "attendance-frozen">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		if (meeting.startsAt > world.now) return refused("meeting-not-begun");
		const written = await writeAttendance(world, meeting, presences);
		if (!written.done) return written;
		if (!meeting.heldAt) {
			await world.db.meeting.update({
				where: { id: meetingId },
				data: { heldAt: world.now, begunAt: meeting.begunAt ?? meeting.startsAt },
			});
		}
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
