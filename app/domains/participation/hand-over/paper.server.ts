import { houseAddress } from "~/platform/address.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Paper, PaperBlock } from "~/platform/typesetting/plain-paper";
import type { View } from "~/platform/world.server";
import { isDisposition } from "../answers/disposition";
import { messages as answerMessages } from "../answers/messages";
import { messages as processMessages } from "../processes/messages";
import { levels } from "../processes/process";
import { messages } from "./messages";
import type { CouncilSheet } from "./queries/council-sheet.server";
import type { Count } from "./queries/process-figures.server";

const channels = ["online", "paper", "phone", "event", "counter"] as const;

/** The hand-over sheet as a paper, for PDF and Word alike. */
export function sheetPaper(view: Pick<View, "locale" | "now">, sheet: CouncilSheet): Paper {
	const t = textFor(view.locale, messages);
	const { dateLong } = formatFor(view.locale);
	const date = dateLong(view.now);
	return {
		title: sheet.about.title,
		above: t("paper.above", { place: sheet.about.place }),
		author: sheet.about.place,
		language: view.locale,
		footer: t("paper.footer", { date, code: sheet.about.code }),
		blocks: [
			...facts(view, sheet),
			heading(t("paper.what")),
			{ kind: "text", text: sheet.what },
			...(sheet.about.figures ? figureBlocks(view, sheet.about.figures) : []),
			...(sheet.about.votes ? voteBlocks(view, sheet.about.votes) : []),
			heading(t("paper.proposal")),
			{ kind: "text", text: sheet.proposal },
			heading(t("paper.deviation")),
			{ kind: "text", text: sheet.deviation ?? t("paper.noDeviation") },
			...financeBlocks(view, sheet),
			...earlier(view, sheet),
		],
	};
}

function heading(text: string, level: 1 | 2 = 1): PaperBlock {
	return { kind: "heading", level, text };
}

type Sheeted = Pick<View, "locale" | "now">;

function facts({ locale }: Sheeted, { about, ...sheet }: CouncilSheet): PaperBlock[] {
	const t = textFor(locale, messages);
	const { dateLong } = formatFor(locale);
	const level = levels.find((known) => known === about.level);
	const rows: [string, string | null][] = [
		[t("paper.body"), sheet.body || null],
		[t("paper.session"), sheet.sessionOn && dateLong(sheet.sessionOn)],
		[t("paper.number"), sheet.paperNumber],
		[t("paper.period"), about.from && about.until && `${dateLong(about.from)} – ${dateLong(about.until)}`],
		[t("paper.level"), level ? textFor(locale, processMessages)(`levels.${level}`) : null],
		[t("paper.responsible"), about.responsible],
		[t("paper.address"), houseAddress(about.path)],
	];
	return [
		{
			kind: "table",
			caption: null,
			header: [t("paper.fact"), t("paper.value")],
			weights: [1, 2],
			rows: rows.flatMap(([term, value]) => (value === null ? [] : [[term, value]])),
		},
	];
}

function figureBlocks({ locale }: Sheeted, figures: NonNullable<CouncilSheet["about"]["figures"]>): PaperBlock[] {
	const t = textFor(locale, messages);
	const { number } = formatFor(locale);
	const words = textFor(locale, answerMessages);
	const table = (caption: string, name: string, counts: readonly Count[]): PaperBlock[] =>
		counts.length === 0
			? []
			: [
					{
						kind: "table",
						caption,
						header: [name, t("paper.count")],
						numeric: [1],
						rows: counts.map((one) => [one.name || t("paper.without"), number(one.count)]),
					},
				];
	const totals = (
		["contributions", "supports", "comments", "surveyAnswers", "ballots", "events", "attendance"] as const
	).flatMap((name) => (figures[name] > 0 ? [{ name: t(`paper.totals.${name}`), count: figures[name] }] : []));
	if (totals.length === 0) return [heading(t("paper.said")), { kind: "text", text: t("paper.nothingSaid") }];
	return [
		heading(t("paper.said")),
		...table(t("paper.overall"), t("paper.kind"), totals),
		...table(
			t("paper.byChannel"),
			t("paper.channel"),
			figures.byChannel.map(({ name, count }) => {
				const known = channels.find((channel) => channel === name);
				return { name: known ? t(`paper.channels.${known}`) : name, count };
			}),
		),
		...table(t("paper.byCategory"), t("paper.category"), figures.byCategory.slice(0, 12)),
		...table(
			t("paper.byDisposition"),
			t("paper.disposition"),
			figures.byDisposition.map(({ name, count }) => ({
				name: isDisposition(name) ? words(`dispositions.${name}`) : name,
				count,
			})),
		),
		...table(t("paper.mostSupported"), t("paper.contribution"), figures.mostSupported),
	];
}

function voteBlocks({ locale }: Sheeted, votes: NonNullable<CouncilSheet["about"]["votes"]>): PaperBlock[] {
	const t = textFor(locale, messages);
	const { dateLong, number } = formatFor(locale);
	const figure = (value: number | null) => (value === null ? "–" : number(value));
	return [
		heading(t("paper.voted")),
		{
			kind: "text",
			text: t("paper.votedIn", { group: votes.group, meeting: votes.meeting, date: dateLong(votes.on) }),
		},
		{
			kind: "table",
			caption: t("paper.votes"),
			header: [t("paper.bench"), t("paper.yes"), t("paper.no"), t("paper.abstain")],
			numeric: [1, 2, 3],
			rows: votes.tallies.map(({ bench, yes, no, abstain }) => [
				t(`paper.benches.${bench}`),
				figure(yes),
				figure(no),
				figure(abstain),
			]),
		},
		heading(t("paper.rule"), 2),
		{ kind: "list", items: votes.rule },
	];
}

function financeBlocks({ locale }: Sheeted, { finance }: CouncilSheet): PaperBlock[] {
	const t = textFor(locale, messages);
	const { money } = formatFor(locale);
	const euros = (cents: bigint | null) => (cents === null ? t("paper.notStated") : money(cents));
	const counter = finance.counterFinancing.map((word) => t(`finance.counterFinancing.${word}`));
	const climate = finance.climate ? t(`finance.climate.${finance.climate}`) : t("paper.notStated");
	return [
		heading(t("paper.finance")),
		{
			kind: "table",
			caption: null,
			header: [t("paper.fact"), t("paper.value")],
			weights: [1, 2],
			rows: [
				[t("finance.total"), euros(finance.totalCents)],
				[t("finance.yearly"), euros(finance.yearlyCents)],
				[t("finance.incoming"), euros(finance.incomingCents)],
				[t("finance.revenue"), euros(finance.revenueCents)],
				[
					t("finance.budgetedTitle"),
					finance.budgeted ? t(`finance.budgeted.${finance.budgeted}`) : t("paper.notStated"),
				],
				[
					t("finance.counterTitle"),
					[...counter, ...(finance.financeNote ? [finance.financeNote] : [])].join("\n") || t("paper.none"),
				],
				[t("finance.climateTitle"), [climate, finance.climateNote].filter(Boolean).join("\n")],
				[t("finance.companies"), finance.companies ?? t("paper.none")],
			],
		},
	];
}

function earlier({ locale }: Sheeted, { resolutions }: CouncilSheet): PaperBlock[] {
	const t = textFor(locale, messages);
	const { dateLong } = formatFor(locale);
	if (resolutions.length === 0) return [];
	return [
		heading(t("paper.earlier")),
		{
			kind: "list",
			items: resolutions.map(({ title, body, sessionOn, code }) =>
				t("paper.earlierEntry", { title, body, date: dateLong(sessionOn), path: houseAddress(`/beschluss/${code}`) }),
			),
		},
	];
}
