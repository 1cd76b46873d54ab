import { Alert } from "~/design/alert";
import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedOrganisations } from "../queries/managed-organisations.server";
import { Authorities } from "../ui/authorities";
import { KindName } from "../ui/kind-name";
import { WorkCrumbs } from "../ui/work-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/organisations";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await managedOrganisations(world, params.place)),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

/** What belongs to a place's organisation, and who acts for whom. */
export default function Organisations({ loaderData }: Route.ComponentProps) {
	const { place, below, agents, principals, mayAuthorise, saved } = loaderData;
	const t = useText(messages);
	const here = `/o/${place.slug}/verwaltung/organisationen`;
	const found = <LinkButton href={`${here}/neu`}>{t("organisations.found")}</LinkButton>;
	return (
		<>
			<title>{`${t("organisations.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("organisations.title") }]} />
			{saved && <Alert tone="success" title={t("organisations.saved")} live />}
			<PageTitle title={t("organisations.title")} above={place.name} lead={t("organisations.lead")} />
			<Section
				id="darunter"
				title={t("organisations.tree")}
				intro={t("organisations.treeIntro")}
				aside={below.length > 0 && found}
			>
				<DataTable
					caption={t("organisations.tree")}
					captionHidden
					rows={below}
					rowKey={(body) => body.id}
					columns={[
						{ key: "name", header: t("organisations.name"), rowHeader: true, cell: (body) => body.name },
						{ key: "kind", header: t("organisations.kind"), cell: (body) => <KindName kind={body.kind} /> },
						{ key: "depth", header: t("organisations.below"), cell: (body) => body.depth },
						{
							key: "space",
							header: t("organisations.space"),
							cell: (body) => (body.slug ? <a href={`/o/${body.slug}`}>/o/{body.slug}</a> : t("organisations.none")),
						},
					]}
					empty={
						<EmptyState level={3} title={t("organisations.treeNone")} action={found}>
							<p>{t("organisations.treeNoneText")}</p>
						</EmptyState>
					}
				/>
			</Section>
			<Section
				id="vollmachten"
				title={t("organisations.agents")}
				aside={
					mayAuthorise && (
						<LinkButton small look="secondary" href={`${here}/vollmacht`}>
							{t("organisations.authorise")}
						</LinkButton>
					)
				}
			>
				<Authorities
					here={here}
					caption={t("organisations.agents")}
					rows={agents}
					none={t("organisations.agentsNone")}
				/>
			</Section>
			<Section id="auftraege" title={t("organisations.principals")}>
				<Authorities
					here={here}
					caption={t("organisations.principals")}
					rows={principals}
					none={t("organisations.principalsNone")}
				/>
			</Section>
		</>
	);
}
