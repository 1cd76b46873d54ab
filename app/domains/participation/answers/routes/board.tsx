import { Alert } from "~/design/alert";
import { Badge, type BadgeTone } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { Tabs } from "~/design/tabs";
import { TextField } from "~/design/text-field";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { answerPath, boardPath, commentPath, contributionPath, inquiriesPath, templatesPath } from "../addresses";
import { type BoardState, boardStates, isBoardState } from "../board";
import { messages } from "../messages";
import { board, boardPageSize } from "../queries/board.server";
import { staffMessages } from "../staff-messages";
import { CoverageMeter } from "../ui/coverage-meter";
import type { Route } from "./+types/board";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	const state = search.get("stand");
	const filter = {
		state: isBoardState(state) ? state : null,
		words: (search.get("wort") ?? "").trim().slice(0, 100),
		page: Math.min(Math.max(Number.parseInt(search.get("seite") ?? "1", 10) || 1, 1), 10_000),
	};
	return { ...(await board(world, { ...params, filter })), filter, place: params.place, pageSize: boardPageSize };
});

const tones: Record<BoardState, BadgeTone> = {
	objected: "danger",
	waiting: "warning",
	preparing: "info",
	"department-answered": "info",
	"at-department": "neutral",
	unanswered: "neutral",
	answered: "success",
};

export default function Board({ loaderData }: Route.ComponentProps) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const { dateLong, date } = useFormat();
	const { process, rows, counts, found, filter, coverage, place, pageSize } = loaderData;
	const here = boardPath(place, process.slug);
	const href = (changed: Record<string, string>) => {
		const all = { stand: filter.state ?? "", wort: filter.words, ...changed };
		const search = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
		return search.size > 0 ? `${here}?${search}` : here;
	};
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	return (
		<>
			<title>{`${t("board.title")}: ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("crumbs.answers") },
				]}
			/>
			<PageTitle title={t("board.title")} above={process.title} lead={t("board.lead")}>
				<CoverageMeter coverage={coverage} />
				{process.answeredUntil && (
					<p>{t("board.answeredUntil", { date: dateLong(process.answeredUntil.toISOString().slice(0, 10)) })}</p>
				)}
				<ButtonRow>
					<LinkButton look="secondary" href={inquiriesPath(place, process.slug)}>
						{t("board.inquiries")}
					</LinkButton>
					<LinkButton look="tertiary" href={templatesPath(place)}>
						{more("templates.title")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{coverage.late > 0 && <Alert tone="warning" title={t("coverage.late", { count: coverage.late })} />}
			<Tabs
				label={t("board.state")}
				tabs={[
					{ href: href({ stand: "" }), label: t("board.allStates"), count: total, current: filter.state === null },
					...boardStates.map((state) => ({
						href: href({ stand: state }),
						label: t(`states.${state}`),
						count: counts[state],
						current: filter.state === state,
					})),
				]}
			/>
			<FilterBar resetHref={href({ wort: "" })} hidden={filter.state ? { stand: filter.state } : {}}>
				<TextField type="search" name="wort" label={t("board.words")} value={filter.words} optional />
			</FilterBar>
			{rows.length === 0 ? (
				<EmptyState title={t("board.empty")}>
					<p>{t("board.emptyHint")}</p>
				</EmptyState>
			) : (
				<form method="get" className="gw-flow">
					<DataTable
						caption={t("board.caption")}
						captionHidden
						rows={rows}
						rowKey={(row) => row.id}
						columns={[
							{
								key: "pick",
								header: t("board.pick"),
								cell: (row) =>
									row.answerId === null && (
										<input
											type="checkbox"
											className="gw-check__input"
											name="beitrag"
											value={row.id}
											aria-label={
												row.comment === null
													? t("board.pickOne", { number: String(row.number) })
													: `${t("board.pick")}: ${more("questionAt", { number: String(row.comment), contribution: String(row.number) })}`
											}
										/>
									),
							},
							{ key: "number", header: t("board.number"), numeric: true, cell: (row) => row.number },
							{
								key: "title",
								header: t("board.contribution"),
								rowHeader: true,
								cell: (row) =>
									row.comment === null ? (
										<a href={contributionPath(row.code)}>{row.title}</a>
									) : (
										<>
											<a href={commentPath(row.code)}>
												{more("questionAt", { number: String(row.comment), contribution: String(row.number) })}
											</a>
											: {row.title}
										</>
									),
							},
							{ key: "support", header: t("board.support"), numeric: true, cell: (row) => row.supports },
							{
								key: "state",
								header: t("board.state"),
								cell: (row) => (
									<>
										<Badge tone={tones[row.state]}>{t(`states.${row.state}`)}</Badge>
										{row.state === "at-department" && row.dueOn && (
											<> {t("board.due", { date: date(row.dueOn.toISOString().slice(0, 10)) })}</>
										)}
									</>
								),
							},
							{
								key: "answer",
								header: t("board.next"),
								cell: (row) =>
									row.answerId && (
										<a
											href={`${answerPath(place, process.slug, row.answerId)}${row.state === "preparing" ? "" : "/freigabe"}`}
										>
											{t(
												row.state === "waiting"
													? "board.release"
													: row.state === "preparing"
														? "board.edit"
														: "board.answer",
											)}
											<span className="kern-sr-only">: {row.title}</span>
										</a>
									),
							},
						]}
					/>
					<ButtonRow>
						<Button formAction={`${here}/neu`}>{t("board.prepare")}</Button>
						<Button look="secondary" formAction={`${here}/rueckfrage`}>
							{t("board.ask")}
						</Button>
					</ButtonRow>
				</form>
			)}
			<Pagination
				page={filter.page}
				pageSize={pageSize}
				total={found}
				hrefFor={(page) => href({ seite: String(page) })}
			/>
		</>
	);
}
