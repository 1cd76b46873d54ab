import type { BenchKind } from "../group";
import type { MeetingFormat } from "../meetings/meeting";

/** For how long a seat was filled, and by whom. */
export type Span = {
	/** Key of the substitute who acted for the seat. */
	representedBy: string | null;
	/** Times of day in Germany ("18:40"); null: from the beginning, until the end. */
	from: string | null;
	until: string | null;
};

/** Somebody at the meeting. Stands under a key; the name is kept apart, where it can be forgotten. */
export type Participant = Span & {
	/** The seat, as the id of its membership. */
	key: string;
	bench: BenchKind;
	function: string;
	present: boolean;
	/** Left and filled again, perhaps by somebody else. */
	again?: Span[];
};

/** Somebody who was there without a seat: heard, or reporting. */
export type Visitor = {
	key: string;
	capacity: "guest" | "reporting";
	/** Numbers of the items for which they were invited; not there for who came to the meeting as a whole. */
	items?: number[];
	from: string | null;
	until: string | null;
};

export type BenchVotes = {
	bench: BenchKind;
	electorate: number;
	present: number;
	yes: number | null;
	no: number | null;
	abstain: number | null;
};

/** A vote as it was recorded; nothing of it is typed into minutes. */
export type Decided = {
	code: string;
	title: string;
	/** The wording as plain text, with its checksum (SHA-256). */
	wording: string;
	hash: string;
	/** The rule of decision in sentences. */
	rule: string[];
	/** adopted, rejected, not-decided; null while it is not certified. */
	result: string | null;
	benches: BenchVotes[];
	/** The count in words where yes and no by bench do not say it: another method, or a secret vote without benches. */
	figures?: string[];
	/** Keys of who was biased and therefore not entitled. */
	biased: string[];
};

export type Note = { text: string; speaker: string | null; isPublic: boolean };

export type Item = {
	position: number;
	title: string;
	isPublic: boolean;
	notes: Note[];
	tasks: string[];
	decisions: Decided[];
};

/** Minutes as they are frozen: facts that were recorded, and what was noted under each item. */
export type MinutesContent = {
	group: string;
	title: string;
	/** Day (`YYYY-MM-DD`) and moment (ISO 8601) of the beginning. */
	day: string;
	startsAt: string;
	/** How people met; not in what was frozen before 2026-11-22. */
	format?: MeetingFormat;
	/** Empty for a circular procedure, which has none. */
	place: string;
	isPublic: boolean;
	/** Keys of who presided and who took the minutes. */
	presidedBy: string;
	minuteTaker: string;
	participants: Participant[];
	/** Guests who were there; not in what was frozen before 2026-11-22. */
	visitors?: Visitor[];
	items: Item[];
};

/** The name under which a key stands, and whether everybody reads it; null once it was forgotten. */
export type Names = ReadonlyMap<string, { name: string | null; isPublic: boolean }>;

/** What the public version leaves out, by rule. */
export type Omitted = { items: number; notes: number; names: number };

/**
 * The public version: without closed items, without notes that are internal, without names whose bearers did not agree;
 * their votes and seats stay, and so does that a guest was there. Whoever presided or took the minutes acts in an office and is named like all others.
 * @returns content and names for outsiders, and how much was left out
 */
export function publicVersion(
	content: MinutesContent,
	names: Names,
): { content: MinutesContent; names: Names; omitted: Omitted } {
	const items = content.items.filter(({ isPublic }) => isPublic);
	const notes = items.reduce((sum, item) => sum + item.notes.filter(({ isPublic }) => !isPublic).length, 0);
	const shown = items.map((item) => ({ ...item, notes: item.notes.filter(({ isPublic }) => isPublic), tasks: [] }));
	// that a closed item has a number is no secret, who came for it is
	const inPublic = ({ items: named, ...visitor }: Visitor): Visitor => {
		const open = named?.filter((position) => items.some((item) => item.position === position)) ?? [];
		return open.length > 0 ? { ...visitor, items: open } : visitor;
	};
	const kept = new Map([...names].filter(([, { isPublic }]) => isPublic));
	const mentioned = new Set([
		content.presidedBy,
		content.minuteTaker,
		...content.participants.flatMap(({ key, representedBy, again }) => [
			key,
			...[{ representedBy }, ...(again ?? [])].flatMap((span) => span.representedBy ?? []),
		]),
		...(content.visitors ?? []).map(({ key }) => key),
		...shown.flatMap(({ notes: said }) => said.flatMap(({ speaker }) => speaker ?? [])),
	]);
	return {
		content: { ...content, items: shown, ...(content.visitors && { visitors: content.visitors.map(inPublic) }) },
		names: kept,
		omitted: {
			items: content.items.length - items.length,
			notes,
			names: [...mentioned].filter((key) => names.get(key)?.isPublic === false).length,
		},
	};
}

/** Both sign. */
export const signatureRoles = ["chair", "minute-taker"] as const;
export type SignatureRole = (typeof signatureRoles)[number];

export type Missing =
	| { code: "place" | "participants" | "agenda" | "chair-signature" | "minute-taker-signature" }
	| { code: "wording" | "result"; title: string };

/**
 * What minutes must hold and these do not: § 41 (1) GemO Rheinland-Pfalz names day and place, the participants, the agenda,
 * the wording of resolutions, the result of votes, and the signatures of chair and minute-taker (kommunalbrevier.de). A
 * working group is no organ; it keeps to the same list so that its minutes can be used further. The day is never missing,
 * and a circular procedure has no place.
 */
export function missingContent(content: MinutesContent, signed: readonly SignatureRole[]): Missing[] {
	const decisions = content.items.flatMap((item) => item.decisions);
	return [
		...(content.place.trim() === "" && content.format !== "circular" ? [{ code: "place" as const }] : []),
		...(content.participants.some(({ present }) => present) ? [] : [{ code: "participants" as const }]),
		...(content.items.length === 0 ? [{ code: "agenda" as const }] : []),
		...decisions
			.filter(({ wording }) => wording.trim() === "")
			.map(({ title }) => ({ code: "wording" as const, title })),
		...decisions
			.filter(
				(decision) =>
					decision.result === null || (!decision.figures?.length && decision.benches.some(({ yes }) => yes === null)),
			)
			.map(({ title }) => ({ code: "result" as const, title })),
		...(signed.includes("chair") ? [] : [{ code: "chair-signature" as const }]),
		...(signed.includes("minute-taker") ? [] : [{ code: "minute-taker-signature" as const }]),
	];
}
