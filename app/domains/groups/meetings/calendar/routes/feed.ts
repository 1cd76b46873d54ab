import { calendarFile } from "~/platform/calendar-file";
import { calendarResponse, houseName } from "~/platform/http/calendar-response.server";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { entryOf } from "../../calendar-entry.server";
import { calendarMessages } from "../messages";
import { calendarOwner, meetingsForFeed } from "../queries/public-meetings.server";
import type { Route } from "./+types/feed";

/** Public meetings to subscribe to: of the whole house, one place, or one group. Closed items and links stand in none. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const within: { place?: string; group?: string } = params;
	const owner = await calendarOwner(world, within);
	const t = textFor(world.locale, calendarMessages);
	const meetings = await meetingsForFeed(world, within);
	return calendarResponse(
		calendarFile({
			method: "PUBLISH",
			name: owner ? t("titleAt", { name: owner.name }) : t("title"),
			host: houseName(),
			entries: meetings.map(({ row, path, group, agenda }) =>
				entryOf(row, { group, path, text: agenda.map(({ position, title }) => `${position}. ${title}`).join("\n") }),
			),
		}),
		"sitzungen.ics",
	);
});
