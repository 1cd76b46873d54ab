import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import type { AttendanceProblem, Presence } from "../../../deciding/electorate";
import { carryOver } from "../../agenda/carry-over.server";
import { lockedMeeting } from "../../commands/meetings.server";
import { openSpan } from "../../standing";
import { writeAttendance } from "../write-attendance.server";

type Closed = "meeting-cancelled" | "meeting-held" | "not-begun";
type SpanRefused = Closed | AttendanceProblem | "attendance-frozen" | "already-there" | "not-there" | "moment-outside";

async function runningMeeting(world: ActWorld, meetingId: string) {
	const { meeting, group } = await lockedMeeting(world, meetingId);
	const closed: Closed | null = meeting.cancelledAt
		? "meeting-cancelled"
		: meeting.heldAt
			? "meeting-held"
			: meeting.begunAt === null || meeting.format === "circular"
				? "not-begun"
				: null;
	return { meeting, group, closed };
}

/**
 * Opens a meeting: from now on who comes and goes is written down, and votes can be opened. At most an hour early.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const beginMeeting = command(
	"groups.begin-meeting",
	async (
		world: ActWorld,
		{ meetingId }: { meetingId: string },
	): Promise<Outcome<null, "meeting-cancelled" | "already-begun" | "too-early" | "not-begun">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		if (meeting.begunAt) return refused("already-begun");
		if (meeting.format === "circular") return refused("not-begun");
		const hour = 60 * 60 * 1000;
		if (meeting.startsAt.getTime() - world.now.getTime() > hour) return refused("too-early");
		// who opens early begins early: votes are later than the beginning
		const startsAt = meeting.startsAt > world.now ? world.now : meeting.startsAt;
		await world.db.meeting.update({ where: { id: meetingId }, data: { begunAt: world.now, startsAt } });
		world.record({
			type: "groups.meeting.begun",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
		});
		return done(null);
	},
);

/**
 * Somebody comes: the holder of a seat, or the substitute who acts for it. A substitute who acts makes way for the holder.
 * @param at the moment of coming, by default now; within the meeting, never in the future
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const arrive = command(
	"groups.arrive",
	async (
		world: ActWorld,
		{
			meetingId,
			membershipId,
			substituteId,
			at = null,
		}: { meetingId: string; membershipId: string; substituteId: string | null; at?: Date | null },
	): Promise<Outcome<null, SpanRefused>> => {
		const { meeting, group, closed } = await runningMeeting(world, meetingId);
		if (closed) return refused(closed);
		const moment = at ?? world.now;
		if (moment > world.now || moment < meeting.startsAt) return refused("moment-outside", { field: "um" });
		const spans = await world.db.attendance.findMany({ where: { meetingId } });
		const open = openSpan(spans, membershipId);
		if (open && open.substituteId === substituteId) return refused("already-there");
		const kept = spans.filter((span) => span !== open);
		// one fills the seat after the other: the span of the first ends where the second begins
		const ended = open ? [{ ...open, leftAt: moment }] : [];
		const written = await writeAttendance(world, meeting, [
			...kept,
			...ended,
			{ membershipId, substituteId, arrivedAt: moment, leftAt: null },
		]);
		if (!written.done) return written;
		world.record({
			type: "groups.attendance.arrived",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { membership: membershipId, substitute: substituteId ?? "", at: moment.toISOString() },
		});
		return done(null);
	},
);

/**
 * Somebody leaves; they may come again.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const leave = command(
	"groups.leave",
	async (
		world: ActWorld,
		{ meetingId, membershipId, at = null }: { meetingId: string; membershipId: string; at?: Date | null },
	): Promise<Outcome<null, SpanRefused>> => {
		const { meeting, group, closed } = await runningMeeting(world, meetingId);
		if (closed) return refused(closed);
		const moment = at ?? world.now;
		if (moment > world.now || moment < meeting.startsAt) return refused("moment-outside", { field: "um" });
		const spans = await world.db.attendance.findMany({ where: { meetingId } });
		const open = openSpan(spans, membershipId);
		if (!open) return refused("not-there");
		const written = await writeAttendance(
			world,
			meeting,
			spans.map((span) => (span === open ? { ...span, leftAt: moment } : span)),
		);
		if (!written.done) return written;
		world.record({
			type: "groups.attendance.left",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { membership: membershipId, at: moment.toISOString() },
		});
		return done(null);
	},
);

/**
 * Takes a wrongly written span away, as long as no vote rests on it.
 * @throws NotFound for a meeting or span that is not there; Forbidden or SignInNeeded
 */
export const removeSpan = command(
	"groups.remove-attendance",
	async (
		world: ActWorld,
		{ meetingId, spanId }: { meetingId: string; spanId: string },
	): Promise<Outcome<null, SpanRefused>> => {
		const { meeting, group, closed } = await runningMeeting(world, meetingId);
		if (closed) return refused(closed);
		const spans = await world.db.attendance.findMany({ where: { meetingId } });
		if (!spans.some(({ id }) => id === spanId)) throw new NotFound();
		const written = await writeAttendance(
			world,
			meeting,
			spans.filter(({ id }) => id !== spanId),
		);
		if (!written.done) return written;
		world.record({
			type: "groups.attendance.corrected",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { removed: spanId },
		});
		return done(null);
	},
);

/**
 * All seats that said they would come are there from the beginning: one tap instead of one per person.
 * @returns how many were written down
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const promisedAreThere = command(
	"groups.promised-are-there",
	async (world: ActWorld, { meetingId }: { meetingId: string }): Promise<Outcome<number, SpanRefused>> => {
		const { meeting, group, closed } = await runningMeeting(world, meetingId);
		if (closed) return refused(closed);
		const [spans, promised] = await Promise.all([
			world.db.attendance.findMany({ where: { meetingId } }),
			world.db.meetingInvitation.findMany({
				where: { meetingId, reply: "coming", membership: { function: { not: "substitute" } } },
				select: { membershipId: true },
			}),
		]);
		const there = new Set(spans.map(({ membershipId }) => membershipId));
		const added: Presence[] = promised.flatMap(({ membershipId }) =>
			membershipId && !there.has(membershipId)
				? [{ membershipId, substituteId: null, arrivedAt: null, leftAt: null }]
				: [],
		);
		const written = await writeAttendance(world, meeting, [...spans, ...added]);
		if (!written.done) return written;
		world.record({
			type: "groups.attendance.recorded",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { present: added.length },
		});
		return done(added.length);
	},
);

/**
 * Ends a meeting. Items that are neither done nor voted on are unfinished and go onto the next agenda; who is still there
 * was there until the end.
 * @returns how many items are unfinished
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const endMeeting = command(
	"groups.end-meeting",
	async (
		world: ActWorld,
		{ meetingId }: { meetingId: string },
	): Promise<Outcome<number, Closed | "nobody-present">> => {
		const { group, closed } = await runningMeeting(world, meetingId);
		if (closed) return refused(closed);
		if ((await world.db.attendance.count({ where: { meetingId } })) === 0) return refused("nobody-present");
		const voted = { recommendations: { some: { cancelledAt: null } } };
		const open = { meetingId, outcome: null };
		await world.db.agendaItem.updateMany({
			where: { ...open, ...voted },
			data: { outcome: "done", closedAt: world.now },
		});
		const { count } = await world.db.agendaItem.updateMany({
			where: open,
			data: { outcome: "postponed", closedAt: world.now },
		});
		await world.db.meeting.update({ where: { id: meetingId }, data: { heldAt: world.now } });
		world.record({
			type: "groups.meeting.held",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { unfinished: count },
		});
		await carryOver(world, group);
		return done(count);
	},
);

/**
 * Calls an item, says that it is done, or puts it off to the next meeting. An item on which a vote was opened is not put off.
 * @throws NotFound for an item that is not there; Forbidden or SignInNeeded
 */
export const moveItem = command(
	"groups.move-agenda-item",
	async (
		world: ActWorld,
		{ meetingId, itemId, to }: { meetingId: string; itemId: string; to: "called" | "done" | "postponed" },
	): Promise<Outcome<null, Closed | "voted-on">> => {
		const { group, closed } = await runningMeeting(world, meetingId);
		if (closed) return refused(closed);
		const item = await world.db.agendaItem.findFirst({
			where: { id: itemId, meetingId },
			include: { recommendations: { where: { cancelledAt: null }, select: { id: true } } },
		});
		if (!item) throw new NotFound();
		if (to === "postponed" && item.recommendations.length > 0) return refused("voted-on");
		await world.db.agendaItem.update({
			where: { id: itemId },
			data:
				to === "called"
					? { calledAt: world.now, closedAt: null, outcome: null }
					: { outcome: to, closedAt: world.now, calledAt: item.calledAt ?? (to === "done" ? world.now : null) },
		});
		world.record({
			type: `groups.agenda.${to}`,
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { item: itemId, position: item.position },
		});
		return done(null);
	},
);
