import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { readMailAddress } from "~/platform/mail/address";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { dayText } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";
import { officeLimits, slotAt, slotMinutesOf } from "../office-day.server";
import { type Company, isWith, standInOn } from "../queries/cover-of-booking.server";
import { bookingBehind, lockedDay } from "../queries/find-day.server";

type At = { code: string; day: Day };
type SlotRefused = "slot-unknown" | "slot-taken" | "slot-over" | "day-is-over" | "not-bookable";
type Refused = SlotRefused | "name-missing" | "reach-missing" | "email-unreadable" | "booked-enough";

type LockedDay = Awaited<ReturnType<typeof lockedDay>>;

function slotRefusal(world: ActWorld, { series, stored, opening }: LockedDay, minute: number, own?: string) {
	if (series.slotMinutes === null) return "not-bookable" as const;
	if (opening.cancelled || opening.closesAt <= world.now) return "day-is-over" as const;
	if (opening.day > dayText(daysFrom(today(world.now), officeLimits.bookingDays))) return "not-bookable" as const;
	if (!slotMinutesOf(opening, series.slotMinutes).includes(minute)) return "slot-unknown" as const;
	if (slotAt(opening, minute) <= world.now) return "slot-over" as const;
	if (stored.bookings.some((one) => one.minute === minute && one.id !== own)) return "slot-taken" as const;
	return null;
}

/**
 * Books a slot of an office day, for anybody: with a name and a way to reach them (mail or telephone). The slot is theirs
 * at once; a partial unique index keeps it so. One mail address has at most `officeLimits.bookingsOfOne` living bookings in
 * a series.
 * @param minute minutes after opening
 * @returns the id, whose link (`bookingPath`) cancels and moves it
 * @throws NotFound for a day that the series has not
 */
export const bookSlot = command(
	"guides.book-office-slot",
	async (
		world: ActWorld,
		input: { at: At; minute: number; name: string; email: string | null; phone: string | null; subject: string | null },
	): Promise<Outcome<{ id: string }, Refused>> => {
		const found = await lockedDay(world, input.at);
		const refusal = slotRefusal(world, found, input.minute);
		if (refusal) return refused(refusal, { field: "minute" });
		const name = input.name.trim();
		if (name.length < 2) return refused("name-missing", { field: "name" });
		const email = input.email ? readMailAddress(input.email)?.toLowerCase() : null;
		if (email === undefined) return refused("email-unreadable", { field: "email" });
		if (!email && !input.phone) return refused("reach-missing", { field: "email" });
		const { series, stored } = found;
		if (email) {
			const living = await world.db.officeBooking.count({
				where: { email, cancelledAt: null, officeDay: { seriesId: series.id, day: { gte: today(world.now) } } },
			});
			if (living >= officeLimits.bookingsOfOne) return refused("booked-enough", { field: "email" });
		}
		const id = newId(world.now);
		try {
			await world.db.officeBooking.create({
				data: {
					id,
					dayId: stored.id,
					minute: input.minute,
					personId: personIdOf(world.actor),
					name,
					email,
					phone: input.phone,
					subject: input.subject,
					locale: world.locale,
					createdAt: world.now,
				},
			});
		} catch (error) {
			if (isTaken(error)) return refused("slot-taken", { field: "minute" });
			throw error;
		}
		world.record({
			type: "guides.office-booking.made",
			subject: { kind: "office-series", id: series.id },
			ownerId: series.ownerId,
			facts: { booking: id, officeDay: stored.id },
		});
		return done({ id });
	},
);

/** Cancels a booking by its link; its slot is free again. @throws NotFound */
export const cancelBooking = command(
	"guides.cancel-office-booking",
	async (world: ActWorld, { token }: { token: string }): Promise<Outcome<null, "booking-is-over">> => {
		const { id, officeDay } = await bookingBehind(world, token);
		const { series, stored, opening } = await lockedDay(world, {
			code: officeDay.series.code,
			day: dayText(officeDay.day),
		});
		const booking = stored.bookings.find((one) => one.id === id);
		if (!booking || opening.cancelled || opening.closesAt <= world.now) return refused("booking-is-over");
		await world.db.officeBooking.update({ where: { id }, data: { cancelledAt: world.now } });
		world.record({
			type: "guides.office-booking.cancelled",
			subject: { kind: "office-series", id: series.id },
			ownerId: series.ownerId,
			facts: { booking: id, officeDay: stored.id },
		});
		return done(null);
	},
);

/**
 * Moves a booking by its link to another free slot of the same series. Made under cover, it is asked with whom it is to be: it
 * stays with the deputy (where they stand in, or at an office day of their own), or returns to whoever holds the post.
 * @param to.code the series; null for its own
 * @param company null where it was not asked
 * @returns nothing; refused with "company-missing" when that was not answered, "not-with-them" when somebody else is there then
 * @throws NotFound
 */
export const moveBooking = command(
	"guides.move-office-booking",
	async (
		world: ActWorld,
		{
			token,
			to,
			company,
		}: { token: string; to: { code: string | null; day: Day; minute: number }; company: Company | null },
	): Promise<Outcome<null, SlotRefused | "booking-is-over" | "company-missing" | "not-with-them">> => {
		const { id, officeDay } = await bookingBehind(world, token);
		const { code } = officeDay.series;
		const from = { code, day: dayText(officeDay.day) };
		const target = { code: to.code?.toUpperCase() ?? code, day: to.day };
		// both days in one order, so that two moves at once never wait for each other
		const inOrder = [from, target].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
		for (const each of inOrder) await lockedDay(world, each);
		const present = await lockedDay(world, from);
		const booking = present.stored.bookings.find((one) => one.id === id);
		if (!booking || present.opening.cancelled || slotAt(present.opening, booking.minute) <= world.now) {
			return refused("booking-is-over");
		}
		const next = await lockedDay(world, target);
		const { postId } = present.series;
		const standInId = await standInOn(world, postId, present.opening.day);
		if (standInId) {
			if (!company) return refused("company-missing", { field: "slot" });
			const there = { postId: next.series.postId, day: next.opening.day };
			const fits = next.series.ownerId === present.series.ownerId;
			if (!fits || !(await isWith(world, company, { postId, standInId }, there))) {
				return refused("not-with-them", { field: "slot" });
			}
		} else if (target.code !== code) return refused("slot-unknown", { field: "slot" });
		const refusal = slotRefusal(world, next, to.minute, id);
		if (refusal) return refused(refusal, { field: "slot" });
		await world.db.officeBooking.update({ where: { id }, data: { dayId: next.stored.id, minute: to.minute } });
		world.record({
			type: "guides.office-booking.moved",
			subject: { kind: "office-series", id: next.series.id },
			ownerId: next.series.ownerId,
			facts: { booking: id, officeDay: next.stored.id, company: standInId ? company : null },
		});
		return done(null);
	},
);

const keyOf = ({ code, day }: At) => `${code} ${day}`;
