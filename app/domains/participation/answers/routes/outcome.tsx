import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { Tabs } from "~/design/tabs";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { outcomePath } from "../addresses";
import { dispositions } from "../disposition";
import { messages } from "../messages";
import { outcomeMessages } from "../outcome-messages";
import { isOutcomeFilter, outcomePageSize, outcomeTable } from "../queries/outcome-table.server";
import { DispositionBadge, UpdateBadge } from "../ui/answer-box";
import { CoverageMeter } from "../ui/coverage-meter";
import type { Route } from "./+types/outcome";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	const wanted = search.get("ergebnis");
	const filter = isOutcomeFilter(wanted) ? wanted : null;
	const whole = search.has("alles");
	const page = Math.min(Math.max(Number.parseInt(search.get("seite") ?? "1", 10) || 1, 1), 10_000);
	const table = await outcomeTable(world, { ...params, filter, page: whole ? null : page });
	return { ...table, filter, whole, page, pageSize: outcomePageSize, place: params.place };
});

type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function Outcome({ loaderData }: Route.ComponentProps) {
	const t = useText(outcomeMessages);
	const words = useText(messages);
	const { process, placeName, rows, counts, total, found, filter, whole, page, pageSize, place } = loaderData;
	const here = outcomePath(place, process.slug);
	const href = (changed: Record<string, string>) => {
		const all = { ergebnis: filter ?? "", ...changed };
		const search = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
		return search.size > 0 ? `${here}?${search}` : here;
	};
	const results = ["open" as const, ...dispositions].filter((result) => (counts[result] ?? 0) > 0);
	return (
		<>
			<title>{`${t("table.title")} – ${process.title}`}</title>
			<link rel="alternate" type="application/atom+xml" href={`${here}.atom`} title={t("table.title")} />
			<Breadcrumb
				entries={[
					{ label: placeName, href: `/o/${place}` },
					{ label: process.title, href: `/o/${place}/beteiligung/${process.slug}` },
					{ label: t("table.title") },
				]}
			/>
			<PageTitle title={t("table.title")} above={process.title} lead={t("table.lead")}>
				<CoverageMeter coverage={loaderData.coverage} />
				{loaderData.statements > 0 && <p>{t("table.statements", { count: loaderData.statements })}</p>}
				<ButtonRow>
					{total > 0 && (
						<LinkButton look="secondary" href={`${here}.csv`}>
							{t("table.csv")}
						</LinkButton>
					)}
					<LinkButton look="tertiary" href={`${here}.atom`}>
						{t("table.feed")}
					</LinkButton>
					{total > pageSize && !whole && (
						<LinkButton look="tertiary" href={href({ alles: "1" })}>
							{t("table.print")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<Notes notes={loaderData.notes} />
			{total > 0 && (
				<Tabs
					label={t("table.filter")}
					tabs={[
						{ href: href({ ergebnis: "" }), label: t("table.all"), count: total, current: filter === null },
						...results.map((result) => ({
							href: href({ ergebnis: result }),
							label: result === "open" ? t("table.openOnes") : words(`dispositions.${result}`),
							count: counts[result] ?? 0,
							current: filter === result,
						})),
					]}
				/>
			)}
			{rows.length === 0 ? (
				<EmptyState title={t(total === 0 ? "table.none" : "table.empty")}>
					<p>{t(total === 0 ? "table.noneHint" : "table.emptyHint")}</p>
				</EmptyState>
			) : (
				<OutcomeTable rows={rows} />
			)}
			{!whole && found > 0 && (
				<Pagination
					page={page}
					pageSize={pageSize}
					total={found}
					hrefFor={(number) => href({ seite: String(number) })}
				/>
			)}
		</>
	);
}

function OutcomeTable({ rows }: { rows: Row[] }) {
	const t = useText(outcomeMessages);
	const { dateLong } = useFormat();
	return (
		<DataTable
			caption={t("table.caption")}
			captionHidden
			rows={rows}
			rowKey={(row) => row.id}
			columns={[
				{ key: "number", header: t("table.number"), numeric: true, cell: (row) => row.number },
				{
					key: "said",
					header: t("table.said"),
					rowHeader: true,
					cell: (row) => (
						<>
							<a href={row.href}>{row.title}</a>
							{row.kind === "annotation" && <> ({t("table.annotation")})</>}
							{row.comment !== null && (
								<>
									<br />
									{t("table.comment", { number: String(row.comment) })}: {beginning(row.text)}
								</>
							)}
						</>
					),
				},
				{
					key: "became",
					header: t("table.became"),
					cell: (row) =>
						row.releasedAt && row.disposition ? (
							<div className="gw-flow">
								<DispositionBadge disposition={row.disposition} />
								<p className="gw-lines">{row.reason}</p>
								<p className="gw-muted">
									{t("table.answeredOn", { date: dateLong(row.releasedAt) })}
									{row.together > 1 && ` · ${t("table.together", { count: row.together })}`}
								</p>
							</div>
						) : (
							<Badge tone="neutral">{t("table.open")}</Badge>
						),
				},
				{
					key: "state",
					header: t("table.state"),
					cell: (row) =>
						row.update && (
							<>
								<UpdateBadge state={row.update.state} /> {dateLong(row.update.at)}
								<br />
								{row.update.text}
							</>
						),
				},
			]}
		/>
	);
}

function Notes({ notes }: { notes: Route.ComponentProps["loaderData"]["notes"] }) {
	const t = useText(outcomeMessages);
	if (notes.length === 0) return null;
	return (
		<Section id="ergebnisse" title={t("table.notes")} intro={t("table.notesIntro")}>
			{notes.map(({ id, title, href, note }) => (
				<div key={id} className="gw-flow">
					<h3>
						<a href={href}>{title}</a>
					</h3>
					<p className="gw-lines">{note ?? t("table.noteOpen")}</p>
				</div>
			))}
		</Section>
	);
}

function beginning(text: string): string {
	return text.length <= 200 ? text : `${text.slice(0, 200).trimEnd()} …`;
}
