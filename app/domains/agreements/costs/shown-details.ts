import type { FrozenCostDetails } from "./frozen-costs";

type Amount = { party: string; cents: string };

/** The details of a cost item as pages show them, parties by name. */
export type ShownDetails = Pick<FrozenCostDetails, "tax" | "unit" | "variableKey" | "forecastFrom" | "unborne"> & {
	bases: Amount[];
	caps: Amount[];
	index: Pick<NonNullable<FrozenCostDetails["index"]>, "basis" | "baseYear" | "perYear" | "effect"> | null;
};

/** @param name the name of a party by its place in the contract */
export function shownDetails(details: FrozenCostDetails, name: (place: number) => string): ShownDetails {
	const { tax, unit, variableKey, forecastFrom, unborne, index } = details;
	const named = (amounts: { party: number; cents: string }[] = []) =>
		amounts.map(({ party, cents }) => ({ party: name(party), cents }));
	return {
		tax,
		unit,
		variableKey,
		forecastFrom,
		unborne,
		bases: named(details.bases),
		caps: named(details.caps),
		index: index
			? { basis: index.basis, baseYear: index.baseYear, perYear: index.perYear, effect: index.effect }
			: null,
	};
}
