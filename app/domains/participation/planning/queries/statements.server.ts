import { filesOf } from "~/domains/files/index.server";
import { dayOf } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { divider, isVote, proposedParts, type Vote } from "../../texts/statement";
import { enteredWays, notedShare, type StatementWay } from "../planning";
import { isTimeToWeigh } from "../policy.server";
import { type At, dayNow, type FoundPlanning, planningOf, planningToManage } from "./find-planning.server";
import { headOf } from "./head.server";

const withParts = {
	include: { parts: { orderBy: { position: "asc" } }, authority: { include: { notifications: true } }, display: true },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof one>>>;

function one(view: Pick<View, "db">, processId: string, number: number) {
	return view.db.planningStatement.findUnique({ where: { processId_number: { processId, number } }, ...withParts });
}

function partsOf({ parts }: Pick<Row, "parts">) {
	return parts.map(
		({ id, words, vote, comment }): WeighedPart => ({
			id,
			words,
			vote: isVote(vote) ? vote : null,
			comment: comment ?? "",
		}),
	);
}

export type WeighedPart = { id: string; words: string; vote: Vote | null; comment: string };

/** How many statements still have an open part, or were not divided yet. */
export function openStatements(view: Pick<View, "db">, processId: string): Promise<number> {
	return view.db.planningStatement.count({
		where: { processId, OR: [{ parts: { none: {} } }, { parts: { some: { vote: null } } }] },
	});
}

/** As the weighing table names an author: organisations by name, people by the day only. */
function authorOf({ organisation, receivedAt, number }: Pick<Row, "organisation" | "receivedAt" | "number">) {
	return { organisation, receivedOn: dayOf(receivedAt).toString(), number };
}

export type Author = ReturnType<typeof authorOf>;

/** The statements of a plan for the office, oldest first. @throws NotFound, Forbidden */
export async function statementsPage(view: View, at: At) {
	const planning = await planningToManage(view, at);
	const rows = await statementsOf(view, planning);
	return {
		...headOf(planning, at.place),
		statements: rows.map((row) => {
			const parts = partsOf(row);
			return {
				...authorOf(row),
				name: row.name,
				receivedAt: row.receivedAt,
				channel: wayOf(row),
				isLate: isLate(row),
				parts: parts.length,
				open: parts.filter(({ vote }) => vote === null).length,
			};
		}),
		notedShare: notedShare(rows.flatMap(partsOf).map(({ vote }) => vote)),
		mayEnter: planning.stage === "displayed",
	};
}

/** Whether it came after its last day: that of its display, or the one its authority was given. */
function isLate({
	receivedAt,
	round,
	display,
	authority,
}: Pick<Row, "receivedAt" | "round" | "display" | "authority">) {
	const notice = authority?.notifications.find((one) => one.round === round);
	const last = (notice?.dueOn ?? display.endsOn).toISOString().slice(0, 10);
	return dayOf(receivedAt).toString() > last;
}

function wayOf({ channel }: { channel: string }): StatementWay {
	return enteredWays.find((way) => way === channel) ?? "online";
}

function statementsOf(view: View, { processId }: FoundPlanning) {
	return view.db.planningStatement.findMany({ where: { processId }, orderBy: { number: "asc" }, ...withParts });
}

/** One statement with its parts, for weighing. @throws NotFound, Forbidden */
export async function weighingPage(view: View, at: At & { number: string }) {
	const planning = await planningToManage(view, at);
	const number = /^\d{1,6}$/.test(at.number) ? Number(at.number) : 0;
	const row = await one(view, planning.processId, number);
	if (!row) throw new NotFound();
	const parts = partsOf(row);
	const words = parts.length > 0 ? parts.map((part) => part.words) : proposedParts(row.text);
	return {
		...headOf(planning, at.place),
		...authorOf(row),
		author: row.name,
		reach: [row.email, row.address].filter((text) => text !== null).join(", "),
		receivedAt: row.receivedAt,
		channel: wayOf(row),
		isLate: isLate(row),
		enteredAt: row.enteredAt,
		files: await filesOf(view, { kind: "planning-statement", id: row.id }),
		text: row.text,
		sha256: row.sha256,
		parts,
		divided: words.join(`\n${divider}\n`),
		isTime: isTimeToWeigh(planning, dayNow(view)),
	};
}

/** The weighing table: every statement with its parts, authors as the table names them. @throws NotFound, Forbidden */
export async function weighingTable(view: View, at: At) {
	const planning = await planningToManage(view, at);
	const rows = await statementsOf(view, planning);
	return {
		...headOf(planning, at.place),
		rows: rows.map((row) => {
			const parts = partsOf(row);
			const unweighed = [{ id: row.id, words: row.text, vote: null, comment: "" }];
			return { author: authorOf(row), parts: parts.length > 0 ? parts : unweighed };
		}),
		notedShare: notedShare(rows.flatMap(partsOf).map(({ vote }) => vote)),
	};
}

/** What the office needs to type in a statement: whose it may be, and from which day on. @throws NotFound, Forbidden */
export async function enteringPage(view: View, at: At) {
	const planning = await planningToManage(view, at);
	return {
		...headOf(planning, at.place),
		today: dayNow(view),
		isTime: planning.stage === "displayed",
		authorities: await view.db.planningAuthority.findMany({
			where: { processId: planning.processId },
			orderBy: [{ name: "asc" }, { id: "asc" }],
			take: 1000,
			select: { id: true, name: true },
		}),
	};
}

/**
 * The receipt for who holds its link: what was sent and when, and after the resolution what the weighing says.
 * @throws NotFound
 */
export async function receiptPage(view: View, token: string) {
	const row = await view.db.planningStatement.findUnique({
		where: { tokenHash: hashToken(token) },
		...withParts,
	});
	const planning = row && (await planningOf(view, row.processId));
	const space = planning?.process.organisation.space;
	if (!row || !planning || !space) throw new NotFound();
	const isWeighed = ["weighed", "resolved", "in-force"].includes(planning.stage);
	return {
		...headOf(planning, space.slug),
		office: planning.office,
		phone: space.phone,
		number: row.number,
		receivedAt: row.receivedAt,
		sha256: row.sha256,
		text: row.text,
		/** Names and checksums: the files themselves are the office's. */
		files: await view.db.file.findMany({
			where: { subjectKind: "planning-statement", subjectId: row.id, removedAt: null },
			orderBy: { id: "asc" },
			take: 50,
			select: { id: true, name: true, sha256: true },
		}),
		withMail: row.email !== null,
		weighed: isWeighed ? partsOf(row) : null,
	};
}
