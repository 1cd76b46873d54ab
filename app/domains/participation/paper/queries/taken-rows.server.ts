import type { View } from "~/platform/world.server";
import { isSameRow, type RowKeys } from "../row-keys.server";

/** What an earlier import made of a row. */
export type TakenRow = RowKeys & { code: string; number: number | null; importedAt: Date };

/**
 * Which of these rows were taken in before, by import into the same process.
 * @returns in the order of the rows what was made of each, or null
 */
export async function takenRows(
	view: Pick<View, "db">,
	processId: string,
	rows: readonly RowKeys[],
): Promise<(TakenRow | null)[]> {
	if (rows.length === 0) return [];
	const found = await view.db.paperEntry.findMany({
		where: {
			processId,
			OR: [
				{ rowKey: { in: rows.map(({ rowKey }) => rowKey) } },
				{ contentKey: { in: rows.map(({ contentKey }) => contentKey) } },
			],
		},
		select: {
			rowKey: true,
			contentKey: true,
			enteredAt: true,
			import: { select: { uploadedAt: true } },
			contribution: { select: { code: true, number: true } },
		},
	});
	const taken = found.flatMap(({ rowKey, contentKey, enteredAt, import: by, contribution }): TakenRow[] =>
		rowKey && contentKey && contribution
			? [{ rowKey, contentKey, ...contribution, importedAt: by?.uploadedAt ?? enteredAt }]
			: [],
	);
	const byRow = new Map(taken.map((one) => [one.rowKey, one]));
	const byContent = Map.groupBy(taken, ({ contentKey }) => contentKey);
	return rows.map(
		(row) => byRow.get(row.rowKey) ?? byContent.get(row.contentKey)?.find((one) => isSameRow(row, one)) ?? null,
	);
}
