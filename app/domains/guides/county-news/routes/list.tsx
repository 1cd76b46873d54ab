import { Badge } from "~/design/badge";
import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { newsList } from "../queries/county-news.server";
import type { Route } from "./+types/list";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	newsList(world, params.place),
);

/** What the county told its municipalities. */
export default function List({ loaderData: { place, news } }: Route.ComponentProps) {
	const t = useText(messages);
	const here = `/o/${place.slug}/verwaltung/kreisinfos`;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				<LinkButton href={`${here}/neu`}>{t("list.write")}</LinkButton>
			</PageTitle>
			<DataTable
				caption={t("list.title")}
				captionHidden
				rows={news}
				rowKey={({ code }) => code}
				empty={
					<EmptyState title={t("list.none")}>
						<p>{t("list.noneText")}</p>
					</EmptyState>
				}
				columns={[
					{
						key: "news",
						header: t("list.news"),
						rowHeader: true,
						cell: ({ code, title, withdrawn, over }) => (
							<>
								<a href={`${here}/${code}`}>{title}</a>{" "}
								{withdrawn ? <Badge>{t("list.withdrawn")}</Badge> : over && <Badge>{t("list.over")}</Badge>}
							</>
						),
					},
					{ key: "until", header: t("list.until"), cell: ({ validUntil }) => <LocalDate value={validUntil} /> },
					{ key: "count", header: t("list.municipalities"), numeric: true, cell: ({ count }) => count },
					{ key: "confirmed", header: t("list.confirmed"), numeric: true, cell: ({ confirmed }) => confirmed },
					{ key: "raised", header: t("list.raised"), numeric: true, cell: ({ raised }) => raised },
				]}
			/>
		</>
	);
}
