import { done, type Outcome } from "~/platform/outcome";
import { type Distribution, distribute, type ShareRefusal, unborne } from "./shares";

/** What an item really cost in the year, with the key values that count for it. */
export type SettledItem = Distribution & { label: string; cents: bigint };

export type SettledParty = {
	party: string;
	advance: bigint;
	share: bigint;
	/** Positive: still to pay; negative: gets back. */
	difference: bigint;
};

export type Settlement = {
	items: { label: string; cents: bigint; shares: { party: string; cents: bigint }[] }[];
	parties: SettledParty[];
	advances: bigint;
	actual: bigint;
	/** What nobody bears, because everybody has reached a cap. */
	gap: bigint;
	/** The differences of the parties added up: the actual costs without the gap, less the advances. */
	difference: bigint;
};

/**
 * The settlement of a year: what each party bears of the actual costs against what it paid in advance, to the cent
 * (behaviour 35).
 * @param advances per party in the order of the contract
 */
export function settle(
	items: readonly SettledItem[],
	advances: readonly { party: string; cents: bigint }[],
): Outcome<Settlement, ShareRefusal> {
	const shared: Settlement["items"] = [];
	for (const item of items) {
		const shares = distribute(item.cents, item);
		if (!shares.done) {
			const [refusal, ...others] = shares.refusals;
			return {
				done: false,
				refusals: refusal ? [{ ...refusal, values: { ...refusal.values, item: item.label } }, ...others] : others,
			};
		}
		shared.push({ label: item.label, cents: item.cents, shares: shares.value });
	}
	const parties = advances.map(({ party, cents: advance }): SettledParty => {
		const share = shared
			.flatMap(({ shares }) => shares)
			.reduce((sum, one) => (one.party === party ? sum + one.cents : sum), 0n);
		return { party, advance, share, difference: share - advance };
	});
	const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
	return done({
		items: shared,
		parties,
		advances: sum(parties.map(({ advance }) => advance)),
		actual: sum(shared.map(({ cents }) => cents)),
		gap: sum(shared.map(({ cents, shares }) => unborne(cents, shares))),
		difference: sum(parties.map(({ difference }) => difference)),
	});
}
