import { daysFrom, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { groupFilesOf } from "../../documents/queries/group-files.server";
import { replyPath } from "../../meetings/invitation/token.server";
import { runGroup } from "../../queries/managed-groups.server";
import { dayText, lastDayText } from "../../queries/names.server";
import { accessOn } from "../guest";
import { guestOfToken } from "../guest-token.server";

const withItems = {
	invitations: {
		select: {
			id: true,
			arrivedAt: true,
			meeting: { select: { id: true, title: true, startsAt: true, place: true, begunAt: true, cancelledAt: true } },
		},
		orderBy: { meeting: { startsAt: "asc" } },
	},
	items: {
		select: {
			agendaItem: {
				select: {
					id: true,
					position: true,
					title: true,
					meeting: { select: { id: true, title: true, startsAt: true, place: true } },
				},
			},
		},
	},
	files: {
		select: {
			groupFile: {
				select: {
					id: true,
					title: true,
					removedAt: true,
					versions: { orderBy: { number: "desc" }, take: 1, select: { fileId: true, name: true, bytes: true } },
				},
			},
		},
	},
} as const;

/** The guests of a group, and what one can be invited to. @throws NotFound, Forbidden, SignInNeeded */
export async function guestsPage(view: View, at: { place: string; group: string }) {
	const group = await runGroup(view, at);
	const day = today(view.now);
	const [guests, meetings, files] = await Promise.all([
		view.db.groupGuest.findMany({
			where: { groupId: group.id },
			include: withItems,
			orderBy: [{ invitedAt: "desc" }, { id: "desc" }],
			take: 200,
		}),
		view.db.meeting.findMany({
			where: { groupId: group.id, heldAt: null, day: { gte: day } },
			select: {
				title: true,
				agenda: { orderBy: { position: "asc" }, select: { id: true, position: true, title: true } },
			},
			orderBy: { startsAt: "asc" },
			take: 20,
		}),
		groupFilesOf(view, group),
	]);
	return {
		id: group.id,
		place: group.place,
		slug: group.slug,
		name: group.name,
		foreseen: group.charter.guestsBy !== "nobody",
		lastDay: dayText(daysFrom(day, 30)),
		items: meetings.flatMap(({ title: meeting, agenda }) =>
			agenda.map(({ id, position, title }) => ({ id, meeting, number: position, title })),
		),
		files: files.map(({ id, title }) => ({ id, title })),
		guests: guests.map((guest) => ({
			id: guest.id,
			name: guest.name || "–",
			purpose: guest.purpose,
			what: [
				// named items say the meeting themselves
				...guest.invitations
					.filter(({ meeting }) => !guest.items.some(({ agendaItem }) => agendaItem.meeting.id === meeting.id))
					.map(({ meeting }) => meeting.title),
				...guest.items.map(({ agendaItem }) => `${agendaItem.meeting.title}: ${agendaItem.title}`),
				...guest.files.map(({ groupFile }) => groupFile.title),
			],
			lastDay: lastDayText(guest.validUntil),
			thereAt: guest.invitations.filter(({ arrivedAt }) => arrivedAt !== null).map(({ meeting }) => meeting.title),
			state: accessOn(guest, day),
			revokedAt: guest.revokedAt,
			reason: guest.revokeReason ?? "",
		})),
	};
}

/** What the link of a guest opens today: the named items and papers, or null when the access is over. @throws NotFound */
async function opened(view: View, token: string) {
	const id = guestOfToken(token);
	const guest =
		id &&
		(await view.db.groupGuest.findUnique({
			where: { id },
			include: { ...withItems, group: { select: { name: true } } },
		}));
	if (!guest) throw new NotFound();
	return accessOn(guest, today(view.now)) === "valid" ? guest : null;
}

/** The page of a guest: nothing but what they were invited to. @throws NotFound for a link that is none */
export async function guestPage(view: View, token: string) {
	const guest = await opened(view, token);
	if (!guest) return null;
	return {
		group: guest.group.name,
		name: guest.name,
		lastDay: lastDayText(guest.validUntil),
		items: guest.items
			.map(({ agendaItem: { id, position, title, meeting } }) => ({ id, number: position, title, meeting }))
			.toSorted(
				(one, other) => one.meeting.startsAt.getTime() - other.meeting.startsAt.getTime() || one.number - other.number,
			),
		meetings: guest.invitations
			.filter(({ meeting }) => !meeting.cancelledAt && !meeting.begunAt && meeting.startsAt > view.now)
			.map(({ id, meeting: { title, startsAt, place } }) => ({ id, title, startsAt, place, reply: replyPath(id) })),
		files: guest.files.flatMap(({ groupFile: { title, removedAt, versions } }) => {
			const [newest] = versions;
			return newest && !removedAt
				? [
						{
							title,
							name: newest.name,
							bytes: newest.bytes,
							href: `/arbeitskreis-gast/${token}/datei/${newest.fileId}`,
						},
					]
				: [];
		}),
	};
}

/** A file that a guest may open: the newest version of a paper they were invited to. @throws NotFound */
export async function guestFile(view: View, token: string, fileId: string) {
	const guest = await opened(view, token);
	const named = guest?.files.some(
		({ groupFile: { removedAt, versions } }) => !removedAt && versions.some((version) => version.fileId === fileId),
	);
	const file = named && (await view.db.file.findUnique({ where: { id: fileId, removedAt: null } }));
	if (!file) throw new NotFound();
	return file;
}
