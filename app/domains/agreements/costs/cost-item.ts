import type { IndexRule } from "./index-rule";
import type { Distribution } from "./shares";

export const costClasses = [
	"operation",
	"maintenance",
	"personnel",
	"development",
	"investment",
	"reserve",
	"one-off",
] as const;
export type CostClass = (typeof costClasses)[number];

/** Whether amounts hold the turnover tax: netto, brutto, nicht geklärt. */
export const taxModes = ["net", "gross", "unclear"] as const;
export type TaxMode = (typeof taxModes)[number];

/** What a cost item says beside its key and its amounts. */
export type CostDetails = {
	tax?: TaxMode;
	/** What is counted where the key is usage. */
	unit?: string;
	index?: IndexRule | null;
	/** Where the figures of the key come from, and their key date (`YYYY-MM-DD`). */
	sources?: readonly { party: string; source: string; asOf: string | null }[];
};

export type CostPlanItem = Distribution &
	CostDetails & {
		id: string;
		label: string;
		costClass: CostClass;
		/** `typed` is the amount at the prices of the base year, where it differs. */
		years: readonly { year: number; cents: bigint; typed?: bigint }[];
	};
