import type { Translator } from "~/platform/i18n";
import type { Paper, PaperBlock } from "~/platform/typesetting/plain-paper";
import { linesOf, paragraphsOf } from "~/platform/typesetting/plain-paper";
import type { DraftRead } from "../drafting/queries/draft.server";
import type { messages as publicMessages } from "../messages";
import { bookmarkStart } from "./match-clauses";
import type { messages } from "./messages";

type Words = { t: Translator<typeof messages>; say: Translator<typeof publicMessages>; date(day: string): string };

/** The draft as a Word file: its clauses first, each under a bookmark; what we write from data stands apart. */
export function agreementPaper(draft: DraftRead, words: Words): Paper {
	const { t, say } = words;
	const bookmark = (key: string) => `${bookmarkStart}${key}`;
	const parts = generatedBlocks(draft, words);
	return {
		title: draft.title,
		above: frontOf(draft, words)[0] ?? "",
		author: draft.parties[0]?.organisation.name ?? "",
		language: "de",
		footer: t("paper.footer", { number: draft.number }),
		blocks: [
			{ kind: "text", text: t("paper.how") },
			{ kind: "heading", level: 1, text: say("page.parties"), bookmark: bookmark("parteien") },
			...parts.parteien,
			...draft.blocks.flatMap(({ key, heading, text }): PaperBlock[] => [
				{ kind: "heading", level: 1, text: heading, bookmark: bookmark(key) },
				{ kind: "text", text },
			]),
			{ kind: "heading", level: 1, text: t("paper.tables"), bookmark: bookmark("tabellen") },
			...parts.tabellen,
		],
	};
}

/** The lines before the first heading, as they stand in the file. */
export function frontOf(draft: DraftRead, { t }: Words): string[] {
	return [t("paper.above", { number: draft.number }), draft.title, ...paragraphsOf(t("paper.how"))];
}

/** The parts that are written from data, as text: what comes back is compared with it. */
export function generatedTexts(draft: DraftRead, words: Words): Record<string, string> {
	const texts = Object.entries(generatedBlocks(draft, words)).map(([key, blocks]) => [
		key,
		blocks.flatMap(linesIn).join("\n\n"),
	]);
	return Object.fromEntries(texts);
}

function linesIn(block: PaperBlock): string[] {
	if (block.kind === "text") return paragraphsOf(block.text);
	if (block.kind === "list") return block.items.map((item) => `– ${item}`);
	if (block.kind === "heading") return [block.text];
	const row = (cells: readonly (string | { lines: string[]; strongFirst: boolean })[]) =>
		cells.map((cell) => linesOf(cell).lines.join(" ").trim()).join(" | ");
	return [...(block.caption === null ? [] : [block.caption]), row(block.header), ...block.rows.map(row)];
}

function generatedBlocks(draft: DraftRead, { t, say, date }: Words): Record<"parteien" | "tabellen", PaperBlock[]> {
	const nameOf = (id: string) => draft.parties.find((party) => party.id === id)?.organisation.name ?? "";
	const parteien: PaperBlock[] = [
		{
			kind: "list",
			items: draft.parties.map(({ organisation, role }) => `${organisation.name} (${say(`roles.${role}`)})`),
		},
	];
	const tabellen: PaperBlock[] = [{ kind: "text", text: t("paper.tablesHow") }];
	if (draft.duties.length > 0) {
		tabellen.push({
			kind: "table",
			caption: say("page.duties"),
			header: [say("page.task"), say("page.phase"), say("page.responsible"), say("page.helps")],
			rows: draft.duties.map(({ task, phase, responsible, helpers }) => [
				task,
				say(`phases.${phase}`),
				nameOf(responsible),
				helpers.map(nameOf).join(", "),
			]),
		});
	}
	if (draft.milestones.length > 0) {
		tabellen.push({
			kind: "table",
			caption: say("page.milestones"),
			header: [say("page.day"), say("page.milestone"), say("page.phase")],
			rows: draft.milestones.map(({ day, title, phase }) => [date(day), title, say(`phases.${phase}`)]),
		});
	}
	return { parteien, tabellen };
}
