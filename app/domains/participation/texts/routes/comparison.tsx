import { Badge, type BadgeTone } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { Select } from "~/design/select";
import { Tabs } from "~/design/tabs";
import { TextDifference } from "~/design/text-difference";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { useAuthorName } from "../../contributions/ui/author-name";
import { numberIn } from "../forms";
import { messages } from "../messages";
import { type ComparisonPage, comparisonPage } from "../queries/comparison-page.server";
import { shortQuote } from "../text";
import type { Route } from "./+types/comparison";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	return {
		text: await comparisonPage(world, { ...params, from: numberIn(search, "von"), to: numberIn(search, "bis") }),
		all: search.get("zeigen") === "alles",
	};
});

const tones = { same: "neutral", changed: "info", added: "success", removed: "warning" } as const satisfies Record<
	ComparisonPage["blocks"][number]["kind"],
	BadgeTone
>;

export default function Comparison({ loaderData: { text, all }, params }: Route.ComponentProps) {
	const t = useText(messages);
	const process = `/o/${params.place}/beteiligung/${params.process}`;
	const path = `${process}/text/${text.code}`;
	const { earlier, later } = text;
	const changes = text.blocks.filter(({ kind, moved }) => kind !== "same" || moved);
	const count = (kind: string) => text.blocks.filter((block) => block.kind === kind).length;
	const here = `${path}/vergleich?von=${earlier.number}&bis=${later.number}`;
	const choices = text.versions.map(({ number }) => ({
		value: String(number),
		label: t("version", { number: String(number) }),
	}));
	return (
		<>
			<title>{`${t("comparison.title")} – ${text.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: text.place.name, href: `/o/${params.place}` },
					{ label: text.process.title, href: process },
					{ label: text.title, href: path },
					{ label: t("comparison.title") },
				]}
			/>
			<PageTitle
				title={t("comparison.title")}
				above={text.title}
				lead={t("comparison.lead", { earlier: String(earlier.number), later: String(later.number) })}
			>
				{later.note && <p>{later.note}</p>}
			</PageTitle>
			{text.versions.length > 2 && (
				<FilterBar action={`${path}/vergleich`} resetHref={`${path}/vergleich`}>
					<Select
						name="von"
						label={t("comparison.from")}
						value={String(earlier.number)}
						options={choices.slice(0, -1)}
					/>
					<Select name="bis" label={t("comparison.to")} value={String(later.number)} options={choices.slice(1)} />
				</FilterBar>
			)}
			<Tabs
				tabs={[
					{ href: here, label: t("comparison.changes"), count: changes.length, current: !all },
					{ href: `${here}&zeigen=alles`, label: t("comparison.all"), count: text.blocks.length, current: all },
				]}
			/>
			<p>
				{t("comparison.summary", {
					changed: count("changed"),
					added: String(count("added")),
					removed: String(count("removed")),
				})}{" "}
				{t("comparison.legend")}
			</p>
			{changes.length === 0 && !all && <EmptyState title={t("comparison.none")} />}
			{(all ? text.blocks : changes).map((block) => (
				<ComparedBlock key={block.key} block={block} />
			))}
		</>
	);
}

function ComparedBlock({ block }: { block: ComparisonPage["blocks"][number] }) {
	const t = useText(messages);
	const nameOf = useAuthorName();
	const changed = block.kind !== "same" || block.moved;
	return (
		<Section
			id={`absatz-${block.key}`}
			title={t("block", { number: String(block.number) })}
			aside={
				<>
					<Badge tone={tones[block.kind]}>{t(`comparison.kinds.${block.kind}`)}</Badge>
					{block.moved && <Badge tone="info">{t("comparison.moved")}</Badge>}
				</>
			}
		>
			{block.html !== null ? (
				<RichTextView html={block.html} />
			) : (
				<TextDifference
					pieces={block.pieces}
					words={{
						removed: t("comparison.removedWords"),
						added: t("comparison.addedWords"),
						end: t("comparison.end"),
					}}
				/>
			)}
			{changed &&
				(block.because.length > 0 ? (
					<>
						<p>
							<strong>{t("comparison.because")}</strong>
						</p>
						<ul>
							{block.because.map(({ code, number: mark, author, excerpt }) => (
								<li key={code}>
									<a href={`/b/${code}`}>{t("page.mark", { number: String(mark) })}</a> ({nameOf(author)}):{" "}
									{shortQuote(excerpt, 120)}
								</li>
							))}
						</ul>
					</>
				) : (
					<p>{t("comparison.becauseNone")}</p>
				))}
		</Section>
	);
}
