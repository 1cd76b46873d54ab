import type { ActWorld } from "~/platform/act.server";
import { fromStored, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { readDraft } from "../../drafting/queries/draft.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import type { CostClass, TaxMode } from "../cost-item";
import { type IndexRule, indexed } from "../index-rule";
import { largestAmount } from "../money-input";
import { overdrawn, reserveOf } from "../reserve";
import { distribute, type ShareKey, type ShareRefusal, type VariableKey } from "../shares";

export type CostItemInput = {
	label: string;
	costClass: CostClass;
	key: ShareKey;
	/** `base` and `cap` in cents a year. */
	basis: {
		partyId: string;
		value: bigint;
		base?: bigint | null;
		cap?: bigint | null;
		source: string;
		asOf: Date | null;
	}[];
	restPartyId: string | null;
	/** Cents as typed: with indexing at the prices of its base year. */
	years: { year: number; cents: bigint }[];
	variableKey?: VariableKey | null;
	tax?: TaxMode;
	unit?: string;
	index?: IndexRule | null;
};

export type CostItemRefusal =
	| "changed-meanwhile"
	| "years-missing"
	| "year-twice"
	| "reserve-too-low"
	| ShareRefusal
	| TextRefusal;

/**
 * Checks and writes one item of an agreement that is held for editing.
 * @param item null for another one; a revision of null takes it over whatever it is
 * @param position its place in the plan; null leaves it, or puts a new one at the end
 * @throws NotFound when the item or a party is not this agreement's
 */
export async function writeCostItem(
	world: ActWorld,
	agreementId: string,
	{
		item,
		input,
		position,
	}: { item: { id: string; revision: number | null } | null; input: CostItemInput; position: number | null },
): Promise<Outcome<{ id: string }, CostItemRefusal>> {
	const [label, unit, indexBasis] = [input.label, input.unit ?? "", input.index?.basis ?? ""].map(checkText);
	if (!label?.done) return label ?? refused("text-broken");
	if (!unit?.done) return unit ?? refused("text-broken");
	if (!indexBasis?.done) return indexBasis ?? refused("text-broken");
	const possible = await checkAmounts(world, agreementId, input);
	if (!possible.done) return possible;
	const id = item?.id ?? newId(world.now);
	const { index } = input;
	const fields = {
		label: label.value,
		costClass: input.costClass,
		shareKey: input.key,
		restPartyId: input.restPartyId,
		variableKey: input.key === "base-plus" ? (input.variableKey ?? null) : null,
		taxMode: input.tax ?? "unclear",
		unit: unit.value,
		indexBasis: indexBasis.value,
		indexBaseYear: index?.baseYear ?? null,
		indexPerYear: index ? Number(index.perYear) : null,
		indexThreshold: index ? Number(index.threshold) : null,
		indexCap: index && index.cap !== null ? Number(index.cap) : null,
		indexEffect: index?.effect ?? null,
	};
	if (item) {
		const where = { id, agreementId };
		if ((await world.db.agreementCostItem.count({ where })) === 0) throw new NotFound();
		const { count } = await world.db.agreementCostItem.updateMany({
			where: item.revision === null ? where : { ...where, revision: item.revision },
			data: { ...fields, ...(position === null ? {} : { position }), revision: { increment: 1 } },
		});
		if (count === 0) return refused("changed-meanwhile");
		await world.db.agreementCostYear.deleteMany({ where: { itemId: id } });
		await world.db.agreementCostBasis.deleteMany({ where: { itemId: id } });
	} else {
		const place = position ?? (await world.db.agreementCostItem.count({ where: { agreementId } })) + 1;
		await world.db.agreementCostItem.create({ data: { id, agreementId, position: place, ...fields } });
	}
	await world.db.agreementCostYear.createMany({ data: input.years.map((year) => ({ itemId: id, ...year })) });
	await world.db.agreementCostBasis.createMany({
		data: input.basis.map(({ base, ...entry }) => ({
			itemId: id,
			...entry,
			base: input.key === "base-plus" ? (base ?? null) : null,
		})),
	});
	return done({ id });
}

async function checkAmounts(
	world: ActWorld,
	agreementId: string,
	input: CostItemInput,
): Promise<Outcome<null, "years-missing" | "year-twice" | ShareRefusal>> {
	if (input.years.length === 0) return refused("years-missing");
	if (new Set(input.years.map(({ year }) => year)).size < input.years.length) return refused("year-twice");
	const basis = await inContractOrder(world, agreementId, input);
	for (const { year, cents } of input.years) {
		if (cents > largestAmount) return refused("amount-too-large");
		const planned = indexed(cents, input.index ?? null, year).cents;
		const shares = distribute(planned, {
			key: input.key,
			basis,
			restParty: input.restPartyId,
			variableKey: input.variableKey ?? null,
		});
		if (!shares.done) return shares;
	}
	return done(null);
}

async function inContractOrder({ db }: ActWorld, agreementId: string, { basis, restPartyId }: CostItemInput) {
	const parties = await db.agreementParty.findMany({
		where: { agreementId },
		orderBy: { position: "asc" },
		select: { id: true },
	});
	const order = parties.map(({ id }) => id);
	const named = [...basis.map(({ partyId }) => partyId), ...(restPartyId ? [restPartyId] : [])];
	if (named.some((id) => !order.includes(id))) throw new NotFound();
	return basis
		.map(({ partyId, value, base, cap }) => ({ party: partyId, value, base, cap }))
		.sort((a, b) => order.indexOf(a.party) - order.indexOf(b.party));
}

/** Whether the reserve holds after what this act wrote: nothing is taken out that was not paid in (behaviour 33). */
export async function demandReserve(world: ActWorld, agreementId: string): Promise<Outcome<null, "reserve-too-low">> {
	const draft = await readDraft(world.db, agreementId, fromStored(today(world.now)).toString());
	const empty = overdrawn(reserveOf(draft.items, draft.cover));
	return empty ? refused("reserve-too-low", { values: { year: String(empty.year) } }) : done(null);
}
