import type { CostPlanItem } from "./cost-item";
import { forecastFrom } from "./cost-plan";
import type { CoverKind, CoverLine } from "./coverage";
import type { IndexEffect } from "./index-rule";
import { indexed } from "./index-rule";
import { reserveOf } from "./reserve";
import { distribute, unborne, type VariableKey } from "./shares";

/** What a frozen cost item may say beside key, basis and years; a key that is not used is not there. */
export type FrozenCostDetails = {
	tax?: "net" | "gross";
	unit?: string;
	variableKey?: VariableKey;
	/** Borne first, in cents a year. */
	bases?: { party: number; cents: string }[];
	/** The most that a party bears in a year. */
	caps?: { party: number; cents: string }[];
	/** Rates in millionths. `typed` are the amounts at the prices of the base year, `review` the years that ask for a look. */
	index?: {
		basis: string;
		baseYear: number;
		perYear: string;
		threshold: string;
		cap: string | null;
		effect: IndexEffect;
		typed: { year: number; cents: string }[];
		review: number[];
	};
	/** From this year on the last known figures stand in for those of the year. */
	forecastFrom?: number;
	/** What nobody bears, because all have reached their caps. */
	unborne?: { year: number; cents: string }[];
};

export type FrozenReserve = { year: number; paidIn: string; withdrawn: string; balance: string }[];

/** The details of an item for the frozen content; empty where it has none, so that earlier content keeps its hash. */
export function frozenDetails(item: CostPlanItem, placeOf: (party: string) => number): FrozenCostDetails {
	const amounts = (field: "base" | "cap") =>
		item.basis.flatMap((entry) => {
			const cents = entry[field];
			return cents === null || cents === undefined ? [] : [{ party: placeOf(entry.party), cents: cents.toString() }];
		});
	const [bases, caps] = [item.key === "base-plus" ? amounts("base") : [], amounts("cap")];
	const gaps = item.years.flatMap(({ year, cents }) => {
		const shares = distribute(cents, item);
		const gap = shares.done ? unborne(cents, shares.value) : 0n;
		return gap > 0n ? [{ year, cents: gap.toString() }] : [];
	});
	const forecast = forecastFrom(item);
	return {
		...(item.tax && item.tax !== "unclear" ? { tax: item.tax } : {}),
		...(item.unit ? { unit: item.unit } : {}),
		...(item.variableKey ? { variableKey: item.variableKey } : {}),
		...(bases.length > 0 ? { bases } : {}),
		...(caps.length > 0 ? { caps } : {}),
		...(item.index ? { index: frozenIndex(item, item.index) } : {}),
		...(forecast !== null && item.years.some(({ year }) => year >= forecast) ? { forecastFrom: forecast } : {}),
		...(gaps.length > 0 ? { unborne: gaps } : {}),
	};
}

function frozenIndex(
	item: CostPlanItem,
	rule: NonNullable<CostPlanItem["index"]>,
): NonNullable<FrozenCostDetails["index"]> {
	const { basis, baseYear, effect } = rule;
	const typed = item.years.map(({ year, cents, typed: given }) => ({ year, cents: given ?? cents }));
	return {
		basis,
		baseYear,
		perYear: rule.perYear.toString(),
		threshold: rule.threshold.toString(),
		cap: rule.cap === null ? null : rule.cap.toString(),
		effect,
		typed: typed.map(({ year, cents }) => ({ year, cents: cents.toString() })),
		review: typed.flatMap(({ year, cents }) => (indexed(cents, rule, year).review ? [year] : [])),
	};
}

/** The kind of a cover line, where it is not plainly own money. */
export function frozenKind({ kind }: CoverLine): { kind?: CoverKind } {
	return kind && kind !== "own" ? { kind } : {};
}

/** The reserve year by year, where there is one. */
export function frozenReserve(
	items: readonly CostPlanItem[],
	cover: readonly CoverLine[],
): { reserve?: FrozenReserve } {
	const years = reserveOf(items, cover);
	if (years.length === 0) return {};
	return {
		reserve: years.map(({ year, paidIn, withdrawn, balance }) => ({
			year,
			paidIn: paidIn.toString(),
			withdrawn: withdrawn.toString(),
			balance: balance.toString(),
		})),
	};
}

type FrozenPlan = {
	parties: readonly { place: number; organisation: { id: string } }[];
	items: readonly {
		costClass: string;
		years: readonly { year: number; shares: readonly { party: number; cents: string }[] }[];
	}[];
};

/** What each organisation bears by a frozen plan per year and class, added up over its items; zeros are left out. */
export function sharesOf({ parties, items }: FrozenPlan) {
	const organisations = new Map(parties.map(({ place, organisation }) => [place, organisation.id]));
	const sums = new Map<string, { organisationId: string; year: number; costClass: string; cents: bigint }>();
	for (const { costClass, years } of items) {
		for (const { year, shares } of years) {
			for (const { party, cents } of shares) {
				const organisationId = organisations.get(party) ?? "";
				const key = `${organisationId} ${year} ${costClass}`;
				const sum = sums.get(key) ?? { organisationId, year, costClass, cents: 0n };
				sum.cents += BigInt(cents);
				sums.set(key, sum);
			}
		}
	}
	return [...sums.values()].filter(({ cents }) => cents > 0n);
}
