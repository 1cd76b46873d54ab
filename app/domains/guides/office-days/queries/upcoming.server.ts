import type { Point } from "~/domains/organisations";
import { daysFrom, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { dayText, storedDay } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";
import { bodiesAbove } from "../../plans/queries/territory.server";
import { heldPosts } from "../../queries/held-posts.server";
import { type Opening, regularDays, slotAt, slotMinutesOf } from "../office-day.server";
import { openingOfDay, pointOfDay, seriesOf } from "../stored.server";

const withWhereAndWho = {
	owner: { select: { space: { select: { slug: true, openedAt: true } } } },
	municipality: { select: { id: true, shortName: true } },
	post: { select: { id: true, label: true } },
} as const satisfies Prisma.OfficeSeriesInclude;

const most = 500;

export type Wanted = {
	/** Whose series; all when absent. */
	ownerId?: string;
	/** In this municipality or a body above it. */
	municipalityId?: string | null;
	postIds?: readonly string[];
	from: Day;
	/** Included. */
	to: Day;
};

export type OfficeDayView = {
	/** Address of the day: /sprechtag/:code/:day. */
	code: string;
	day: Day;
	ownerId: string;
	/** Address of the owner's place. */
	placeSlug: string;
	municipality: { id: string; name: string };
	post: { id: string; label: string };
	opening: Opening;
	/** Where that is on the map; null when nobody said. */
	point: Point | null;
	accessibility: string | null;
	/** Null where nobody books. */
	freeSlots: number | null;
	bookings: number;
	sequence: number;
	changedAt: Date;
	reason: string | null;
};

/**
 * The office days in a span of days, soonest first: what was moved stands where it is now, what was cancelled is marked.
 * Public by nature; the caller decides what of the bookings is shown.
 */
export async function officeDays(view: Pick<View, "db" | "now">, wanted: Wanted): Promise<OfficeDayView[]> {
	const { ownerId, municipalityId, postIds, from, to } = wanted;
	const bodies = municipalityId ? await bodiesAbove(view.db, municipalityId) : null;
	const rows = await view.db.officeSeries.findMany({
		where: {
			owner: { space: { openedAt: { lte: view.now } } },
			...(ownerId ? { ownerId } : {}),
			...(bodies ? { municipalityId: { in: bodies } } : {}),
			...(postIds ? { postId: { in: [...postIds] } } : {}),
			OR: [
				{
					AND: [
						{ firstDay: { lte: storedDay(to) } },
						{ OR: [{ lastDay: null }, { lastDay: { gte: storedDay(from) } }] },
					],
				},
				{ days: { some: { movedTo: { gte: storedDay(from), lte: storedDay(to) } } } },
			],
		},
		include: {
			...withWhereAndWho,
			days: {
				where: {
					OR: [
						{ day: { gte: storedDay(from), lte: storedDay(to) } },
						{ movedTo: { gte: storedDay(from), lte: storedDay(to) } },
					],
				},
				include: { bookings: { where: { cancelledAt: null }, select: { minute: true } } },
			},
		},
		orderBy: { id: "asc" },
		take: most,
	});
	return rows
		.flatMap(({ days, municipality, post, owner, ...row }) => {
			const series = seriesOf(row);
			const stored = new Map(days.map((one) => [dayText(one.day), one]));
			const regular = new Set(regularDays(series, from, to));
			// a day moved out of a longer span into this one
			for (const [day, one] of stored) if (one.movedTo && regularDays(series, day, day).length === 1) regular.add(day);
			return [...regular].map((day) => {
				const one = stored.get(day);
				const opening = openingOfDay(
					row,
					one ?? { day: storedDay(day), movedTo: null, opensAt: null, closesAt: null, place: null, cancelledAt: null },
				);
				const booked = one?.bookings.map(({ minute }) => minute) ?? [];
				return {
					code: row.code,
					day,
					ownerId: row.ownerId,
					placeSlug: owner.space?.slug ?? "",
					municipality: { id: municipality.id, name: municipality.shortName },
					post,
					opening,
					point: pointOfDay(row, one ?? null),
					accessibility: row.accessibility,
					freeSlots: freeSlots(row.slotMinutes, opening, booked, view.now)?.length ?? null,
					bookings: booked.length,
					sequence: one?.sequence ?? 0,
					changedAt: one?.changedAt ?? row.createdAt,
					reason: one?.reason ?? null,
				};
			});
		})
		.filter(({ opening }) => from <= opening.day && opening.day <= to)
		.toSorted(
			(one, other) =>
				one.opening.opensAt.getTime() - other.opening.opensAt.getTime() || one.code.localeCompare(other.code),
		);
}

/** Minutes after opening of the slots that can still be booked; null where nobody books. */
export function freeSlots(
	length: number | null,
	opening: Opening,
	booked: readonly number[],
	now: Date,
): number[] | null {
	if (length === null) return null;
	if (opening.cancelled) return [];
	return slotMinutesOf(opening, length).filter((minute) => !booked.includes(minute) && slotAt(opening, minute) > now);
}

/** The office days of a place: those its organisation holds or, where it holds none, those of others in its town hall. */
export async function officeDaysOfPlace(
	view: Pick<View, "db" | "now">,
	{ organisationId }: { organisationId: string },
	wanted: Pick<Wanted, "municipalityId" | "postIds" | "from" | "to">,
): Promise<OfficeDayView[]> {
	const holds = await view.db.officeSeries.count({ where: { ownerId: organisationId } });
	return officeDays(
		view,
		holds > 0 ? { ...wanted, ownerId: organisationId } : { ...wanted, municipalityId: organisationId },
	);
}

/** How far public lists look ahead, in days. */
const ahead = 90;

/** The next office days of a post that are not cancelled: those at this place if there are any, else those elsewhere. */
export async function nextOfficeDays(
	view: Pick<View, "db" | "now">,
	{ postId, municipalityId, count }: { postId: string; municipalityId: string; count: number },
): Promise<OfficeDayView[]> {
	const from = today(view.now);
	const days = await officeDays(view, { postIds: [postId], from: dayText(from), to: dayText(daysFrom(from, ahead)) });
	const coming = days.filter(({ opening }) => !opening.cancelled && opening.closesAt > view.now);
	const bodies = await bodiesAbove(view.db, municipalityId);
	const here = coming.filter(({ municipality }) => bodies.includes(municipality.id));
	return (here.length > 0 ? here : coming).slice(0, count);
}

/** Today's office days of the posts that this person holds. */
export async function ownOfficeDaysToday(view: View): Promise<OfficeDayView[]> {
	const postIds = await heldPosts(view);
	if (postIds.length === 0) return [];
	const day = dayText(today(view.now));
	const days = await officeDays(view, { postIds, from: day, to: day });
	return days.filter(({ opening }) => !opening.cancelled && opening.closesAt > view.now);
}
