import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { dayOf } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { Table } from "~/platform/tables/read-table.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { processById } from "../../processes/index.server";
import { contentHash } from "../content-hash.server";
import { guessMapping, type Mapping, mappingProblems } from "../import-table";
import type { PaperChannel } from "../paper";
import { mayWriteLetters, takesPaper } from "../policy.server";
import { checkedImport, readerOf } from "../queries/check-import.server";
import { rowKeysFor } from "../row-keys.server";

/** Rows in one statement: a megabyte or two of text. */
const rowsAtOnce = 1000;

type Kept = { id: string; known: boolean };

const keep = command(
	"participation.keep-import",
	async (
		world: ActWorld,
		{ processId, fileName, table }: { processId: string; fileName: string; table: Table },
	): Promise<Outcome<Kept, "paper-closed">> => {
		const process = await processById(world, processId);
		demand(mayWriteLetters, world.actor, process);
		if (!takesPaper(process, "idea", world.now)) return refused("paper-closed");
		const id = newId(world.now);
		await world.db.paperImport.create({
			data: {
				id,
				processId,
				organisationId: process.organisationId,
				fileName,
				contentHash: contentHash(table),
				columns: table.columns,
				rows: table.rows.length,
				mapping: guessMapping(table.columns),
				channel: "paper",
				uploadedById: personIdOf(world.actor),
				uploadedAt: world.now,
			},
		});
		for (let from = 0; from < table.rows.length; from += rowsAtOnce) {
			await world.db.paperImportRow.createMany({
				data: table.rows.slice(from, from + rowsAtOnce).map(({ number, cells }) => ({ importId: id, number, cells })),
			});
		}
		world.record({
			type: "participation.import.uploaded",
			subject: { kind: "process", id: processId },
			ownerId: process.organisationId,
			facts: { import: id, rows: table.rows.length },
		});
		return done({ id, known: false });
	},
);

/**
 * Keeps an uploaded table for checking; nothing of it is a contribution yet. The same table a second time, whatever its
 * file is called, leads to the import that exists.
 * @returns its id, and whether it was known
 * @throws NotFound, Forbidden, SignInNeeded
 */
export async function keepImport(
	world: World,
	input: { processId: string; fileName: string; table: Table },
): Promise<Outcome<Kept, "paper-closed">> {
	demand(mayWriteLetters, world.actor, await processById(world, input.processId));
	const where = { processId_contentHash: { processId: input.processId, contentHash: contentHash(input.table) } };
	const known = () => world.db.paperImport.findUnique({ where, select: { id: true } });
	const earlier = await known();
	if (earlier) return done({ ...earlier, known: true });
	try {
		return await keep(world, input);
	} catch (error) {
		const meanwhile = isTaken(error) ? await known() : null;
		if (!meanwhile) throw error;
		return done({ ...meanwhile, known: true });
	}
}

async function lockedImport(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT 1 FROM paper_import WHERE id = ${id}::uuid FOR UPDATE`;
	const found = await world.db.paperImport.findUnique({ where: { id } });
	if (!found) throw new NotFound();
	const process = await processById(world, found.processId);
	demand(mayWriteLetters, world.actor, process);
	return { ...found, process };
}

/** Says which column holds what, and how rows came that do not say it. @throws NotFound, Forbidden, SignInNeeded */
export const mapImport = command(
	"participation.map-import",
	async (
		world: ActWorld,
		{ id, mapping, channel }: { id: string; mapping: Mapping; channel: PaperChannel },
	): Promise<Outcome<null, ReturnType<typeof mappingProblems>[number]["code"] | "import-began">> => {
		const found = await lockedImport(world, id);
		if (found.confirmedAt) return refused("import-began");
		const problems = mappingProblems(mapping, found.columns.length);
		if (problems.length > 0) return { done: false, refusals: problems };
		await world.db.paperImport.update({ where: { id }, data: { mapping, channel } });
		world.record({
			type: "participation.import.mapped",
			subject: { kind: "process", id: found.processId },
			ownerId: found.organisationId,
			facts: { import: id },
		});
		return done(null);
	},
);

/**
 * Takes over a table that has no errors: the worker writes it, and nobody has to wait. With a single error nothing is
 * written; rows that an earlier import took in are left out, and a table with nothing else is refused. @throws NotFound, Forbidden, SignInNeeded
 */
export const confirmImport = command(
	"participation.confirm-import",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<null, "import-began" | "import-has-errors" | "paper-closed" | "nothing-new">> => {
		const found = await lockedImport(world, id);
		if (found.confirmedAt) return refused("import-began");
		if (!takesPaper(found.process, "idea", world.now)) return refused("paper-closed");
		const given = { categories: found.process.categories, today: dayOf(world.now).toString() };
		const { errors, taken } = await checkedImport(world, found, given);
		if (errors > 0) return refused("import-has-errors", { values: { errors } });
		if (taken === found.rows) return refused("nothing-new");
		await keepKeys(world, found, readerOf(found, given));
		await world.db.paperImport.update({ where: { id }, data: { confirmedAt: world.now, movedAt: world.now } });
		world.later({ name: "participation.write-import", payload: { importId: id } });
		world.record({
			type: "participation.import.confirmed",
			subject: { kind: "process", id: found.processId },
			ownerId: found.organisationId,
			facts: { import: id, rows: found.rows },
		});
		return done(null);
	},
);

/** Gives every row its keys: from here on the columns stand, and rows go one after the other. */
async function keepKeys(
	world: ActWorld,
	{ id, processId }: { id: string; processId: string },
	read: ReturnType<typeof readerOf>,
): Promise<void> {
	const keysOf = rowKeysFor(processId);
	for (let last = 0; ; ) {
		const rows = await world.db.paperImportRow.findMany({
			where: { importId: id, number: { gt: last } },
			orderBy: { number: "asc" },
			take: rowsAtOnce,
		});
		if (rows.length === 0) return;
		const keys = rows.map(({ cells }) => keysOf(read(cells).row));
		// SQL: a thousand rows in one statement
		await world.db.$executeRaw`
			UPDATE paper_import_row r SET row_key = k.row_key, content_key = k.content_key
			FROM unnest(
				${rows.map(({ number }) => number)}::int[],
				${keys.map(({ rowKey }) => rowKey)}::text[],
				${keys.map(({ contentKey }) => contentKey)}::text[]
			) AS k(number, row_key, content_key)
			WHERE r.import_id = ${id}::uuid AND r.number = k.number`;
		last = rows.at(-1)?.number ?? last;
	}
}

/** Throws an uploaded table away before it is taken over; it may be uploaded again. @throws NotFound, Forbidden, SignInNeeded */
export const discardImport = command(
	"participation.discard-import",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "import-began">> => {
		const found = await lockedImport(world, id);
		if (found.confirmedAt) return refused("import-began");
		await world.db.paperImport.delete({ where: { id } });
		world.record({
			type: "participation.import.discarded",
			subject: { kind: "process", id: found.processId },
			ownerId: found.organisationId,
			facts: { import: id, rows: found.rows },
		});
		return done(null);
	},
);
