import { pointOf, pointText } from "~/domains/organisations";
import { daysFrom, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { choices } from "../../concerns/queries/handled-place.server";
import { topicsOf } from "../../concerns/queries/new-concern-page.server";
import { newsFor } from "../../county-news/queries/county-news.server";
import { dayText } from "../../days.server";
import { heldPosts } from "../../queries/held-posts.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { bookingPath } from "../booking-token.server";
import { slotAt } from "../office-day.server";
import { pointOfDay } from "../stored.server";
import { dayAt } from "./find-day.server";
import { officeDays } from "./upcoming.server";

/** How far the list of those who work looks ahead, in days. */
const ahead = 28;

/** The coming office days and the series, for those who plan them. @throws NotFound; Forbidden or SignInNeeded */
export async function officeWork(view: View, slug: string, { mine }: { mine: boolean }) {
	const place = await placeOfGuides(view, slug);
	const from = today(view.now);
	const own = mine ? await heldPosts(view) : undefined;
	const [days, series] = await Promise.all([
		officeDays(view, {
			ownerId: place.ownerId,
			postIds: own,
			from: dayText(from),
			to: dayText(daysFrom(from, ahead)),
		}),
		view.db.officeSeries.findMany({
			where: { ownerId: place.ownerId, OR: [{ lastDay: null }, { lastDay: { gte: from } }] },
			include: { municipality: { select: { shortName: true } }, post: { select: { label: true } } },
			orderBy: [{ firstDay: "asc" }, { id: "asc" }],
			take: 500,
		}),
	]);
	return {
		place,
		mine,
		days,
		series: series.map((row) => ({
			code: row.code,
			municipality: row.municipality.shortName,
			post: row.post.label,
			rhythm: row.rhythm,
			firstDay: dayText(row.firstDay),
			lastDay: row.lastDay && dayText(row.lastDay),
			opensAt: row.opensAt,
			closesAt: row.closesAt,
		})),
	};
}

function textOfPoint(row: { latitude: number | null; longitude: number | null }): string {
	const point = pointOf(row);
	return point ? pointText(point) : "";
}

/** What the form for a new series offers; `like` fills it from another series. @throws NotFound; Forbidden or SignInNeeded */
export async function newSeriesPage(view: View, slug: string, like: string | null) {
	const place = await placeOfGuides(view, slug);
	const { places, posts } = await choices(view, place.ownerId);
	const row =
		like && (await view.db.officeSeries.findFirst({ where: { code: like.toUpperCase(), ownerId: place.ownerId } }));
	return {
		place,
		places,
		posts,
		day: dayText(today(view.now)),
		like: row
			? {
					post: row.postId,
					municipality: row.municipalityId,
					place: row.place,
					punkt: textOfPoint(row),
					accessibility: row.accessibility ?? "",
					note: row.note ?? "",
					rhythm: row.rhythm,
					opensAt: row.opensAt,
					closesAt: row.closesAt,
					slotMinutes: row.slotMinutes === null ? "" : String(row.slotMinutes),
				}
			: null,
	};
}

/** A series to end. @throws NotFound; Forbidden or SignInNeeded */
export async function seriesToEnd(view: View, slug: string, code: string) {
	const place = await placeOfGuides(view, slug);
	const row = await view.db.officeSeries.findFirst({
		where: { code: code.toUpperCase(), ownerId: place.ownerId },
		include: { municipality: { select: { shortName: true } }, post: { select: { label: true } } },
	});
	if (!row) throw new NotFound();
	return {
		place,
		code: row.code,
		title: row.municipality.shortName,
		post: row.post.label,
		today: dayText(today(view.now)),
	};
}

/** One office day for those who hold it: who comes, who came, what was said. @throws NotFound; Forbidden or SignInNeeded */
export async function workDay(view: View, params: { place: string; series: string; day: string }) {
	const place = await placeOfGuides(view, params.place);
	const { series, stored, opening, day } = await dayAt(view, { code: params.series, day: params.day });
	if (series.ownerId !== place.ownerId) throw new NotFound();
	const [bookings, visits, concerns, topics] = await Promise.all([
		stored
			? view.db.officeBooking.findMany({
					where: { dayId: stored.id, cancelledAt: null },
					orderBy: { minute: "asc" },
				})
			: [],
		stored ? view.db.officeVisit.groupBy({ by: ["topicId"], where: { dayId: stored.id }, _count: { _all: true } }) : [],
		stored
			? view.db.concern.findMany({
					where: { officeDayId: stored.id },
					select: { code: true, kind: true, state: true },
					orderBy: { capturedAt: "asc" },
					take: 200,
				})
			: [],
		topicsOf(view, place.ownerId),
	]);
	const counted = (topicId: string | null) => visits.find((visit) => visit.topicId === topicId)?._count._all ?? 0;
	return {
		place,
		code: series.code,
		day,
		municipality: { id: series.municipality.id, name: series.municipality.shortName },
		post: series.post.label,
		opening,
		point: pointOfDay(series, stored),
		reason: stored?.reason ?? null,
		isOver: opening.closesAt <= view.now,
		hasBegun: opening.opensAt <= view.now,
		bookings: bookings.map((booking) => ({
			id: booking.id,
			at: slotAt(opening, booking.minute),
			name: booking.name,
			reach: [booking.phone, booking.email].filter((one) => one !== null).join(", "),
			subject: booking.subject,
			path: bookingPath(booking.id),
		})),
		visits: [
			...topics.map(({ id, name }) => ({ topicId: id, name, count: counted(id) })),
			{ topicId: null, name: null, count: counted(null) },
		],
		visitCount: visits.reduce((sum, visit) => sum + visit._count._all, 0),
		concerns,
		news: await newsFor(view, [series.municipality.id]),
	};
}
