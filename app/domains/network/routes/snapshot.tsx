import { PageTitle } from "~/design/page-title";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { readFilter, withFilter } from "../filter";
import { mostDrawn, nodesOf } from "../queries/network-view.server";
import { snapshot } from "../queries/snapshots.server";
import { staffMessages } from "../staff-messages";
import { Drawing } from "../ui/drawing";
import { TieTable } from "../ui/tie-table";
import type { Route } from "./+types/snapshot";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const found = await snapshot(world, params);
	const ties = found.ties.map((tie, number) => ({ ...tie, key: `v${number}`, id: null, confirmedOn: null }));
	const nodes = nodesOf(ties);
	return { ...found, ties, nodes: nodes.length > mostDrawn ? [] : nodes };
});

/** A state of the network as it was kept. */
export default function Snapshot({ loaderData: { place, snapshot: kept, ties, nodes } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const here = `/o/${place.slug}/verwaltung/netzwerk`;
	return (
		<>
			<title>{`${kept.name} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: here },
					{ label: t("snapshots.title"), href: `${here}/staende` },
					{ label: kept.name },
				]}
			/>
			<PageTitle
				title={kept.name}
				above={`${t("snapshots.asOf")} ${dateLong(kept.asOf)}`}
				lead={`${t("snapshots.made")} ${dateLong(kept.createdAt)}. ${t("snapshots.lead")}`}
			/>
			<p>
				<a href={withFilter(`${here}/bild`, { ...readFilter(new URLSearchParams(kept.filter)), day: null })}>
					{t("snapshots.today")}
				</a>
			</p>
			{nodes.length > 0 && (
				<Drawing
					nodes={nodes.map((node) => ({ ...node, name: node.name || t("snapshots.nameless") }))}
					ties={ties}
					day={kept.asOf}
				/>
			)}
			<TieTable ties={ties} slug={place.slug} linked={false} />
		</>
	);
}
