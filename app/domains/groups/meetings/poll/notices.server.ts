import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, Recipient } from "~/platform/manifest.server";
import { accessOn } from "../../guests/guest";
import { meetingLetterMessages } from "../invitation/letter-messages";
import { answerPath } from "./token.server";

type Db = Prisma.TransactionClient;

async function askedIn(db: Db, pollId: string, today: Date) {
	const poll = await db.datePoll.findUnique({
		where: { id: pollId },
		include: {
			group: { select: { name: true } },
			slots: { orderBy: { startsAt: "asc" } },
			invitees: {
				include: {
					guest: true,
					membership: {
						select: {
							person: { select: { id: true, erasedAt: true, account: { select: { locale: true } } } },
						},
					},
				},
				orderBy: { id: "asc" },
			},
		},
	});
	if (!poll) return null;
	const recipients = poll.invitees.flatMap(
		({ id, membership, guest }): { inviteeId: string; to: Recipient; locale: Locale }[] => {
			if (guest) {
				const locale = guest.locale === "en" ? "en" : "de";
				if (!guest.email || accessOn(guest, today) !== "valid") return [];
				return [{ inviteeId: id, to: { email: guest.email, locale }, locale }];
			}
			if (!membership || membership.person.erasedAt) return [];
			const locale = membership.person.account?.locale === "en" ? "en" : "de";
			return [{ inviteeId: id, to: { personId: membership.person.id }, locale }];
		},
	);
	return { poll, recipients };
}

/** Whom is told of date polls. What came of one is told by the meeting (invitation/notices). */
export const pollNotices: NonNullable<Manifest["notices"]> = {
	"groups.date-poll.opened": async (db, event) => {
		const asked = await askedIn(db, String(event.facts.poll), today(event.at));
		if (!asked) return [];
		const { poll, recipients } = asked;
		return recipients.map(({ inviteeId, to, locale }): Notice => {
			const t = textFor(locale, meetingLetterMessages);
			const format = formatFor(locale);
			const words = { group: poll.group.name, title: poll.title };
			return {
				to,
				kind: "service",
				subject: t("poll.subject", words),
				paragraphs: [
					t("poll.text", words),
					[t("poll.slots"), ...poll.slots.map(({ startsAt }) => `– ${format.dateTime(startsAt)}`)].join("\n"),
					...(poll.place ? [t("where", { place: poll.place })] : []),
					t("poll.until", { date: format.date(poll.answerUntil.toISOString().slice(0, 10)) }),
				],
				action: { path: answerPath(inviteeId), label: t("poll.button") },
				because: t("because"),
			};
		});
	},
	"groups.date-poll.given-up": async (db, event) => {
		const asked = await askedIn(db, String(event.facts.poll), today(event.at));
		if (!asked) return [];
		const { poll, recipients } = asked;
		return recipients.map(({ to, locale }): Notice => {
			const t = textFor(locale, meetingLetterMessages);
			const words = { group: poll.group.name, title: poll.title };
			return {
				to,
				kind: "service",
				subject: t("givenUp.subject", words),
				paragraphs: [t("givenUp.text", words)],
				action: null,
				because: t("because"),
			};
		});
	},
};
