import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { needsMessages } from "../../needs-messages";
import { roundsPage } from "../queries/rounds.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/rounds";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	roundsPage(world, params.place),
);

/** A guide's own rounds. */
export default function Rounds({ loaderData: { place, rounds } }: Route.ComponentProps) {
	const t = useText(needsMessages);
	const w = useText(messages);
	const here = `/o/${place.slug}/verwaltung/sprechtage`;
	return (
		<>
			<title>{`${t("rounds.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: w("list.title"), href: here }, { label: t("rounds.title") }]} />
			<PageTitle title={t("rounds.title")} lead={t("rounds.lead")} />
			<DataTable
				caption={t("rounds.title")}
				captionHidden
				rows={rounds}
				rowKey={({ id }) => id}
				empty={<p>{t("rounds.none")}</p>}
				columns={[
					{ key: "place", header: t("rounds.place"), rowHeader: true, cell: ({ name }) => name },
					{ key: "last", header: t("rounds.last"), cell: ({ last }) => (last ? <LocalDate value={last} /> : "–") },
					{
						key: "next",
						header: t("rounds.next"),
						cell: ({ next, name }) =>
							next ? (
								<a href={`${here}/${next.code}/${next.day}`}>
									<LocalDate value={next.on} />
								</a>
							) : (
								<>
									{t("rounds.still")}{" "}
									<LinkButton small look="tertiary" href={`${here}/neu`} label={`${t("rounds.plan")}: ${name}`}>
										{t("rounds.plan")}
									</LinkButton>
								</>
							),
					},
				]}
			/>
		</>
	);
}
