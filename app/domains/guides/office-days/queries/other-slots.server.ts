import { daysFrom, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText, storedDay } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";
import { officeLimits, regularDays, slotAt } from "../office-day.server";
import { openingOfDay, seriesOf } from "../stored.server";
import { type Company, isWith } from "./cover-of-booking.server";
import { freeSlots } from "./upcoming.server";

const shown = 60;

type Series = Parameters<typeof openingOfDay>[0];
/** A free slot to move a booking to; its place only where that is another one. */
export type OtherSlot = { code: string; day: Day; minute: number; at: Date; place: string | null };

async function slotsOfSeries(view: View, series: Series, elsewhere: boolean) {
	const from = today(view.now);
	const rules = seriesOf(series);
	const days = regularDays(rules, dayText(from), dayText(daysFrom(from, officeLimits.bookingDays)));
	const stored = await view.db.officeDay.findMany({
		where: { seriesId: series.id, day: { in: days.map(storedDay) } },
		include: { bookings: { where: { cancelledAt: null }, select: { minute: true } } },
	});
	const byDay = new Map(stored.map((one) => [dayText(one.day), one]));
	return days.map((day) => {
		const one = byDay.get(day);
		const opening = openingOfDay(
			series,
			one ?? { day: storedDay(day), movedTo: null, opensAt: null, closesAt: null, place: null, cancelledAt: null },
		);
		const free = freeSlots(series.slotMinutes, opening, one?.bookings.map(({ minute }) => minute) ?? [], view.now);
		const slots = (free ?? []).map(
			(minute): OtherSlot => ({
				code: series.code,
				day,
				minute,
				at: slotAt(opening, minute),
				place: elsewhere ? opening.place : null,
			}),
		);
		return { day: opening.day, slots };
	});
}

/** Free slots of the same series, soonest first. */
export async function otherSlots(view: View, series: Series): Promise<OtherSlot[]> {
	return (await slotsOfSeries(view, series, false)).flatMap(({ slots }) => slots).slice(0, shown);
}

/**
 * Free slots with the one who was asked for, of a booking made under cover, soonest first: of the same series, and with the
 * deputy also of their own office days.
 */
export async function slotsWith(
	view: View,
	company: Company,
	{ series, standInId }: { series: Series; standInId: string },
): Promise<OtherSlot[]> {
	const { postId, ownerId } = series;
	const theirs =
		company === "deputy"
			? await view.db.officeSeries.findMany({
					where: { postId: standInId, ownerId, slotMinutes: { not: null } },
					orderBy: { id: "asc" },
					take: 20,
				})
			: [];
	const found: OtherSlot[] = [];
	for (const one of [series, ...theirs]) {
		for (const { day, slots } of await slotsOfSeries(view, one, one.id !== series.id)) {
			if (slots.length === 0) continue;
			if (await isWith(view, company, { postId, standInId }, { postId: one.postId, day })) found.push(...slots);
		}
	}
	return found
		.toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.code.localeCompare(other.code))
		.slice(0, shown);
}
