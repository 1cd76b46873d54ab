import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { idOrNull } from "../../given.server";
import { messages as guideMessages } from "../../messages";
import { messages } from "../messages";
import { officeDaysAt } from "../queries/public-pages.server";
import { OfficeDayCard } from "../ui/office-day-card";
import { OfficeMap } from "../ui/office-map";
import type { Route } from "./+types/days";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const municipalityId = idOrNull(new URL(request.url).searchParams.get("ort"));
	const page = await officeDaysAt(world, params.place, { municipalityId });
	const asked = page.municipalityId ? `?ort=${page.municipalityId}` : "";
	return { ...page, feed: houseAddress(`/o/${params.place}/lotsen/sprechtage.ics${asked}`) };
});

/** When somebody is where, for everybody. */
export default function Days({ loaderData }: Route.ComponentProps) {
	const { place, municipalityId, places, days, map, feed, mayPlan } = loaderData;
	const t = useText(messages);
	const g = useText(guideMessages);
	const here = `/o/${place.slug}/lotsen`;
	return (
		<>
			<title>{t("list.titleAt", { place: place.name })}</title>
			<meta name="description" content={t("list.lead")} />
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: g("who.title"), href: here },
					{ label: t("list.title") },
				]}
			/>
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				{mayPlan && (
					<ButtonRow>
						<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung/sprechtage`}>
							{t("day.work")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<FilterBar action={`${here}/sprechtage`} resetHref={`${here}/sprechtage`}>
				<Select
					name="ort"
					label={t("list.place")}
					optional
					empty={t("list.anyPlace")}
					value={municipalityId ?? ""}
					options={places}
				/>
			</FilterBar>
			{map && (
				<Section id="karte" title={t("map.section")}>
					<OfficeMap map={map} />
				</Section>
			)}
			<Section id="tage" title={t("list.days")}>
				{days.length === 0 ? (
					<EmptyState title={t("list.none")} level={3}>
						<p>{t("list.noneText")}</p>
					</EmptyState>
				) : (
					<CardList>
						{days.map((day) => (
							<OfficeDayCard key={`${day.code}:${day.day}`} day={day}>
								{day.opening.cancelled && <Badge tone="danger">{t("list.cancelled")}</Badge>}
								{!day.opening.cancelled && day.opening.moved && <Badge tone="warning">{t("list.moved")}</Badge>}
							</OfficeDayCard>
						))}
					</CardList>
				)}
			</Section>
			<Section id="abonnieren" title={t("list.feed")}>
				<p>
					{t("list.feedText")} <a href={feed}>{feed}</a>
				</p>
			</Section>
		</>
	);
}
