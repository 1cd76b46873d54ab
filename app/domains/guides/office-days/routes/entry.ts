import { calendarFile } from "~/platform/calendar-file";
import { calendarResponse, houseName } from "~/platform/http/calendar-response.server";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { entryOfDay } from "../calendar-entry.server";
import { messages } from "../messages";
import { dayAt } from "../queries/find-day.server";
import type { Route } from "./+types/entry";

/** One office day for one's own calendar; a cancelled one takes itself out again (RFC 5546). */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { series, stored, opening, day } = await dayAt(world, params);
	const municipality = { name: series.municipality.shortName };
	const entry = entryOfDay(world.locale, {
		code: series.code,
		day,
		municipality,
		post: series.post,
		opening,
		accessibility: series.accessibility,
		reason: stored?.reason ?? null,
		sequence: stored?.sequence ?? 0,
		changedAt: stored?.changedAt ?? series.createdAt,
	});
	return calendarResponse(
		calendarFile({
			method: opening.cancelled ? "CANCEL" : "PUBLISH",
			name: textFor(world.locale, messages)("day.title", { place: municipality.name }),
			host: houseName(),
			entries: [entry],
		}),
		`sprechtag-${day}.ics`,
	);
});
