import { z } from "zod";
import { isDay } from "~/platform/day";
import { type Card, type CardCode, cardProblems, isPaperChannel, type PaperChannel, type Wish } from "./paper";

/** What a column of an imported table can hold, in the order of the template. */
export const importFields = [
	"title",
	"text",
	"category",
	"place",
	"received",
	"channel",
	"wish",
	"name",
	"street",
	"town",
	"phone",
	"cardNumber",
] as const;
export type ImportField = (typeof importFields)[number];

/** Field → number of its column, from 0; fields that the table does not have are absent. */
export const storedMapping = z.partialRecord(z.enum(importFields), z.number().int().min(0));
export type Mapping = z.infer<typeof storedMapping>;

/** Words in the heads of tables by which a field is recognised, whole heads before parts of them. */
const headWords: Record<ImportField, readonly string[]> = {
	title: ["titel", "überschrift", "betreff", "title", "subject"],
	text: ["text", "beitrag", "anregung", "idee", "inhalt", "beschreibung", "vorschlag", "contribution", "comment"],
	category: ["kategorie", "thema", "rubrik", "category", "topic"],
	place: ["ort des beitrags", "stelle", "wo", "lage", "place", "location"],
	received: ["eingang", "eingegangen", "datum", "erstellt", "created", "received", "date"],
	channel: ["zugangsweg", "weg", "kanal", "channel"],
	wish: ["antwort per", "antwort", "reply"],
	name: ["name", "absender", "vor- und nachname"],
	street: ["straße", "strasse", "straße und hausnummer", "anschrift", "street", "address"],
	town: ["plz und ort", "postleitzahl und ort", "wohnort", "town", "city"],
	phone: ["telefon", "rufnummer", "telefonnummer", "phone"],
	cardNumber: ["nr", "nr.", "nummer", "kartennummer", "lfd. nr.", "laufende nummer", "card number"],
};

const plain = (head: string) => head.trim().toLowerCase().replaceAll(/\s+/g, " ");

/** Finds out by their heads which columns hold what: first by whole heads, then by beginnings; a column is used once. */
export function guessMapping(columns: readonly string[]): Mapping {
	const mapping: Mapping = {};
	const used = new Set<number>();
	const look = (fits: (head: string, word: string) => boolean) => {
		for (const field of importFields) {
			if (mapping[field] !== undefined) continue;
			const index = columns.findIndex(
				(head, column) => !used.has(column) && headWords[field].some((word) => fits(plain(head), word)),
			);
			if (index < 0) continue;
			mapping[field] = index;
			used.add(index);
		}
	};
	look((head, word) => head === word);
	look((head, word) => head.startsWith(word));
	return mapping;
}

/** What is wrong with the mapping as a whole. */
export function mappingProblems(
	mapping: Mapping,
	columns: number,
): { code: "text-column-missing" | "column-twice" | "column-unknown"; field: ImportField }[] {
	const problems: ReturnType<typeof mappingProblems> = [];
	if (mapping.text === undefined) problems.push({ code: "text-column-missing", field: "text" });
	const seen = new Set<number>();
	for (const field of importFields) {
		const column = mapping[field];
		if (column === undefined) continue;
		if (column >= columns) problems.push({ code: "column-unknown", field });
		if (seen.has(column)) problems.push({ code: "column-twice", field });
		seen.add(column);
	}
	return problems;
}

export type RowCode = CardCode | "date-unreadable" | "date-ahead" | "channel-unknown" | "wish-unknown";
export type RowProblem = { code: RowCode; field: ImportField; value: string };
export type ReadRow = Card & {
	channel: PaperChannel;
	receivedOn: string | null;
	/** What somebody wrote on the card, so that it is known again. */
	cardNumber: string | null;
};

const channelWords: Record<string, PaperChannel> = {
	papier: "paper",
	brief: "paper",
	karte: "paper",
	post: "paper",
	telefon: "phone",
	anruf: "phone",
	schalter: "counter",
	rathaus: "counter",
	persönlich: "counter",
};
const wishWords: Record<string, Wish> = {
	brief: "letter",
	post: "letter",
	letter: "letter",
	anruf: "call",
	telefon: "call",
	call: "call",
	keine: "none",
	nein: "none",
	none: "none",
};

/**
 * One row of a table as a card, and what is wrong with it. Where the table does not say how to answer, a whole address
 * asks for a letter and a telephone number for a call.
 * @param given categories of the process, the channel of rows that name none, today (YYYY-MM-DD)
 */
export function readRow(
	cells: readonly string[],
	mapping: Mapping,
	given: { categories: readonly string[]; channel: PaperChannel; today: string },
): { row: ReadRow; problems: RowProblem[] } {
	const cell = (field: ImportField) => {
		const column = mapping[field];
		return column === undefined ? "" : (cells[column] ?? "").trim();
	};
	const [name, street, town, phone] = [cell("name"), cell("street"), cell("town"), cell("phone")];
	const [saidWish, saidChannel, saidDay] = [cell("wish"), cell("channel"), cell("received")];
	const reachable: Wish = name && street && town ? "letter" : phone ? "call" : "none";
	const wish = saidWish === "" ? reachable : wishWords[saidWish.toLowerCase()];
	const channel = saidChannel === "" ? given.channel : channelFrom(saidChannel);
	const receivedOn = saidDay === "" ? null : dayFrom(saidDay);
	const card: Card = {
		title: cell("title") || null,
		text: cell("text"),
		category: cell("category") || null,
		place: cell("place") || null,
		name: name || null,
		street: street || null,
		town: town || null,
		phone: phone || null,
		wish: wish ?? "none",
	};
	const problems: RowProblem[] = cardProblems(card, given.categories).map(({ code, field }) => ({
		code,
		field,
		value: cell(field),
	}));
	if (wish === undefined) problems.push({ code: "wish-unknown", field: "wish", value: saidWish });
	if (channel === undefined) problems.push({ code: "channel-unknown", field: "channel", value: saidChannel });
	if (saidDay !== "" && receivedOn === null)
		problems.push({ code: "date-unreadable", field: "received", value: saidDay });
	if (receivedOn !== null && receivedOn > given.today) {
		problems.push({ code: "date-ahead", field: "received", value: saidDay });
	}
	const cardNumber = cell("cardNumber").slice(0, 80) || null;
	return { row: { ...card, channel: channel ?? given.channel, receivedOn, cardNumber }, problems };
}

function channelFrom(text: string): PaperChannel | undefined {
	const word = text.toLowerCase();
	return isPaperChannel(word) ? word : channelWords[word];
}

/** A day as German and international tables write it, also with a time behind it; null when it is none. */
function dayFrom(text: string): string | null {
	const international = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
	const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,].*)?$/.exec(text);
	const day = international
		? `${international[1]}-${international[2]}-${international[3]}`
		: german
			? `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}`
			: null;
	return day !== null && isDay(day) ? day : null;
}
