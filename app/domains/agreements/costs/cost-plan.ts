import type { Refusal } from "~/platform/outcome";
import type { CostPlanItem } from "./cost-item";
import type { CoverLine } from "./coverage";
import { indexed } from "./index-rule";
import { overdrawn, reserveOf } from "./reserve";
import { distribute, unborne } from "./shares";

type Plan = {
	items: readonly CostPlanItem[];
	cover: readonly CoverLine[];
	parties: readonly { id: string; name: string }[];
};

export type CostPlanProblem = "basis-source-missing" | "share-gap" | "reserve-overdrawn";
export type CostNote = "tax-mixed" | "tax-unclear" | "inhabitants-old" | "index-review" | "share-unborne";

const counted = ({ key, variableKey }: CostPlanItem) => (key === "base-plus" ? variableKey : key);

/** What nobody bears per year, because everybody who shares an item has reached a cap. */
export function unborneByYear(items: readonly CostPlanItem[]): Map<number, bigint> {
	const gaps = new Map<number, bigint>();
	for (const item of items) {
		for (const { year, cents } of item.years) {
			const shares = distribute(cents, item);
			const gap = shares.done ? unborne(cents, shares.value) : 0n;
			if (gap > 0n) gaps.set(year, (gaps.get(year) ?? 0n) + gap);
		}
	}
	return gaps;
}

/**
 * What of the cost plan keeps an agreement from being frozen: figures without source or key date, a gap above all caps that
 * no open line with a named bearer takes, a reserve that does not hold (behaviours 26, 31, 33).
 */
export function missingOfCosts({ items, cover, parties }: Plan): Refusal<CostPlanProblem>[] {
	const problems: Refusal<CostPlanProblem>[] = [];
	for (const item of items.filter((one) => counted(one) === "inhabitants")) {
		for (const { party, value } of item.basis) {
			const { source, asOf } = item.sources?.find((entry) => entry.party === party) ?? { source: "", asOf: null };
			if (value > 0n && (source.trim() === "" || asOf === null)) {
				const name = parties.find(({ id }) => id === party)?.name ?? "";
				problems.push({ code: "basis-source-missing", values: { item: item.label, party: name } });
			}
		}
	}
	for (const [year, cents] of unborneByYear(items)) {
		const named = cover
			.filter((line) => line.year === year && line.standing === "open" && line.bearer.trim() !== "")
			.reduce((sum, line) => sum + line.cents, 0n);
		if (named < cents) {
			problems.push({ code: "share-gap", values: { year: String(year), cents: (cents - named).toString() } });
		}
	}
	const empty = overdrawn(reserveOf(items, cover));
	if (empty) {
		problems.push({
			code: "reserve-overdrawn",
			values: { year: String(empty.year), cents: (-empty.balance).toString() },
		});
	}
	return problems;
}

/** A key date counts for so many months before somebody should look again (behaviour 31). */
const freshMonths = 24;

/** The month of a day counted from year 0, days left out: enough to compare 24 months and a day. */
function isOlderThan(asOf: string, today: string, months: number): boolean {
	const [year = 0, month = 1, day = 1] = asOf.split("-").map(Number);
	const later = month - 1 + months;
	const limit = `${year + Math.floor(later / 12)}-${String((later % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
	return today > limit;
}

/**
 * What people should know of a cost plan, though it hinders nothing: mixed or unclear taxes, old inhabitants, years in which
 * prices trigger a review, what nobody bears above all caps (behaviours 26, 31, 36).
 * @param today the calendar day in Germany
 */
export function notesOf({ items, parties }: Plan, today: string): Refusal<CostNote>[] {
	const notes: Refusal<CostNote>[] = [];
	const modes = new Set(items.map(({ tax }) => tax ?? "unclear"));
	if (modes.size > 1) notes.push({ code: "tax-mixed" });
	else if (modes.has("unclear")) notes.push({ code: "tax-unclear" });
	for (const item of items) {
		const old =
			counted(item) === "inhabitants"
				? (item.sources ?? []).filter(({ asOf }) => asOf !== null && isOlderThan(asOf, today, freshMonths))
				: [];
		if (old.length > 0) {
			const names = old.map(({ party }) => parties.find(({ id }) => id === party)?.name ?? "").join(", ");
			notes.push({ code: "inhabitants-old", values: { item: item.label, parties: names } });
		}
		const review = item.years.find(({ year, cents }) => indexed(cents, item.index ?? null, year).review);
		if (review) notes.push({ code: "index-review", values: { item: item.label, year: String(review.year) } });
	}
	for (const [year, cents] of unborneByYear(items)) {
		notes.push({ code: "share-unborne", values: { year: String(year), cents: cents.toString() } });
	}
	return notes;
}

/** The first year whose figures are not known yet: the last ones stand in for them (Prognose); null where none is. */
export function forecastFrom(item: CostPlanItem): number | null {
	if (counted(item) !== "inhabitants") return null;
	const days = (item.sources ?? []).flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
	const last = days.toSorted().at(-1);
	return last === undefined ? null : Number(last.slice(0, 4)) + 1;
}
