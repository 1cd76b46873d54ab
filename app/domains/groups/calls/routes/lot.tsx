import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { callMessages } from "../messages";
import { lotRecord } from "../queries/call-pages.server";
import type { Route } from "./+types/lot";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	lotRecord(world, params.code),
);

/** The public record of a draw, which everybody can draw again. */
export default function LotPage({ loaderData: lot }: Route.ComponentProps) {
	const t = useText(callMessages);
	const { group } = lot;
	const [first] = lot.list;
	const text = (number: number) => `${lot.seed}:${lot.publicValue ?? ""}:${number}`;
	return (
		<>
			<title>{`${t("lot.title")} – ${group.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: group.place.name, href: `/o/${group.place.slug}` },
					{ label: group.name, href: `/o/${group.place.slug}/arbeitskreise/${group.slug}` },
					{ label: t("call.title"), href: `/aufruf/${lot.code}` },
					{ label: t("lot.title") },
				]}
			/>
			<PageTitle title={t("lot.title")} above={group.name} lead={t("lot.lead")} />
			{!lot.seed && <p>{t("lot.notYet")}</p>}
			<SummaryList
				rows={[
					{ term: t("call.seedHash"), value: <code>{lot.seedHash}</code> },
					{ term: t("call.seats"), value: lot.seats },
					...(lot.drawnAt ? [{ term: t("lot.drawnAt"), value: <LocalDateTime value={lot.drawnAt} /> }] : []),
					...(lot.seed ? [{ term: t("lot.seed"), value: <code>{lot.seed}</code> }] : []),
					...(lot.publicSource
						? [{ term: `${t("lot.publicValue")} (${lot.publicSource})`, value: lot.publicValue ?? "–" }]
						: []),
				]}
			/>
			{lot.list.length > 0 && (
				<DataTable
					caption={t("lot.caption")}
					rows={lot.list}
					rowKey={({ number }) => String(number)}
					columns={[
						{ key: "rank", header: t("lot.rank"), numeric: true, cell: ({ rank }) => rank ?? "–" },
						{ key: "number", header: t("lot.number"), rowHeader: true, cell: ({ number }) => number },
						...(lot.strata.length > 0
							? [
									{
										key: "stratum",
										header: lot.strataQuestion,
										cell: ({ stratum }: (typeof lot.list)[number]) => stratum ?? "–",
									},
								]
							: []),
						{
							key: "state",
							header: t("lot.state"),
							cell: ({ state, keptFor }) =>
								[t(`applicationStates.${state}`), keptFor && t("lot.keptFor", { label: keptFor })]
									.filter(Boolean)
									.join(", "),
						},
						{
							key: "digest",
							header: t("lot.digest"),
							cell: ({ digest }) => (digest ? <code>{digest.slice(0, 16)}…</code> : "–"),
						},
					]}
				/>
			)}
			{lot.seed && first && (
				<Section id="nachrechnen" title={t("lot.check")}>
					<p>{t("lot.checkSeed")}</p>
					<p>
						<code>{`printf %s '${lot.seed}' | sha256sum`}</code>
					</p>
					<p>{t("lot.checkNumber")}</p>
					<p>
						<code>{`printf %s '${text(first.number)}' | sha256sum`}</code>
					</p>
					<p>{t("lot.checkOrder")}</p>
					<p>
						<a href={`/aufruf/${lot.code}/los.json`}>{t("lot.json")}</a>
					</p>
				</Section>
			)}
		</>
	);
}
