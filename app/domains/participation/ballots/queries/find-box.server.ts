import { z } from "zod";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { lastMomentFor, nextOpeningFor } from "../../processes/index";
import { type FoundProcess, processAt, processById } from "../../processes/index.server";
import { boxPath, managedBoxPath } from "../addresses";
import { type BoxKind, boxKinds, countDueAt, electorates, stateOf } from "../ballot";
import { isVotingOpen } from "../policy.server";

/** What the database holds as JSON; it was checked when it was stored, so anything else is a broken house. */
export const storedChoice = z.record(z.string(), z.int().min(0));
const storedKind = z.enum(["budget", "vote"]);

/** What is read of the count of every box. */
export const boxCount = { select: { startedAt: true, finishedAt: true, step: true, voters: true } } as const;
type Row = Prisma.BallotBoxGetPayload<{ include: { count: typeof boxCount } }>;

/** A row with what its process says about it now. */
export function foundBox<Given extends Row>(row: Given, process: FoundProcess, now: Date) {
	const voting = {
		isOpen: isVotingOpen(process, row, now),
		from: nextOpeningFor(process.phases, "vote", now),
		until: lastMomentFor(process.phases, "vote"),
	};
	return {
		...row,
		kind: storedKind.parse(row.kind),
		electorate: z.enum(electorates).parse(row.electorate),
		process,
		voting,
		/** Paper ballots can be typed in until then; it is counted afterwards. */
		countDueAt: countDueAt(voting.until, row.paperDays),
		state: stateOf({ frozenAt: row.frozenAt, countedAt: row.count?.finishedAt ?? null }, voting, now),
	};
}

export type FoundBox = ReturnType<typeof foundBox<Row>>;

/** Where a box is: its process, the word of its kind in addresses, and its number there. */
export type BoxAddress = { place: string; process: string; kind: string; box: string };

/** The process and the key of a box by its address, as far as this reader may see the process. @throws NotFound */
export async function boxKeyAt(view: View, at: { place: string; process: string; kind: BoxKind; position: string }) {
	if (!/^[1-9]\d{0,3}$/.test(at.position)) throw new NotFound();
	const process = await processAt(view, at);
	return { process, key: { processId: process.id, kind: at.kind, position: Number(at.position) } };
}

/** A box by its address. @throws NotFound */
export async function boxAt(view: View, at: BoxAddress): Promise<FoundBox> {
	const kind = storedKind.options.find((one) => boxKinds[one] === at.kind);
	if (!kind) throw new NotFound();
	const { process, key } = await boxKeyAt(view, { ...at, kind, position: at.box });
	const row = await view.db.ballotBox.findUnique({
		where: { processId_kind_position: key },
		include: { count: boxCount },
	});
	if (!row) throw new NotFound();
	return foundBox(row, process, view.now);
}

/** A box by its id, for acts that already know it; the caller asks the policy. @throws NotFound */
export async function boxById(view: Pick<View, "db" | "now">, id: string): Promise<FoundBox> {
	const row = await view.db.ballotBox.findUnique({ where: { id }, include: { count: boxCount } });
	if (!row) throw new NotFound();
	return foundBox(row, await processById(view, row.processId), view.now);
}

/** The same with its row locked until the act is committed, so that freezing, changing and counting never cross. */
export async function lockBox(world: Pick<View, "db">, id: string): Promise<void> {
	await world.db.$queryRaw`SELECT 1 FROM ballot_box WHERE id = ${id}::uuid FOR UPDATE`;
}

/** The voter of a ballot paper. @throws NotFound when the secret opens nothing */
export async function voterBy(view: Pick<View, "db">, token: string) {
	const voter = await view.db.ballotVoter.findUnique({ where: { tokenHash: hashToken(token) } });
	if (!voter) throw new NotFound();
	return voter;
}

/** What every page of a box says about it. */
export function boxHead(box: FoundBox, place: string) {
	const { space, shortName } = box.process.organisation;
	const at = { place, process: box.process.slug, kind: box.kind, position: box.position };
	return {
		id: box.id,
		kind: box.kind,
		number: box.position,
		title: box.title,
		state: box.state,
		path: boxPath(at),
		managed: managedBoxPath(at),
		process: {
			id: box.processId,
			title: box.process.title,
			slug: box.process.slug,
			path: `/o/${place}/beteiligung/${box.process.slug}`,
		},
		place: { slug: place, name: space?.name ?? shortName, phone: space?.phone ?? null },
		electorate: box.electorate,
		paperDays: box.paperDays,
		voting: box.voting,
		countDueAt: box.countDueAt,
		note: box.resultToldAt && box.resultNote ? { text: box.resultNote, at: box.resultToldAt } : null,
	};
}

export type BoxHead = ReturnType<typeof boxHead>;
