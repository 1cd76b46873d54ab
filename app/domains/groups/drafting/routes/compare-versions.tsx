import { Badge, type BadgeTone } from "~/design/badge";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { TextDifference } from "~/design/text-difference";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { type VersionComparison, versionComparison } from "../queries/version-pages.server";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { numberIn } from "../version-number";
import type { Route } from "./+types/compare-versions";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	const from = numberIn(search.get("von"));
	const to = numberIn(search.get("bis"));
	// chosen the wrong way round they are compared all the same
	const turned = from !== null && to !== null && from > to;
	return versionComparison(world, { ...params, from: turned ? to : from, to: turned ? from : to });
});

type Block = VersionComparison["blocks"][number];

const tones = { same: "neutral", changed: "info", added: "success", removed: "warning" } as const satisfies Record<
	Block["kind"],
	BadgeTone
>;

/** Two versions of a text, word by word, with who suggested and who accepted. */
export default function CompareVersions({ loaderData: page }: Route.ComponentProps) {
	const t = useText(messages);
	const path = `${textsPath(page)}/${page.code}`;
	const changes = page.blocks.filter(({ kind, moved }) => kind !== "same" || moved);
	const choices = page.versions.map((number) => ({
		value: String(number),
		label: t("version", { number: String(number) }),
	}));
	const [earlier, later] = [String(page.earlier.number), String(page.later.number)];
	return (
		<>
			<title>{`${t("comparison.title")} – ${page.title}`}</title>
			<DocumentCrumbs head={page} last={t("comparison.title")} />
			<PageTitle title={t("comparison.title")} above={page.title} lead={t("comparison.lead", { earlier, later })}>
				<p>{page.later.reason}</p>
			</PageTitle>
			{page.versions.length > 2 && (
				<FilterBar action={`${path}/vergleich`} resetHref={`${path}/vergleich`}>
					<Select name="von" label={t("comparison.from")} value={earlier} options={choices} />
					<Select name="bis" label={t("comparison.to")} value={later} options={choices} />
				</FilterBar>
			)}
			{changes.length === 0 ? <EmptyState title={t("comparison.none")} /> : <p>{t("comparison.legend")}</p>}
			{changes.map((block) => (
				<ChangedBlock key={block.key} block={block} page={page} />
			))}
			{page.elsewhere.length > 0 && (
				<Section id="spaeter-geaendert" title={t("comparison.elsewhere")}>
					<Because list={page.elsewhere} />
				</Section>
			)}
			<p>
				<a href={path}>{t("versions.back")}</a>
			</p>
		</>
	);
}

function ChangedBlock({ block, page }: { block: Block; page: VersionComparison }) {
	const t = useText(messages);
	return (
		<Section
			id={`absatz-${block.key}`}
			title={t("comparison.paragraph", { number: String(block.number) })}
			aside={
				<>
					<Badge tone={tones[block.kind]}>{t(`comparison.kinds.${block.kind}`)}</Badge>
					{block.moved && <Badge tone="info">{t("comparison.moved")}</Badge>}
				</>
			}
		>
			{block.pieces.length > 0 ? (
				<TextDifference
					pieces={block.pieces}
					words={{ removed: t("comparison.removed"), added: t("comparison.added"), end: t("comparison.end") }}
				/>
			) : (
				<p>{block.words}</p>
			)}
			{block.because.length > 0 ? (
				<Because list={block.because} />
			) : (
				page.authors.length > 0 && <p>{t("comparison.together", { names: page.authors.join(", ") })}</p>
			)}
		</Section>
	);
}

function Because({ list }: { list: Block["because"] }) {
	const t = useText(messages);
	return (
		<ul>
			{list.map(({ id, author, acceptedBy, onBehalfOf, quote, replacement, reason }) => (
				<li key={id}>
					{t("comparison.because", { author, by: acceptedBy ?? t("comparison.nameless") })}
					{onBehalfOf && ` (${t("comparison.behalf", { name: onBehalfOf })})`}
					{": "}
					{replacement === "" ? t("comparison.gone", { quote }) : t("comparison.was", { quote, replacement })}.{" "}
					{t("comparison.why", { reason })}
				</li>
			))}
		</ul>
	);
}
