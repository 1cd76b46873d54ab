import { z } from "zod";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { filterAddresses, filtersSet } from "~/design/filter-address";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { fieldsOfAction, isField } from "../field";
import { messages } from "../messages";
import { listCatalogue, listMeasures, pageSize, placesWithMeasures } from "../queries/measure-list.server";
import { stages } from "../stage";
import { StageBadge } from "../ui/stage-badge";
import type { Route } from "./+types/overview";

/** What the address says; anything unknown in it is as if it were not there. */
const asked = z.object({
	stand: z.enum(stages).nullable().catch(null),
	ort: z
		.string()
		.regex(/^[a-z0-9-]{2,60}$/)
		.nullable()
		.catch(null),
	feld: z.enum(fieldsOfAction).nullable().catch(null),
	q: z.string().max(100).catch(""),
	seite: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const { stand, ort, feld, q, seite } = asked.parse(
		Object.fromEntries(Object.keys(asked.shape).map((name) => [name, query.get(name) || undefined])),
	);
	const filter = { stage: stand, place: ort, field: feld, words: q, page: seite };
	const [list, entries, places] = await Promise.all([
		listMeasures(world, filter),
		listCatalogue(world, filter),
		placesWithMeasures(world),
	]);
	return { filter, list, entries, places, pageSize };
});

export default function Overview({ loaderData: { filter, list, entries, places, ...page } }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const address = filterAddresses("/massnahmen", {
		stand: filter.stage,
		ort: filter.place,
		feld: filter.field,
		q: filter.words,
	});
	const placeName = places.find(({ slug }) => slug === filter.place)?.name ?? filter.place;
	const active = filtersSet(
		{
			stand: filter.stage && t(`stages.${filter.stage}`),
			ort: placeName,
			feld: filter.field && t(`fields.${filter.field}`),
			q: filter.words,
		},
		address,
	);
	const fieldNames = (fields: string[]) => fields.filter(isField).map((field) => t(`fields.${field}`));
	return (
		<>
			<title>{`${t("overview.title")} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("overview.title") }]} />
			<PageTitle title={t("overview.title")} lead={t("overview.lead")} />
			<FilterBar action="/massnahmen" resetHref="/massnahmen" active={active}>
				<Select
					name="stand"
					label={t("overview.stage")}
					value={filter.stage ?? ""}
					empty={t("overview.all")}
					options={stages.map((value) => ({ value, label: t(`stages.${value}`) }))}
					optional
				/>
				<Select
					name="ort"
					label={t("overview.place")}
					value={filter.place ?? ""}
					empty={t("overview.all")}
					options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
					optional
				/>
				<Select
					name="feld"
					label={t("overview.field")}
					value={filter.field ?? ""}
					empty={t("overview.all")}
					options={fieldsOfAction.map((value) => ({ value, label: t(`fields.${value}`) }))}
					optional
				/>
				<TextField name="q" type="search" label={t("overview.words")} value={filter.words} optional />
			</FilterBar>
			<Section title={t("overview.here")} id="hier">
				{list.measures.length === 0 ? (
					<EmptyState level={3} title={t("overview.empty")}>
						<p>{t("overview.emptyHint")}</p>
					</EmptyState>
				) : (
					<>
						<CardList>
							{list.measures.map(({ code, title, summary, stage, fields, place, since }) => (
								<Card
									key={code}
									above={place}
									title={title}
									href={`/massnahmen/${code}`}
									state={<StageBadge stage={stage} />}
									foot={
										<>
											{since && <span>{t("overview.since", { date: date(since) })}</span>}
											<span>{fieldNames(fields).join(", ")}</span>
										</>
									}
								>
									<p>{summary}</p>
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
			</Section>
			<Section title={t("overview.elsewhere")} id="anderswo" intro={t("overview.elsewhereIntro")}>
				{entries.length === 0 ? (
					<p>{t("overview.noEntries")}</p>
				) : (
					<CardList>
						{entries.map(({ slug, title, municipality, summary, fields, stageInSource }) => (
							<Card
								key={slug}
								above={municipality}
								title={title}
								href={`/massnahmen/katalog/${slug}`}
								state={stageInSource ? <Badge>{stageInSource}</Badge> : undefined}
								foot={<span>{fieldNames(fields).join(", ")}</span>}
							>
								<p>{summary}</p>
							</Card>
						))}
					</CardList>
				)}
			</Section>
		</>
	);
}
