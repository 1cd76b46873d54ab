import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Period } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { needsMessages } from "../../needs-messages";
import { messages as publicMessages } from "../messages";
import { officeWork } from "../queries/work-pages.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/work";

export const loader = conduct(({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	officeWork(world, params.place, { mine: new URL(request.url).searchParams.get("wer") === "ich" }),
);

/** The office days for those who plan and hold them. */
export default function Work({ loaderData: { place, mine, days, series } }: Route.ComponentProps) {
	const t = useText(messages);
	const p = useText(publicMessages);
	const n = useText(needsMessages);
	const format = useFormat();
	const here = `/o/${place.slug}/verwaltung/sprechtage`;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				<ButtonRow>
					<LinkButton href={`${here}/neu`}>{t("list.create")}</LinkButton>
					<LinkButton look="secondary" href={mine ? here : `${here}?wer=ich`}>
						{mine ? t("list.everybody") : t("list.mine")}
					</LinkButton>
					<LinkButton look="secondary" href={`${here}/runde`}>
						{n("rounds.link")}
					</LinkButton>
					<LinkButton look="secondary" href={`${here}/ohne-vertretung`}>
						{n("uncovered.title")}
					</LinkButton>
					<LinkButton look="tertiary" href={`/o/${place.slug}/lotsen/sprechtage`}>
						{t("list.public")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<Section id="tage" title={t("list.days")}>
				<DataTable
					caption={t("list.days")}
					captionHidden
					rows={days}
					rowKey={({ code, day }) => `${code}:${day}`}
					empty={<p>{t("list.none")}</p>}
					columns={[
						{
							key: "when",
							header: t("list.when"),
							rowHeader: true,
							cell: ({ code, day, opening }) => (
								<a href={`${here}/${code}/${day}`}>
									{`${format.weekday(opening.day)}, ${format.time(opening.opensAt)}`}
								</a>
							),
						},
						{
							key: "where",
							header: t("list.where"),
							cell: ({ municipality, opening }) => `${municipality.name}, ${opening.place}`,
						},
						{ key: "post", header: t("list.post"), cell: ({ post }) => post.label },
						{
							key: "bookings",
							header: t("list.bookings"),
							numeric: true,
							cell: ({ bookings, freeSlots, opening }) =>
								opening.cancelled ? (
									<Badge tone="danger">{p("list.cancelled")}</Badge>
								) : freeSlots === null ? (
									"–"
								) : (
									bookings
								),
						},
					]}
				/>
			</Section>
			<Section id="serien" title={t("list.series")}>
				<DataTable
					caption={t("list.series")}
					captionHidden
					rows={series}
					rowKey={({ code }) => code}
					empty={
						<EmptyState title={t("list.seriesNone")} level={3}>
							<p>{t("list.seriesNoneText")}</p>
						</EmptyState>
					}
					columns={[
						{
							key: "where",
							header: t("list.where"),
							rowHeader: true,
							cell: ({ municipality, post }) => `${municipality}, ${post}`,
						},
						{
							key: "rhythm",
							header: t("list.rhythm"),
							cell: ({ rhythm, opensAt, closesAt }) =>
								`${t(`rhythms.${rhythm}`)}, ${t("list.hours", { opens: opensAt, closes: closesAt })}`,
						},
						{
							key: "period",
							header: t("list.period"),
							cell: ({ firstDay, lastDay }) => <Period from={firstDay} until={lastDay ?? undefined} />,
						},
						{
							key: "act",
							header: t("list.act"),
							cell: ({ code, municipality, post }) => (
								<ButtonRow>
									<LinkButton
										small
										look="tertiary"
										href={`${here}/neu?wie=${code}`}
										label={t("list.copyOf", { place: municipality, post })}
									>
										{t("list.copy")}
									</LinkButton>
									<LinkButton
										small
										look="tertiary"
										href={`${here}/${code}/beenden`}
										label={t("list.endOf", { place: municipality, post })}
									>
										{t("list.end")}
									</LinkButton>
								</ButtonRow>
							),
						},
					]}
				/>
			</Section>
		</>
	);
}
