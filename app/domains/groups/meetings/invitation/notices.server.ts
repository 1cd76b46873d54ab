import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Translator, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { itemsForGuest } from "../../guests/guest";
import { substitutesFor } from "../../queries/substitutes.server";
import { entryOf, invitationFile } from "../calendar-entry.server";
import { endOf } from "../meeting";
import { meetingLetterMessages } from "./letter-messages";
import { type MeetingRecipient, memberSelection, recipientsOf } from "./recipients.server";
import { replyPath } from "./token.server";

type Db = Prisma.TransactionClient;
type Words = Translator<typeof meetingLetterMessages>;

const withGroup = {
	agenda: { orderBy: { position: "asc" } },
	group: { select: { name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
} as const satisfies Prisma.MeetingInclude;
type Meeting = Prisma.MeetingGetPayload<{ include: typeof withGroup }>;

function pageOf({ id, group }: Meeting): string {
	return `/o/${group.organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}/sitzungen/${id}`;
}

function agendaLines(meeting: Meeting, t: Words, recipient: MeetingRecipient): string[] {
	const seen = recipient.isGuest ? itemsForGuest(meeting, recipient.named) : meeting.agenda;
	const left = meeting.agenda.length - seen.length;
	return [
		...seen.map(({ position, title, isPublic }) =>
			t(isPublic ? "item" : "closedItem", { number: String(position), title }),
		),
		...(left > 0 ? [t("closedLeftOut", { count: left })] : []),
	];
}

/** When, where, agenda and the calendar's line, as every letter about a meeting has them. */
function factsOf(meeting: Meeting, t: Words, recipient: MeetingRecipient): string[] {
	const format = formatFor(recipient.locale);
	const lines = agendaLines(meeting, t, recipient);
	return [
		[
			t("when", { date: format.dateTime(meeting.startsAt) }),
			...(meeting.place ? [t("where", { place: meeting.place })] : []),
			...(meeting.onlineUrl ? [t("online", { url: meeting.onlineUrl })] : []),
		].join("\n"),
		...(lines.length > 0 ? [[t("agenda"), ...lines].join("\n")] : []),
		...(recipient.standsInFor ? [t("standIn", { name: recipient.standsInFor })] : []),
	];
}

function calendarOf(meeting: Meeting, t: Words, recipient: MeetingRecipient) {
	if (!recipient.email || meeting.format === "circular") return undefined;
	const group = meeting.group.name;
	const text = [...(meeting.onlineUrl ? [meeting.onlineUrl] : []), ...agendaLines(meeting, t, recipient)].join("\n");
	const entry = entryOf(meeting, { group, path: pageOf(meeting), text });
	return [invitationFile(entry, { group, attendee: { name: recipient.name, email: recipient.email } })];
}

type Said = { subject: string; paragraphs: string[]; action: Notice["action"] };
type Say = (t: Words, meeting: Meeting, recipient: MeetingRecipient) => Said;

async function tell(db: Db, event: RecordedEvent, say: Say, only?: { invitationId: string }): Promise<Notice[]> {
	const meeting = await db.meeting.findUnique({ where: { id: event.subject.id }, include: withGroup });
	if (!meeting) return [];
	const recipients = await recipientsOf(db, meeting, event.at, only);
	return recipients.map((recipient): Notice => {
		const t = textFor(recipient.locale, meetingLetterMessages);
		const { subject, paragraphs, action } = say(t, meeting, recipient);
		const attachments = calendarOf(meeting, t, recipient);
		return {
			to: recipient.to,
			kind: "service",
			subject,
			paragraphs: [...paragraphs, ...(attachments ? [t("calendar")] : [])],
			action,
			because: t("because"),
			...(attachments ? { attachments } : {}),
		};
	});
}

const replyAction = (t: Words, { invitationId }: MeetingRecipient, meeting: Meeting): Notice["action"] =>
	invitationId
		? { path: replyPath(invitationId), label: t("reply") }
		: { path: pageOf(meeting), label: t("fixed.see") };

const about = (meeting: Meeting, recipient: MeetingRecipient) => ({
	group: meeting.group.name,
	title: meeting.title,
	date: formatFor(recipient.locale).dateTime(meeting.startsAt),
});

const sayInvited: Say = (t, meeting, recipient) => {
	const { locale } = recipient;
	if (meeting.format === "circular") {
		const date = formatFor(locale).dateTime(endOf(meeting));
		const words = { group: meeting.group.name, title: meeting.title, date };
		return {
			subject: t("circular.subject", words),
			paragraphs: [
				t("circular.text", words),
				[t("agenda"), ...agendaLines(meeting, t, recipient)].join("\n"),
				...(recipient.standsInFor ? [t("standIn", { name: recipient.standsInFor })] : []),
				t("circular.until", { date }),
				t("circular.object"),
			],
			action: { path: pageOf(meeting), label: t("circular.button") },
		};
	}
	return {
		subject: t("invited.subject", { ...about(meeting, recipient), date: formatFor(locale).date(meeting.startsAt) }),
		paragraphs: [t("invited.text", about(meeting, recipient)), ...factsOf(meeting, t, recipient)],
		action: replyAction(t, recipient, meeting),
	};
};

/** The substitutes of a seat whose holder said that they come instead. */
async function tellSubstitutes(db: Db, event: RecordedEvent): Promise<Notice[]> {
	if (event.facts.reply !== "substitute" || event.facts.changed !== true) return [];
	const invitation = await db.meetingInvitation.findUnique({
		where: { id: String(event.facts.invitation) },
		include: { meeting: { include: withGroup }, membership: { select: { ...memberSelection, onBehalfOf: true } } },
	});
	if (!invitation?.membership) return [];
	const { meeting, membership } = invitation;
	const recipients = await recipientsOf(db, meeting, event.at);
	const substitutes = (await substitutesFor({ db }, meeting.groupId, meeting.day))(membership);
	return recipients
		.filter(({ to }) => "personId" in to && substitutes.some(({ personId }) => personId === to.personId))
		.map((recipient): Notice => {
			const t = textFor(recipient.locale, meetingLetterMessages);
			const words = { ...about(meeting, recipient), name: membership.person.displayName };
			return {
				to: recipient.to,
				kind: "service",
				subject: t("actFor.subject", words),
				paragraphs: [t("actFor.text", words), ...factsOf(meeting, t, { ...recipient, standsInFor: null })],
				action: replyAction(t, recipient, meeting),
				because: t("because"),
			};
		});
}

/** Whom is told of invitations, changes and cancellations; each letter brings the calendar entry in its newest state. */
export const invitationNotices: NonNullable<Manifest["notices"]> = {
	"groups.meeting.invited": (db, event) => tell(db, event, sayInvited),
	"groups.meeting.invited-later": (db, event) =>
		tell(db, event, sayInvited, { invitationId: String(event.facts.invitation) }),
	"groups.date-poll.fixed": (db, event) =>
		tell(db, event, (t, meeting, recipient) => ({
			subject: t("fixed.subject", {
				...about(meeting, recipient),
				date: formatFor(recipient.locale).date(meeting.startsAt),
			}),
			paragraphs: [t("fixed.text", about(meeting, recipient)), ...factsOf(meeting, t, recipient)],
			action: replyAction(t, recipient, meeting),
		})),
	"groups.meeting.changed": async (db, event) =>
		event.facts.told !== true
			? []
			: tell(db, event, (t, meeting, recipient) => ({
					subject: t("changed.subject", {
						...about(meeting, recipient),
						date: formatFor(recipient.locale).date(meeting.startsAt),
					}),
					paragraphs: [
						t("changed.text", about(meeting, recipient)),
						...factsOf(meeting, t, recipient),
						...(event.facts.moved === true && recipient.invitationId ? [t("changed.moved")] : []),
					],
					action: replyAction(t, recipient, meeting),
				})),
	"groups.meeting.cancelled": async (db, event) =>
		event.facts.told !== true
			? []
			: tell(db, event, (t, meeting, recipient) => ({
					subject: t("cancelled.subject", {
						...about(meeting, recipient),
						date: formatFor(recipient.locale).date(meeting.startsAt),
					}),
					paragraphs: [
						t("cancelled.text", about(meeting, recipient)),
						...(meeting.cancelReason ? [t("cancelled.reason", { reason: meeting.cancelReason })] : []),
					],
					action: null,
				})),
	"groups.invitation.replied": tellSubstitutes,
};
