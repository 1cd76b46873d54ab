import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { Period } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { WorkCrumbs } from "../../ui/work-crumbs";
import { messages } from "../messages";
import { absencesAt } from "../queries/absence-pages.server";
import { CoverList } from "../ui/cover-list";
import type { Route } from "./+types/absences";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	absencesAt(world, params.place),
);

/** Who is away at a place and who stands in; never why. */
export default function Absences({ loaderData: { place, absences, leads } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.link") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				<ButtonRow>
					{leads && <LinkButton href={`/o/${place.slug}/verwaltung/abwesenheiten/neu`}>{t("list.report")}</LinkButton>}
					<LinkButton look="secondary" href="/abwesenheit">
						{t("own.link")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{absences.length === 0 ? (
				<EmptyState title={t("list.none")}>
					<p>{t("list.noneText")}</p>
				</EmptyState>
			) : (
				<CardList>
					{absences.map(({ id, name, from, until, covers, leads: handles }) => (
						<Card key={id} level={2} title={name} href={handles ? `/abwesenheit/${id}` : undefined}>
							<p>
								<Period from={from} until={until ?? undefined} />
							</p>
							<CoverList covers={covers} />
						</Card>
					))}
				</CardList>
			)}
		</>
	);
}
