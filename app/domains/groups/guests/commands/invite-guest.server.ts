import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { lockedFor } from "../../charter/commands/lifecycle.server";
import { mayRunGroup } from "../../policy.server";
import { guestOf } from "../known-guest.server";
import { invitationLetter } from "../letters.server";

type Refused =
	| "guests-not-foreseen"
	| "name-missing"
	| "email-unreadable"
	| "nothing-chosen"
	| "last-day-past"
	| "not-in-this-state";

/**
 * Invites somebody as a guest to named agenda items, and so to their meetings, and to named papers, by a link that opens only
 * these and ends by itself. Who is a guest already, by a date poll or another item, stays one guest.
 * @param input.validUntil first day on which the link opens nothing more
 * @returns the guest's id @throws NotFound, Forbidden, SignInNeeded
 */
export const inviteGuest = command(
	"groups.invite-guest",
	async (
		world: ActWorld,
		input: {
			groupId: string;
			name: string;
			email: string;
			purpose: string;
			agendaItemIds: string[];
			groupFileIds: string[];
			validUntil: Date;
		},
	): Promise<Outcome<{ id: string }, Refused>> => {
		const { groupId, agendaItemIds, groupFileIds, validUntil } = input;
		const group = await lockedFor(world, groupId, mayRunGroup);
		if (group.charter.guestsBy === "nobody") return refused("guests-not-foreseen");
		if (group.state === "concluded" || group.state === "archived") return refused("not-in-this-state");
		const name = input.name.trim();
		if (name.length < 2 || name.length > 80) return refused("name-missing", { field: "name" });
		const email = readMailAddress(input.email)?.toLowerCase();
		if (!email) return refused("email-unreadable", { field: "email" });
		const [items, files] = await Promise.all([
			world.db.agendaItem.count({ where: { id: { in: agendaItemIds }, meeting: { groupId } } }),
			world.db.groupFile.count({ where: { id: { in: groupFileIds }, groupId, removedAt: null } }),
		]);
		const isWhole = items === new Set(agendaItemIds).size && files === new Set(groupFileIds).size;
		if (!isWhole || items + files === 0) return refused("nothing-chosen", { field: "items" });
		if (validUntil <= today(world.now)) return refused("last-day-past", { field: "lastDay" });
		const id = await guestOf(world, groupId, { name, email, purpose: input.purpose.trim().slice(0, 200), validUntil });
		await world.db.groupGuestItem.createMany({
			data: [...new Set(agendaItemIds)].map((agendaItemId) => ({ guestId: id, agendaItemId })),
			skipDuplicates: true,
		});
		await world.db.groupGuestFile.createMany({
			data: [...new Set(groupFileIds)].map((groupFileId) => ({ guestId: id, groupFileId })),
			skipDuplicates: true,
		});
		await inviteToMeetings(world, group, { guestId: id, agendaItemIds });
		const guest = await world.db.groupGuest.findUniqueOrThrow({ where: { id } });
		await queueMail(world, {
			key: `group-guest:${id}:${newId(world.now)}`,
			to: email,
			letter: invitationLetter(world.locale, group, guest),
		});
		world.record({
			type: "groups.guest.invited",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { guest: id, items, files, until: validUntil.toISOString().slice(0, 10) },
		});
		return done({ id });
	},
);

/** Whoever is invited to an item comes to its meeting; where the others were invited before, the guest is told after the act. */
async function inviteToMeetings(
	world: ActWorld,
	group: { id: string; organisationId: string },
	{ guestId, agendaItemIds }: { guestId: string; agendaItemIds: string[] },
): Promise<void> {
	const meetings = await world.db.meeting.findMany({
		where: {
			groupId: group.id,
			agenda: { some: { id: { in: agendaItemIds } } },
			heldAt: null,
			cancelledAt: null,
			format: { not: "circular" },
			invitations: { none: { guestId } },
		},
		select: { id: true, invitedAt: true, begunAt: true },
		orderBy: { id: "asc" },
	});
	for (const { id: meetingId, invitedAt, begunAt } of meetings) {
		const invitation = newId(world.now);
		await world.db.meetingInvitation.create({ data: { id: invitation, meetingId, guestId, invitedAt: world.now } });
		if (!invitedAt || begunAt) continue;
		world.record({
			type: "groups.meeting.invited-later",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { invitation },
		});
	}
}

/** Ends a guest's access at once; that there was one, and why it ended, stays. @throws NotFound, Forbidden, SignInNeeded */
export const revokeGuest = command(
	"groups.revoke-guest",
	async (
		world: ActWorld,
		{ groupId, guestId, reason }: { groupId: string; guestId: string; reason: string },
	): Promise<Outcome<null, "reason-missing" | "guest-over">> => {
		const group = await lockedFor(world, groupId, mayRunGroup);
		if (reason.trim().length < 10) return refused("reason-missing", { field: "reason" });
		if ((await world.db.groupGuest.count({ where: { id: guestId, groupId } })) === 0) throw new NotFound();
		const { count } = await world.db.groupGuest.updateMany({
			where: { id: guestId, groupId, revokedAt: null, validUntil: { gt: today(world.now) } },
			data: { revokedAt: world.now, revokeReason: reason.trim() },
		});
		if (count === 0) return refused("guest-over");
		world.record({
			type: "groups.guest.revoked",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { guest: guestId },
		});
		return done(null);
	},
);
