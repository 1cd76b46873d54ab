import type { DraftRead } from "../../drafting/queries/draft.server";
import { notesOf, unborneByYear } from "../cost-plan";
import { coverKinds } from "../coverage";
import { reserveOf } from "../reserve";
import { distribute } from "../shares";

/** What each party bears in each year over all items, in the order of the contract; amounts in cents as text. */
export function totalsOf({ items, parties }: Pick<DraftRead, "items" | "parties">) {
	const years = [...new Set(items.flatMap((item) => item.years.map(({ year }) => year)))].sort((a, b) => a - b);
	const cells = new Map<string, bigint>();
	const sums = new Map<number, bigint>();
	for (const item of items) {
		for (const { year, cents } of item.years) {
			sums.set(year, (sums.get(year) ?? 0n) + cents);
			const shares = distribute(cents, item);
			for (const share of shares.done ? shares.value : []) {
				const key = `${year} ${share.party}`;
				cells.set(key, (cells.get(key) ?? 0n) + share.cents);
			}
		}
	}
	const gaps = unborneByYear(items);
	return {
		parties: parties.map(({ organisation }) => organisation.name),
		years: years.map((year) => ({
			year,
			sum: (sums.get(year) ?? 0n).toString(),
			unborne: (gaps.get(year) ?? 0n).toString(),
			shares: parties.map(({ id }) => (cells.get(`${year} ${id}`) ?? 0n).toString()),
		})),
	};
}

/** What people should know of the plan, as codes with values. */
export function notesOfDraft(draft: DraftRead, today: string) {
	const parties = draft.parties.map(({ id, organisation }) => ({ id, name: organisation.name }));
	return notesOf({ items: draft.items, cover: draft.cover, parties }, today);
}

/** Where the money of each year comes from, by source; sources without any are left out. Amounts in cents as text. */
export function fundingOf({ cover }: Pick<DraftRead, "cover">) {
	const kinds = coverKinds.filter((kind) => cover.some((line) => (line.kind ?? "own") === kind));
	const years = [...new Set(cover.map(({ year }) => year))].sort((a, b) => a - b);
	return {
		kinds,
		years: years.map((year) => ({
			year,
			amounts: kinds.map((kind) =>
				cover
					.filter((line) => line.year === year && (line.kind ?? "own") === kind)
					.reduce((sum, { cents }) => sum + cents, 0n)
					.toString(),
			),
		})),
	};
}

/** The reserve year by year, amounts in cents as text. */
export function shownReserve({ items, cover }: Pick<DraftRead, "items" | "cover">) {
	return reserveOf(items, cover).map(({ year, paidIn, withdrawn, balance }) => ({
		year,
		paidIn: paidIn.toString(),
		withdrawn: withdrawn.toString(),
		balance: balance.toString(),
	}));
}
