import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { RichTextView } from "~/design/rich-text-view";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { answerFor } from "../../answers/index.server";
import { numberIn } from "../forms";
import { messages } from "../messages";
import { type TextPage, textPage } from "../queries/text-page.server";
import { besideMost } from "../text";
import { AnnotationNotes } from "../ui/annotation-notes";
import type { Route } from "./+types/text";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	const text = await textPage(world, {
		...params,
		version: numberIn(search, "fassung"),
		preview: search.get("vorschau"),
	});
	const answers = await answerFor(
		world,
		text.annotations.map(({ id }) => id),
	);
	return {
		text,
		results: [...answers].map(([id, { disposition }]) => ({ id, disposition })),
		isCut: text.annotations.length >= besideMost,
		url: houseAddress(`/t/${text.code}`),
	};
});

export default function Text({ loaderData: { text, results, isCut, url }, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const process = `/o/${params.place}/beteiligung/${params.process}`;
	const path = `${process}/text/${text.code}`;
	const found = new Map(results.map(({ id, disposition }) => [id, disposition]));
	const whole = text.annotations.filter(({ quote }) => quote === "");
	const lost = text.annotations.filter(({ how }) => how === "lost");
	return (
		<>
			<title>{`${text.title} – ${text.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: text.place.name, href: `/o/${params.place}` },
					{ label: text.process.title, href: process },
					{ label: text.title },
				]}
			/>
			<PageTitle
				title={text.title}
				above={text.process.title}
				state={
					<Badge tone={text.isNewest ? "info" : "neutral"}>
						{text.version.publishedAt
							? t("page.versionFrom", { number: String(text.version.number), date: dateLong(text.version.publishedAt) })
							: t("version", { number: String(text.version.number) })}
					</Badge>
				}
			>
				<Calls text={text} path={path} />
			</PageTitle>
			{!text.isNewest && (
				<Alert tone="warning" title={t("page.older")}>
					<p>
						{t("page.olderText")} <a href={path}>{t("page.toNewest")}</a>
					</p>
				</Alert>
			)}
			<Columns asideLabel={t("page.versions")} aside={<Aside text={text} path={path} url={url} />}>
				<Section id="wortlaut" title={t("page.text")}>
					<div
						className="gw-document"
						data-island="text-passage"
						data-annotate={text.annotating.open ? `${path}/anmerken?fassung=${text.version.number}` : undefined}
						data-label={t("page.select")}
					>
						{text.blocks.map((block) => (
							<DocumentBlock key={block.key} block={block} text={text} path={path} results={found} />
						))}
					</div>
				</Section>
				{isCut && <p>{t("page.more", { count: String(besideMost) })}</p>}
				{whole.length > 0 && (
					<Section id="zum-ganzen-text" title={t("page.whole")}>
						<AnnotationNotes annotations={whole} results={found} />
					</Section>
				)}
				{lost.length > 0 && (
					<Section id="nicht-mehr-da" title={t("page.lost")} intro={t("page.lostHint")}>
						<AnnotationNotes annotations={lost} results={found} />
					</Section>
				)}
			</Columns>
		</>
	);
}

/** What one can do with the text now, or from or until when. */
function Calls({ text, path }: { text: TextPage; path: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { open, from, until } = text.annotating;
	const lastDay = until && dateLong(new Date(until.getTime() - 1));
	return (
		<>
			{open ? (
				<p>
					{lastDay && t("part.open", { date: lastDay })} {t("page.howTo")}
				</p>
			) : (
				<p>{from ? t("part.later", { date: dateLong(from) }) : lastDay && t("part.over", { date: lastDay })}</p>
			)}
			<ButtonRow>
				{open && (
					<LinkButton look="secondary" href={`${path}/anmerken`}>
						{t("page.annotateWhole")}
					</LinkButton>
				)}
				{text.may.manage && (
					<LinkButton
						look="tertiary"
						href={`/o/${text.place.slug}/verwaltung/beteiligung/${text.process.slug}/texte/${text.code}`}
					>
						{t("page.manage")}
					</LinkButton>
				)}
			</ButtonRow>
		</>
	);
}

function Aside({ text, path, url }: { text: TextPage; path: string; url: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<>
			<Section id="fassungen" title={t("page.versions")}>
				<ul>
					{text.versions.toReversed().map(({ number, publishedAt, note }, index) => (
						<li key={number}>
							<a
								href={index === 0 ? path : `${path}?fassung=${number}`}
								aria-current={number === text.version.number || undefined}
							>
								{publishedAt
									? t("page.versionFrom", { number: String(number), date: dateLong(publishedAt) })
									: t("version", { number: String(number) })}
							</a>
							{note && <p>{note}</p>}
						</li>
					))}
				</ul>
				{text.versions.length > 1 && (
					<p>
						<a href={`${path}/vergleich`}>{t("page.compare")}</a>
					</p>
				)}
				<p>
					<a href={`${path}/anmerkungen`}>{t("page.table")}</a>
				</p>
				<p>
					<a href={`/werdegang/text/${text.id}`}>{t("page.history")}</a>
				</p>
			</Section>
			<QrCode url={url} label={t("page.short")} />
		</>
	);
}

function DocumentBlock({
	block,
	text,
	path,
	results,
}: {
	block: TextPage["blocks"][number];
	text: TextPage;
	path: string;
	results: ReadonlyMap<string, string>;
}) {
	const t = useText(messages);
	const beside = text.annotations.filter(({ place }) => place?.blockKey === block.key);
	const number = String(block.number);
	return (
		<div className="gw-document__block" id={`absatz-${block.key}`}>
			<div data-block={block.key}>
				<RichTextView html={block.html} />
			</div>
			{text.annotating.open && (
				<p className="gw-document__call">
					<a
						href={`${path}/anmerken?fassung=${text.version.number}&absatz=${block.key}`}
						aria-label={t("page.annotateBlockLabel", { number })}
					>
						{t("page.annotateBlock")}
					</a>
				</p>
			)}
			{beside.length > 0 && (
				<Disclosure summary={t("page.count", { count: beside.length, number })}>
					<AnnotationNotes annotations={beside} results={results} />
				</Disclosure>
			)}
		</div>
	);
}
