import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { WorkCrumbs } from "../../processes/ui/work-crumbs";
import { messages } from "../messages";
import { managedEvents } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/managed";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedEvents(world, params),
);

/** The events of a process for those who plan them. */
export default function Managed({ loaderData: process }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const path = `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}/termine`;
	const plan = <LinkButton href={`${path}/neu`}>{t("list.plan")}</LinkButton>;
	return (
		<>
			<title>{`${t("list.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("list.title")} />
			<PageTitle title={t("list.title")} above={process.title} lead={t("list.lead")}>
				{process.events.length > 0 && plan}
			</PageTitle>
			{!process.isPublic && <Alert title={t("list.draft")} />}
			<DataTable
				caption={t("list.title")}
				captionHidden
				rows={process.events}
				rowKey={({ code }) => code}
				empty={
					<EmptyState title={t("list.empty")} action={plan}>
						<p>{t("list.emptyText")}</p>
					</EmptyState>
				}
				columns={[
					{
						key: "title",
						header: t("list.name"),
						rowHeader: true,
						cell: ({ code, title }) => <a href={`${path}/${code}`}>{title}</a>,
					},
					{ key: "when", header: t("list.when"), cell: ({ startsAt }) => <LocalDateTime value={startsAt} /> },
					{
						key: "state",
						header: t("list.state"),
						cell: ({ state }) => <Badge tone={stateTone[state]}>{m(`states.${state}`)}</Badge>,
					},
					{
						key: "seats",
						header: t("list.seats"),
						numeric: true,
						cell: ({ registers, seats, seatsTaken, waiting }) =>
							!registers
								? t("list.none")
								: seats === null
									? seatsTaken
									: t("list.ofSeats", { taken: String(seatsTaken), seats: String(seats), waiting }),
					},
					{
						key: "minutes",
						header: t("list.minutes"),
						cell: ({ minutes }) => (minutes ? t("list.there") : t("list.none")),
					},
				]}
			/>
		</>
	);
}
