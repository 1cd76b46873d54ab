import { type Point, pointText } from "~/domains/organisations";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { storedDay } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";
import { actingAs } from "../../policy.server";
import { slotMinutesOf } from "../office-day.server";
import { lockedWorkDay } from "../queries/find-day.server";
import { openingOfDay, pointOfDay } from "../stored.server";

type At = { code: string; day: Day };

/**
 * Moves one day of a series to another day, other hours or another place; bookings keep their place in the row, and those
 * who booked are told. Refuses a day that is over or cancelled, hours the wrong way round, a time that is over, and a time
 * too short for what is booked, and another place that is still at the old point of the map.
 * @param to.day null: the same day
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const moveDay = command(
	"guides.move-office-day",
	async (
		world: ActWorld,
		{
			at,
			to,
			reason,
		}: {
			at: At;
			/** `point`: where the place is on the map; null: not on the map. */
			to: { day: Day; opensAt: string; closesAt: string; place: string; point?: Point | null };
			reason: string;
		},
	): Promise<
		Outcome<null, "day-is-over" | "closes-before" | "day-over" | "bookings-do-not-fit" | "point-of-other-place">
	> => {
		const { series, stored, opening } = await lockedWorkDay(world, at);
		if (opening.cancelled || opening.closesAt <= world.now) return refused("day-is-over");
		if (to.closesAt <= to.opensAt) return refused("closes-before", { field: "closesAt" });
		const next = {
			movedTo: storedDay(to.day),
			opensAt: to.opensAt,
			closesAt: to.closesAt,
			place: to.place,
			latitude: to.point?.latitude ?? null,
			longitude: to.point?.longitude ?? null,
		};
		const moved = openingOfDay(series, { ...stored, ...next });
		if (moved.opensAt <= world.now) return refused("day-over", { field: "day" });
		const slots = series.slotMinutes === null ? [] : slotMinutesOf(moved, series.slotMinutes);
		if (stored.bookings.some(({ minute }) => !slots.includes(minute))) {
			return refused("bookings-do-not-fit", { field: "closesAt" });
		}
		const present = pointOfDay(series, stored);
		if (to.point && present && to.place !== opening.place && pointText(to.point) === pointText(present)) {
			return refused("point-of-other-place", { field: "punkt" });
		}
		await world.db.officeDay.update({
			where: { id: stored.id },
			data: { ...next, reason, changedAt: world.now, remindedAt: null, sequence: { increment: 1 } },
		});
		world.record({
			type: "guides.office-day.moved",
			subject: { kind: "office-series", id: series.id },
			...actingAs(world.actor, series.ownerId).recorded,
			facts: { officeDay: stored.id, from: at.day, to: to.day },
		});
		return done(null);
	},
);

/**
 * Cancels one day of a series; those who booked are told, with the reason.
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const cancelDay = command(
	"guides.cancel-office-day",
	async (world: ActWorld, { at, reason }: { at: At; reason: string }): Promise<Outcome<null, "day-is-over">> => {
		const { series, stored, opening } = await lockedWorkDay(world, at);
		if (opening.cancelled || opening.closesAt <= world.now) return refused("day-is-over");
		await world.db.officeDay.update({
			where: { id: stored.id },
			data: { cancelledAt: world.now, reason, changedAt: world.now, sequence: { increment: 1 } },
		});
		world.record({
			type: "guides.office-day.cancelled",
			subject: { kind: "office-series", id: series.id },
			...actingAs(world.actor, series.ownerId).recorded,
			facts: { officeDay: stored.id, day: at.day },
		});
		return done(null);
	},
);

/**
 * Counts somebody who came without booking, by topic and without a name.
 * @param topicId null: something else
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const countVisit = command(
	"guides.count-office-visit",
	async (
		world: ActWorld,
		{ at, topicId }: { at: At; topicId: string | null },
	): Promise<Outcome<null, "not-yet" | "topic-unknown">> => {
		const { series, stored, opening } = await lockedWorkDay(world, at);
		if (opening.cancelled || opening.opensAt > world.now) return refused("not-yet");
		if (topicId && (await world.db.topic.count({ where: { id: topicId, ownerId: series.ownerId } })) === 0) {
			return refused("topic-unknown");
		}
		await world.db.officeVisit.create({ data: { dayId: stored.id, topicId, countedAt: world.now } });
		world.record({
			type: "guides.office-visit.counted",
			subject: { kind: "office-series", id: series.id },
			...actingAs(world.actor, series.ownerId).recorded,
			facts: { officeDay: stored.id, topic: topicId },
		});
		return done(null);
	},
);

/** Takes the last count of a day back. @throws NotFound; Forbidden or SignInNeeded */
export const takeBackVisit = command(
	"guides.take-back-office-visit",
	async (world: ActWorld, { at }: { at: At }): Promise<Outcome<null, "nothing-counted">> => {
		const { series, stored } = await lockedWorkDay(world, at);
		const last = await world.db.officeVisit.findFirst({
			where: { dayId: stored.id },
			orderBy: [{ countedAt: "desc" }, { id: "desc" }],
		});
		if (!last) return refused("nothing-counted");
		await world.db.officeVisit.delete({ where: { id: last.id } });
		world.record({
			type: "guides.office-visit.taken-back",
			subject: { kind: "office-series", id: series.id },
			...actingAs(world.actor, series.ownerId).recorded,
			facts: { officeDay: stored.id },
		});
		return done(null);
	},
);
