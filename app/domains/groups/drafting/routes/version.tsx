import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { versionPage } from "../queries/version-pages.server";
import { CreditList } from "../ui/credit-list";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { numberIn } from "../version-number";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/version";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await versionPage(world, { ...params, number: numberIn(params.number) ?? 0 }),
	isNew: new URL(request.url).searchParams.has("festgehalten"),
}));

/** A frozen version of a text. */
export default function Version({ loaderData: { page, isNew } }: Route.ComponentProps) {
	const t = useText(messages);
	const w = useText(workMessages);
	const { version, authors, frozenBy, earlier } = page;
	const name = t("version", { number: String(version.number) });
	const path = `${textsPath(page)}/${page.code}`;
	const facts = (
		<Section id="angaben" title={t("versions.facts")}>
			<SummaryList
				rows={[
					{ term: t("versions.reason"), value: version.reason },
					{ term: t("versions.frozenAt"), value: <LocalDateTime value={version.frozenAt} /> },
					...(authors ? [{ term: t("versions.authors"), value: authors.join(", ") || t("comparison.nameless") }] : []),
					...(frozenBy ? [{ term: t("versions.frozenBy"), value: frozenBy }] : []),
					{ term: t("versions.hash"), value: <code>{version.hash}</code> },
				]}
			/>
			<p>{t("versions.hashHint")}</p>
			{earlier !== null && (
				<p>
					<a href={`${path}/vergleich?von=${earlier}&bis=${version.number}`}>
						{t("versions.compare", { number: String(earlier) })}
					</a>
				</p>
			)}
			<p>
				<a href={path}>{t("versions.back")}</a>
			</p>
		</Section>
	);
	return (
		<>
			<title>{`${name} – ${page.title}`}</title>
			<DocumentCrumbs head={page} last={name} />
			{isNew && <Alert tone="success" title={w("freeze.done")} live />}
			<PageTitle
				title={version.title}
				above={page.group.name}
				state={
					<>
						<Badge tone="info">{name}</Badge> {!version.isPublic && <Badge>{t("versions.internal")}</Badge>}
					</>
				}
			/>
			<Columns asideLabel={t("versions.facts")} aside={facts}>
				<Section id="wortlaut" title={name}>
					<RichTextView html={version.html} />
				</Section>
				<CreditList credits={page.credits} inGroup={page.creditedInGroup} />
			</Columns>
		</>
	);
}
