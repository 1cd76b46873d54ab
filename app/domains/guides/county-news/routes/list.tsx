import { Badge } from "~/design/badge";
import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { idOrNull } from "../../given.server";
import { messages } from "../messages";
import { newsList } from "../queries/county-news.server";
import type { Route } from "./+types/list";

export const loader = conduct(({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return newsList(world, params.place, {
		topicId: idOrNull(query.get("thema")),
		areaId: idOrNull(query.get("gebiet")),
	});
});

/** What the county told its municipalities. */
export default function List({ loaderData: { place, news, topics, areas, asked } }: Route.ComponentProps) {
	const t = useText(messages);
	const here = `/o/${place.slug}/verwaltung/kreisinfos`;
	const named = (options: readonly { value: string; label: string }[], id: string | null) =>
		options.find(({ value }) => value === id)?.label;
	const [area, topic] = [named(areas, asked.areaId), named(topics, asked.topicId)];
	const active = [
		...(area ? [{ label: area, removeHref: topic ? `${here}?thema=${asked.topicId}` : here }] : []),
		...(topic ? [{ label: topic, removeHref: area ? `${here}?gebiet=${asked.areaId}` : here }] : []),
	];
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				<LinkButton href={`${here}/neu`}>{t("list.write")}</LinkButton>
			</PageTitle>
			<FilterBar action={here} resetHref={here} active={active}>
				<Select
					name="gebiet"
					label={t("one.area")}
					optional
					empty={t("list.anyArea")}
					value={asked.areaId ?? ""}
					options={areas}
				/>
				<Select
					name="thema"
					label={t("one.topic")}
					optional
					empty={t("list.allTopics")}
					value={asked.topicId ?? ""}
					options={topics}
				/>
			</FilterBar>
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
					{
						key: "for",
						header: t("list.for"),
						cell: ({ area, topic }) => [area ?? t("one.allAreas"), topic].filter(Boolean).join(" · "),
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
