import { calendarFile } from "~/platform/calendar-file";
import { calendarResponse, houseName } from "~/platform/http/calendar-response.server";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { entryOf } from "../calendar-entry.server";
import { messages } from "../messages";
import { calendarPlace, feedEvents } from "../queries/calendar.server";
import type { Route } from "./+types/feed";

/** The calendar to subscribe to: of all places, of one place, or of one process. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place: slug, process: processSlug }: { place?: string; process?: string } = params;
	const t = textFor(world.locale, messages);
	const place = slug ? await calendarPlace(world, slug) : null;
	if (slug && !place) throw new NotFound();
	const process = slug && processSlug ? await processAt(world, { place: slug, process: processSlug }) : null;
	const rows = await feedEvents(world, process ? { processId: process.id } : { place: slug });
	const name = process?.title ?? (place ? t("calendar.titleAt", { place: place.name }) : t("calendar.title"));
	return calendarResponse(
		calendarFile({ method: "PUBLISH", name, host: houseName(), entries: rows.map(entryOf) }),
		"termine.ics",
	);
});
