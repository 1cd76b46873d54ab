import { fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { knownWord } from "../../stored-word";
import { type FormRule, forms, natures } from "../form-rule";

const day = (date: Date | null): string | null => date && fromStored(date).toString();
const someDay = (date: Date): string => fromStored(date).toString();

/**
 * All rules of law that count for agreements of an organisation, reviewed or not: those that this version brought, and what
 * its own legal office wrote down.
 * @param leadId who leads the agreement
 */
export async function formRules(db: View["db"], leadId: string): Promise<FormRule[]> {
	const rows = await db.agreementFormRule.findMany({
		where: { OR: [{ ownerId: null }, { ownerId: leadId }] },
		orderBy: { key: "asc" },
		take: 2000,
	});
	return rows.map((row) => ({
		key: row.key,
		state: row.state,
		organisationKinds: row.organisationKinds.length > 0 ? row.organisationKinds : null,
		nature: row.nature === null ? null : knownWord(natures, row.nature),
		requiredForm: knownWord(forms, row.requiredForm),
		officialTitle: row.officialTitle,
		norm: row.norm,
		statement: row.statement,
		statementEn: row.statementEn,
		source: row.source,
		sourceDate: someDay(row.sourceDate),
		validFrom: someDay(row.validFrom),
		validUntil: day(row.validUntil),
		reviewedBy: row.reviewedBy,
		reviewedOn: day(row.reviewedOn),
		supersedes: row.supersedes,
	}));
}
