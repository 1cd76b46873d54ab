import { Badge } from "~/design/badge";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { WorkCrumbs } from "../../ui/work-crumbs";
import { messages } from "../messages";
import { handOversAt } from "../queries/hand-overs.server";
import type { Route } from "./+types/hand-overs";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	handOversAt(world, params.place),
);

/** The hand-overs of a place, open ones first. */
export default function HandOvers({ loaderData: { place, handOvers } }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")} />
			{handOvers.length === 0 ? (
				<EmptyState title={t("list.none")}>
					<p>{t("list.noneText")}</p>
				</EmptyState>
			) : (
				<CardList>
					{handOvers.map(({ id, cause, post, toPost, from, to, effectiveOn, state, left }) => (
						<Card
							key={id}
							level={2}
							above={t(`causeNames.${cause}`)}
							title={t(`causes.${cause}`, { name: from ?? "", post, to: toPost })}
							href={`/o/${place.slug}/verwaltung/uebergaben/${id}`}
							state={<Badge tone={state === "completed" ? "success" : "warning"}>{t(`states.${state}`)}</Badge>}
						>
							<p>
								{t("one.effective")} {dateLong(effectiveOn)} · {t("one.to")}: {to ?? t("one.nobodyYet")} ·{" "}
								{t("list.left", { open: left })}
							</p>
						</Card>
					))}
				</CardList>
			)}
		</>
	);
}
