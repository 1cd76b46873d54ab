import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { Period } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { planTone } from "../../concerns/ui/state-tone";
import { messages as concernMessages } from "../../concerns/work-messages";
import { plansPage } from "../queries/plan-pages.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/plans";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	plansPage(world, params.place),
);

export default function Plans({ loaderData: { place, plans } }: Route.ComponentProps) {
	const t = useText(messages);
	const c = useText(concernMessages);
	const here = `/o/${place.slug}/verwaltung/lotsen`;
	const create = <LinkButton href={`${here}/neu`}>{t("plans.create")}</LinkButton>;
	return (
		<>
			<title>{`${t("plans.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("plans.title") }]} />
			<PageTitle title={t("plans.title")} lead={t("plans.lead")}>
				<ButtonRow>
					{plans.length > 0 && create}
					<LinkButton look="secondary" href={`${here}/uebersicht`}>
						{t("plans.matrix")}
					</LinkButton>
					<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung/anliegen`}>
						{c("concerns.title")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<DataTable
				caption={t("plans.caption")}
				captionHidden
				rows={plans}
				rowKey={(plan) => plan.id}
				columns={[
					{
						key: "name",
						header: t("plans.name"),
						rowHeader: true,
						cell: (plan) => <a href={`${here}/${plan.id}`}>{plan.name}</a>,
					},
					{
						key: "period",
						header: t("plans.period"),
						cell: ({ period }) => <Period from={period.from} until={period.until ?? undefined} />,
					},
					{ key: "axis", header: t("plans.axis"), cell: (plan) => t(`axes.${plan.axis}`) },
					{
						key: "state",
						header: t("plans.state"),
						cell: ({ state }) => <Badge tone={planTone[state]}>{t(`planStates.${state}`)}</Badge>,
					},
				]}
				empty={
					<EmptyState title={t("plans.none")} action={create}>
						<p>{t("plans.noneText")}</p>
					</EmptyState>
				}
			/>
		</>
	);
}
