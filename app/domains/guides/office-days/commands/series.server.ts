import type { Point } from "~/domains/organisations";
import { type ActWorld, command } from "~/platform/act.server";
import { fromStored, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { dayText, storedDay } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";
import { namedBy } from "../../plans/queries/plans.server";
import { coveredPlaces } from "../../plans/queries/territory.server";
import { actingAs, mayPlan } from "../../policy.server";
import { openingOf, slotMinutesOf } from "../office-day.server";
import type { Rhythm } from "../rhythms";

export type SeriesWanted = {
	ownerId: string;
	postId: string;
	municipalityId: string;
	place: string;
	/** Where that is on the map; null: not on the map. */
	point?: Point | null;
	accessibility: string | null;
	note: string | null;
	rhythm: Rhythm;
	firstDay: Day;
	lastDay: Day | null;
	opensAt: string;
	closesAt: string;
	slotMinutes: number | null;
};

type Refused =
	| "day-over"
	| "last-before-first"
	| "closes-before"
	| "slot-too-long"
	| "post-elsewhere"
	| "place-elsewhere";

/**
 * Announces a series of office days of a post in a municipality; it stands in public lists and calendars at once.
 * Refuses days that are over, hours the wrong way round, slots longer than a day is open, posts and places that are not the
 * owner's.
 * @returns the code of its addresses
 * @throws Forbidden or SignInNeeded
 */
export const beginSeries = command(
	"guides.begin-office-series",
	async (world: ActWorld, input: SeriesWanted): Promise<Outcome<{ code: string }, Refused>> => {
		const { db, actor, now } = world;
		const { point, ...given } = input;
		demand(mayPlan, actor, { organisationId: input.ownerId });
		const day = today(now);
		if (input.firstDay < dayText(day)) return refused("day-over", { field: "firstDay" });
		if (input.lastDay !== null && input.lastDay < input.firstDay) {
			return refused("last-before-first", { field: "lastDay" });
		}
		if (input.closesAt <= input.opensAt) return refused("closes-before", { field: "closesAt" });
		const opening = openingOf(input, input.firstDay, null);
		if (input.slotMinutes !== null && slotMinutesOf(opening, input.slotMinutes).length === 0) {
			return refused("slot-too-long", { field: "slotMinutes" });
		}
		const post = await db.post.count({ where: { id: input.postId, ...namedBy(input.ownerId, day) } });
		if (post === 0) return refused("post-elsewhere", { field: "post" });
		const places = await coveredPlaces(db, input.ownerId);
		if (!places.some(({ id }) => id === input.municipalityId))
			return refused("place-elsewhere", { field: "municipality" });
		const id = newId(now);
		const code = newCode();
		await db.officeSeries.create({
			data: {
				...given,
				latitude: point?.latitude ?? null,
				longitude: point?.longitude ?? null,
				id,
				code,
				firstDay: storedDay(input.firstDay),
				lastDay: input.lastDay && storedDay(input.lastDay),
				createdAt: now,
			},
		});
		world.record({
			type: "guides.office-series.begun",
			subject: { kind: "office-series", id },
			...actingAs(actor, input.ownerId).recorded,
			facts: { post: input.postId, municipality: input.municipalityId, rhythm: input.rhythm, firstDay: input.firstDay },
		});
		return done({ code });
	},
);

/**
 * Ends a series after a day; what was before stays as it was. Refuses a day that is over, one later than the end that is
 * set, and an end while somebody has booked after it.
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const endSeries = command(
	"guides.end-office-series",
	async (
		world: ActWorld,
		{ code, lastDay }: { code: string; lastDay: Day },
	): Promise<Outcome<null, "day-over" | "ends-before" | "bookings-there">> => {
		const { db, actor, now } = world;
		await db.$queryRaw`SELECT 1 FROM office_series WHERE code = ${code.toUpperCase()} FOR UPDATE`;
		const series = await db.officeSeries.findUnique({ where: { code: code.toUpperCase() } });
		if (!series) throw new NotFound();
		demand(mayPlan, actor, { organisationId: series.ownerId });
		// "from today on no more" is a last day of yesterday
		if (lastDay < fromStored(today(now)).subtract({ days: 1 }).toString())
			return refused("day-over", { field: "lastDay" });
		if (series.lastDay && dayText(series.lastDay) < lastDay) return refused("ends-before", { field: "lastDay" });
		const booked = await db.officeBooking.count({
			where: {
				cancelledAt: null,
				officeDay: { seriesId: series.id, cancelledAt: null, day: { gt: storedDay(lastDay) } },
			},
		});
		if (booked > 0) return refused("bookings-there", { field: "lastDay", values: { count: booked } });
		// a series that has not begun ends before its first day
		const never = fromStored(series.firstDay).subtract({ days: 1 }).toString();
		await db.officeSeries.update({
			where: { id: series.id },
			data: { lastDay: storedDay(lastDay < never ? never : lastDay) },
		});
		world.record({
			type: "guides.office-series.ended",
			subject: { kind: "office-series", id: series.id },
			...actingAs(actor, series.ownerId).recorded,
			facts: { lastDay },
		});
		return done(null);
	},
);
