import { calendarFile } from "~/platform/calendar-file";
import { calendarResponse, houseName } from "~/platform/http/calendar-response.server";
import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { entryOf } from "../calendar-entry.server";
import { eventAt } from "../queries/find-event.server";
import type { Route } from "./+types/entry";

/** One event for one's own calendar; a cancelled one takes itself out again (RFC 5546). */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const event = await eventAt(world, params);
	return calendarResponse(
		calendarFile({
			method: event.cancelledAt ? "CANCEL" : "PUBLISH",
			name: event.title,
			host: houseName(),
			entries: [entryOf(event)],
		}),
		`termin-${event.code.toLowerCase()}.ics`,
	);
});
