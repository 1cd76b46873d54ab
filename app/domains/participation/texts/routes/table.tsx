import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { RichTextView } from "~/design/rich-text-view";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { DispositionBadge } from "../../answers/index";
import { answerFor } from "../../answers/index.server";
import { useAuthorName } from "../../contributions/ui/author-name";
import { numberIn } from "../forms";
import { messages } from "../messages";
import { tablePage } from "../queries/table-page.server";
import { shortQuote, tablePageSize } from "../text";
import type { Route } from "./+types/table";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const page = numberIn(new URL(request.url).searchParams, "seite") ?? 1;
	const { rows, ...text } = await tablePage(world, { ...params, page });
	const answers = await answerFor(
		world,
		rows.map(({ id }) => id),
	);
	return {
		text,
		page: Math.min(page, text.pages),
		rows: rows.map((row) => {
			const answer = answers.get(row.id);
			return {
				...row,
				answer: answer ? { disposition: answer.disposition, html: answer.reasonHtml, at: answer.releasedAt } : null,
			};
		}),
	};
});

export default function Table({ loaderData: { text, page, rows }, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const nameOf = useAuthorName();
	const process = `/o/${params.place}/beteiligung/${params.process}`;
	const path = `${process}/text/${text.code}`;
	const { answeredUntil } = text.process;
	const notYet = answeredUntil ? t("table.notYetUntil", { date: dateLong(answeredUntil) }) : t("table.notYet");
	return (
		<>
			<title>{`${t("table.title")} – ${text.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: text.place.name, href: `/o/${params.place}` },
					{ label: text.process.title, href: process },
					{ label: text.title, href: path },
					{ label: t("table.title") },
				]}
			/>
			<PageTitle title={t("table.title")} above={text.title} lead={t("table.lead")}>
				{text.responsible && <p>{t("table.responsible", { name: text.responsible })}</p>}
			</PageTitle>
			<DataTable
				caption={t("table.title")}
				captionHidden
				rows={rows}
				rowKey={({ code }) => code}
				empty={
					<EmptyState title={t("table.empty")}>
						<p>{t("table.emptyHint")}</p>
					</EmptyState>
				}
				columns={[
					{
						key: "number",
						header: t("table.number"),
						rowHeader: true,
						cell: ({ number, code }) => (
							<a href={`/b/${code}`} aria-label={t("page.mark", { number: String(number) })}>
								{number}
							</a>
						),
					},
					{
						key: "what",
						header: t("table.what"),
						cell: ({ quote, whole, excerpt, suggestion, author, version }) => (
							<div className="gw-flow">
								<p>
									{quote
										? whole
											? t("page.toBlock")
											: t("page.toQuote", { quote: shortQuote(quote, 80) })
										: t("page.toWhole")}{" "}
									{t("table.madeOn", { number: String(version) })}, {nameOf(author)}
								</p>
								<p>{excerpt}</p>
								{suggestion && <p>{t("page.suggestion", { words: shortQuote(suggestion, 200) })}</p>}
							</div>
						),
					},
					{
						key: "became",
						header: t("table.became"),
						cell: ({ answer, segments }) =>
							answer ? (
								<div className="gw-flow">
									<DispositionBadge disposition={answer.disposition} />
									<RichTextView html={answer.html} />
									{segments.length > 1 && (
										<Disclosure summary={t("table.parts", { count: segments.length })}>
											<ol>
												{segments.map(({ position, words, vote, comment }) => (
													<li key={position}>
														{t("table.partWords", { number: String(position + 1), words: shortQuote(words, 160) })}{" "}
														{vote && <strong>{t(`votes.${vote}`)}.</strong>} {comment}
													</li>
												))}
											</ol>
										</Disclosure>
									)}
								</div>
							) : (
								notYet
							),
					},
					{
						key: "where",
						header: t("table.where"),
						cell: ({ credits }) =>
							credits.length === 0
								? t("table.nowhere")
								: credits.map(({ version, blockKey }) => (
										<p key={`${version}.${blockKey}`}>
											<a href={`${path}?fassung=${version}#absatz-${blockKey}`}>
												{t("table.credit", { number: String(version) })}
											</a>
										</p>
									)),
					},
					...(text.may.treat
						? [
								{
									key: "treat",
									header: t("table.acts"),
									cell: ({ id, number }: (typeof rows)[number]) => (
										<a
											href={`/o/${params.place}/verwaltung/beteiligung/${params.process}/texte/${text.code}/anmerkungen/${id}`}
										>
											{t("table.treat")}
											<span className="kern-sr-only">: {t("page.mark", { number: String(number) })}</span>
										</a>
									),
								},
							]
						: []),
				]}
			/>
			<Pagination
				page={page}
				pageSize={tablePageSize}
				total={text.total}
				hrefFor={(wanted) => `${path}/anmerkungen?seite=${wanted}`}
			/>
		</>
	);
}
