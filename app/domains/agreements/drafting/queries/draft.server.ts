import { fromStored } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { amendsOf } from "../../afterwards/queries/amends.server";
import type { FullDraft } from "../../content";
import { contractName } from "../../contract-name";
import { standings } from "../../costs/coverage";
import { shareKeys } from "../../costs/shares";
import { decideForm, type FormDecision, type FormRule, forms, natures } from "../../form-rules/form-rule";
import { knownWord } from "../../stored-word";
import { costClasses, partyRoles, phases } from "../readiness";

const dayOf = (date: Date | null): string | null => date && fromStored(date).toString();
const someDay = (date: Date): string => fromStored(date).toString();

/** All rules of law that we know, reviewed or not. */
export async function formRules(db: View["db"]): Promise<FormRule[]> {
	const rows = await db.agreementFormRule.findMany({ orderBy: { key: "asc" }, take: 500 });
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
		validUntil: dayOf(row.validUntil),
		reviewedBy: row.reviewedBy,
		reviewedOn: dayOf(row.reviewedOn),
	}));
}

const everything = {
	parties: {
		orderBy: { position: "asc" },
		include: {
			organisation: { select: { id: true, name: true, kind: true, seat: true, ars: true, registerType: true } },
			signatories: {
				include: { post: { select: { id: true, label: true } } },
				orderBy: [{ post: { label: "asc" } }, { postId: "asc" }],
			},
		},
	},
	blocks: { orderBy: { position: "asc" } },
	duties: { orderBy: { id: "asc" } },
	milestones: { orderBy: [{ day: "asc" }, { id: "asc" }] },
	costItems: {
		orderBy: [{ position: "asc" }, { id: "asc" }],
		include: { years: { orderBy: { year: "asc" } }, basis: true },
	},
	cover: { orderBy: [{ year: "asc" }, { label: "asc" }, { id: "asc" }] },
	commitments: { orderBy: [{ fromDay: "asc" }, { id: "asc" }] },
} satisfies Prisma.AgreementInclude;

export type DraftParty = FullDraft["parties"][number] & { decision: FormDecision };
export type DraftRead = Omit<
	FullDraft,
	"parties" | "blocks" | "duties" | "milestones" | "items" | "cover" | "commitments"
> & {
	id: string;
	ownerId: string;
	revision: number;
	changes: number;
	parties: DraftParty[];
	blocks: { key: string; heading: string; question: string; text: string; revision: number }[];
	duties: (FullDraft["duties"][number] & { id: string })[];
	milestones: (FullDraft["milestones"][number] & { id: string })[];
	items: (FullDraft["items"][number] & { revision: number })[];
	cover: (FullDraft["cover"][number] & { id: string })[];
	commitments: (FullDraft["commitments"][number] & { id: string })[];
};

/**
 * The whole draft with the form that each party needs on a day. Asks nobody: the caller has asked the policy.
 * @param today the calendar day in Germany, `YYYY-MM-DD`
 */
export async function readDraft(db: View["db"], agreementId: string, today: string): Promise<DraftRead> {
	// One after the other: inside an act both run on the same connection.
	const row = await db.agreement.findUniqueOrThrow({ where: { id: agreementId }, include: everything });
	const rules = await formRules(db);
	const amends = await amendsOf(db, agreementId, today);
	const nature = knownWord(natures, row.nature);
	const order = row.parties.map(({ id }) => id);
	const parties = row.parties.map((party): DraftParty => {
		const { organisation } = party;
		const { legalForm, legalTitle, legalBy, legalOn, legalReason } = party;
		const legalWord =
			legalForm && legalBy && legalOn && legalReason
				? {
						form: knownWord(forms, legalForm),
						officialTitle: legalTitle,
						by: legalBy,
						on: someDay(legalOn),
						reason: legalReason,
					}
				: null;
		const state = organisation.ars?.slice(0, 2) ?? null;
		const day = dayOf(row.effectiveOn) ?? today;
		const decision = decideForm({ rules, party: { state, kind: organisation.kind }, nature, day, legalWord });
		return {
			id: party.id,
			organisation: {
				id: organisation.id,
				name: contractName(organisation),
				kind: organisation.kind,
				seat: organisation.seat,
			},
			role: knownWord(partyRoles, party.role),
			form: decision.form,
			officialTitle: decision.officialTitle,
			norms: decision.because.map(({ norm }) => norm),
			toBeConfirmed: decision.toBeConfirmed,
			signatories: party.signatories.map(({ post }) => ({ postId: post.id, title: post.label })),
			decision,
		};
	});
	return {
		id: row.id,
		ownerId: row.ownerId,
		number: row.number,
		code: row.code,
		title: row.title,
		templateVersion: row.templateVersion,
		nature,
		purpose: row.purposeKind && row.purposeId ? { kind: row.purposeKind, id: row.purposeId } : null,
		effectiveOn: dayOf(row.effectiveOn),
		pilotStart: dayOf(row.pilotStart),
		pilotEnd: dayOf(row.pilotEnd),
		fundingEnd: dayOf(row.fundingEnd),
		endsOn: dayOf(row.endsOn),
		agreedMonths: row.agreedMonths,
		revision: row.revision,
		changes: row.changes,
		parties,
		blocks: row.blocks.map(({ key, heading, question, text, revision }) => ({
			key,
			heading,
			question,
			text,
			revision,
		})),
		duties: row.duties.map(({ id, task, phase, responsibleId, helperIds }) => ({
			id,
			task,
			phase: knownWord(phases, phase),
			responsible: responsibleId,
			helpers: order.filter((party) => helperIds.includes(party)),
		})),
		milestones: row.milestones.map(({ id, title, day, phase }) => ({
			id,
			title,
			day: someDay(day),
			phase: knownWord(phases, phase),
		})),
		items: row.costItems.map((item) => {
			const basis = item.basis.toSorted((a, b) => order.indexOf(a.partyId) - order.indexOf(b.partyId));
			return {
				id: item.id,
				label: item.label,
				costClass: knownWord(costClasses, item.costClass),
				key: knownWord(shareKeys, item.shareKey),
				basis: basis.map(({ partyId, value }) => ({ party: partyId, value })),
				sources: basis.map(({ partyId, source, asOf }) => ({ party: partyId, source, asOf: dayOf(asOf) })),
				restParty: item.restPartyId,
				years: item.years.map(({ year, cents }) => ({ year, cents })),
				revision: item.revision,
			};
		}),
		cover: row.cover.map(({ id, year, label, cents, standing, bearer }) => ({
			id,
			year,
			label,
			cents,
			standing: standing === null ? null : knownWord(standings, standing),
			bearer,
		})),
		commitments: row.commitments.map(({ id, partyId, fromDay, untilDay, basis, adjustment }) => ({
			id,
			party: partyId,
			from: someDay(fromDay),
			until: someDay(untilDay),
			basis,
			adjustment,
		})),
		amends,
	};
}

/** The draft as the freezing checks look at it. */
export function asChecked(draft: DraftRead) {
	return {
		...draft,
		parties: draft.parties.map(({ id, organisation, role, signatories, form }) => ({
			id,
			organisationId: organisation.id,
			name: organisation.name,
			role,
			signatories: signatories.length,
			form,
		})),
	};
}
