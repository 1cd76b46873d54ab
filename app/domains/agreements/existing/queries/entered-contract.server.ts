import { z } from "zod";
import { personNames } from "~/domains/accounts/index.server";
import { daysFrom, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { type CostClass, costClasses } from "../../costs/cost-item";
import { knownWord } from "../../stored-word";
import { type ContractInput, changeFields, type FieldChange } from "../contract-input";

/** An entry as it was typed, with its revision. Asks nobody: the caller has asked the policy. */
export async function enteredContract(
	db: Pick<View["db"], "existingContract">,
	ownerId: string,
	id: string,
): Promise<{ input: ContractInput; costClass: CostClass; revision: number; endsOn: Date | null } | null> {
	const row = await db.existingContract.findFirst({
		where: { id, ownerId },
		include: { parties: { orderBy: { position: "asc" }, include: { years: { orderBy: { year: "asc" } } } } },
	});
	return (
		row && {
			input: {
				title: row.title,
				parties: row.parties.map(({ name }) => name),
				signedOn: row.signedOn && fromStored(row.signedOn).toString(),
				startsOn: fromStored(row.startsOn).toString(),
				lastDay: row.endsOn && fromStored(daysFrom(row.endsOn, -1)).toString(),
				noticeMonths: row.noticeMonths,
				fileNumber: row.fileNumber,
				purpose: row.purpose,
				amounts: row.parties.flatMap(({ position, years }) =>
					years.map(({ year, cents }) => ({ party: position, year, cents })),
				),
			},
			costClass: knownWord(costClasses, row.costClass),
			revision: row.revision,
			endsOn: row.endsOn,
		}
	);
}

const stored = z.array(z.object({ field: z.enum(changeFields), before: z.string(), after: z.string() }));

/** Who changed an entry when, newest first; `who` is null for somebody who was erased. Asks nobody. */
export async function contractHistory(
	db: View["db"],
	contractId: string,
): Promise<{ revision: number; at: string; who: string | null; fields: FieldChange[] }[]> {
	const rows = await db.existingContractChange.findMany({
		where: { contractId },
		orderBy: { revision: "desc" },
		take: 100,
	});
	const names = await personNames(
		{ db },
		rows.map(({ changedById }) => changedById),
	);
	return rows.map(({ revision, at, changedById, fields }) => ({
		revision,
		at: at.toISOString(),
		who: (changedById && names.get(changedById)) ?? null,
		fields: stored.parse(fields),
	}));
}
