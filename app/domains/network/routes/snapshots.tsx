import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { snapshots } from "../queries/snapshots.server";
import { staffMessages } from "../staff-messages";
import { NetworkTabs } from "../ui/network-tabs";
import type { Route } from "./+types/snapshots";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	snapshots(world, params.place),
);

/** The states of a network that somebody kept. */
export default function Snapshots({ loaderData: { place, snapshots: rows } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const here = `/o/${place.slug}/verwaltung/netzwerk`;
	return (
		<>
			<title>{`${t("snapshots.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title"), href: here }, { label: t("snapshots.title") }]} />
			<PageTitle title={t("snapshots.title")} lead={t("snapshots.lead")} />
			<NetworkTabs slug={place.slug} current="snapshots" />
			<DataTable
				caption={t("snapshots.caption")}
				captionHidden
				rows={rows}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "name",
						header: t("snapshots.name"),
						rowHeader: true,
						cell: ({ id, name }) => <a href={`${here}/staende/${id}`}>{name}</a>,
					},
					{ key: "asOf", header: t("snapshots.asOf"), cell: ({ asOf }) => <LocalDate value={asOf} /> },
					{ key: "made", header: t("snapshots.made"), cell: ({ createdAt }) => <LocalDate value={createdAt} /> },
				]}
				empty={
					<EmptyState title={t("snapshots.none")}>
						<p>{t("snapshots.noneText")}</p>
					</EmptyState>
				}
			/>
		</>
	);
}
