import { type ActWorld, command } from "~/platform/act.server";
import { fromStored, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { readDraft } from "../../drafting/queries/draft.server";
import type { CostClass } from "../../drafting/readiness";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import type { Standing } from "../coverage";
import { distribute, type ShareKey, type ShareRefusal } from "../shares";

type Refused = "not-editable" | "changed-meanwhile" | "years-missing" | "year-twice" | ShareRefusal | TextRefusal;

export type CostItemInput = {
	label: string;
	costClass: CostClass;
	key: ShareKey;
	basis: { partyId: string; value: bigint; source: string; asOf: Date | null }[];
	restPartyId: string | null;
	years: { year: number; cents: bigint }[];
};

/**
 * Writes a cost item with its years and its key; refused when the key cannot distribute every year to the cent.
 * @param item null for another one; otherwise its id and the revision that the form began with
 * @throws NotFound when the item or a party is not this agreement's
 */
export const saveCostItem = command(
	"agreements.save-cost-item",
	async (
		world,
		{ code, item, input }: { code: string; item: { id: string; revision: number } | null; input: CostItemInput },
	): Promise<Outcome<{ id: string }, Refused>> => {
		const held = await holdForEditing(world, code, "costs");
		if (!held.done) return held;
		const agreementId = held.value.id;
		const label = checkText(input.label);
		if (!label.done) return label;
		if (input.years.length === 0) return refused("years-missing");
		if (new Set(input.years.map(({ year }) => year)).size < input.years.length) return refused("year-twice");
		const basis = await inContractOrder(world, agreementId, input);
		for (const { cents } of input.years) {
			const shares = distribute(cents, { key: input.key, basis, restParty: input.restPartyId });
			if (!shares.done) return shares;
		}
		const id = item?.id ?? newId(world.now);
		const fields = {
			label: label.value,
			costClass: input.costClass,
			shareKey: input.key,
			restPartyId: input.restPartyId,
		};
		if (item) {
			const where = { id, agreementId };
			if ((await world.db.agreementCostItem.count({ where })) === 0) throw new NotFound();
			const { count } = await world.db.agreementCostItem.updateMany({
				where: { ...where, revision: item.revision },
				data: { ...fields, revision: { increment: 1 } },
			});
			if (count === 0) return refused("changed-meanwhile");
			await world.db.agreementCostYear.deleteMany({ where: { itemId: id } });
			await world.db.agreementCostBasis.deleteMany({ where: { itemId: id } });
		} else {
			const position = (await world.db.agreementCostItem.count({ where: { agreementId } })) + 1;
			await world.db.agreementCostItem.create({ data: { id, agreementId, position, ...fields } });
		}
		await world.db.agreementCostYear.createMany({ data: input.years.map((year) => ({ itemId: id, ...year })) });
		await world.db.agreementCostBasis.createMany({ data: input.basis.map((entry) => ({ itemId: id, ...entry })) });
		return done({ id });
	},
);

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
		.map(({ partyId, value }) => ({ party: partyId, value }))
		.sort((a, b) => order.indexOf(a.party) - order.indexOf(b.party));
}

/** Says who pays a part of a year, and how sure that is. */
export const addCover = command(
	"agreements.add-cover",
	async (
		world,
		input: { code: string; year: number; label: string; cents: bigint; standing: Standing; bearer: string },
	): Promise<Outcome<null, "not-editable" | "bearer-missing" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "cover");
		if (!held.done) return held;
		const [label, bearer] = [checkText(input.label), checkText(input.bearer)];
		if (!label.done) return label;
		if (!bearer.done) return bearer;
		const { year, cents, standing } = input;
		if (standing === "open" && bearer.value === "") return refused("bearer-missing", { field: "bearer" });
		await world.db.agreementCover.create({
			data: {
				id: newId(world.now),
				agreementId: held.value.id,
				year,
				cents,
				standing,
				label: label.value,
				bearer: bearer.value,
			},
		});
		return done(null);
	},
);

/**
 * Proposes a line per party and year out of the shares, for years after the funding that have none yet, with the class that
 * is given. @returns how many lines were added; refused with "nothing-to-take"
 */
export const takeCoverFromShares = command(
	"agreements.take-cover-from-shares",
	async (
		world,
		{ code, standing }: { code: string; standing: Exclude<Standing, "open"> },
	): Promise<Outcome<number, "not-editable" | "nothing-to-take">> => {
		const held = await holdForEditing(world, code, "cover");
		if (!held.done) return held;
		const draft = await readDraft(world.db, held.value.id, fromStored(today(world.now)).toString());
		const lastFunded = draft.fundingEnd ? Number(draft.fundingEnd.slice(0, 4)) : 0;
		const settled = new Set(draft.cover.map(({ year }) => year));
		const sums = new Map<number, Map<string, bigint>>();
		for (const item of draft.items) {
			for (const { year, cents } of item.years.filter(({ year }) => year > lastFunded && !settled.has(year))) {
				const shares = distribute(cents, item);
				const ofYear = sums.get(year) ?? new Map<string, bigint>();
				for (const share of shares.done ? shares.value : []) {
					ofYear.set(share.party, (ofYear.get(share.party) ?? 0n) + share.cents);
				}
				sums.set(year, ofYear);
			}
		}
		const lines = [...sums].flatMap(([year, ofYear]) =>
			draft.parties.flatMap(({ id, organisation }) => {
				const cents = ofYear.get(id) ?? 0n;
				return cents > 0n ? [{ year, label: organisation.name, cents }] : [];
			}),
		);
		if (lines.length === 0) return refused("nothing-to-take");
		await world.db.agreementCover.createMany({
			data: lines.map((line) => ({ id: newId(world.now), agreementId: held.value.id, standing, ...line })),
		});
		return done(lines.length);
	},
);
