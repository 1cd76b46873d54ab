import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { needsMessages } from "../../needs-messages";
import { uncoveredPage } from "../queries/uncovered.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/uncovered";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	uncoveredPage(world, params.place),
);

/** Office days on which nobody would be there: cover, move or cancel. */
export default function Uncovered({ loaderData: { place, days } }: Route.ComponentProps) {
	const t = useText(needsMessages);
	const w = useText(messages);
	const format = useFormat();
	const here = `/o/${place.slug}/verwaltung/sprechtage`;
	return (
		<>
			<title>{`${t("uncovered.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: w("list.title"), href: here }, { label: t("uncovered.title") }]} />
			<PageTitle title={t("uncovered.title")} lead={t("uncovered.lead")} />
			<DataTable
				caption={t("uncovered.title")}
				captionHidden
				rows={days}
				rowKey={({ code, day }) => `${code}:${day}`}
				empty={<p>{t("uncovered.none")}</p>}
				columns={[
					{
						key: "when",
						header: t("uncovered.when"),
						rowHeader: true,
						cell: ({ code, day, opening }) => <a href={`${here}/${code}/${day}`}>{format.weekday(opening.day)}</a>,
					},
					{
						key: "where",
						header: t("uncovered.where"),
						cell: ({ municipality, post }) => `${municipality.name}, ${post.label}`,
					},
					{ key: "bookings", header: t("uncovered.bookings"), numeric: true, cell: ({ bookings }) => bookings },
					{
						key: "could",
						header: t("uncovered.could"),
						cell: ({ standIns }) => (standIns.length > 0 ? standIns.join("; ") : t("uncovered.couldNobody")),
					},
					{
						key: "act",
						header: t("uncovered.act"),
						cell: ({ code, day, absenceId }) => (
							<ButtonRow>
								{absenceId && (
									<LinkButton small href={`/abwesenheit/${absenceId}`}>
										{t("uncovered.cover")}
									</LinkButton>
								)}
								<LinkButton small look="secondary" href={`${here}/${code}/${day}/verlegen`}>
									{t("uncovered.move")}
								</LinkButton>
								<LinkButton small look="tertiary" href={`${here}/${code}/${day}/absagen`}>
									{t("uncovered.cancel")}
								</LinkButton>
							</ButtonRow>
						),
					},
				]}
			/>
		</>
	);
}
