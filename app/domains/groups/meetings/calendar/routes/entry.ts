import { calendarFile } from "~/platform/calendar-file";
import { calendarResponse, houseName } from "~/platform/http/calendar-response.server";
import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { entryOf } from "../../calendar-entry.server";
import { meetingPage } from "../../queries/meeting-page.server";
import type { Route } from "./+types/entry";

/** One meeting for one's own calendar; a cancelled one takes itself out again (RFC 5546). */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const meeting = await meetingPage(world, { ...params, meeting: givenId(params.meeting) });
	const path = `/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${meeting.id}`;
	const entry = entryOf(
		{
			...meeting.dates,
			id: meeting.id,
			title: meeting.title,
			startsAt: meeting.startsAt,
			endsAt: meeting.endsAt,
			place: meeting.where,
		},
		{
			group: meeting.group.name,
			path,
			text: meeting.agenda
				.filter(({ isPublic }) => isPublic)
				.map(({ position, title }) => `${position}. ${title}`)
				.join("\n"),
		},
	);
	return calendarResponse(
		calendarFile({
			method: entry.cancelled ? "CANCEL" : "PUBLISH",
			name: meeting.group.name,
			host: houseName(),
			entries: [entry],
		}),
		"sitzung.ics",
	);
});
