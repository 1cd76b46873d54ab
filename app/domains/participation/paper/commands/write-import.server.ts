import { Temporal } from "temporal-polyfill";
import { type ActWorld, command } from "~/platform/act.server";
import { dayOf, startOf } from "~/platform/calendar.server";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { enterManyOnBehalf } from "../../contributions/commands/enter-on-behalf.server";
import { processById } from "../../processes/index.server";
import { titleOf } from "../paper";
import { readerOf } from "../queries/check-import.server";
import { takenRows } from "../queries/taken-rows.server";
import { slipHash } from "../slip-code.server";
import { reachOf } from "./enter-card.server";

/** Contributions in one act: long enough to be quick, short enough that a stop loses little and locks nobody out. */
const rowsAtOnce = 200;

/** An import that has not moved for so long has lost its worker, in milliseconds. */
const standsStillAfter = 60_000;

/**
 * Writes the next rows of an import as contributions: all of them or none, and each row goes as its contribution comes, so
 * that whoever goes on finds what is left. The import is locked: two workers write one after the other.
 */
const writeRows = command(
	"participation.write-import",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<{ left: number }, "finished">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		await world.db.$queryRaw`SELECT 1 FROM paper_import WHERE id = ${id}::uuid FOR UPDATE`;
		const table = await world.db.paperImport.findUnique({ where: { id } });
		if (!table?.confirmedAt) throw new NotFound();
		if (table.finishedAt) return refused("finished");
		const process = await processById(world, table.processId);
		const rows = await world.db.paperImportRow.findMany({
			where: { importId: id },
			orderBy: { number: "asc" },
			take: rowsAtOnce,
		});
		const read = readerOf(table, { categories: process.categories, today: dayOf(world.now).toString() });
		// it was checked when it was confirmed; a category that has gone meanwhile is no reason to stop halfway
		// two tables of one process are written one after the other, so that neither takes what the other has just taken
		await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${process.id}::uuid FOR UPDATE`;
		const keyed = rows.map(({ rowKey, contentKey, ...row }) => {
			if (!rowKey || !contentKey) throw new Error("A confirmed table has the keys of its rows.");
			return { ...row, rowKey, contentKey };
		});
		const taken = await takenRows(world, process.id, keyed);
		const fresh = keyed.filter(
			(row, index) => taken[index] === null && !keyed.slice(0, index).some((earlier) => earlier.rowKey === row.rowKey),
		);
		const cards = fresh.map(({ number, cells, rowKey, contentKey }) => ({
			...read(cells).row,
			...{ number, rowKey, contentKey, id: newId(world.now) },
		}));
		if (cards.length > 0) {
			await enterManyOnBehalf(
				world,
				process,
				cards.map((card) => ({
					id: card.id,
					title: titleOf(card),
					text: richTextFromMarkdown(card.text),
					category: card.category,
					place: card.place,
					channel: card.channel,
					statusHash: slipHash(card.id),
					submittedAt: card.receivedOn ? startOf(Temporal.PlainDate.from(card.receivedOn)) : null,
				})),
				{ read: true, by: table.uploadedById },
			);
			await world.db.paperEntry.createMany({
				data: cards.map((card) => ({
					id: card.id,
					contributionId: card.id,
					processId: process.id,
					organisationId: process.organisationId,
					...reachOf(card),
					importId: id,
					row: card.number,
					rowKey: card.rowKey,
					contentKey: card.contentKey,
					enteredById: table.uploadedById,
					enteredAt: world.now,
				})),
			});
		}
		await world.db.paperImportRow.deleteMany({
			where: { importId: id, number: { in: rows.map(({ number }) => number) } },
		});
		const left = await world.db.paperImportRow.count({ where: { importId: id } });
		await world.db.paperImport.update({
			where: { id },
			data: {
				written: table.rows - left,
				skipped: { increment: rows.length - cards.length },
				movedAt: world.now,
				finishedAt: left === 0 ? world.now : null,
			},
		});
		world.record({
			type: left === 0 ? "participation.import.finished" : "participation.import.moved",
			subject: { kind: "process", id: process.id },
			ownerId: process.organisationId,
			facts: { import: id, written: cards.length, skipped: rows.length - cards.length, left },
		});
		return done({ left });
	},
);

/** Writes what is left of an import, portion by portion (job). Repeatable: a worker that was killed costs nothing. */
export async function writeImportJob(world: World, { importId }: Record<string, unknown>): Promise<void> {
	const id = String(importId);
	for (let left = 1; left > 0; ) {
		const outcome = await writeRows(world, { id });
		left = outcome.done ? outcome.value.left : 0;
	}
}

/** Takes up imports whose worker is gone (sweep); what still moves is left alone. @returns how many */
export async function takeUpImports(world: World): Promise<number> {
	const before = new Date(world.now.getTime() - standsStillAfter);
	const still = await world.db.paperImport.findMany({
		where: { confirmedAt: { not: null }, finishedAt: null, movedAt: { lt: before } },
		select: { id: true },
		orderBy: { confirmedAt: "asc" },
		take: 20,
	});
	let taken = 0;
	for (const { id } of still) taken += (await takeUp(world, { id, before })).done ? 1 : 0;
	return taken;
}

const takeUp = command(
	"participation.take-up-import",
	async (world: ActWorld, { id, before }: { id: string; before: Date }): Promise<Outcome<null, "moved-meanwhile">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const { count } = await world.db.paperImport.updateMany({
			where: { id, finishedAt: null, movedAt: { lt: before } },
			data: { movedAt: world.now },
		});
		if (count === 0) return refused("moved-meanwhile");
		const { processId, organisationId } = await world.db.paperImport.findUniqueOrThrow({ where: { id } });
		world.later({ name: "participation.write-import", payload: { importId: id } });
		world.record({
			type: "participation.import.taken-up",
			subject: { kind: "process", id: processId },
			ownerId: organisationId,
			facts: { import: id },
		});
		return done(null);
	},
);
