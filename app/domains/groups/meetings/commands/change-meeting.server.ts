import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { writeInvitations } from "../invitation/write-invitations.server";
import type { MeetingFormat } from "../meeting";
import { lockedMeeting } from "./meetings.server";

type Changed = {
	meetingId: string;
	title: string;
	startsAt: Date;
	endsAt: Date | null;
	place: string;
	isPublic: boolean;
	format: MeetingFormat;
	onlineUrl: string | null;
	dotsEach: number;
};

type ChangeRefused =
	| "meeting-begun"
	| "meeting-cancelled"
	| "group-not-then"
	| "ends-before-beginning"
	| "format-stays"
	| "begins-in-the-past";

/**
 * Changes when, where and how a meeting takes place, until it begins. Who was invited, or knows the date from a poll, is told
 * and gets a newer calendar entry (SEQUENCE grows); whoever belongs to the group on the new day is invited as well.
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const changeMeeting = command(
	"groups.change-meeting",
	async (world: ActWorld, { meetingId, ...input }: Changed): Promise<Outcome<null, ChangeRefused>> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		if (meeting.begunAt) return refused("meeting-begun");
		if ((meeting.format === "circular") !== (input.format === "circular")) {
			return refused("format-stays", { field: "format" });
		}
		if (meeting.invitedAt && input.startsAt <= world.now) return refused("begins-in-the-past", { field: "startsAt" });
		if (input.endsAt && input.endsAt <= input.startsAt) return refused("ends-before-beginning", { field: "endsAt" });
		const day = today(input.startsAt);
		if (day < group.validFrom || (group.validUntil && day >= group.validUntil)) {
			return refused("group-not-then", { field: "startsAt" });
		}
		const told = meeting.invitedAt !== null || (await world.db.datePoll.count({ where: { meetingId } })) > 0;
		await world.db.meeting.update({
			where: { id: meetingId },
			data: { ...input, day, changedAt: world.now, ...(told ? { sequence: { increment: 1 } } : {}) },
		});
		if (meeting.invitedAt) await writeInvitations(world, { ...meeting, day });
		// guests who were invited for the old day may answer for the new one
		await world.db.groupGuest.updateMany({
			where: { revokedAt: null, validUntil: { lte: day }, invitations: { some: { meetingId } } },
			data: { validUntil: daysFrom(day, 1) },
		});
		const moved = meeting.startsAt.getTime() !== input.startsAt.getTime();
		// a yes was said to another hour
		if (moved) {
			await world.db.meetingInvitation.updateMany({
				where: { meetingId },
				data: { reply: null, repliedAt: null, repliedById: null },
			});
		}
		world.record({
			type: "groups.meeting.changed",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { told, moved, day: day.toISOString().slice(0, 10) },
		});
		return done(null);
	},
);

/**
 * Cancels a meeting before it begins. Who knows of it is told, and the calendar entry is taken out again (CANCEL).
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const cancelMeeting = command(
	"groups.cancel-meeting",
	async (
		world: ActWorld,
		{ meetingId, reason }: { meetingId: string; reason: string },
	): Promise<Outcome<null, "meeting-begun" | "meeting-cancelled" | "reason-missing">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		if (meeting.begunAt) return refused("meeting-begun");
		if (reason.trim().length < 3) return refused("reason-missing", { field: "reason" });
		const told = meeting.invitedAt !== null || (await world.db.datePoll.count({ where: { meetingId } })) > 0;
		await world.db.meeting.update({
			where: { id: meetingId },
			data: { cancelledAt: world.now, cancelReason: reason.trim(), changedAt: world.now, sequence: { increment: 1 } },
		});
		// what would have been talked about is still unfinished
		await world.db.agendaItem.updateMany({
			where: { meetingId, carriedFromId: { not: null } },
			data: { outcome: "postponed" },
		});
		world.record({
			type: "groups.meeting.cancelled",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { told },
		});
		return done(null);
	},
);
