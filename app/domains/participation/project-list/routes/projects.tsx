import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
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
import { filterIn } from "../list-filter";
import { messages } from "../messages";
import { participations, stages } from "../project";
import { listProjects, pageSize, placesWithProjects } from "../queries/project-list.server";
import { ProjectStageBadge } from "../ui/stage-badge";
import type { Route } from "./+types/projects";

/** The address of the list has a place only below /o/. */
type Args = Omit<Route.LoaderArgs, "params"> & { params: { place?: string }; world: World };

export const loader = conduct(async ({ world, params, request }: Args) => {
	const place = params.place === undefined ? null : await placeOf(world, params.place);
	const filter = filterIn(new URL(request.url).searchParams, place?.slug ?? null);
	const [list, places] = await Promise.all([listProjects(world, filter), place ? [] : placesWithProjects(world)]);
	return { place: place && { slug: place.slug, name: place.name }, filter, list, places, pageSize };
});

export default function Projects({ loaderData: { place, filter, list, places, ...page } }: Route.ComponentProps) {
	const t = useText(messages);
	const { estimate } = useFormat();
	const here = place ? `/o/${place.slug}/vorhaben` : "/vorhaben";
	const address = filterAddresses(here, {
		stand: filter.stage,
		beteiligung: filter.participation,
		ort: place ? null : filter.place,
		q: filter.words,
	});
	const placeName = places.find(({ slug }) => slug === filter.place)?.name ?? filter.place;
	const active = filtersSet(
		{
			stand: filter.stage && t(`stages.${filter.stage}`),
			beteiligung: filter.participation && t(`participations.${filter.participation}`),
			ort: !place && placeName,
			q: filter.words,
		},
		address,
	);
	return (
		<>
			<title>{place ? t("list.titleAt", { place: place.name }) : `${t("list.title")} – Gemeinwerk`}</title>
			<Breadcrumb
				entries={[...(place ? [{ label: place.name, href: `/o/${place.slug}` }] : []), { label: t("list.title") }]}
			/>
			<PageTitle title={t("list.title")} above={place?.name} lead={t("list.lead")}>
				<ButtonRow>
					{place && (
						<LinkButton href={address({}, `${here}/auszug.pdf`)} look="secondary">
							{t("list.pdf")}
						</LinkButton>
					)}
					<LinkButton href={address({}, `${here}/auszug.csv`)} look="secondary">
						{t("list.csv")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<FilterBar action={here} resetHref={here} active={active}>
				<Select
					name="stand"
					label={t("list.stage")}
					value={filter.stage ?? ""}
					empty={t("list.all")}
					options={stages.map((value) => ({ value, label: t(`stages.${value}`) }))}
					optional
				/>
				<Select
					name="beteiligung"
					label={t("list.participation")}
					value={filter.participation ?? ""}
					empty={t("list.all")}
					options={participations.map((value) => ({ value, label: t(`participations.${value}`) }))}
					optional
				/>
				{!place && (
					<Select
						name="ort"
						label={t("list.place")}
						value={filter.place ?? ""}
						empty={t("list.all")}
						options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
						optional
					/>
				)}
				<TextField name="q" type="search" label={t("list.words")} value={filter.words} optional />
			</FilterBar>
			{list.projects.length === 0 ? (
				<EmptyState title={t("list.empty")}>
					<p>{t("list.emptyHint")}</p>
				</EmptyState>
			) : (
				<>
					<CardList>
						{list.projects.map((project) => (
							<Card
								key={project.code}
								level={2}
								above={place ? project.place : `${project.owner} · ${project.place}`}
								title={project.title}
								href={`/vorhaben/${project.code}`}
								state={<ProjectStageBadge stage={project.stage} />}
								foot={
									<>
										<span>{t(`participations.${project.participation}`)}</span>
										<span>{project.timeFrame}</span>
										{project.costCents && (
											<span>{t("list.cost", { amount: estimate(BigInt(project.costCents)) })}</span>
										)}
									</>
								}
							>
								<p>{project.summary}</p>
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
