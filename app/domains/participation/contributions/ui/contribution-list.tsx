import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { Pagination } from "~/design/pagination";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { boxText } from "~/domains/organisations";
import { useText } from "~/platform/i18n";
import { isOfflineChannel, moderationRules } from "../contribution";
import { hrefWith, type ListFilter, sortName, sorts } from "../list-filter";
import { messages } from "../messages";
import { pageSize } from "../page-size";
import type { ListedContribution, listContributions } from "../queries/contribution-list.server";
import { useAuthorName } from "./author-name";
import { IdeaMap } from "./idea-map";

/** The public contributions of a process with search, filter, order and pages. */
export function ContributionList({
	list,
	filter,
	path,
	categories,
	open,
}: {
	list: Awaited<ReturnType<typeof listContributions>>;
	filter: ListFilter;
	path: string;
	categories: readonly string[];
	/** Whether people can contribute now. */
	open: boolean;
}) {
	const t = useText(messages);
	const narrowed = filter.words !== "" || filter.category !== null || filter.area !== null;
	const without = (change: Partial<ListFilter>) => hrefWith(path, { ...filter, page: 1, ...change });
	const active = [
		...(filter.words ? [{ label: filter.words, removeHref: without({ words: "" }) }] : []),
		...(filter.category ? [{ label: filter.category, removeHref: without({ category: null }) }] : []),
		...(filter.area ? [{ label: t("map.part"), removeHref: without({ area: null }) }] : []),
	];
	const carried = filter.area ? { ausschnitt: boxText(filter.area) } : undefined;
	return (
		<Section id="beitraege" title={t("list.title")}>
			{(list.total > 0 || narrowed) && (
				<FilterBar action={`${path}#beitraege`} resetHref={`${path}#beitraege`} active={active} hidden={carried}>
					<TextField name="suche" label={t("list.words")} value={filter.words} type="search" optional />
					{categories.length > 0 && (
						<Select
							name="thema"
							label={t("list.category")}
							value={filter.category ?? ""}
							empty={t("list.allCategories")}
							optional
							options={categories.map((category) => ({ value: category, label: category }))}
						/>
					)}
					<Select
						name="reihenfolge"
						label={t("list.sort")}
						value={filter.sort === "newest" ? "" : sortName(filter.sort)}
						empty={t("list.newest")}
						optional
						options={sorts
							.filter((sort) => sort !== "newest")
							.map((sort) => ({ value: sortName(sort), label: t(`list.${sort}`) }))}
					/>
				</FilterBar>
			)}
			{list.map && (
				<Section id="karte" title={t("map.heading")} level={3}>
					<IdeaMap map={list.map} filter={filter} path={path} />
				</Section>
			)}
			{list.total === 0 ? (
				<EmptyState title={t(narrowed ? "list.notFound" : "list.empty")} level={3}>
					{(narrowed || open) && <p>{t(narrowed ? "list.notFoundHint" : "list.emptyHint")}</p>}
				</EmptyState>
			) : (
				<>
					<CardList>
						{list.contributions.map((contribution) => (
							<Entry key={contribution.code} contribution={contribution} />
						))}
					</CardList>
					<Pagination
						page={Math.min(filter.page, list.pages)}
						pageSize={pageSize}
						total={list.total}
						hrefFor={(page) => hrefWith(path, { ...filter, page })}
					/>
				</>
			)}
		</Section>
	);
}

function Entry({ contribution }: { contribution: ListedContribution }) {
	const t = useText(messages);
	const nameOf = useAuthorName();
	const numbered = t("numbered", { number: String(contribution.number) });
	if (!contribution.shown) {
		const rule = moderationRules.find((known) => known === contribution.rule) ?? "off-topic";
		return (
			<Card title={numbered} href={`/b/${contribution.code}`}>
				<p>{t("list.hidden", { rule: t(`rules.${rule}`) })}</p>
			</Card>
		);
	}
	return (
		<Card
			title={contribution.title}
			href={`/b/${contribution.code}`}
			above={[numbered, contribution.category].filter(Boolean).join(" · ")}
			foot={
				<>
					<span>{nameOf(contribution.author)}</span>
					{isOfflineChannel(contribution.channel) && <span>{t(`channels.${contribution.channel}`)}</span>}
					<LocalDate value={contribution.at} />
					<span>{t("list.supports", { count: contribution.supports })}</span>
				</>
			}
		>
			<p>{contribution.excerpt}</p>
		</Card>
	);
}
