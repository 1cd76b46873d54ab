import { fromStored } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { amendsOf } from "../../afterwards/queries/amends.server";
import { decisionBodies } from "../../authority/decision";
import { representationsOf } from "../../authority/queries/kept.server";
import type { FullDraft, PartyDecision } from "../../content";
import { contractName } from "../../contract-name";
import { coverKinds, standings } from "../../costs/coverage";
import { costItemOf } from "../../costs/queries/read-cost-item.server";
import { decideForm, type FormDecision, forms, natures } from "../../form-rules/form-rule";
import { formRules } from "../../form-rules/queries/form-rules.server";
import { noticePeriodOf } from "../../notice-period/read-notice-period.server";
import { particularsInclude, particularsOf } from "../../particulars/queries/particulars.server";
import { knownWord } from "../../stored-word";
import { agreementTypes, gatesOf } from "../../templates/agreement-type";
import { partyRoles, phases } from "../readiness";

const dayOf = (date: Date | null): string | null => date && fromStored(date).toString();
const someDay = (date: Date): string => fromStored(date).toString();

const everything = {
	parties: {
		orderBy: { position: "asc" },
		include: {
			organisation: {
				select: {
					id: true,
					name: true,
					kind: true,
					seat: true,
					ars: true,
					registerType: true,
					parentId: true,
					parent: { select: { ars: true } },
				},
			},
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
	...particularsInclude,
	decisions: { orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
	approval: true,
	noticePeriod: true,
} satisfies Prisma.AgreementInclude;

export type DraftParty = FullDraft["parties"][number] & {
	decision: FormDecision;
	/** Belongs to the lead's own organisation: itself, its offices, its Eigenbetriebe. */
	within: boolean;
};
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
	const rules = await formRules(db, row.ownerId);
	const organisationIds = row.parties.map(({ organisationId }) => organisationId);
	const representations = await representationsOf(db, row.ownerId, organisationIds, new Date(`${today}T00:00:00Z`));
	const amends = await amendsOf(db, agreementId, today);
	const nature = knownWord(natures, row.nature);
	const type = knownWord(agreementTypes, row.type);
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
						rules: party.legalRules,
					}
				: null;
		// An office has no key of its own: the law of its organisation holds.
		const state = (organisation.ars ?? organisation.parent?.ars)?.slice(0, 2) ?? null;
		const day = dayOf(row.effectiveOn) ?? today;
		const within = isWithin(organisation, row.ownerId);
		// Inside one administration nobody declares anything to the outside: the note of the heads counts for the body too.
		const kind = gatesOf(type).within && within ? "OFFICE" : organisation.kind;
		const decision = decideForm({ rules, party: { state, kind }, nature, day, legalWord });
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
			representation: representations.get(organisation.id) ?? null,
			decisions: row.decisions.filter(({ organisationId }) => organisationId === organisation.id).map(decisionRead),
			decision,
			within,
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
		items: row.costItems.map((item) => costItemOf(item, order)),
		cover: row.cover.map(({ id, year, label, cents, standing, bearer, kind }) => ({
			id,
			year,
			label,
			cents,
			standing: standing === null ? null : knownWord(standings, standing),
			bearer,
			kind: knownWord(coverKinds, kind),
		})),
		commitments: row.commitments.map(({ id, partyId, fromDay, untilDay, yearlyCents, basis, adjustment }) => ({
			id,
			party: partyId,
			from: someDay(fromDay),
			until: someDay(untilDay),
			yearly: yearlyCents,
			basis,
			adjustment,
		})),
		noticePeriod: noticePeriodOf(row.noticePeriod),
		type,
		typed: row.templateVersionId !== null,
		particulars: particularsOf(row),
		approval: row.approval && {
			authority: row.approval.authority,
			norm: row.approval.norm,
			deemedWeeks: row.approval.deemedWeeks,
			publication: row.approval.publication,
		},
		amends,
	};
}

function decisionRead({
	body,
	decidedOn,
	reference,
	ceilingCents,
	fileName,
	fileSha256,
}: Prisma.AgreementDecisionGetPayload<object>): PartyDecision {
	return {
		body: knownWord(decisionBodies, body),
		day: dayOf(decidedOn),
		reference,
		ceiling: ceilingCents?.toString() ?? null,
		...(fileName && fileSha256 && { file: { name: fileName, sha256: fileSha256 } }),
	};
}

/** Whether a party belongs to the lead's own organisation: itself, or an office or Eigenbetrieb below it. */
function isWithin(organisation: { id: string; kind: string; parentId: string | null }, ownerId: string): boolean {
	return organisation.id === ownerId || (organisation.kind === "OFFICE" && organisation.parentId === ownerId);
}

/** The draft as the freezing checks look at it. */
export function asChecked(draft: DraftRead) {
	return {
		...draft,
		parties: draft.parties.map((party) => ({
			id: party.id,
			organisationId: party.organisation.id,
			name: party.organisation.name,
			role: party.role,
			signatories: party.signatories.length,
			form: party.form,
			kind: party.organisation.kind,
			within: party.within,
			toBeConfirmed: party.toBeConfirmed,
			posts: party.signatories.map(({ postId }) => postId),
			alternatives: party.representation?.alternatives ?? [],
		})),
	};
}
