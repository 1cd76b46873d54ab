import { houseAddress } from "~/platform/address.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Paper, PaperBlock } from "~/platform/typesetting/plain-paper";
import { messages } from "../messages";
import type { Item, Participant } from "./content";
import { minutesMessages } from "./messages";
import type { MinutesPage } from "./queries/minutes-page.server";
import { nameIn, omittedWords, pathOf, presenceWords, resultKey } from "./ui/wording";

type Say = ReturnType<typeof textFor<typeof minutesMessages>>;
type Words = ReturnType<typeof textFor<typeof messages>>;

/** What of the page stands on the paper. */
type OnPaper = Pick<
	MinutesPage,
	| "place"
	| "group"
	| "meeting"
	| "content"
	| "names"
	| "omitted"
	| "signatures"
	| "objected"
	| "addenda"
	| "audience"
	| "state"
> & { version: Pick<NonNullable<MinutesPage["version"]>, "number" | "sha256"> | undefined };

/** Minutes as a paper: the same text as on the page, for those inside or for everybody. */
export function minutesPaper(locale: "de" | "en", page: OnPaper): Paper {
	const t = textFor(locale, minutesMessages);
	const words = textFor(locale, messages);
	const format = formatFor(locale);
	const { content, version, audience, state } = page;
	const name = (key: string) => nameIn(page.names, key, { hidden: t("hidden"), erased: words("erased") });
	return {
		title: t("paper.title", { meeting: content.title }),
		above: `${t(`audience.${audience}`)} · ${content.group}`,
		author: content.group,
		language: locale,
		footer: [
			t("paper.footer", { state: t(`states.${state}`), number: String(version?.number ?? 0) }),
			...(version ? [`SHA-256 ${version.sha256}`] : []),
		].join(" · "),
		blocks: [
			{
				kind: "table",
				caption: null,
				header: [t("paper.fact"), t("paper.value")],
				weights: [1, 3],
				rows: [
					[t("when"), format.dateTime(new Date(content.startsAt))],
					[t("where"), content.place],
					[t("presided"), name(content.presidedBy)],
					[t("taken"), name(content.minuteTaker)],
					[t("address"), houseAddress(`${pathOf(page)}/protokoll`)],
				],
			},
			heading(t("participants")),
			participants(content.participants, { t, words, name }),
			...content.items.flatMap((item) => itemBlocks(item, { t, words, name })),
			...omittedBlocks(page, t),
			heading(t("signatures")),
			{
				kind: "list",
				items: [
					...page.signatures.map(({ role, at }) =>
						t("signedBy", {
							role: t(`roles.${role}`),
							name: name(role === "chair" ? content.presidedBy : content.minuteTaker),
							at: format.dateTime(at),
						}),
					),
					...(page.signatures.length < 2 ? [t("notSignedYet")] : []),
				],
			},
			...(page.objected.all > 0
				? [
						heading(t("objections")),
						{
							kind: "text" as const,
							text: t("objected", { all: page.objected.all, accepted: page.objected.accepted }),
						},
					]
				: []),
			...page.addenda.flatMap(({ number, text, at }) => [
				heading(t("addendum", { number: String(number), at: format.dateLong(at) })),
				{ kind: "text" as const, text },
			]),
		],
	};
}

function heading(text: string, level: 1 | 2 = 1): PaperBlock {
	return { kind: "heading", level, text };
}

type Saying = { t: Say; words: Words; name(key: string): string };

function participants(rows: readonly Participant[], { t, words, name }: Saying): PaperBlock {
	return {
		kind: "table",
		caption: null,
		header: [t("member"), words("group.bench"), t("presence")],
		weights: [2, 1, 2],
		rows: rows.map((row) => [name(row.key), words(`benches.${row.bench}`), presenceWords(row, t, name)]),
	};
}

function itemBlocks(item: Item, { t, words, name }: Saying): PaperBlock[] {
	const title = t("item", { number: String(item.position), title: item.title });
	return [
		heading(item.isPublic ? title : `${title} (${words("closed")})`),
		...item.notes.map(
			({ text, speaker }): PaperBlock => ({ kind: "text", text: speaker ? `${name(speaker)}: ${text}` : text }),
		),
		...(item.tasks.length > 0 ? [{ kind: "list" as const, items: item.tasks.map((task) => t("task", { task })) }] : []),
		...item.decisions.flatMap((decision): PaperBlock[] => [
			heading(t("decision", { title: decision.title }), 2),
			{ kind: "text", text: decision.wording },
			{
				kind: "table",
				caption: t("votes"),
				header: [words("group.bench"), t("entitled"), t("yes"), t("no"), t("abstain")],
				numeric: [1, 2, 3, 4],
				rows: decision.benches.map(({ bench, present, electorate, yes, no, abstain }) => [
					words(`benches.${bench}`),
					t("presentOf", { present: String(present), electorate: String(electorate) }),
					...[yes, no, abstain].map((votes) => (votes === null ? "–" : String(votes))),
				]),
			},
			{
				kind: "list",
				items: [
					t("result", { result: decision.result ? words(`results.${resultKey(decision.result)}`) : t("uncertified") }),
					...(decision.figures ?? []),
					...decision.rule,
					...(decision.biased.length > 0 ? [t("biased", { names: decision.biased.map(name).join(", ") })] : []),
					t("page", { address: houseAddress(`/empfehlung/${decision.code}`), hash: decision.hash }),
				],
			},
		]),
	];
}

function omittedBlocks({ omitted }: Pick<MinutesPage, "omitted">, t: Say): PaperBlock[] {
	const said = omittedWords(omitted, t);
	return said.length > 0 ? [heading(t("omitted.title")), { kind: "list", items: said }] : [];
}
