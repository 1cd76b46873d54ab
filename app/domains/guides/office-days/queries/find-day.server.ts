import type { ActWorld } from "~/platform/act.server";
import { isDay } from "~/platform/day";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";
import { mayPlan } from "../../policy.server";
import { bookingOfToken } from "../booking-token.server";
import { regularDays } from "../office-day.server";
import { openingOfDay, seriesOf } from "../stored.server";

type At = { code: string; day: string };

/** A series of an open place by its code. @throws NotFound */
export async function seriesAt(view: Pick<View, "db" | "now">, code: string) {
	const series = await view.db.officeSeries.findFirst({
		where: { code: code.toUpperCase(), owner: { space: { openedAt: { lte: view.now } } } },
		include: {
			owner: { select: { shortName: true, space: { select: { slug: true, name: true, phone: true } } } },
			municipality: { select: { id: true, shortName: true } },
			post: { select: { label: true } },
		},
	});
	if (!series) throw new NotFound();
	return series;
}

export type FoundSeries = Awaited<ReturnType<typeof seriesAt>>;

/** A day of a series by its address, with what is different on it. @throws NotFound for a day that the series has not */
export async function dayAt(view: Pick<View, "db" | "now">, { code, day }: At) {
	const series = await seriesAt(view, code);
	if (!hasDay(series, day)) throw new NotFound();
	const stored = await view.db.officeDay.findUnique({
		where: { seriesId_day: { seriesId: series.id, day: storedDay(day) } },
	});
	return { series, stored, opening: openingOfDay(series, stored ?? asPlanned(day)), day };
}

function hasDay(series: FoundSeries, day: string): boolean {
	return isDay(day) && regularDays(seriesOf(series), day, day).length === 1;
}

function asPlanned(day: Day) {
	return { day: storedDay(day), movedTo: null, opensAt: null, closesAt: null, place: null, cancelledAt: null };
}

/**
 * The same with its row, made if need be, locked until the act is over: slots are given one after the other, and a day is
 * not moved while somebody books. The series cannot end meanwhile.
 * @throws NotFound
 */
export async function lockedDay(world: ActWorld, at: At) {
	const { db, now } = world;
	await db.$queryRaw`SELECT 1 FROM office_series WHERE code = ${at.code.toUpperCase()} FOR SHARE`;
	const series = await seriesAt(world, at.code);
	if (!hasDay(series, at.day)) throw new NotFound();
	await db.$executeRaw`
		INSERT INTO office_day (id, series_id, day, changed_at)
		VALUES (${newId(now)}::uuid, ${series.id}::uuid, ${at.day}::date, ${now})
		ON CONFLICT (series_id, day) DO NOTHING`;
	await db.$queryRaw`SELECT 1 FROM office_day WHERE series_id = ${series.id}::uuid AND day = ${at.day}::date FOR UPDATE`;
	const stored = await db.officeDay.findUniqueOrThrow({
		where: { seriesId_day: { seriesId: series.id, day: storedDay(at.day) } },
		include: { bookings: { where: { cancelledAt: null } } },
	});
	return { series, stored, opening: openingOfDay(series, stored) };
}

/** The same for those who work on it. @throws NotFound, Forbidden, SignInNeeded */
export async function lockedWorkDay(world: ActWorld, at: At) {
	const found = await lockedDay(world, at);
	demand(mayPlan, world.actor, { organisationId: found.series.ownerId });
	return found;
}

/** The booking behind a link. @throws NotFound for links that we did not make or whose booking is deleted */
export async function bookingBehind(view: Pick<View, "db">, token: string) {
	const id = bookingOfToken(token);
	const booking =
		id &&
		(await view.db.officeBooking.findUnique({ where: { id }, include: { officeDay: { include: { series: true } } } }));
	if (!booking) throw new NotFound();
	return booking;
}
