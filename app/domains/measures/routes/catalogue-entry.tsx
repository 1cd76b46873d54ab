import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { Flow } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { isField } from "../field";
import { messages } from "../messages";
import { catalogueEntry } from "../queries/measure-list.server";
import { Paragraphs } from "../ui/paragraphs";
import type { Route } from "./+types/catalogue-entry";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const entry = await catalogueEntry(world, params.slug);
	if (!entry) throw new NotFound();
	return entry;
});

export default function CatalogueEntry({ loaderData: entry }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const source = [
		entry.sourceTitle,
		t("entry.section", { section: entry.sourceSection }),
		entry.sourcePage && t("entry.page", { page: entry.sourcePage }),
	].filter(Boolean);
	const contact = entry.contact
		? `${entry.contact} (${t("entry.confirmed", { date: date(entry.contactConfirmedOn ?? "") })})`
		: t("entry.noContact");
	return (
		<>
			<title>{`${entry.title} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("overview.title"), href: "/massnahmen" }, { label: entry.title }]} />
			<PageTitle above={t("entryKind")} title={entry.title} />
			<Flow>
				<Paragraphs text={entry.summary} />
			</Flow>
			<SummaryList
				rows={[
					{ term: t("entry.municipality"), value: entry.municipality },
					{ term: t("page.kind"), value: t(`kinds.${entry.kind}`) },
					{
						term: t("page.fields"),
						value: entry.fields
							.filter(isField)
							.map((field) => t(`fields.${field}`))
							.join(", "),
					},
					{ term: t("entry.stage"), value: entry.stageInSource ?? t("entry.noStage") },
					{ term: t("entry.contact"), value: contact },
					{ term: t("entry.source"), value: source.join(", ") },
				]}
			/>
			<p>
				{t("entry.ours")} {t("entry.keeper", { name: entry.keeper })}
			</p>
			{entry.link && (
				<LinkButton href={entry.link} look="secondary">
					{t("entry.link")}
				</LinkButton>
			)}
		</>
	);
}
