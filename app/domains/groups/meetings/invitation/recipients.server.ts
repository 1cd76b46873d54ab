import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { Locale } from "~/platform/i18n";
import type { Recipient } from "~/platform/manifest.server";
import { accessOn } from "../../guests/guest";

type Db = Prisma.TransactionClient;

export type MeetingRecipient = {
	to: Recipient;
	locale: Locale;
	name: string;
	/** Null for who reads in the house only, or on paper. */
	email: string | null;
	/** Null where somebody knows the date from a poll and is not invited yet. */
	invitationId: string | null;
	isGuest: boolean;
	/** Ids of the items to which a guest was invited. */
	named: ReadonlySet<string>;
	/** For whom a substitute stands in. */
	standsInFor: string | null;
};

export const memberSelection = {
	id: true,
	validFrom: true,
	validUntil: true,
	person: {
		select: { id: true, displayName: true, erasedAt: true, account: { select: { email: true, locale: true } } },
	},
	substituteFor: { select: { person: { select: { displayName: true } } } },
} as const satisfies Prisma.GroupMembershipSelect;

type Member = Prisma.GroupMembershipGetPayload<{ select: typeof memberSelection }>;

function localeOf(stored: string | undefined): Locale {
	return stored === "en" ? "en" : "de";
}

function memberRecipient(member: Member, invitationId: string | null): MeetingRecipient {
	const { person } = member;
	return {
		to: { personId: person.id },
		locale: localeOf(person.account?.locale),
		name: person.displayName,
		email: person.account?.email ?? null,
		invitationId,
		isGuest: false,
		named: new Set(),
		standsInFor: member.substituteFor?.person.displayName ?? null,
	};
}

type Guest = { name: string; email: string | null; locale: string; items: { agendaItemId: string }[] };

function guestRecipient({ name, email, items, ...guest }: Guest, invitationId: string): MeetingRecipient[] {
	if (!email) return [];
	const locale = localeOf(guest.locale);
	const named = new Set(items.map(({ agendaItemId }) => agendaItemId));
	return [{ to: { email, locale }, locale, name, email, invitationId, isGuest: true, named, standsInFor: null }];
}

/**
 * Whoever knows of a meeting: those invited, before that those who were asked for its date; members of its day only, and
 * guests whose access stands.
 * @param at the moment at which they are told
 */
export async function recipientsOf(
	db: Db,
	meeting: { id: string; day: Date },
	at: Date,
	only?: { invitationId: string },
): Promise<MeetingRecipient[]> {
	const [invitations, asked] = await Promise.all([
		db.meetingInvitation.findMany({
			where: { meetingId: meeting.id, ...(only ? { id: only.invitationId } : {}) },
			include: {
				membership: { select: memberSelection },
				guest: { include: { items: { select: { agendaItemId: true } } } },
			},
			orderBy: { id: "asc" },
			take: 1000,
		}),
		only
			? []
			: db.datePollInvitee.findMany({
					where: { poll: { meetingId: meeting.id }, membershipId: { not: null } },
					include: { membership: { select: memberSelection } },
					orderBy: { id: "asc" },
					take: 1000,
				}),
	]);
	const stays = ({ validFrom, validUntil, person }: Member) =>
		validFrom <= meeting.day && (validUntil === null || meeting.day < validUntil) && person.erasedAt === null;
	const invited = invitations.flatMap(({ id, membership, guest }) => {
		if (membership) return stays(membership) ? [memberRecipient(membership, id)] : [];
		return guest && accessOn(guest, today(at)) === "valid" ? guestRecipient(guest, id) : [];
	});
	const known = new Set(invitations.map(({ membershipId }) => membershipId));
	const others = asked.flatMap(({ membership }) =>
		membership && !known.has(membership.id) && stays(membership) ? [memberRecipient(membership, null)] : [],
	);
	return [...invited, ...others];
}
