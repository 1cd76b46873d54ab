import { z } from "zod";
import type { PrismaClient } from "~/platform/database/generated/client";

const field = z.object({ name: z.string(), kind: z.string(), type: z.string() });
const dataModel = z.object({ models: z.record(z.string(), z.object({ fields: z.array(field) })) });

type Row = Record<string, unknown>;
type Asked = {
	orderBy?: unknown;
	include?: Row | null;
	select?: Row | null;
	take?: unknown;
	cursor?: unknown;
	distinct?: unknown;
};
type Operation = { model: string; args: unknown; query: (args: unknown) => Promise<unknown> };
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

/**
 * PostgreSQL promises no order to a query that asks for none, but nearly always gives the one of writing, until a page of
 * the table is full or swept. This client turns such rows round, also those of relations, and those that the asked order
 * leaves equal: what relies on their order fails at once and everywhere, not once in a hundred runs.
 */
export function inNoOrder(client: PrismaClient): PrismaClient {
	const { models } = dataModel.parse(Reflect.get(client, "_runtimeDataModel"));
	/** The model that a field of a model leads to. */
	const targetOf = (model: string, name: string) =>
		models[model]?.fields.find((one) => one.name === name && one.kind === "object")?.type;

	function withRelations(row: unknown, asked: Asked, model: string): unknown {
		if (!isRow(row)) return row;
		for (const [name, how] of Object.entries({ ...asked.include, ...asked.select })) {
			const target = targetOf(model, name);
			if (how && target && name in row) row[name] = turned(row[name], isRow(how) ? how : {}, target);
		}
		return row;
	}

	function turned(answer: unknown, asked: Asked, model: string): unknown {
		if (!Array.isArray(answer)) return withRelations(answer, asked, model);
		const rows = answer.map((row) => withRelations(row, asked, model));
		// which rows of equal order are within a page is not ours to say
		if (asked.take !== undefined || asked.cursor || asked.distinct) return rows;
		return equalOnes(rows, asked.orderBy).flatMap((equal) => equal.toReversed());
	}

	const turning = client.$extends({
		query: {
			$allModels: {
				// the union over all models and methods is too large for the compiler
				async $allOperations({ model, args, query }: Operation) {
					return turned(await query(args), isRow(args) ? args : {}, model);
				},
			},
		},
	});
	// the same methods; only `$on` is gone, which nobody calls
	return turning as unknown as PrismaClient;
}

/** The rows in groups whose order was left open. What is ordered by what the rows do not show is not open here. */
function equalOnes(rows: unknown[], orderBy: unknown): unknown[][] {
	const names = [orderBy ?? []].flat().flatMap((one) => (isRow(one) ? Object.keys(one) : []));
	const plain = [orderBy ?? []]
		.flat()
		.every(
			(one) =>
				isRow(one) && Object.values(one).every((how) => typeof how === "string" || (isRow(how) && "sort" in how)),
		);
	if (!plain || rows.some((row) => !isRow(row) || names.some((name) => row[name] === undefined)))
		return rows.map((row) => [row]);
	const keyOf = (row: unknown) => (isRow(row) ? names.map((name) => String(row[name])).join("\u0000") : "");
	const groups: unknown[][] = [];
	for (const row of rows) {
		const last = groups.at(-1);
		if (last && keyOf(last[0]) === keyOf(row)) last.push(row);
		else groups.push([row]);
	}
	return groups;
}
