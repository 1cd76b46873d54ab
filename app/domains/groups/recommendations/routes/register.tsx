import { Breadcrumb } from "~/design/breadcrumb";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { filterAddresses, filtersSet } from "~/design/filter-address";
import { FilterBar } from "~/design/filter-bar";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ResultBadge } from "../../deciding/ui/result-badge";
import { messages } from "../../messages";
import { askedOf } from "../asked";
import { decisionMessages } from "../decision-messages";
import { decisionKinds, lifeStates } from "../life";
import { pageSize, register } from "../queries/register.server";
import { LifeBadge } from "../ui/decision-life";
import type { Route } from "./+types/register";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const filter = askedOf(request);
	const list = await register(world, { ...filter, place: params.place ?? null });
	return { filter, list, pageSize };
});

const results = ["adopted", "rejected", "not-decided"] as const;

/** The register of decisions: everything that was published, to filter, to search, to subscribe to. */
export default function Register({ loaderData: { filter, list, pageSize: size } }: Route.ComponentProps) {
	const t = useText(decisionMessages);
	const words = useText(messages);
	const here = list.place ? `/o/${list.place.slug}/empfehlungen` : "/empfehlungen";
	const title = list.place ? t("register.titleAt", { place: list.place.name }) : t("register.title");
	const address = filterAddresses(here, {
		art: filter.kind,
		ergebnis: filter.result,
		stand: filter.state,
		q: filter.words,
	});
	const active = filtersSet(
		{
			art: filter.kind && t(`kinds.${filter.kind}`),
			ergebnis: filter.result && words(`results.${filter.result}`),
			stand: filter.state && t(`states.${filter.state}`),
			q: filter.words,
		},
		address,
	);
	return (
		<>
			<title>{`${title} – Gemeinwerk`}</title>
			<link rel="alternate" type="application/atom+xml" title={title} href={`${here}.atom`} />
			<Breadcrumb
				entries={[
					...(list.place ? [{ label: list.place.name, href: `/o/${list.place.slug}` }] : []),
					{ label: words("list.title"), href: list.place ? `/o/${list.place.slug}/arbeitskreise` : "/arbeitskreise" },
					{ label: t("register.title") },
				]}
			/>
			<PageTitle title={title} lead={t("register.lead")} />
			<FilterBar action={here} resetHref={here} active={active}>
				<TextField name="q" type="search" label={t("register.words")} value={filter.words} optional />
				<Select
					name="stand"
					label={t("register.state")}
					empty={t("register.all")}
					value={filter.state ?? ""}
					options={lifeStates.map((value) => ({ value, label: t(`states.${value}`) }))}
					optional
				/>
				<Select
					name="art"
					label={t("register.kind")}
					empty={t("register.all")}
					value={filter.kind ?? ""}
					options={decisionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
					optional
				/>
				<Select
					name="ergebnis"
					label={t("register.result")}
					empty={t("register.all")}
					value={filter.result ?? ""}
					options={results.map((value) => ({ value, label: words(`results.${value}`) }))}
					optional
				/>
			</FilterBar>
			{list.decisions.length === 0 ? (
				<EmptyState title={t("register.empty")}>
					<p>{t("register.emptyHint")}</p>
				</EmptyState>
			) : (
				<CardList>
					{list.decisions.map((one) => (
						<Card
							key={one.id}
							level={2}
							above={`${t(`kinds.${one.kind}`)} · ${one.group}, ${one.place}`}
							title={one.title}
							href={`/empfehlung/${one.code}`}
							state={
								<>
									<ResultBadge result={one.result} />
									{one.state && one.state !== "published" && <LifeBadge state={one.state} />}
								</>
							}
							foot={<LocalDate value={one.publishedAt} />}
						>
							<p>{one.text}</p>
						</Card>
					))}
				</CardList>
			)}
			{list.total > 0 && (
				<Pagination
					page={filter.page}
					pageSize={size}
					total={list.total}
					hrefFor={(page) => address({ seite: page > 1 ? String(page) : null })}
				/>
			)}
			<p>
				<a href={`${here}.atom`}>{t("register.feed")}</a>
			</p>
		</>
	);
}
