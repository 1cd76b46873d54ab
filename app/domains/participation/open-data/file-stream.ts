import { csvLine, csvMark } from "~/platform/csv";
import type { Cell } from "./data-set";

/** A file as it is written, piece by piece: one batch of rows at a time is in memory, however long the table is. */
type Pieces = AsyncGenerator<string, void, undefined>;

/** CSV for German spreadsheet programs (`platform/csv.ts`). */
export async function* csvPieces(fields: readonly string[], batches: AsyncIterable<readonly Cell[][]>): Pieces {
	yield csvMark + csvLine(fields);
	for await (const rows of batches) yield rows.map(csvLine).join("");
}

/** One JSON object: what `head` says, then `rows` as objects with the fields as names. */
export async function* jsonPieces(
	head: Record<string, unknown>,
	fields: readonly string[],
	batches: AsyncIterable<readonly Cell[][]>,
): Pieces {
	yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
	let first = true;
	for await (const rows of batches) {
		const lines = rows.map((row) =>
			JSON.stringify(Object.fromEntries(fields.map((field, index) => [field, row[index] ?? null]))),
		);
		if (lines.length === 0) continue;
		yield `${first ? "" : ","}\n${lines.join(",\n")}`;
		first = false;
	}
	yield "\n]}\n";
}

/** The body of an answer that asks for the next piece only when its reader has taken the last. */
export function bodyOf(pieces: Pieces): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream(
		{
			async pull(controller) {
				const { done, value } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(encoder.encode(value));
			},
			async cancel() {
				await pieces.return(undefined);
			},
		},
		{ highWaterMark: 0 },
	);
}
