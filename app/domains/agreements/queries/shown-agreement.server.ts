import type { AgreementContent, DutyPhase } from "../content";
import type { CostClass } from "../costs/cost-item";
import type { CoverKind, Standing } from "../costs/coverage";
import { frozenDetails } from "../costs/frozen-costs";
import { distribute, type ShareKey } from "../costs/shares";
import { type ShownDetails, shownDetails } from "../costs/shown-details";
import type { DraftRead } from "../drafting/queries/draft.server";
import type { PartyRole } from "../drafting/readiness";
import type { RequiredForm } from "../form-rules/form-rule";
import type { NoticePeriod } from "../notice-period/notice-period";
import type { Approval, Rhythm } from "../particulars/particulars";
import type { AgreementType } from "../templates/agreement-type";

/** An agreement as its page shows it, from a version as it was frozen or from a draft as it stands; parties by name. */
export type ShownAgreement = {
	dates: AgreementContent["dates"];
	parties: { name: string; role: PartyRole; form: RequiredForm | null; signatories: string[] }[];
	blocks: { key: string; heading: string; text: string }[];
	duties: { task: string; phase: DutyPhase; responsible: string; helpers: string[] }[];
	milestones: { title: string; day: string; phase: DutyPhase }[];
	items: {
		label: string;
		costClass: CostClass;
		key: ShareKey;
		parties: string[];
		years: { year: number; cents: string; shares: string[] }[];
		sum: string;
		details: ShownDetails;
	}[];
	cover: { year: number; label: string; cents: string; standing: Standing | null; bearer: string; kind?: CoverKind }[];
	/** `yearly` in cents as text; none in versions of before it was asked. */
	commitments: { party: string; from: string; until: string; basis: string; adjustment: string; yearly?: string }[];
	noticePeriod: NoticePeriod | null;
	/** Null for agreements of before there were types. */
	type: AgreementType | null;
	boundUntil: string | null;
	fundingConditions: { party: string; text: string; evidence: string; source: string; dueOn: string | null }[];
	informationDuties: { party: string; subject: string; recipient: string; rhythm: Rhythm; firstOn: string | null }[];
	publicRelations: { approval: Approval; days: number; logoRule: string } | null;
	contacts: { party: string; office: string; reach: string }[];
	annexes: { title: string; name: string; sha256: string; href: string | null }[];
};

const sum = (amounts: readonly { cents: string }[]) =>
	amounts.reduce((total, { cents }) => total + BigInt(cents), 0n).toString();

/** A version as it was frozen. */
export function fromContent(content: AgreementContent): ShownAgreement {
	const name = (place: number) => content.parties.find((party) => party.place === place)?.organisation.name ?? "";
	return {
		...content,
		parties: content.parties.map(({ organisation, role, form, signatories }) => ({
			name: organisation.name,
			role,
			form,
			signatories: signatories.map(({ title }) => title),
		})),
		duties: content.duties.map((duty) => ({
			...duty,
			responsible: name(duty.responsible),
			helpers: duty.helpers.map(name),
		})),
		items: content.items.map(({ label, costClass, key, basis, years, ...details }) => ({
			label,
			costClass,
			key,
			parties: basis.map(({ party }) => name(party)),
			years: years.map(({ year, cents, shares }) => ({ year, cents, shares: shares.map((share) => share.cents) })),
			sum: sum(years),
			details: shownDetails(details, name),
		})),
		commitments: content.commitments.map((entry) => ({ ...entry, party: name(entry.party) })),
		noticePeriod: content.noticePeriod ?? null,
		type: content.type ?? null,
		...shownParticulars(content, name),
		annexes: (content.annexes ?? []).map(({ title, name: file, sha256 }) => ({
			title,
			name: file,
			sha256,
			href: null,
		})),
	};
}

function shownParticulars<Party>(
	given: {
		boundUntil?: string | null;
		fundingConditions?: readonly (Omit<ShownAgreement["fundingConditions"][number], "party"> & { party: Party })[];
		informationDuties?: readonly (Omit<ShownAgreement["informationDuties"][number], "party"> & { party: Party })[];
		publicRelations?: ShownAgreement["publicRelations"];
		contacts?: readonly (Omit<ShownAgreement["contacts"][number], "party"> & { party: Party })[];
	},
	name: (party: Party) => string,
) {
	const named = <Line extends { party: Party }>(lines: readonly Line[] = []) =>
		lines.map((line) => ({ ...line, party: name(line.party) }));
	return {
		boundUntil: given.boundUntil ?? null,
		fundingConditions: named(given.fundingConditions),
		informationDuties: named(given.informationDuties),
		publicRelations: given.publicRelations ?? null,
		contacts: named(given.contacts),
	};
}

/** A draft may still lack anything; a key that cannot decide yet shows no shares. */
export function fromDraft(draft: DraftRead): ShownAgreement {
	const name = (id: string) => draft.parties.find((party) => party.id === id)?.organisation.name ?? "";
	const { effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths } = draft;
	return {
		dates: { effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths },
		parties: draft.parties.map(({ organisation, role, form, signatories }) => ({
			name: organisation.name,
			role,
			form,
			signatories: signatories.map(({ title }) => title),
		})),
		blocks: draft.blocks.map(({ key, heading, text }) => ({ key, heading, text })),
		duties: draft.duties.map((duty) => ({
			task: duty.task,
			phase: duty.phase,
			responsible: name(duty.responsible),
			helpers: duty.helpers.map(name),
		})),
		milestones: draft.milestones.map(({ title, day, phase }) => ({ title, day, phase })),
		items: draft.items.map((item) => {
			const years = item.years.map(({ year, cents }) => {
				const shares = distribute(cents, item);
				return {
					year,
					cents: cents.toString(),
					shares: shares.done ? shares.value.map((share) => share.cents.toString()) : [],
				};
			});
			const { label, costClass, key } = item;
			const order = draft.parties.map(({ id }) => id);
			const details = frozenDetails(item, (party) => order.indexOf(party));
			return {
				label,
				costClass,
				key,
				parties: item.basis.map(({ party }) => name(party)),
				years,
				sum: sum(years),
				details: shownDetails(details, (place) => name(order[place] ?? "")),
			};
		}),
		cover: draft.cover.map(({ year, label, cents, standing, bearer, kind }) => ({
			year,
			label,
			cents: cents.toString(),
			standing,
			bearer,
			kind,
		})),
		commitments: draft.commitments.map(({ party, from, until, yearly, basis, adjustment }) => ({
			party: name(party),
			from,
			until,
			basis,
			adjustment,
			...(yearly !== null && { yearly: yearly.toString() }),
		})),
		noticePeriod: draft.noticePeriod,
		type: draft.typed ? draft.type : null,
		...shownParticulars(draft.particulars, name),
		annexes: draft.particulars.annexes.map(({ title, name: file, sha256, fileId }) => ({
			title,
			name: file,
			sha256,
			href: `/datei/${fileId}`,
		})),
	};
}
