import { houseAddress } from "~/platform/address.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Paper, PaperBlock } from "~/platform/typesetting/plain-paper";
import { messages } from "../messages";
import { type Item, type MinutesContent, type SignatureRole, signatureRoles } from "./content";
import { minutesMessages } from "./messages";
import { paperCode } from "./paper-code";
import type { MinutesPage } from "./queries/minutes-page.server";
import {
	nameIn,
	omittedWords,
	pathOf,
	presenceWords,
	resultKey,
	signatureWords,
	visitWords,
	whereWords,
} from "./ui/wording";

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
	const nameOfRole = (role: SignatureRole) => name(role === "chair" ? content.presidedBy : content.minuteTaker);
	const missing = signatureRoles.filter((role) => !page.signatures.some((one) => one.role === role));
	return {
		title: t("paper.title", { meeting: content.title }),
		above: `${t(`audience.${audience}`)} · ${content.group}`,
		author: content.group,
		language: locale,
		footer: [
			t("paper.footer", { state: t(`states.${state}`), number: String(version?.number ?? 0) }),
			...(version ? [t("paper.code", { code: paperCode(version.sha256) }), `SHA-256 ${version.sha256}`] : []),
		].join(" · "),
		blocks: [
			{
				kind: "table",
				caption: null,
				header: [t("paper.fact"), t("paper.value")],
				weights: [1, 3],
				rows: [
					[t("when"), format.dateTime(new Date(content.startsAt))],
					...whereWords(content, t, locale).map(({ term, value }) => [term, value]),
					[t("presided"), name(content.presidedBy)],
					[t("taken"), name(content.minuteTaker)],
					[t("address"), houseAddress(`${pathOf(page)}/protokoll`)],
				],
			},
			heading(t("participants")),
			participants(content, { t, words, name }),
			...visitorBlocks(content, { t, words, name }),
			...content.items.flatMap((item) => itemBlocks(item, { t, words, name })),
			...omittedBlocks(page, t),
			heading(t("signatures")),
			{
				kind: "list",
				items: [
					...page.signatures.map((one) => signatureWords(one, nameOfRole(one.role), t, format)),
					...(page.signatures.length < 2 ? [t("notSignedYet")] : []),
					// lines for those who sign on this very paper
					...(audience === "inside" && version ? missing : []).map((role) =>
						t("signHere", { role: t(`roles.${role}`), name: nameOfRole(role) }),
					),
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

function participants({ participants: rows, format }: MinutesContent, { t, words, name }: Saying): PaperBlock {
	return {
		kind: "table",
		caption: null,
		header: [t("member"), words("group.bench"), t("presence")],
		weights: [2, 1, 2],
		rows: rows.map((row) => [
			name(row.key),
			words(`benches.${row.bench}`),
			presenceWords(row, format === "circular", t, name),
		]),
	};
}

function visitorBlocks({ visitors = [] }: MinutesContent, { t, name }: Saying): PaperBlock[] {
	if (visitors.length === 0) return [];
	const rows = visitors.map((visitor) => [name(visitor.key), visitWords(visitor, t)]);
	return [heading(t("visitors")), { kind: "table", caption: null, header: [t("visitor"), t("visit")], rows }];
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
