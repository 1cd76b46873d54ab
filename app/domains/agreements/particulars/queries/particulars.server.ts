import { fromStored } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { knownWord } from "../../stored-word";
import { approvals, type Particulars, rhythms } from "../particulars";

/** What is read beside the rest of a draft. */
export const particularsInclude = {
	fundingConditions: { orderBy: { id: "asc" } },
	informationDuties: { orderBy: { id: "asc" } },
	publicRelations: true,
	contacts: { orderBy: { id: "asc" } },
	annexes: { orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies Prisma.AgreementInclude;

type Row = Prisma.AgreementGetPayload<{ include: typeof particularsInclude }>;

const dayOf = (date: Date | null): string | null => date && fromStored(date).toString();

/** The lines of a draft as its rules and pages take them. */
export function particularsOf(row: Row): Particulars {
	const { publicRelations } = row;
	return {
		boundUntil: dayOf(row.boundUntil),
		fundingConditions: row.fundingConditions.map(({ id, partyId, text, evidence, source, dueOn }) => ({
			id,
			party: partyId,
			text,
			evidence,
			source,
			dueOn: dayOf(dueOn),
		})),
		informationDuties: row.informationDuties.map(({ id, partyId, subject, recipient, rhythm, firstOn }) => ({
			id,
			party: partyId,
			subject,
			recipient,
			rhythm: knownWord(rhythms, rhythm),
			firstOn: dayOf(firstOn),
		})),
		publicRelations: publicRelations && {
			approval: knownWord(approvals, publicRelations.approval),
			days: publicRelations.days,
			logoRule: publicRelations.logoRule,
			revision: publicRelations.revision,
		},
		contacts: row.contacts.map(({ id, partyId, office, reach }) => ({ id, party: partyId, office, reach })),
		annexes: row.annexes.map(({ id, title, fileId, name, mediaType, bytes, sha256 }) => ({
			id,
			title,
			fileId,
			name,
			mediaType,
			bytes,
			sha256,
		})),
	};
}
