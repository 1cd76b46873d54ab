import type { AgreementState } from "../state";
import type { CostClass } from "./cost-item";

/**
 * What a party pays in a year by an agreement; the plain shape that every source of the cash view gives (versions for
 * signature, existing contracts). Amounts in cents.
 */
export type YearlyAmount = {
	/** `href` leads to it for those who may read it; signed ones bind, others are shown apart. */
	agreement: { id: string; number: string; title: string; href: string; state: AgreementState };
	/** Organisation. */
	party: string;
	year: number;
	cents: bigint;
	class: CostClass;
};

/** What an organisation says it can pay in a year, from a year on until the next entry. */
export type CashLimit = { fromYear: number; cents: bigint };

export type CashYear = {
	year: number;
	/** By what is signed. */
	bound: bigint;
	/** By versions that are still being signed. */
	awaited: bigint;
	limit: bigint | null;
	/** What goes beyond the limit, awaited amounts included; zero when nothing does or there is none. */
	beyond: bigint;
};

export type CashView = {
	years: CashYear[];
	agreements: {
		agreement: YearlyAmount["agreement"];
		years: { year: number; cents: bigint }[];
		sum: bigint;
	}[];
};

const binding: readonly AgreementState[] = [
	"concluded",
	"in-approval",
	"in-force",
	"ended",
	"superseded",
	"terminated",
];

/** The payments of one party per year and per agreement, against its own limit (requirement G11). */
export function cashView(amounts: readonly YearlyAmount[], limits: readonly CashLimit[]): CashView {
	const years = new Map<number, CashYear>();
	const agreements = new Map<string, CashView["agreements"][number] & { byYear: Map<number, bigint> }>();
	const inOrder = limits.toSorted((a, b) => a.fromYear - b.fromYear);
	for (const { agreement, year, cents } of amounts) {
		const limit = inOrder.findLast(({ fromYear }) => fromYear <= year)?.cents ?? null;
		const ofYear = years.get(year) ?? { year, bound: 0n, awaited: 0n, limit, beyond: 0n };
		if (binding.includes(agreement.state)) ofYear.bound += cents;
		else ofYear.awaited += cents;
		years.set(year, ofYear);
		const one = agreements.get(agreement.id) ?? { agreement, years: [], sum: 0n, byYear: new Map() };
		one.byYear.set(year, (one.byYear.get(year) ?? 0n) + cents);
		one.sum += cents;
		agreements.set(agreement.id, one);
	}
	return {
		years: [...years.values()]
			.sort((a, b) => a.year - b.year)
			.map((one) => {
				const more = one.limit === null ? 0n : one.bound + one.awaited - one.limit;
				return { ...one, beyond: more > 0n ? more : 0n };
			}),
		agreements: [...agreements.values()].map(({ agreement, byYear, sum }) => ({
			agreement,
			sum,
			years: [...byYear].sort(([a], [b]) => a - b).map(([year, cents]) => ({ year, cents })),
		})),
	};
}
