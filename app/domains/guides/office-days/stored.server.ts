import { type Point, pointOf } from "~/domains/organisations";
import type { Prisma } from "~/platform/database/generated/client";
import { dayText } from "../days.server";
import { type Difference, type Opening, openingOf, type Series } from "./office-day.server";

type SeriesRow = Prisma.OfficeSeriesGetPayload<object>;
type DayRow = Pick<
	Prisma.OfficeDayGetPayload<object>,
	"day" | "movedTo" | "opensAt" | "closesAt" | "place" | "cancelledAt"
>;

/** A stored series as the rules take it. */
export function seriesOf(row: SeriesRow): Series {
	const { rhythm, opensAt, closesAt, place, slotMinutes } = row;
	return {
		rhythm,
		firstDay: dayText(row.firstDay),
		lastDay: row.lastDay && dayText(row.lastDay),
		opensAt,
		closesAt,
		place,
		slotMinutes,
	};
}

function differenceOf({ movedTo, opensAt, closesAt, place, cancelledAt }: DayRow): Difference {
	return { movedTo: movedTo && dayText(movedTo), opensAt, closesAt, place, cancelledAt };
}

/** A stored day as it takes place. */
export function openingOfDay(series: SeriesRow, day: DayRow): Opening {
	return openingOf(seriesOf(series), dayText(day.day), differenceOf(day));
}

type Located = { place: string | null; latitude: number | null; longitude: number | null };

/** Where a day takes place on the map: at the point of its own place, or where its series is; null when nobody said. */
export function pointOfDay(series: Located, day: Located | null): Point | null {
	return pointOf(day !== null && day.place !== null ? day : series);
}
