import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SearchField } from "~/design/search-field";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../place-messages";
import { mayOpenSpace } from "../policy.server";
import { searchMunicipalities } from "../queries/municipalities.server";
import { KindName } from "../ui/kind-name";
import type { Route } from "./+types/find-place";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const words = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
	const found = await searchMunicipalities(world, words);
	return {
		words,
		places: found.map((place) => ({
			...place,
			mayOpen: place.slug === null && mayOpenSpace(world.actor, { organisationId: place.id }),
		})),
	};
});

export default function FindPlace({ loaderData: { words, places } }: Route.ComponentProps) {
	const t = useText(messages);
	const title = words ? t("find.found", { count: places.length, words }) : t("find.here");
	return (
		<>
			<title>{`${t("find.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("find.title")} lead={t("find.lead")} />
			<SearchField action="/orte" value={words} label={t("find.search")} scope="orte" />
			<Section id="gefunden" title={title}>
				<DataTable
					caption={title}
					captionHidden
					rows={places}
					rowKey={(place) => place.id}
					columns={[
						{
							key: "name",
							header: t("find.name"),
							rowHeader: true,
							cell: (place) => (place.slug ? <a href={`/o/${place.slug}`}>{place.shortName}</a> : place.shortName),
						},
						{ key: "kind", header: t("find.kind"), cell: (place) => <KindName {...place} /> },
						{ key: "association", header: t("find.association"), cell: (place) => place.association ?? "–" },
						{ key: "county", header: t("find.county"), cell: (place) => place.county ?? "–" },
						{
							key: "space",
							header: t("find.space"),
							cell: (place) =>
								place.slug ? (
									<a href={`/o/${place.slug}`} aria-label={t("find.enterLabel", { name: place.shortName })}>
										{t("find.enter")}
									</a>
								) : place.mayOpen ? (
									<LinkButton
										small
										look="secondary"
										href={`/orte/${place.id}/bereich`}
										label={t("find.openLabel", { name: place.shortName })}
									>
										{t("find.open")}
									</LinkButton>
								) : (
									t("find.absent")
								),
						},
					]}
					empty={
						<EmptyState level={3} title={words ? t("find.none") : t("find.nonePlaces")}>
							<p>{words ? t("find.noneText") : t("find.nonePlacesText")}</p>
						</EmptyState>
					}
				/>
			</Section>
		</>
	);
}
