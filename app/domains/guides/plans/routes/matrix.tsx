import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { PageTitle } from "~/design/page-title";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { dayOrNull } from "../../given.server";
import { type MatrixCell, matrixPage } from "../queries/plan-pages.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/matrix";

export const loader = conduct(({ world, request, params }: Route.LoaderArgs & { world: World }) =>
	matrixPage(world, params.place, dayOrNull(new URL(request.url).searchParams.get("tag"))),
);

function Cell({ cell }: { cell: MatrixCell | null }) {
	const t = useText(messages);
	if (!cell) return <strong>{t("matrix.nobody")}</strong>;
	return (
		<>
			{cell.label}
			<br />
			{cell.holder ?? t("matrix.vacant")}
			{cell.away && (
				<>
					<br />
					<strong>{t("matrix.away")}</strong>
				</>
			)}
			<br />
			{cell.standsIn ? t("matrix.standsIn", { name: cell.standsIn }) : t("matrix.noDeputy")}
			{cell.sameDeputy && (
				<>
					<br />
					<strong>{t("matrix.sameDeputy")}</strong>
				</>
			)}
			{cell.open !== null && cell.open > 0 && (
				<>
					<br />
					{t("matrix.open", { count: cell.open })}
				</>
			)}
		</>
	);
}

/** Who is there for what: each place with each topic on a day. */
export default function Matrix({ loaderData: { place, day, plan, topics, rows } }: Route.ComponentProps) {
	const t = useText(messages);
	const format = useFormat();
	const date = format.dateLong(day);
	const columns = [{ id: "none", name: t("plan.unknownTopic") }, ...topics];
	return (
		<>
			<title>{`${t("matrix.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("plans.title"), href: `/o/${place.slug}/verwaltung/lotsen` },
					{ label: t("matrix.title") },
				]}
			/>
			<PageTitle title={t("matrix.title")} lead={plan ? t("matrix.lead", { date, plan }) : undefined} />
			<FilterBar resetHref={`/o/${place.slug}/verwaltung/lotsen/uebersicht`}>
				<DateField name="tag" label={t("matrix.day")} value={day} />
			</FilterBar>
			{plan ? (
				<DataTable
					caption={t("matrix.caption", { date })}
					rows={rows}
					rowKey={(row) => row.id}
					columns={[
						{ key: "place", header: t("matrix.place"), rowHeader: true, cell: (row) => row.name },
						...columns.map(({ id, name }) => ({
							key: id,
							header: name,
							cell: (row: (typeof rows)[number]) => <Cell cell={row.cells[id] ?? null} />,
						})),
					]}
				/>
			) : (
				<EmptyState title={t("matrix.none")}>
					<p>{t("matrix.noneText")}</p>
				</EmptyState>
			)}
		</>
	);
}
