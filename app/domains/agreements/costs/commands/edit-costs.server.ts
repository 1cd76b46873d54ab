import { command } from "~/platform/act.server";
import { fromStored, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { removeLine } from "../../drafting/commands/edit-plan.server";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { readDraft } from "../../drafting/queries/draft.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { findAgreement } from "../../queries/find-agreement.server";
import type { CoverKind, Standing } from "../coverage";
import { distribute } from "../shares";
import { type CostItemInput, type CostItemRefusal, demandReserve, writeCostItem } from "./write-cost-item.server";

/**
 * Writes a cost item with its years and its key; refused when the key cannot distribute every year to the cent, or the
 * reserve would not hold.
 * @param item null for another one; otherwise its id and the revision that the form began with
 * @throws NotFound when the item or a party is not this agreement's
 */
export const saveCostItem = command(
	"agreements.save-cost-item",
	async (
		world,
		{ code, item, input }: { code: string; item: { id: string; revision: number } | null; input: CostItemInput },
	): Promise<Outcome<{ id: string }, "not-editable" | CostItemRefusal>> => {
		const held = await holdForEditing(world, code, "costs");
		if (!held.done) return held;
		const written = await writeCostItem(world, held.value.id, { item, input, position: null });
		if (!written.done) return written;
		const reserve = await demandReserve(world, held.value.id);
		return reserve.done ? written : reserve;
	},
);

/** Takes an item out of the plan. @throws NotFound when it is not there (any more) */
export const removeCostItem = command(
	"agreements.remove-cost-item",
	async (
		world,
		{ code, id }: { code: string; id: string },
	): Promise<Outcome<null, "not-editable" | "reserve-too-low">> => {
		const removed = await removeLine(world, { code, of: "item", id });
		if (!removed.done) return removed;
		return demandReserve(world, (await findAgreement(world, code)).id);
	},
);

/**
 * Says who pays a part of a year, or of every year of a period, and how sure that is. Money of the reserve is refused
 * where there is none.
 */
export const addCover = command(
	"agreements.add-cover",
	async (
		world,
		input: {
			code: string;
			year: number;
			/** The last year, when the same is paid in several. */
			untilYear?: number | null;
			label: string;
			cents: bigint;
			standing: Standing;
			bearer: string;
			kind?: CoverKind;
		},
	): Promise<Outcome<null, "not-editable" | "bearer-missing" | "years-order" | "reserve-too-low" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "cover");
		if (!held.done) return held;
		const [label, bearer] = [checkText(input.label), checkText(input.bearer)];
		if (!label.done) return label;
		if (!bearer.done) return bearer;
		const { year, cents, standing } = input;
		if (standing === "open" && bearer.value === "") return refused("bearer-missing", { field: "bearer" });
		const last = input.untilYear ?? year;
		if (last < year) return refused("years-order", { field: "untilYear" });
		await world.db.agreementCover.createMany({
			data: Array.from({ length: last - year + 1 }, (_, later) => ({
				id: newId(world.now),
				agreementId: held.value.id,
				year: year + later,
				cents,
				standing,
				kind: input.kind ?? "own",
				label: label.value,
				bearer: bearer.value,
			})),
		});
		return input.kind === "reserve" ? demandReserve(world, held.value.id) : done(null);
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
