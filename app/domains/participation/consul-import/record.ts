import { textFromHtml } from "./text-from-html";

/** What can be taken over as a contribution; `contribution` comes from a table of another platform. */
export const contributionKinds = ["debate", "proposal", "investment", "legislation-proposal", "contribution"] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** One thing of the file. `row` is its place there: the row of a table, or the number within its list. */
type Origin = { row: number; kind: string; originalId: string };

export type ImportedContribution = Origin & {
	kind: ContributionKind;
	title: string;
	text: string;
	category: string | null;
	place: string | null;
	at: { latitude: number; longitude: number } | null;
	/** Null when the file does not say who wrote anything. */
	author: string | null;
	writtenAt: Date | null;
	votes: number | null;
	isHidden: boolean;
};

export type ImportedComment = Origin & {
	kind: "comment";
	on: { kind: string; id: string };
	replyTo: string | null;
	text: string;
	author: string | null;
	writtenAt: Date | null;
	votes: number | null;
	isHidden: boolean;
};

/** A process of the other platform: its address will lead to the new one. */
export type ImportedFrame = Origin & {
	kind: "legislation-process" | "budget";
	title: string;
	text: string;
	firstDay: string | null;
	lastDay: string | null;
};

/** A record of the file with its fields in one spelling (`fieldName`). */
export type RawRecord = Record<string, unknown>;

/**
 * One spelling for the fields of the GraphQL answers (camelCase, earlier snake_case) and for the headings of exported
 * tables, which are in the language of the platform.
 */
export function fieldName(name: string): string {
	const plain = name
		.trim()
		.replace(/([a-z0-9])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "_")
		.replace(/^_|_$/g, "");
	return synonyms[plain] ?? plain;
}

/** Headings as CONSUL Democracy and its German relatives write them, and as the tables of other platforms do. */
const synonyms: Record<string, string> = {
	nummer: "id",
	kennung: "id",
	name: "title",
	titel: "title",
	text: "description",
	body: "description",
	beschreibung: "description",
	beschreibungstext: "description",
	zusammenfassung: "summary",
	public_author: "author",
	author_username: "author",
	responsible_name: "responsible",
	username: "author",
	autor: "author",
	verfasser: "author",
	public_created_at: "created_at",
	created: "created_at",
	date: "created_at",
	datum: "created_at",
	erstellt_am: "created_at",
	eingegangen_am: "created_at",
	cached_votes_up: "votes",
	total_votes: "votes",
	supports: "votes",
	unterstützungen: "votes",
	unterstuetzungen: "votes",
	main_category_level1: "category",
	kategorie: "category",
	thema: "category",
	heading: "category",
	heading_name: "category",
	geozone: "location",
	ort: "location",
	standort: "location",
	tag_list: "tags",
	schlagwörter: "tags",
	breite: "latitude",
	laenge: "longitude",
	länge: "longitude",
	kosten: "price",
	machbarkeit: "feasibility",
};

/** A text, or the name of a nested thing (`{ username }`, `{ name }`). */
function textOf(value: unknown): string {
	if (typeof value === "string") return value.trim();
	if (typeof value === "number" || typeof value === "bigint") return String(value);
	if (typeof value === "object" && value !== null && !Array.isArray(value)) {
		const { username, name } = value as { username?: unknown; name?: unknown };
		return textOf(username ?? name ?? "");
	}
	return "";
}

function numberOf(value: unknown): number | null {
	const text = textOf(value).replace(",", ".");
	return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** ISO moments, days, and the days and moments of German tables; null when it is none. */
export function momentIn(text: string): Date | null {
	const [, day, month, year, hour = "12", minute = "00"] =
		/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?/.exec(text) ?? [];
	const iso = year
		? `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}T${hour.padStart(2, "0")}:${minute}:00+01:00`
		: /^\d{4}-\d{2}-\d{2}$/.test(text)
			? `${text}T12:00:00+01:00`
			: text
					.replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, "$1T$2")
					.replace(/ ?UTC$/, "Z")
					.replace(/ ([+-]\d{2}):?(\d{2})$/, "$1:$2");
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(iso)) return null;
	const moment = new Date(iso);
	return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1990 ? null : moment;
}

/** A name that may be shown: never an address of mail. Null where the file has no authors at all. */
function authorOf(record: RawRecord): string | null {
	if (!("author" in record)) return null;
	const name = textOf(record.author).replace(/\s+/g, " ").slice(0, 60).trim();
	return name === "" || name.includes("@") ? unknownAuthor : name;
}

/** Stands for authors whom the other platform does not name any more. */
const unknownAuthor = "ehemals CONSUL";

function categoryOf(record: RawRecord): string | null {
	const { category, tags } = record;
	const named = textOf(category) || (Array.isArray(tags) ? textOf(tags[0]) : textOf(tags).split(/[,;]/)[0]);
	// "level1_bicycle_parking" is a name for programs
	const words = named
		?.trim()
		.replace(/^level\d_/, "")
		.replaceAll("_", " ");
	return words?.slice(0, 60) || null;
}

function pointOf(record: RawRecord): ImportedContribution["at"] {
	const nested = record.map_location;
	const from = typeof nested === "object" && nested !== null ? (nested as RawRecord) : record;
	const [latitude, longitude] = [numberOf(from.latitude), numberOf(from.longitude)];
	if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
	return { latitude, longitude };
}

/** Price and feasibility of an investment, as words at the end of its text. */
function costWords(record: RawRecord): string {
	const [price, feasibility] = [textOf(record.price), textOf(record.feasibility)];
	return [price && `Kosten laut CONSUL: ${price}`, feasibility && `Machbarkeit laut CONSUL: ${feasibility}`]
		.filter(Boolean)
		.join("\n\n");
}

export function contributionFrom(record: RawRecord, row: number, kind: ContributionKind): ImportedContribution {
	const texts = [textOf(record.summary), textOf(record.description)].filter(Boolean).map(textFromHtml);
	const words = [...new Set(texts), costWords(record)].filter(Boolean).join("\n\n");
	return {
		row,
		kind,
		originalId: textOf(record.id),
		title: textFromHtml(textOf(record.title)).replace(/\s+/g, " "),
		text: words,
		category: categoryOf(record),
		place: textFromHtml(textOf(record.location)).slice(0, 200) || null,
		at: pointOf(record),
		author: authorOf(record),
		writtenAt: momentIn(textOf(record.created_at)),
		votes: numberOf(record.votes),
		isHidden: textOf(record.hidden_at) !== "",
	};
}

/** What CONSUL calls the things that are commented on. */
const commentable: Record<string, string> = {
	debate: "debate",
	proposal: "proposal",
	"budget::investment": "investment",
	"legislation::proposal": "legislation-proposal",
};

export function commentFrom(record: RawRecord, row: number, on?: { kind: string; id: string }): ImportedComment {
	const type = textOf(record.commentable_type).toLowerCase();
	return {
		row,
		kind: "comment",
		originalId: textOf(record.id),
		on: on ?? { kind: commentable[type] ?? type, id: textOf(record.commentable_id) },
		// the last one of "3/17" is the comment it replies to
		replyTo: textOf(record.ancestry).split("/").at(-1) || null,
		text: textFromHtml(textOf(record.description)),
		author: authorOf(record),
		writtenAt: momentIn(textOf(record.created_at)),
		votes: numberOf(record.votes),
		isHidden: textOf(record.hidden_at) !== "",
	};
}

const dayIn = (value: unknown) => /^\d{4}-\d{2}-\d{2}/.exec(textOf(value))?.[0] ?? null;

export function frameFrom(record: RawRecord, row: number, kind: ImportedFrame["kind"]): ImportedFrame {
	return {
		row,
		kind,
		originalId: textOf(record.id),
		title: textFromHtml(textOf(record.title)).replace(/\s+/g, " ").slice(0, 120),
		text: [textOf(record.summary), textOf(record.description)].filter(Boolean).map(textFromHtml).join("\n\n"),
		firstDay: dayIn(record.start_date),
		lastDay: dayIn(record.end_date),
	};
}
