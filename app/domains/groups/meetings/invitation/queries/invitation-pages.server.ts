import { today } from "~/platform/calendar.server";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { accessOn, itemsForGuest } from "../../../guests/guest";
import { runGroup } from "../../../queries/managed-groups.server";
import { substitutesFor } from "../../../queries/substitutes.server";
import { endOf, formatOf, stateOf } from "../../meeting";
import { replyOf } from "../reply";
import { invitationOfToken } from "../token.server";

const withMember = {
	guest: {
		select: {
			name: true,
			email: true,
			validUntil: true,
			revokedAt: true,
			items: { select: { agendaItemId: true } },
		},
	},
	membership: {
		select: {
			id: true,
			function: true,
			person: { select: { displayName: true, erasedAt: true, account: { select: { id: true } } } },
			substituteFor: { select: { person: { select: { displayName: true } } } },
			onBehalfOf: true,
		},
	},
} as const;

const namedFor = (guest: { items: { agendaItemId: string }[] } | null): ReadonlySet<string> =>
	new Set(guest?.items.map(({ agendaItemId }) => agendaItemId));

/** Who was invited to a meeting and what they said, for who runs the group. @throws NotFound, Forbidden, SignInNeeded */
export async function invitationList(view: View, at: { place: string; group: string; meeting: string }) {
	const group = await runGroup(view, at);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id },
		include: { invitations: { include: withMember, orderBy: { id: "asc" } } },
	});
	if (!meeting) throw new NotFound();
	const standInsOf = await substitutesFor(view, group.id, meeting.day);
	return {
		id: meeting.id,
		place: group.place,
		group: { slug: group.slug, name: group.name },
		title: meeting.title,
		startsAt: meeting.startsAt,
		state: stateOf(meeting),
		invitations: meeting.invitations
			.filter(({ membership }) => !membership?.person.erasedAt)
			.map(({ id, membership, guest, reply, repliedById, repliedAt }) => ({
				id,
				name: membership?.person.displayName ?? guest?.name ?? "",
				isGuest: membership === null,
				standsInFor: membership?.substituteFor?.person.displayName ?? null,
				onPaper: membership ? membership.person.account === null : !guest?.email,
				named: namedFor(guest),
				hasSubstitute: membership !== null && standInsOf(membership).length > 0,
				reply: replyOf(reply),
				repliedAt,
				writtenDown: repliedById !== null,
			})),
	};
}

/**
 * The page behind the link of an invitation. Only what everybody of the group and this guest may know.
 * @returns null for a guest whose access is over @throws NotFound
 */
export async function invitationByToken(view: View, token: string) {
	const id = invitationOfToken(token);
	const invitation = id
		? await view.db.meetingInvitation.findUnique({
				where: { id },
				include: {
					...withMember,
					meeting: {
						include: {
							agenda: {
								orderBy: { position: "asc" },
								select: { id: true, position: true, title: true, isPublic: true },
							},
							group: {
								select: {
									name: true,
									slug: true,
									organisation: { select: { space: { select: { slug: true, name: true } } } },
								},
							},
						},
					},
				},
			})
		: null;
	if (!invitation) throw new NotFound();
	const { meeting, membership, guest } = invitation;
	if (guest && accessOn(guest, today(view.now)) !== "valid") return null;
	const standInsOf = await substitutesFor(view, meeting.groupId, meeting.day);
	const items = guest ? itemsForGuest(meeting, namedFor(guest)) : meeting.agenda.filter(({ isPublic }) => isPublic);
	return {
		id: invitation.id,
		name: membership?.person.displayName ?? guest?.name ?? "",
		isGuest: membership === null,
		hasSubstitute: membership !== null && standInsOf(membership).length > 0,
		reply: replyOf(invitation.reply),
		title: meeting.title,
		group: meeting.group.name,
		placeName: meeting.group.organisation.space?.name ?? "",
		startsAt: meeting.startsAt,
		endsAt: endOf(meeting),
		where: meeting.place,
		onlineUrl: meeting.onlineUrl,
		format: formatOf(meeting.format),
		state: stateOf(meeting),
		open: stateOf(meeting) !== "cancelled" && meeting.begunAt === null && meeting.startsAt > view.now,
		cancelReason: meeting.cancelReason,
		agenda: items.map(({ position, title }) => ({ position, title })),
		closedItems: meeting.agenda.length - items.length,
		page: `/o/${meeting.group.organisation.space?.slug ?? ""}/arbeitskreise/${meeting.group.slug}/sitzungen/${meeting.id}`,
	};
}

/** One invitation with all that stands in its letter on paper. @throws NotFound, Forbidden, SignInNeeded */
export async function paperInvitation(
	view: View,
	at: { place: string; group: string; meeting: string; invitation: string },
) {
	const list = await invitationList(view, at);
	const invitation = list.invitations.find(({ id }) => id === at.invitation);
	if (!invitation) throw new NotFound();
	const meeting = await view.db.meeting.findUniqueOrThrow({
		where: { id: list.id },
		include: {
			agenda: { orderBy: { position: "asc" } },
			group: { include: { organisation: { include: { space: true } } } },
		},
	});
	const { space, shortName } = meeting.group.organisation;
	return {
		invitation,
		house: env().BASE_URL ?? null,
		sender: {
			name: space?.name ?? shortName,
			lines: [space?.address, space?.phone, space?.email].filter((line): line is string => Boolean(line)),
		},
		group: list.group.name,
		title: meeting.title,
		startsAt: meeting.startsAt,
		endsAt: endOf(meeting),
		where: meeting.place,
		format: formatOf(meeting.format),
		agenda: (invitation.isGuest ? itemsForGuest(meeting, invitation.named) : meeting.agenda).map(
			({ position, title, isPublic, proposal }) => ({ position, title, isPublic, proposal }),
		),
	};
}
