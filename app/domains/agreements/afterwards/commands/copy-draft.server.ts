import type { ActWorld } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { newId } from "~/platform/tokens.server";

/**
 * The rows that make a draft: table, the column that leads to its parent, the parent's table. In the order in which rows
 * may be written. A test asks for every table that hangs on these and is neither here nor among those left out.
 */
export const copiedTables = [
	["agreement_party", "agreement_id", "agreement"],
	["agreement_signatory", "party_id", "agreement_party"],
	["agreement_block", "agreement_id", "agreement"],
	["agreement_duty", "agreement_id", "agreement"],
	["agreement_milestone", "agreement_id", "agreement"],
	["agreement_cost_item", "agreement_id", "agreement"],
	["agreement_cost_year", "item_id", "agreement_cost_item"],
	["agreement_cost_basis", "item_id", "agreement_cost_item"],
	["agreement_cover", "agreement_id", "agreement"],
	["agreement_commitment", "agreement_id", "agreement"],
	["agreement_scenario_factor", "agreement_id", "agreement"],
	["agreement_funding_condition", "agreement_id", "agreement"],
	["agreement_information_duty", "agreement_id", "agreement"],
	["agreement_public_relations", "agreement_id", "agreement"],
	["agreement_contact", "agreement_id", "agreement"],
	["agreement_annex", "agreement_id", "agreement"],
	["agreement_approval_plan", "agreement_id", "agreement"],
	["agreement_notice_period", "agreement_id", "agreement"],
] as const;

/**
 * Copies a draft with all its parts to a new agreement: every row gets an id of its own, and what pointed to an old one
 * points to the new one. SQL, so that a column that somebody adds later is copied without anybody thinking of it.
 * @param changed columns of the agreement itself that are different, by their names in the database
 */
export async function copyDraft(
	{ db, now }: ActWorld,
	from: string,
	to: string,
	changed: Record<string, string | number | null>,
): Promise<void> {
	const renamed = new Map([[from, to]]);
	const rename = (row: string) =>
		row.replaceAll(/"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g, (found, id) => {
			const other = renamed.get(id);
			return other ? `"${other}"` : found;
		});
	await db.$executeRaw`
		INSERT INTO agreement SELECT (jsonb_populate_record(NULL::agreement,
			to_jsonb(a) || ${JSON.stringify({ ...changed, id: to })}::jsonb)).* FROM agreement a WHERE a.id = ${from}::uuid`;
	const oldIds = new Map<string, string[]>([["agreement", [from]]]);
	for (const [table, column, parent] of copiedTables) {
		const name = Prisma.raw(table);
		const rows = await db.$queryRaw<{ id: string | null; row: string }[]>`
			SELECT to_jsonb(t)->>'id' AS id, to_jsonb(t)::text AS row FROM ${name} t
			WHERE t.${Prisma.raw(column)} = ANY (${oldIds.get(parent) ?? []}::uuid[]) ORDER BY 1`;
		const ids = rows.flatMap(({ id }) => id ?? []);
		// Some lists are shown in the order of their ids.
		const fresh = ids.map(() => newId(now)).sort();
		for (const [index, id] of ids.entries()) renamed.set(id, fresh[index] ?? id);
		oldIds.set(table, ids);
		const copies = `[${rows.map(({ row }) => rename(row)).join()}]`;
		await db.$executeRaw`INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, ${copies}::jsonb)`;
	}
}
