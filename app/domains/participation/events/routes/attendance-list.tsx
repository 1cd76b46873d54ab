import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { WritingLines } from "~/design/writing-lines";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedEvent } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs } from "../ui/event-crumbs";
import type { Route } from "./+types/attendance-list";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedEvent(world, params),
);

/** Who is expected, on paper, to be ticked at the door. */
export default function AttendanceList({ loaderData: event }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateTime } = useFormat();
	const expected = event.registrations.filter(({ state }) => state === "seat" || state === "offered");
	return (
		<>
			<title>{`${t("list.paper")} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={t("list.paper")} />
			<PageTitle title={t("list.paper")} above={event.title} lead={dateTime(event.startsAt)} />
			<DataTable
				caption={t("list.paper")}
				captionHidden
				rows={expected}
				rowKey={({ id }) => id}
				empty={<p>{t("manage.noRegistrations")}</p>}
				columns={[
					{ key: "there", header: t("list.here"), cell: () => "☐" },
					{ key: "name", header: t("manage.name"), rowHeader: true, cell: ({ name }) => name },
					{ key: "persons", header: t("manage.persons"), numeric: true, cell: ({ persons }) => persons },
					{ key: "needs", header: t("manage.needs"), cell: ({ needs }) => needs ?? t("list.none") },
				]}
			/>
			<WritingLines label={t("list.besides")} lines={4} />
			<p>{t("list.shred")}</p>
		</>
	);
}
