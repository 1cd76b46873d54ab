import { type PostView, placeOf, postView } from "~/domains/organisations/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText, storedDay } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";
import { coveredPlaces } from "../../plans/queries/territory.server";
import { mayPlan } from "../../policy.server";
import { placeChoices } from "../../queries/place-choices.server";
import { type Opening, officeLimits, slotAt } from "../office-day.server";
import { type Company, standInOn } from "./cover-of-booking.server";
import { bookingBehind, dayAt, type FoundSeries } from "./find-day.server";
import { officeMap } from "./office-map.server";
import { type OtherSlot, otherSlots, slotsWith } from "./other-slots.server";
import { freeSlots, officeDaysOfPlace } from "./upcoming.server";

/** The office days of the next three months at a place. @throws NotFound */
export async function officeDaysAt(view: View, slug: string, asked: { municipalityId: string | null }) {
	const place = await placeOf(view, slug);
	const from = today(view.now);
	const [days, places] = await Promise.all([
		officeDaysOfPlace(view, place, {
			municipalityId: asked.municipalityId,
			from: dayText(from),
			to: dayText(daysFrom(from, officeLimits.bookingDays)),
		}),
		coveredPlaces(view.db, place.organisationId),
	]);
	return {
		place: { slug: place.slug, name: place.name },
		municipalityId: places.some(({ id }) => id === asked.municipalityId) ? asked.municipalityId : null,
		places: await placeChoices(view, places),
		map: await officeMap(view, place.organisationId, days),
		days: days.filter(({ opening }) => opening.closesAt > view.now),
		mayPlan: mayPlan(view.actor, { organisationId: place.organisationId }),
	};
}

/** The same as calendars read them, with the last year; @throws NotFound */
export async function officeDaysFeed(
	view: View,
	slug: string,
	asked: { municipalityId: string | null; postId: string | null },
) {
	const place = await placeOf(view, slug);
	const from = today(view.now);
	const days = await officeDaysOfPlace(view, place, {
		municipalityId: asked.municipalityId,
		postIds: asked.postId ? [asked.postId] : undefined,
		from: dayText(daysFrom(from, -365)),
		to: dayText(daysFrom(from, 365)),
	});
	return { place, days };
}

export type Slot = { minute: number; at: Date };

function slotsOf(opening: Opening, free: readonly number[]): Slot[] {
	return free.map((minute) => ({ minute, at: slotAt(opening, minute) }));
}

function placeOfSeries({ owner }: FoundSeries) {
	return {
		slug: owner.space?.slug ?? "",
		name: owner.space?.name ?? owner.shortName,
		phone: owner.space?.phone ?? null,
	};
}

export type DayPage = {
	code: string;
	day: Day;
	place: { slug: string; name: string; phone: string | null };
	municipality: { id: string; name: string };
	opening: Opening;
	reason: string | null;
	accessibility: string | null;
	note: string | null;
	/** Who holds the post on that day, as far as it is known. */
	post: PostView;
	/** Null where nobody books. */
	slots: Slot[] | null;
	/** Null while it can be booked; from which day on it can. */
	bookableFrom: Day | null;
	isOver: boolean;
	mayPlan: boolean;
};

/** A day for everybody. @throws NotFound */
export async function dayPage(view: View, at: { code: string; day: string }): Promise<DayPage> {
	const { series, stored, opening, day } = await dayAt(view, at);
	const bookings = stored
		? await view.db.officeBooking.findMany({ where: { dayId: stored.id, cancelledAt: null }, select: { minute: true } })
		: [];
	const present = dayText(today(view.now));
	const first = dayText(daysFrom(storedDay(opening.day), -officeLimits.bookingDays));
	const free = freeSlots(
		series.slotMinutes,
		opening,
		bookings.map(({ minute }) => minute),
		view.now,
	);
	return {
		code: series.code,
		day,
		place: placeOfSeries(series),
		municipality: { id: series.municipality.id, name: series.municipality.shortName },
		opening,
		reason: stored?.reason ?? null,
		accessibility: series.accessibility,
		note: series.note,
		post: await postView(view, series.postId, storedDay(opening.day)),
		slots: free && slotsOf(opening, free),
		bookableFrom: first > present ? first : null,
		isOver: opening.closesAt <= view.now,
		mayPlan: mayPlan(view.actor, { organisationId: series.ownerId }),
	};
}

type BookedSeries = Awaited<ReturnType<typeof bookingBehind>>["officeDay"]["series"];

export type BookingPage = {
	name: string;
	subject: string | null;
	at: Date;
	state: "booked" | "cancelled" | "day-cancelled" | "over";
	reason: string | null;
	page: Omit<DayPage, "mayPlan">;
	/** Made under cover: who stands in, who is stood in for, and with whom it is to be, once that is answered. */
	cover: { deputy: string; holder: string; company: Company | null } | null;
	/** Free slots to move to; none before it is said with whom. */
	others: OtherSlot[];
};

/**
 * A booking for whoever has its link.
 * @param company with whom it is to be when it is moved; asked for only where it was made under cover
 * @throws NotFound
 */
export async function bookingPage(view: View, token: string, company: Company | null = null): Promise<BookingPage> {
	const booking = await bookingBehind(view, token);
	const { series } = booking.officeDay;
	const page = await dayPage(view, { code: series.code, day: dayText(booking.officeDay.day) });
	const at = slotAt(page.opening, booking.minute);
	const state = booking.cancelledAt
		? "cancelled"
		: page.opening.cancelled
			? "day-cancelled"
			: at <= view.now
				? "over"
				: "booked";
	return {
		name: booking.name,
		subject: booking.subject,
		at,
		state,
		reason: page.reason,
		page,
		...(state === "booked" ? await slotsToMoveTo(view, { series, page, company }) : { cover: null, others: [] }),
	};
}

async function slotsToMoveTo(
	view: View,
	{ series, page, company }: { series: BookedSeries; page: DayPage; company: Company | null },
): Promise<Pick<BookingPage, "cover" | "others">> {
	const standInId = await standInOn(view, series.postId, page.opening.day);
	if (!standInId) return { cover: null, others: await otherSlots(view, series) };
	const { holder, label, cover } = page.post;
	return {
		cover: { deputy: cover?.name ?? cover?.label ?? label, holder: holder ?? label, company },
		others: company ? await slotsWith(view, company, { series, standInId }) : [],
	};
}
