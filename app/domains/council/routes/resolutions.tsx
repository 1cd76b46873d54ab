import { z } from "zod";
import { Breadcrumb } from "~/design/breadcrumb";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { filterAddresses, filtersSet } from "~/design/filter-address";
import { FilterBar } from "~/design/filter-bar";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { listResolutions, pageSize } from "../queries/resolution-list.server";
import { outcomes } from "../resolution";
import { ResolutionBadges } from "../ui/resolution-badges";
import type { Route } from "./+types/resolutions";

/** What the address says; anything unknown in it is as if it were not there. */
const asked = z.object({
	ergebnis: z.enum(outcomes).nullable().catch(null),
	geld: z.literal("fehlt").nullable().catch(null),
	q: z.string().max(100).catch(""),
	seite: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { organisationId, name, slug } = await placeOf(world, params.place);
	const query = new URL(request.url).searchParams;
	const filter = asked.parse(
		Object.fromEntries(Object.keys(asked.shape).map((key) => [key, query.get(key) || undefined])),
	);
	const list = await listResolutions(world, {
		organisationId,
		outcome: filter.ergebnis,
		unfunded: filter.geld !== null,
		words: filter.q,
		page: filter.seite,
	});
	return { place: { name, slug }, filter, list, pageSize };
});

export default function Resolutions({ loaderData: { place, filter, list, ...page } }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const here = `/o/${place.slug}/beschluesse`;
	const address = filterAddresses(here, { ergebnis: filter.ergebnis, geld: filter.geld, q: filter.q });
	const active = filtersSet(
		{
			ergebnis: filter.ergebnis && t(`outcomeNames.${filter.ergebnis}`),
			geld: filter.geld && t("list.unfunded"),
			q: filter.q,
		},
		address,
	);
	return (
		<>
			<title>{t("list.titleAt", { place: place.name })}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("list.title") }]} />
			<PageTitle title={t("list.title")} above={place.name} lead={t("list.lead")} />
			<FilterBar action={here} resetHref={here} active={active}>
				<Select
					name="ergebnis"
					label={t("list.outcome")}
					value={filter.ergebnis ?? ""}
					empty={t("list.all")}
					options={outcomes.map((value) => ({ value, label: t(`outcomeNames.${value}`) }))}
					optional
				/>
				<Select
					name="geld"
					label={t("list.money")}
					value={filter.geld ?? ""}
					empty={t("list.all")}
					options={[{ value: "fehlt", label: t("list.unfunded") }]}
					optional
				/>
				<TextField name="q" type="search" label={t("list.words")} value={filter.q} optional />
			</FilterBar>
			{list.resolutions.length === 0 ? (
				<EmptyState title={t("list.empty")}>
					<p>{t("list.emptyHint")}</p>
				</EmptyState>
			) : (
				<>
					<CardList>
						{list.resolutions.map((resolution) => (
							<Card
								key={resolution.code}
								level={2}
								above={t("list.sessionOf", { body: resolution.body, date: dateLong(resolution.sessionOn) })}
								title={resolution.title}
								href={`/beschluss/${resolution.code}`}
								state={<ResolutionBadges {...resolution} />}
							>
								<p>{resolution.summary.split("\n")[0]}</p>
							</Card>
						))}
					</CardList>
					<Pagination
						page={list.page}
						total={list.total}
						pageSize={page.pageSize}
						hrefFor={(number) => address({ seite: String(number) })}
					/>
				</>
			)}
		</>
	);
}
