import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { listGroups } from "../queries/group-list.server";
import { RegisterLink } from "../recommendations/ui/register-link";
import type { Route } from "./+types/groups";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	listGroups(world, { place: "place" in params && typeof params.place === "string" ? params.place : null }),
);

/** All public groups, or those of one place. */
export default function Groups({ loaderData: { place, groups } }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const title = place ? t("list.titleAt", { place: place.name }) : t("list.title");
	return (
		<>
			<title>{title}</title>
			{place && <Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("list.title") }]} />}
			<PageTitle title={title} lead={t("list.lead")}>
				<RegisterLink place={place} />
				<p>
					<a href={place ? `/o/${place.slug}/gremien` : "/gremien"}>{t("list.register")}</a>
				</p>
				<ButtonRow>
					<LinkButton look="secondary" href={place ? `/o/${place.slug}/sitzungen` : "/sitzungen"}>
						{t("list.calendar")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{groups.length === 0 ? (
				<EmptyState title={t("list.empty")}>
					<p>{t("list.emptyHint")}</p>
				</EmptyState>
			) : (
				<CardList>
					{groups.map((group) => (
						<Card
							key={group.href}
							level={2}
							title={group.name}
							href={group.href}
							above={place ? undefined : group.placeName}
							state={
								group.ended ? (
									<Badge>{t("list.ended")}</Badge>
								) : (
									group.calls > 0 && <Badge tone="success">{t("list.callOpen")}</Badge>
								)
							}
							foot={
								<>
									{group.nextMeeting && <span>{t("list.next", { date: dateLong(group.nextMeeting) })}</span>}
									<span>{t("list.recommendations", { count: group.recommendations })}</span>
								</>
							}
						>
							<p>{group.mandate}</p>
						</Card>
					))}
				</CardList>
			)}
		</>
	);
}
