import { z } from "zod";
import { command } from "~/platform/act.server";
import { fromStored, parseDay, today } from "~/platform/calendar.server";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { type DraftRead, readDraft } from "../../drafting/queries/draft.server";
import { checkText, checkTexts } from "../../drafting/text-check";
import { costClasses, taxModes } from "../cost-item";
import { basisOfRow, indexOfRow, type SheetRow, various } from "../cost-sheet";
import { coverKinds, standings } from "../coverage";
import { indexEffects } from "../index-rule";
import { parseEuros } from "../money-input";
import { sheetPlan } from "../queries/cost-sheet.server";
import { shareKeys, variableKeys } from "../shares";
import { type CostItemInput, type CostItemRefusal, demandReserve, writeCostItem } from "./write-cost-item.server";

const none = z.literal("");
const cells = z.record(z.string().max(60), z.string().max(60));

/** Rows as they go back and forth between the difference view and the command. */
export const sheetRows = z
	.array(
		z.object({
			id: z.union([none, z.uuid()]),
			row: z.enum(["costs", "cover", "commitment"]),
			label: z.string().max(2000),
			kind: z.union([none, z.enum(costClasses), z.enum(coverKinds)]),
			key: z.union([none, z.enum(shareKeys)]),
			variableKey: z.union([none, z.enum(variableKeys)]),
			tax: z.union([none, z.enum(taxModes)]),
			standing: z.union([none, z.enum(standings)]),
			bearer: z.string().max(2000),
			source: z.string().max(2000),
			asOf: z.string().max(20),
			indexBasis: z.string().max(2000),
			indexBaseYear: z.string().max(4),
			indexPerYear: z.string().max(20),
			indexThreshold: z.string().max(20),
			indexCap: z.string().max(20),
			indexEffect: z.union([none, z.enum(indexEffects)]),
			from: z.string().max(20),
			until: z.string().max(20),
			yearly: z.string().max(60),
			basis: z.string().max(20_000),
			adjustment: z.string().max(20_000),
			amounts: cells,
			values: cells,
			bases: cells,
			caps: cells,
		}),
	)
	.max(2000);

type Refused =
	| "not-editable"
	| "period-empty"
	| "changed-meanwhile"
	| "sheet-unreadable"
	| "bearer-missing"
	| CostItemRefusal;

const amountsOf = ({ amounts }: SheetRow) =>
	Object.entries(amounts).flatMap(([year, text]) => {
		const cents = parseEuros(text);
		return cents.done && /^2[01]\d\d$/.test(year) ? [{ year: Number(year), cents: cents.value }] : [];
	});

/**
 * Takes over a whole cost plan as a table has brought it back: items, cover and promises are afterwards what stands in the
 * rows, in their order. All or nothing.
 * @param changes the count of changes of the draft with which the rows were compared
 * @returns refused with "changed-meanwhile" when the draft has changed since, or with the reason of the first row that does
 * not hold, named in `values.item`
 */
export const importCostPlan = command(
	"agreements.import-cost-plan",
	async (
		world,
		{ code, changes, rows }: { code: string; changes: number; rows: readonly SheetRow[] },
	): Promise<Outcome<null, Refused>> => {
		const held = await holdForEditing(world, code, "cost-plan");
		if (!held.done) return held;
		if (held.value.changes !== changes) return refused("changed-meanwhile");
		const agreementId = held.value.id;
		const draft = await readDraft(world.db, agreementId, fromStored(today(world.now)).toString());
		const plan = sheetPlan(world, draft);
		if (rows.some(({ id, row }) => id !== "" && !plan.rows.some((one) => one.id === id && one.row === row))) {
			return refused("sheet-unreadable");
		}
		const costs = rows.filter(({ row }) => row === "costs");
		const kept = costs.flatMap(({ id }) => (id === "" ? [] : [id]));
		await world.db.agreementCostItem.deleteMany({ where: { agreementId, id: { notIn: kept } } });
		for (const [index, row] of costs.entries()) {
			const input = inputOf(row, draft, plan.parties);
			if (!input) return refused("sheet-unreadable");
			const item = row.id === "" ? null : { id: row.id, revision: null };
			const written = await writeCostItem(world, agreementId, { item, input, position: index + 1 });
			if (!written.done) return named(written.refusals, row);
		}
		const covered = writeCover(rows.filter(({ row }) => row === "cover"));
		if (!covered.done) return covered;
		await world.db.agreementCover.deleteMany({ where: { agreementId } });
		await world.db.agreementCover.createMany({
			data: covered.value.map((line) => ({ id: newId(world.now), agreementId, ...line })),
		});
		const promised = readPromises(
			rows.filter(({ row }) => row === "commitment"),
			plan.parties,
		);
		if (!promised.done) return promised;
		await world.db.agreementCommitment.deleteMany({ where: { agreementId } });
		await world.db.agreementCommitment.createMany({
			data: promised.value.map(({ id, ...promise }) => ({ id: id || newId(world.now), agreementId, ...promise })),
		});
		return demandReserve(world, agreementId);
	},
);

function named<Code extends string>(refusals: Refusal<Code>[], { label }: SheetRow) {
	return {
		done: false as const,
		refusals: refusals.map((refusal) => ({ ...refusal, values: { ...refusal.values, item: label } })),
	};
}

/** An item as the rules take it; what a table does not hold (unit, sources that differ) stays as it is. */
function inputOf(
	row: SheetRow,
	draft: DraftRead,
	parties: readonly { id: string; title: string }[],
): CostItemInput | null {
	const before = draft.items.find(({ id }) => id === row.id);
	const costClass = costClasses.find((one) => one === row.kind);
	if (row.key === "" || !costClass) return null;
	const order = parties.map(({ id }) => id);
	return {
		label: row.label,
		costClass,
		key: row.key,
		variableKey: row.variableKey || null,
		tax: row.tax || "unclear",
		unit: before?.unit ?? "",
		index: indexOfRow(row),
		restPartyId: parties.find(({ title }) => title.toLowerCase() === row.bearer.toLowerCase())?.id ?? null,
		years: amountsOf(row),
		basis: basisOfRow(row, order).map(({ party, ...figures }) => {
			const stored = before?.sources.find((entry) => entry.party === party);
			return {
				partyId: party,
				...figures,
				source: row.source === various ? (stored?.source ?? "") : row.source,
				asOf: parseDay(row.asOf === various ? (stored?.asOf ?? "") : row.asOf),
			};
		}),
	};
}

function writeCover(rows: readonly SheetRow[]) {
	const lines = [];
	for (const row of rows) {
		const [label, bearer] = [checkText(row.label), checkText(row.bearer)];
		const kind = coverKinds.find((one) => one === row.kind);
		if (!label.done) return named(label.refusals, row);
		if (!bearer.done) return named(bearer.refusals, row);
		if (!kind || row.standing === "") return refused("sheet-unreadable");
		if (row.standing === "open" && bearer.value === "") return named(refused("bearer-missing").refusals, row);
		const { standing } = row;
		lines.push(
			...amountsOf(row).map(({ year, cents }) => ({
				year,
				cents,
				kind,
				standing,
				label: label.value,
				bearer: bearer.value,
			})),
		);
	}
	return done(lines);
}

/** The promises of running costs as they are written, each with the id of its row. */
function readPromises(rows: readonly SheetRow[], parties: readonly { id: string; title: string }[]) {
	const promises = [];
	for (const row of rows) {
		const texts = checkTexts({ basis: row.basis, adjustment: row.adjustment });
		if (!texts.done) return named(texts.refusals, row);
		const partyId = parties.find(({ title }) => title.toLowerCase() === row.label.toLowerCase())?.id;
		const [fromDay, untilDay] = [parseDay(row.from), parseDay(row.until)];
		if (!partyId || !fromDay || !untilDay) return refused("sheet-unreadable");
		if (untilDay < fromDay) return named(refused("period-empty").refusals, row);
		const yearly = parseEuros(row.yearly);
		const yearlyCents = yearly.done ? yearly.value : null;
		promises.push({ id: row.id, partyId, fromDay, untilDay, yearlyCents, ...texts.value });
	}
	return done(promises);
}
