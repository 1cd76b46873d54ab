import type { FullDraft } from "../content";
import { isLeftBehind } from "../costs/exit";

type Draft = Pick<FullDraft, "duties" | "items" | "particulars">;

/**
 * What only the leaving party does or bears, by name: somebody of the others has to take it over before the amendment has no
 * place for it any more.
 * @param from first year without the party
 */
export function leftBehind({ duties, items, particulars }: Draft, leaving: string, from: number): string[] {
	const named = [
		...duties.flatMap(({ task, responsible }) => (responsible === leaving ? [task] : [])),
		...particulars.informationDuties.flatMap(({ party, subject }) => (party === leaving ? [subject] : [])),
		...particulars.fundingConditions.flatMap(({ party, text }) => (party === leaving ? [text] : [])),
		...items.flatMap((item) => (isLeftBehind(item, leaving, from) ? [item.label] : [])),
	];
	return [...new Set(named)];
}

/** The first year without a party that has left. @param effectiveOn first day on which its part no longer counts */
export function firstYearWithout(effectiveOn: string): number {
	const year = Number(effectiveOn.slice(0, 4));
	return effectiveOn.endsWith("-01-01") ? year : year + 1;
}
