import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as processMessages } from "../../processes/messages";
import { messages } from "../messages";
import { yearPage } from "../queries/year-page.server";
import type { Route } from "./+types/year";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	yearPage(world, params),
);

type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function Year({ loaderData: page, params }: Route.ComponentProps) {
	const t = useText(messages);
	const p = useText(processMessages);
	const { number, percent } = useFormat();
	const path = `/o/${params.place}/beteiligung`;
	const year = String(page.year);
	const people = (count: number | null) => (count === null ? t("withheld") : number(count));
	const share = (part: number, whole: number) => (whole === 0 ? "–" : percent(part / whole));
	const figure = (show: (figures: NonNullable<Row["figures"]>) => string) => (row: Row) =>
		row.figures ? show(row.figures) : "–";
	return (
		<>
			<title>{`${t("year.title", { year })} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${params.place}` },
					{ label: p("overview.title"), href: path },
					{ label: t("year.title", { year }) },
				]}
			/>
			<PageTitle title={t("year.title", { year })} above={page.place.name} lead={t("year.lead")} />
			<DataTable
				caption={t("year.table", { year })}
				captionHidden
				empty={<EmptyState title={t("year.empty")}>{t("year.emptyText")}</EmptyState>}
				columns={[
					{
						key: "process",
						header: t("year.process"),
						cell: (row: Row) =>
							row.figures ? (
								<a href={`${path}/${row.slug}/auswertung`}>{row.title}</a>
							) : (
								<>
									<a href={`${path}/${row.slug}`}>{row.title}</a> ({t("year.running")})
								</>
							),
						rowHeader: true,
					},
					{
						key: "contributions",
						header: t("year.contributions"),
						cell: figure(({ contributions }) => number(contributions)),
						numeric: true,
					},
					{ key: "people", header: t("year.people"), cell: figure((own) => people(own.people)), numeric: true },
					{
						key: "answered",
						header: t("year.answered"),
						cell: figure(({ answered, contributions }) => share(answered, contributions)),
						numeric: true,
					},
					{
						key: "days",
						header: t("year.days"),
						cell: figure(({ days }) => (days === null ? "–" : number(Math.round(days)))),
						numeric: true,
					},
					{
						key: "acknowledged",
						header: t("year.acknowledged"),
						cell: figure(({ acknowledged, answered }) => share(acknowledged, answered)),
						numeric: true,
					},
				]}
				rows={page.rows}
				rowKey={({ slug }) => slug}
				footer={{
					process: t("year.total"),
					contributions: number(page.total.contributions),
					people: people(page.total.people),
					answered: share(page.total.answered, page.total.contributions),
					days: "–",
					acknowledged: share(page.total.acknowledged, page.total.answered),
				}}
			/>
			<Flow>
				<p>{t("year.totalNote")}</p>
				<p>{t("page.privacy")}</p>
			</Flow>
			{page.years.length > 0 && (
				<Section id="jahre" title={t("year.years")}>
					<ul>
						{page.years.map((other) => (
							<li key={other}>
								<a href={`${path}/auswertung/${other}`}>{t("year.earlier", { year: String(other) })}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
