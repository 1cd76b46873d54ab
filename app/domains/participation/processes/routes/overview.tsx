import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { filterAddresses, filtersSet } from "~/design/filter-address";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as evaluationMessages } from "../../evaluation/messages";
import { messages } from "../messages";
import { overviewStates, pageSize } from "../overview-filter";
import { listProcesses, placesWithProcesses } from "../queries/process-list.server";
import { ProcessCard } from "../ui/process-card";
import type { Route } from "./+types/overview";

/** Without a chosen state the three groups stand below each other, each with its newest. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const own = "place" in params && params.place ? await placeOf(world, params.place) : null;
	const place = own?.slug ?? (query.get("gemeinde") || null);
	const words = query.get("suche") ?? "";
	const state = overviewStates.find((known) => known === query.get("stand")) ?? null;
	const page = Math.max(1, Number.parseInt(query.get("seite") ?? "1", 10) || 1);
	const groups = await Promise.all(
		(state ? [state] : overviewStates).map(async (group) => ({
			state: group,
			...(await listProcesses(world, { place, words, state: group, page: state ? page : 1 })),
		})),
	);
	return {
		own: own && { slug: own.slug, name: own.name },
		places: own ? [] : await placesWithProcesses(world),
		filter: { place, words, state, page },
		groups,
		now: world.now,
	};
});

export default function Overview({ loaderData: { own, places, filter, groups, now } }: Route.ComponentProps) {
	const t = useText(messages);
	const e = useText(evaluationMessages);
	const title = own ? t("overview.titleAt", { place: own.name }) : t("overview.title");
	const path = own ? `/o/${own.slug}/beteiligung` : "/beteiligung";
	const address = filterAddresses(path, {
		gemeinde: own ? null : filter.place,
		suche: filter.words,
		stand: filter.state,
	});
	const active = filtersSet(
		{
			gemeinde: !own && (places.find(({ slug }) => slug === filter.place)?.name ?? filter.place),
			stand: filter.state && t(`overview.${filter.state}`),
			suche: filter.words,
		},
		address,
	);
	const nothing = groups.every((group) => group.total === 0);
	return (
		<>
			<title>{`${title} – Gemeinwerk`}</title>
			{own && <Breadcrumb entries={[{ label: own.name, href: `/o/${own.slug}` }, { label: t("overview.title") }]} />}
			<PageTitle title={title} lead={t("overview.lead")}>
				<ButtonRow>
					<LinkButton look="secondary" href={own ? `/o/${own.slug}/termine` : "/termine"}>
						{t("overview.events")}
					</LinkButton>
					<LinkButton look="secondary" href={own ? `/o/${own.slug}/vorhaben` : "/vorhaben"}>
						{t("overview.projects")}
					</LinkButton>
				</ButtonRow>
				{own && <a href={`${path}/auswertung`}>{e("year.link")}</a>}
			</PageTitle>
			<FilterBar resetHref={path} active={active}>
				{!own && (
					<Select
						name="gemeinde"
						label={t("overview.place")}
						value={filter.place ?? ""}
						empty={t("overview.allPlaces")}
						optional
						options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
					/>
				)}
				<Select
					name="stand"
					label={t("overview.state")}
					value={filter.state ?? ""}
					empty={t("overview.allStates")}
					optional
					options={overviewStates.map((state) => ({ value: state, label: t(`overview.${state}`) }))}
				/>
				<TextField name="suche" label={t("overview.words")} value={filter.words} type="search" optional />
			</FilterBar>
			{nothing && (
				<EmptyState title={t("overview.empty")}>
					<p>{t("overview.emptyHint")}</p>
				</EmptyState>
			)}
			{groups
				.filter((group) => group.total > 0)
				.map((group) => (
					<Section
						key={group.state}
						id={group.state}
						title={t(`overview.${group.state}`)}
						aside={
							!filter.state && group.total > group.processes.length ? (
								<a href={address({ stand: group.state })}>{t("overview.count", { count: group.total })}</a>
							) : undefined
						}
					>
						<CardList>
							{group.processes.map((process) => (
								<ProcessCard key={process.href} process={process} now={now} />
							))}
						</CardList>
						{filter.state && (
							<Pagination
								page={Math.min(filter.page, group.pages)}
								pageSize={pageSize}
								total={group.total}
								hrefFor={(page) => address({ seite: page > 1 ? String(page) : null })}
							/>
						)}
					</Section>
				))}
		</>
	);
}
