import { calendarFile } from "~/platform/calendar-file";
import { calendarResponse, houseName } from "~/platform/http/calendar-response.server";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { idOrNull } from "../../given.server";
import { entryOfDay } from "../calendar-entry.server";
import { messages } from "../messages";
import { officeDaysFeed } from "../queries/public-pages.server";
import type { Route } from "./+types/feed";

/** The office days to subscribe to: of a whole place, of one municipality (?ort=), of one post (?stelle=). */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const { place, days } = await officeDaysFeed(world, params.place, {
		municipalityId: idOrNull(query.get("ort")),
		postId: idOrNull(query.get("stelle")),
	});
	return calendarResponse(
		calendarFile({
			method: "PUBLISH",
			name: textFor(world.locale, messages)("list.titleAt", { place: place.name }),
			host: houseName(),
			entries: days.map((day) => entryOfDay(world.locale, day)),
		}),
		"sprechtage.ics",
	);
});
