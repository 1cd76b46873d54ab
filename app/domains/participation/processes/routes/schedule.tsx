import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { schedulePage } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/schedule";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	schedulePage(world, params),
);

export default function Schedule({ loaderData: process }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const path = `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}`;
	return (
		<>
			<title>{`${t("schedule.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("schedule.title")} />
			<PageTitle title={t("schedule.title")} above={process.title} lead={t("schedule.lead")}>
				<ButtonRow>
					<LinkButton href={`${path}/phasen/neu`}>{t("schedule.add")}</LinkButton>
				</ButtonRow>
			</PageTitle>
			{process.voteHasBegun && <Alert title={t("schedule.voted")} />}
			<DataTable
				caption={t("schedule.title")}
				captionHidden
				rows={process.phases}
				rowKey={({ id }) => id}
				empty={<EmptyState title={t("schedule.empty")} />}
				columns={[
					{
						key: "title",
						header: t("schedule.name"),
						rowHeader: true,
						cell: (phase) => (
							<>
								{phase.title} {phase.open && <Badge tone="info">{t("schedule.now")}</Badge>}
							</>
						),
					},
					{ key: "first", header: t("schedule.first"), cell: ({ firstDay }) => <LocalDate value={firstDay} /> },
					{ key: "last", header: t("schedule.last"), cell: ({ lastDay }) => <LocalDate value={lastDay} /> },
					{
						key: "switches",
						header: t("schedule.can"),
						cell: (phase) => phase.switches.map((name) => t(`switches.${name}`)).join(", ") || "–",
					},
					{
						key: "acts",
						header: t("schedule.acts"),
						cell: (phase) => (
							<a href={`${path}/phasen/${phase.id}`}>
								{t("schedule.change")}
								<span className="kern-sr-only">: {phase.title}</span>
							</a>
						),
					},
				]}
			/>
			<p>
				<a href={path}>{t("back")}</a>
			</p>
		</>
	);
}
