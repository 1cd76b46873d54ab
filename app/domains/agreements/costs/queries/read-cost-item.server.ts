import { fromStored } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { knownWord } from "../../stored-word";
import { costClasses, taxModes } from "../cost-item";
import { type IndexRule, indexEffects, indexed } from "../index-rule";
import { shareKeys, variableKeys } from "../shares";

type Row = Prisma.AgreementCostItemGetPayload<{ include: { years: true; basis: true } }>;

function indexOf(row: Row): IndexRule | null {
	const { indexBaseYear, indexPerYear, indexThreshold, indexCap, indexEffect } = row;
	if (indexBaseYear === null || indexPerYear === null || indexThreshold === null || indexEffect === null) return null;
	return {
		basis: row.indexBasis,
		baseYear: indexBaseYear,
		perYear: BigInt(indexPerYear),
		threshold: BigInt(indexThreshold),
		cap: indexCap === null ? null : BigInt(indexCap),
		effect: knownWord(indexEffects, indexEffect),
	};
}

/**
 * A cost item as the rules take it: amounts as the plan counts with them (indexed), and as they were typed.
 * @param order ids of the parties in the order of the contract
 */
export function costItemOf(row: Row, order: readonly string[]) {
	const basis = row.basis.toSorted((a, b) => order.indexOf(a.partyId) - order.indexOf(b.partyId));
	const index = indexOf(row);
	return {
		id: row.id,
		label: row.label,
		costClass: knownWord(costClasses, row.costClass),
		key: knownWord(shareKeys, row.shareKey),
		variableKey: row.variableKey === null ? null : knownWord(variableKeys, row.variableKey),
		tax: knownWord(taxModes, row.taxMode),
		unit: row.unit,
		index,
		basis: basis.map(({ partyId, value, base, cap }) => ({ party: partyId, value, base, cap })),
		sources: basis.map(({ partyId, source, asOf }) => ({
			party: partyId,
			source,
			asOf: asOf && fromStored(asOf).toString(),
		})),
		restParty: row.restPartyId,
		years: row.years.map(({ year, cents }) => ({ year, cents: indexed(cents, index, year).cents, typed: cents })),
		revision: row.revision,
	};
}
