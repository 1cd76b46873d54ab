import { hasForbiddenCharacter } from "~/platform/rich-text/schema";
import { limits } from "../contributions/contribution";
import { cardTitle, eventLimits } from "../events/event";

/** How something came that did not come online; what came at an event is entered there. */
export const paperChannels = ["paper", "phone", "counter"] as const;
export type PaperChannel = (typeof paperChannels)[number];

/** How its author wants to be told what became of it. */
export const wishes = ["none", "letter", "call"] as const;
export type Wish = (typeof wishes)[number];

/** Names and addresses for letters and calls are deleted so long after the letter was sent or the call was made. */
export const addressDays = 30;

/** Letters that one PDF holds at most: what a person folds in an hour. */
export const lettersAtOnce = 200;

export const paperLimits = {
	titleMost: limits.titleMost,
	/** A card may say "Bänke". */
	textLeast: eventLimits.cardLeast,
	textMost: limits.textMost,
	placeMost: limits.placeMost,
	nameMost: limits.nameMost,
	lineMost: 80,
	phoneMost: 30,
} as const;

/** How an author is told, and what is needed for it. */
export type Reach = {
	wish: Wish;
	name: string | null;
	street: string | null;
	/** Postal code and town. */
	town: string | null;
	phone: string | null;
};

/** One card, letter or call as it is written down. */
export type Card = Reach & {
	/** Without one the beginning of the text stands for it. */
	title: string | null;
	text: string;
	category: string | null;
	place: string | null;
};

export type CardCode =
	| "bad-character"
	| "title-too-long"
	| "text-missing"
	| "text-too-long"
	| "category-unknown"
	| "place-too-long"
	| "name-missing"
	| "name-too-long"
	| "street-missing"
	| "street-too-long"
	| "town-missing"
	| "town-too-long"
	| "phone-missing"
	| "phone-unreadable";

type CardProblem = {
	code: CardCode;
	field: keyof Card;
	values: { now: number; most: number };
};

/** What is wrong with how an author is to be told, as codes with their fields; empty when nothing is. */
export function reachProblems({ wish, name, street, town, phone }: Reach): CardProblem[] {
	const card = { wish, name, street, town, phone, title: null, text: "…", category: null, place: null };
	return cardProblems(card, []).filter(({ field }) => field in reachFields);
}

const reachFields: Record<keyof Reach, true> = { wish: true, name: true, street: true, town: true, phone: true };

/** What is wrong with a card, as codes with their fields; empty when nothing is. */
export function cardProblems(card: Card, categories: readonly string[]): CardProblem[] {
	const { title, text, category, place, name, street, town, phone, wish } = card;
	const byLetter = wish === "letter";
	const checks: [boolean, CardCode, keyof Card, string | null, number][] = [
		[(title?.length ?? 0) > paperLimits.titleMost, "title-too-long", "title", title, paperLimits.titleMost],
		[text.trim().length < paperLimits.textLeast, "text-missing", "text", text, paperLimits.textMost],
		[text.trim().length > paperLimits.textMost, "text-too-long", "text", text, paperLimits.textMost],
		[category !== null && !categories.includes(category), "category-unknown", "category", category, 0],
		[(place?.length ?? 0) > paperLimits.placeMost, "place-too-long", "place", place, paperLimits.placeMost],
		[byLetter && !name, "name-missing", "name", name, paperLimits.nameMost],
		[(name?.length ?? 0) > paperLimits.nameMost, "name-too-long", "name", name, paperLimits.nameMost],
		[byLetter && !street, "street-missing", "street", street, paperLimits.lineMost],
		[(street?.length ?? 0) > paperLimits.lineMost, "street-too-long", "street", street, paperLimits.lineMost],
		[byLetter && !town, "town-missing", "town", town, paperLimits.lineMost],
		[(town?.length ?? 0) > paperLimits.lineMost, "town-too-long", "town", town, paperLimits.lineMost],
		[wish === "call" && !phone, "phone-missing", "phone", phone, paperLimits.phoneMost],
		[phone !== null && !isPhone(phone), "phone-unreadable", "phone", phone, paperLimits.phoneMost],
	];
	const written = { title, text, category, place, name, street, town, phone };
	const unreadable = (Object.keys(written) as (keyof typeof written)[]).filter((field) =>
		hasForbiddenCharacter(written[field] ?? ""),
	);
	return [
		...checks.flatMap(([found, code, field, value, most]): CardProblem[] =>
			found ? [{ code, field, values: { now: value?.trim().length ?? 0, most } }] : [],
		),
		...unreadable.map((field): CardProblem => ({ code: "bad-character", field, values: { now: 0, most: 0 } })),
	];
}

/** Digits, and what people put between them. */
function isPhone(text: string): boolean {
	return (
		text.length <= paperLimits.phoneMost && /^[+(]?\d[\d\s/()-]*$/.test(text) && text.replace(/\D/g, "").length > 3
	);
}

/** The heading of what was written down. */
export function titleOf({ title, text }: Pick<Card, "title" | "text">): string {
	return title?.trim() || cardTitle(text);
}

export function isPaperChannel(name: string): name is PaperChannel {
	return (paperChannels as readonly string[]).includes(name);
}

export function isWish(name: string): name is Wish {
	return (wishes as readonly string[]).includes(name);
}
