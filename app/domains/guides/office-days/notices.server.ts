import { coversOn, presentOf } from "~/domains/organisations/index.server";
import { daysFrom, inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, type Translator, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { dayText, storedDay } from "../days.server";
import { bookingPath } from "./booking-token.server";
import { letterMessages } from "./letter-messages";
import { slotAt } from "./office-day.server";
import { openingOfDay } from "./stored.server";

type Db = Prisma.TransactionClient;
type Words = Translator<typeof letterMessages>;
const withDay = {
	officeDay: {
		include: { series: { include: { municipality: true, post: true, owner: { include: { space: true } } } } },
	},
} as const satisfies Prisma.OfficeBookingInclude;
type Booking = Prisma.OfficeBookingGetPayload<{ include: typeof withDay }>;
/** What is said to somebody who booked: when their slot is, and in which municipality. */
type Say = (t: Words, about: { when: string; place: string }) => Said;
type Said = { subject: string; text: string; reason?: boolean; facts?: boolean };

const placeOf = ({ officeDay }: Booking) => officeDay.series.municipality.shortName;

async function localeOf(db: Db, { personId, locale }: Booking): Promise<Locale> {
	if (!personId) return locale === "en" ? "en" : "de";
	const account = await db.account.findUnique({ where: { personId }, select: { locale: true } });
	return account?.locale === "en" ? "en" : "de";
}

/** Who will be there, as the house knows it now: the holder of that day or who stands in, or the post alone. */
async function whoIsThere(db: Db, booking: Booking, t: Words, now: Date): Promise<string> {
	const { series } = booking.officeDay;
	const { day } = openingOfDay(series, booking.officeDay);
	const covered = (await coversOn({ db, now }, [series.postId], storedDay(day))).get(series.postId);
	const cover = covered?.cover.by === "deputy" ? covered.rows.get(covered.cover.postId) : undefined;
	if (cover?.isPublic) {
		const present = presentOf(cover);
		const there = cover.holdings.filter(({ personId }) => present.includes(personId));
		const name = there.map(({ person }) => person.displayName).join(", ");
		return t("whoCovers", { name, post: series.post.label });
	}
	const holding = await db.postHolding.findFirst({
		where: { postId: series.postId, ...inForce(storedDay(day)), person: { erasedAt: null } },
		select: { person: { select: { displayName: true } } },
		orderBy: { id: "asc" },
	});
	return holding && series.post.isPublic
		? t("whoNamed", { name: holding.person.displayName, post: series.post.label })
		: t("who", { post: series.post.label });
}

async function tell(db: Db, booking: Booking, say: Say, now: Date): Promise<Notice[]> {
	const { personId, email } = booking;
	// a staff member who books for a caller is no recipient: the address says who is
	const locale = await localeOf(db, booking);
	const to = email ? { email, locale } : personId ? { personId } : null;
	if (!to) return [];
	const t = textFor(locale, letterMessages);
	const { officeDay } = booking;
	const opening = openingOfDay(officeDay.series, officeDay);
	const when = formatFor(locale).dateTime(slotAt(opening, booking.minute));
	const { subject, text, reason = false, facts = true } = say(t, { when, place: placeOf(booking) });
	return [
		{
			to,
			kind: "service",
			subject,
			paragraphs: [
				text,
				...(reason && officeDay.reason ? [t("reason", { reason: officeDay.reason })] : []),
				...(facts
					? [t("when", { when }), t("where", { place: opening.place }), await whoIsThere(db, booking, t, now)]
					: []),
			],
			action: { path: bookingPath(booking.id), label: t("button") },
			because: t("because"),
		},
	];
}

async function tellOne(db: Db, event: RecordedEvent, say: Say) {
	const booking = await db.officeBooking.findUnique({ where: { id: String(event.facts.booking) }, include: withDay });
	return booking && !booking.cancelledAt ? tell(db, booking, say, event.at) : [];
}

async function tellAll(db: Db, event: RecordedEvent, say: Say) {
	const bookings = await db.officeBooking.findMany({
		where: { dayId: String(event.facts.officeDay), cancelledAt: null },
		include: withDay,
	});
	const notices: Notice[] = [];
	for (const booking of bookings) notices.push(...(await tell(db, booking, say, event.at)));
	return notices;
}

/** The holders of the post on the day learn that somebody comes; nothing of who and why, for mail is an open postcard. */
async function tellHolders(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const booking = await db.officeBooking.findUnique({ where: { id: String(event.facts.booking) }, include: withDay });
	const slug = booking?.officeDay.series.owner.space?.slug;
	if (!booking || !slug) return [];
	const { series } = booking.officeDay;
	const opening = openingOfDay(series, booking.officeDay);
	const holders = await db.postHolding.findMany({
		where: { postId: series.postId, ...inForce(storedDay(opening.day)) },
		select: { personId: true },
		orderBy: { id: "asc" },
		take: 20,
	});
	// The recipient's language is known to the house only where the message is read; German is its default.
	const t = textFor("de", letterMessages);
	return holders
		.filter(({ personId }) => personId !== event.actorPersonId)
		.map(({ personId }) => ({
			to: { personId },
			kind: "digest",
			subject: t("staff.subject", { place: placeOf(booking) }),
			paragraphs: [t("staff.text", { when: formatFor("de").dateTime(slotAt(opening, booking.minute)) })],
			action: {
				path: `/o/${slug}/verwaltung/sprechtage/${series.code}/${dayText(booking.officeDay.day)}`,
				label: t("staff.button"),
			},
			because: t("staff.because"),
		}));
}

/** How far an absence without an end is looked ahead, in days; the reminder of the day before names who will be there anyway. */
const ahead = 14;
const bookingsMost = 500;

/**
 * Those who booked before somebody new began learn who will be there on their day; days on which another stands in are told of by
 * the cover.
 */
async function tellOfHolder(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const holding = await db.postHolding.findUnique({ where: { id: String(event.facts.holding) } });
	if (!holding) return [];
	const day = today(event.at);
	const from = holding.validFrom > day ? holding.validFrom : day;
	const span = { gte: from, ...(holding.validUntil ? { lt: holding.validUntil } : {}) };
	const bookings = await db.officeBooking.findMany({
		where: {
			cancelledAt: null,
			createdAt: { lt: event.at },
			officeDay: {
				cancelledAt: null,
				OR: [{ movedTo: span }, { movedTo: null, day: span }],
				series: { postId: holding.postId },
			},
		},
		include: withDay,
		orderBy: { id: "asc" },
		take: bookingsMost,
	});
	const say: Say = (t, { place }) => ({ subject: t("covered.subject", { place }), text: t("holder.text") });
	const notices: Notice[] = [];
	for (const booking of bookings) notices.push(...(await tell(db, booking, say, event.at)));
	return notices;
}

/** Those who booked with somebody who is away learn that somebody else will be there. */
async function tellOfCover(db: Db, event: RecordedEvent, absenceId: string): Promise<Notice[]> {
	const absence = await db.absence.findUnique({ where: { id: absenceId } });
	if (!absence) return [];
	const day = today(event.at);
	const from = absence.validFrom > day ? absence.validFrom : day;
	const until = absence.validUntil ?? daysFrom(from, ahead);
	const span = { gte: from, lt: until };
	const bookings = await db.officeBooking.findMany({
		where: {
			cancelledAt: null,
			officeDay: {
				cancelledAt: null,
				OR: [{ movedTo: span }, { movedTo: null, day: span }],
				series: { post: { holdings: { some: { personId: absence.personId, ...inForce(from) } } } },
			},
		},
		include: withDay,
		orderBy: { id: "asc" },
		take: bookingsMost,
	});
	const notices: Notice[] = [];
	for (const booking of bookings) {
		const { series } = booking.officeDay;
		const when = storedDay(openingOfDay(series, booking.officeDay).day);
		const covered = (await coversOn({ db, now: event.at }, [series.postId], when)).get(series.postId);
		if (covered?.cover.by !== "deputy") continue;
		const say: Say = (t, { place }) => ({ subject: t("covered.subject", { place }), text: t("covered.text") });
		notices.push(...(await tell(db, booking, say, event.at)));
	}
	return notices;
}

export const notices: NonNullable<Manifest["notices"]> = {
	"guides.office-booking.made": async (db, event) => [
		...(await tellOne(db, event, (t, { place }) => ({ subject: t("made.subject", { place }), text: t("made.text") }))),
		...(await tellHolders(db, event)),
	],
	"guides.office-booking.moved": async (db, event) => [
		...(await tellOne(db, event, (t, { place }) => ({
			subject: t("changed.subject", { place }),
			text: t("changed.text"),
		}))),
		...(await tellHolders(db, event)),
	],
	"organisations.holding.began": tellOfHolder,
	"organisations.absence.reported": (db, event) => tellOfCover(db, event, event.subject.id),
	"organisations.deputy.accepted": async (db, event) => {
		const arrangement = await db.deputyArrangement.findUnique({
			where: { id: String(event.facts.arrangement) },
			select: { absenceId: true },
		});
		return arrangement?.absenceId ? tellOfCover(db, event, arrangement.absenceId) : [];
	},
	"guides.office-day.moved": (db, event) =>
		tellAll(db, event, (t, { place }) => ({
			subject: t("moved.subject", { place }),
			text: t("moved.text"),
			reason: true,
		})),
	"guides.office-day.cancelled": (db, event) =>
		tellAll(db, event, (t, { when, place }) => ({
			subject: t("cancelled.subject", { place }),
			text: t("cancelled.text", { when }),
			reason: true,
			facts: false,
		})),
	"guides.office-day.tomorrow": (db, event) =>
		tellAll(db, event, (t, { place }) => ({ subject: t("tomorrow.subject", { place }), text: t("tomorrow.text") })),
};
