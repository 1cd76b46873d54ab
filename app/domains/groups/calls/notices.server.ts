import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, Recipient, RecordedEvent } from "~/platform/manifest.server";
import { answerLastDay } from "./answer-time.server";
import { applicationPath } from "./application-token.server";
import { callLetterMessages } from "./letter-messages";

type Db = Prisma.TransactionClient;

const selection = {
	include: { call: { include: { group: { select: { name: true } } } } },
} as const;

/** How somebody who applied is reached, and in which language; null for who left no address. */
async function recipientOf(
	db: Db,
	{ personId, email, locale }: { personId: string | null; email: string | null; locale: string },
): Promise<{ to: Recipient; locale: Locale } | null> {
	if (personId) {
		const person = await db.person.findUnique({
			where: { id: personId, erasedAt: null },
			select: { account: { select: { locale: true } } },
		});
		return person && { to: { personId }, locale: person.account?.locale === "en" ? "en" : "de" };
	}
	const own = locale === "en" ? "en" : "de";
	return email ? { to: { email, locale: own }, locale: own } : null;
}

type Row = NonNullable<Awaited<ReturnType<typeof applicationOf>>>;

function applicationOf(db: Db, { facts }: RecordedEvent) {
	return db.seatApplication.findUnique({ where: { id: String(facts.application) }, ...selection });
}

async function noticeTo(
	db: Db,
	row: Row,
	words: (t: ReturnType<typeof letters>, locale: Locale) => Pick<Notice, "subject" | "paragraphs" | "action">,
): Promise<Notice[]> {
	const reached = await recipientOf(db, row);
	if (!reached) return [];
	const t = letters(reached.locale);
	return [{ to: reached.to, kind: "service", ...words(t, reached.locale), because: t("because") }];
}

const letters = (locale: Locale) => textFor(locale, callLetterMessages);

/** What those are told who applied: drawn, in the list, passed on, called off. */
export const callNotices: NonNullable<Manifest["notices"]> = {
	"groups.call.seat-offered": async (db, event) => {
		const row = await applicationOf(db, event);
		// answered or passed on meanwhile: an old offer is not sent
		if (row?.state !== "offered" || !row.offerUntil) return [];
		const until = answerLastDay(row.offerUntil);
		const group = row.call.group.name;
		return noticeTo(db, row, (t, locale) => ({
			subject: t("offered.subject", { group }),
			paragraphs: [t("offered.text", { group }), t("offered.until", { until: formatFor(locale).date(until) })],
			action: { path: applicationPath(row.id), label: t("offered.button") },
		}));
	},

	"groups.call.offer-lapsed": async (db, event) => {
		const row = await applicationOf(db, event);
		if (!row) return [];
		const group = row.call.group.name;
		return noticeTo(db, row, (t) => ({
			subject: t("lapsed.subject", { group }),
			paragraphs: [t("lapsed.text", { group })],
			action: { path: applicationPath(row.id), label: t("lapsed.button") },
		}));
	},

	"groups.call.drawn": async (db, event) => {
		const rows = await db.seatApplication.findMany({
			where: { callId: event.subject.id, state: "listed" },
			orderBy: { rank: "asc" },
			take: 5000,
			...selection,
		});
		const notices: Notice[] = [];
		for (const row of rows) {
			const group = row.call.group.name;
			const written = await noticeTo(db, row, (t) => ({
				subject: t("listed.subject", { group }),
				paragraphs: [t("listed.text", { group, rank: String(row.rank) })],
				action: { path: `/aufruf/${row.call.code}/los`, label: t("listed.button") },
			}));
			notices.push(...written);
		}
		return notices;
	},

	"groups.call.cancelled": async (db, event) => {
		const rows = await db.seatApplication.findMany({
			where: { callId: event.subject.id, state: "applied" },
			orderBy: { number: "asc" },
			take: 5000,
			...selection,
		});
		const notices: Notice[] = [];
		for (const row of rows) {
			const { group, cancelReason, code } = row.call;
			const written = await noticeTo(db, row, (t) => ({
				subject: t("cancelled.subject", { group: group.name }),
				paragraphs: [t("cancelled.text", { group: group.name, reason: cancelReason ?? "" })],
				action: { path: `/aufruf/${code}`, label: t("cancelled.button") },
			}));
			notices.push(...written);
		}
		return notices;
	},
};
