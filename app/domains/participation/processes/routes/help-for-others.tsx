import { Badge } from "~/design/badge";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { helpByPlace } from "../queries/help.server";
import { setupMessages } from "../setup-messages";
import { PlaceCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/help-for-others";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	helpByPlace(world, params),
);

export default function HelpForOthers({ loaderData: { place, helps } }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { number } = useFormat();
	return (
		<>
			<title>{`${t("help.placeTitle")} – ${place.name}`}</title>
			<PlaceCrumbs place={place} here={t("help.placeTitle")} />
			<PageTitle title={t("help.placeTitle")} lead={t("help.placeLead")} />
			{helps.length === 0 ? (
				<EmptyState title={t("help.placeNone")} />
			) : (
				<CardList>
					{helps.map((help) => (
						<Card
							key={help.id}
							title={help.title}
							level={2}
							href={`/o/${place.slug}/verwaltung/beteiligung/hilfe/${help.id}`}
							above={t("help.of", { name: help.owner })}
							state={
								<Badge tone={help.state === "running" ? "success" : "info"}>{t(`help.states.${help.state}`)}</Badge>
							}
							foot={help.minutes > 0 && <span>{t("help.hours", { hours: number(help.minutes / 60) })}</span>}
						>
							<p>{help.request}</p>
						</Card>
					))}
				</CardList>
			)}
		</>
	);
}
