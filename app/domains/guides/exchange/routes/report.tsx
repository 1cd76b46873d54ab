import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { handlingMessages } from "../../concerns/handling-messages";
import { idOrNull } from "../../given.server";
import { messages as guideMessages } from "../../messages";
import { NeedsInReport } from "../../needs-survey/ui/needs-in-report";
import { messages } from "../messages";
import { halfYearReport } from "../queries/report.server";
import type { Route } from "./+types/report";

export const loader = conduct(({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const asked = { municipalityId: idOrNull(query.get("ort")), halfYear: query.get("halbjahr") };
	return halfYearReport(world, params.place, asked);
});

/** What a municipality raised in half a year and what came of it. */
export default function Report({ loaderData: report }: Route.ComponentProps) {
	const { place, municipality, places, period, halfYears, counts, raised, declined, news, needs } = report;
	const t = useText(messages);
	const g = useText(guideMessages);
	const h = useText(handlingMessages);
	const here = `/o/${place.slug}/verwaltung/kreis/bericht`;
	const named = ({ half, year }: { half: number; year: number }) =>
		t("report.halfYear", { half: half === 1 ? "1" : "2", year: String(year) });
	const title = t("report.titleOf", { municipality: municipality.name, halfYear: named(period) });
	const day = (moment: Date | null) => (moment ? <LocalDate value={moment} /> : "–");
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("report.title") }]} />
			<PageTitle title={title} lead={t("report.lead")}>
				<ButtonRow>
					<LinkButton look="secondary" href={`${here}.pdf?ort=${municipality.id}&halbjahr=${period.key}`} download>
						{t("report.pdf")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<FilterBar action={here} resetHref={here}>
				{places.length > 0 && <Select name="ort" label={t("report.place")} value={municipality.id} options={places} />}
				<Select
					name="halbjahr"
					label={t("report.period")}
					value={period.key}
					options={halfYears.map((one) => ({ value: one.key, label: named(one) }))}
				/>
			</FilterBar>
			{!period.isOver && <Alert title={t("report.running")} />}
			<p>{t("report.counts", counts)}</p>
			<Section id="vorgebracht" title={t("report.raised")}>
				<DataTable
					caption={t("report.raised")}
					captionHidden
					rows={raised}
					rowKey={({ code }) => code}
					empty={<p>{t("report.nothingRaised")}</p>}
					columns={[
						{
							key: "concern",
							header: t("report.concern"),
							rowHeader: true,
							cell: ({ kind, code, capturedAt }) => (
								<>
									{g("concern.title", { kind: g(`kinds.${kind}`), code })}, <LocalDate value={capturedAt} />
								</>
							),
						},
						{
							key: "about",
							header: t("report.about"),
							cell: ({ topic, text }) => [topic ?? g("concern.unknown"), text].filter(Boolean).join(": "),
						},
						{
							key: "result",
							header: t("report.result"),
							cell: ({ outcome, state, summary, came }) =>
								[
									outcome ? h(`outcomes.${outcome}`) : g(`states.${state}`),
									summary,
									...came.map((one) => [`${one.kind}: ${one.title}`, one.state].filter(Boolean).join(" – ")),
								]
									.filter(Boolean)
									.join(". "),
						},
					]}
				/>
			</Section>
			<Section id="abgelehnt" title={t("report.declined")}>
				{declined.length === 0 ? (
					<p>{t("report.nothingDeclined")}</p>
				) : (
					<ul>
						{declined.map(({ code, kind, topic, summary }) => (
							<li key={code}>
								{t("report.declinedEntry", {
									concern: g("concern.title", { kind: g(`kinds.${kind}`), code }),
									topic: topic ?? g("concern.unknown"),
									reason: summary ?? "",
								})}
							</li>
						))}
					</ul>
				)}
			</Section>
			<Section id="neues" title={t("report.news")}>
				<DataTable
					caption={t("report.news")}
					captionHidden
					rows={news}
					rowKey={({ id }) => id}
					empty={<p>{t("report.noNews")}</p>}
					columns={[
						{ key: "title", header: t("report.newsTitle"), rowHeader: true, cell: (one) => one.title },
						{ key: "confirmed", header: t("report.confirmed"), cell: ({ confirmedAt }) => day(confirmedAt) },
						{ key: "raised", header: t("report.raisedAt"), cell: ({ raisedAt }) => day(raisedAt) },
						{ key: "discussed", header: t("report.discussed"), cell: ({ discussedAt }) => day(discussedAt) },
					]}
				/>
			</Section>
			<NeedsInReport needs={needs} />
		</>
	);
}
