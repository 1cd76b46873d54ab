import type { AgreementContent } from "../content";
import type { CostClass } from "./cost-item";
import type { SettledItem } from "./settlement";
import type { ShareKey } from "./shares";

type FrozenItem = AgreementContent["items"][number];
type Figure = { party: number; value: string; source: string; asOf: string | null };

/** What a settlement says, as it is stored; parties by their place in the contract, amounts in cents as text. */
export type SettledContent = {
	format: "gemeinwerk-abrechnung/1";
	version: number;
	year: number;
	items: {
		label: string;
		costClass: CostClass;
		key: ShareKey;
		planned: string;
		actual: string;
		basis: Figure[];
		shares: { party: number; cents: string }[];
	}[];
	parties: {
		place: number;
		organisationId: string;
		name: string;
		advance: string;
		share: string;
		difference: string;
	}[];
	advances: string;
	actual: string;
	gap: string;
	difference: string;
};

/** Keys whose figures change from year to year. */
export function figuresChange({ key, variableKey }: FrozenItem): boolean {
	const counted = key === "base-plus" ? variableKey : key;
	return counted === "inhabitants" || counted === "usage";
}

/** Whether a figure needs its source and key date. */
export function needsSource({ key, variableKey }: FrozenItem): boolean {
	return (key === "base-plus" ? variableKey : key) === "inhabitants";
}

/** A frozen item with what it really cost and the figures that count. */
export function settledItem(item: FrozenItem, cents: bigint, figures: readonly Figure[]): SettledItem {
	const amountOf = (amounts: FrozenItem["caps"], party: number) => {
		const found = amounts?.find((one) => one.party === party);
		return found ? BigInt(found.cents) : null;
	};
	return {
		label: item.label,
		cents,
		key: item.key,
		variableKey: item.variableKey ?? null,
		restParty: item.rest === null ? null : String(item.rest),
		basis: item.basis.map(({ party, value }) => ({
			party: String(party),
			value: BigInt(figures.find((figure) => figure.party === party)?.value ?? value),
			base: amountOf(item.bases, party),
			cap: amountOf(item.caps, party),
		})),
	};
}

/** What each party was to bear in a year by the version, in the order of the contract. */
export function plannedShares(content: AgreementContent, year: number): { place: number; cents: bigint }[] {
	return content.parties.map(({ place }) => ({
		place,
		cents: content.items
			.flatMap(({ years }) => years.filter((one) => one.year === year).flatMap(({ shares }) => shares))
			.reduce((sum, share) => (share.party === place ? sum + BigInt(share.cents) : sum), 0n),
	}));
}

/** The years for which a version names costs and that have begun, in order. */
export function settleableYears(content: AgreementContent, today: string): number[] {
	const years = new Set(content.items.flatMap((item) => item.years.map(({ year }) => year)));
	return [...years].filter((year) => year <= Number(today.slice(0, 4))).sort((a, b) => a - b);
}
