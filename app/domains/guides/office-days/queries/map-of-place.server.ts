import { daysFrom, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { type OfficeMap, officeMap } from "./office-map.server";
import { officeDaysOfPlace } from "./upcoming.server";

/** How far ahead the map of a place looks, in days. */
const ahead = 28;

/** Where the office days of a place are held in the next weeks; null when there are none. */
export async function officeMapOfPlace(
	view: Pick<View, "db" | "now">,
	place: { organisationId: string },
): Promise<OfficeMap | null> {
	const from = today(view.now);
	const days = await officeDaysOfPlace(view, place, { from: dayText(from), to: dayText(daysFrom(from, ahead)) });
	return officeMap(view, place.organisationId, days);
}

const most = 500;

/** The places whose organisation holds office days, by name: each has its own map. */
export async function placesWithOfficeDays({ db, now }: Pick<View, "db" | "now">) {
	const rows = await db.space.findMany({
		where: {
			openedAt: { lte: now },
			organisation: { officeSeries: { some: { OR: [{ lastDay: null }, { lastDay: { gte: today(now) } }] } } },
		},
		select: { slug: true, name: true },
		orderBy: [{ name: "asc" }, { slug: "asc" }],
		take: most,
	});
	return rows;
}
