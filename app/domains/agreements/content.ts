import { type Amends, type AmendsDraft, amendsContent } from "./afterwards/amendment";
import type { ApprovalPlan } from "./approval/approval";
import type { DecisionBody } from "./authority/decision";
import type { Alternative } from "./authority/representation";
import type { CostClass, CostPlanItem } from "./costs/cost-item";
import type { CoverKind, CoverLine, Standing } from "./costs/coverage";
import {
	type FrozenCostDetails,
	type FrozenReserve,
	frozenDetails,
	frozenKind,
	frozenReserve,
} from "./costs/frozen-costs";
import { distribute, type ShareKey } from "./costs/shares";
import type { PartyRole, phases } from "./drafting/readiness";
import type { Nature, RequiredForm } from "./form-rules/form-rule";
import type { NoticePeriod } from "./notice-period/notice-period";
import { type Particulars, type ParticularsContent, particularsContent } from "./particulars/particulars";
import type { AgreementType } from "./templates/agreement-type";

export type DutyPhase = (typeof phases)[number];

/** A draft with everything that goes into its version for signature; parties by their ids, days as `YYYY-MM-DD`. */
export type FullDraft = {
	number: string;
	code: string;
	title: string;
	templateVersion: string;
	nature: Nature;
	purpose: { kind: string; id: string } | null;
	effectiveOn: string | null;
	pilotStart: string | null;
	pilotEnd: string | null;
	fundingEnd: string | null;
	endsOn: string | null;
	agreedMonths: number;
	parties: readonly {
		id: string;
		organisation: { id: string; name: string; kind: string; seat: string | null };
		role: PartyRole;
		form: RequiredForm | null;
		officialTitle: boolean;
		norms: readonly string[];
		toBeConfirmed: boolean;
		signatories: readonly { postId: string; title: string }[];
		representation?: PartyRepresentation | null;
		decisions?: readonly PartyDecision[];
	}[];
	blocks: readonly { key: string; heading: string; text: string }[];
	duties: readonly { task: string; phase: DutyPhase; responsible: string; helpers: readonly string[] }[];
	milestones: readonly { title: string; day: string; phase: DutyPhase }[];
	items: readonly (CostPlanItem & {
		sources: readonly { party: string; source: string; asOf: string | null }[];
	})[];
	cover: readonly CoverLine[];
	commitments: readonly {
		party: string;
		from: string;
		until: string;
		/** The most in a year, in cents. */
		yearly: bigint | null;
		basis: string;
		adjustment: string;
	}[];
	noticePeriod: NoticePeriod | null;
	type: AgreementType;
	/** Whether it began from a published template; those of before had no type. */
	typed: boolean;
	particulars: Particulars;
	approval?: ApprovalPlan | null;
	/** Null unless this is an amendment. */
	amends: AmendsDraft | null;
};

/** How a party is represented: so many of these posts together. */
export type PartyRepresentation = { alternatives: readonly Alternative[]; source: string };

/** What a party's own body decided; amounts in cents as text, days as `YYYY-MM-DD`. */
export type PartyDecision = {
	body: DecisionBody;
	day: string | null;
	reference: string;
	ceiling: string | null;
	/** The document of it; not in versions of before there were any. */
	file?: { name: string; sha256: string };
};

/**
 * What is signed: the whole agreement as data, parties by their place in the contract (from 1), money in cents as text,
 * every share worked out. Its canonical spelling is what everybody's confirmation refers to.
 */
export type AgreementContent = {
	format: "gemeinwerk-vereinbarung/1";
	number: string;
	code: string;
	version: number;
	title: string;
	templateVersion: string;
	nature: Nature;
	purpose: { kind: string; id: string } | null;
	frozenOn: string;
	dates: {
		effectiveOn: string | null;
		pilotStart: string | null;
		pilotEnd: string | null;
		fundingEnd: string | null;
		endsOn: string | null;
		agreedMonths: number;
	};
	parties: {
		place: number;
		organisation: { id: string; name: string; kind: string; seat: string | null };
		role: PartyRole;
		form: RequiredForm;
		officialTitle: boolean;
		norms: string[];
		toBeConfirmed: boolean;
		signatories: { postId: string; title: string }[];
		representation?: { alternatives: { count: number; posts: string[]; mandatory: string[] }[]; source: string };
		decisions?: PartyDecision[];
	}[];
	blocks: { key: string; heading: string; text: string }[];
	duties: { task: string; phase: DutyPhase; responsible: number; helpers: number[] }[];
	milestones: { title: string; day: string; phase: DutyPhase }[];
	items: ({
		label: string;
		costClass: CostClass;
		key: ShareKey;
		basis: { party: number; value: string; source: string; asOf: string | null }[];
		rest: number | null;
		years: { year: number; cents: string; shares: { party: number; cents: string }[] }[];
	} & FrozenCostDetails)[];
	cover: { year: number; label: string; cents: string; standing: Standing; bearer: string; kind?: CoverKind }[];
	reserve?: FrozenReserve;
	commitments: {
		party: number;
		from: string;
		until: string;
		basis: string;
		adjustment: string;
		/** Cents as text; not in versions of before it was asked. */
		yearly?: string;
	}[];
	/** Only where it was agreed as data. */
	noticePeriod?: NoticePeriod;
	/** Since there are published templates. */
	type?: AgreementType;
	/** Only where a supervisory authority has to approve. */
	approval?: ApprovalPlan;
	/** Only in an amendment. */
	amends?: Amends;
} & ParticularsContent;

/**
 * The content of a version from a draft that lacks nothing (`whatIsMissing` is empty); throws when it does.
 * @param frozenOn the calendar day of freezing
 */
export function contentOf(draft: FullDraft, version: number, frozenOn: string): AgreementContent {
	const places = new Map(draft.parties.map(({ id }, index) => [id, index + 1]));
	const placeOf = (party: string): number => {
		const place = places.get(party);
		if (place === undefined) throw new Error("a party of the draft is missing");
		return place;
	};
	const given = <T>(value: T | null): T => {
		if (value === null) throw new Error("a draft that still lacks something cannot become a version");
		return value;
	};
	const { effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths } = draft;
	return {
		format: "gemeinwerk-vereinbarung/1",
		number: draft.number,
		code: draft.code,
		version,
		title: draft.title,
		templateVersion: draft.templateVersion,
		nature: draft.nature,
		purpose: draft.purpose,
		frozenOn,
		dates: { effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths },
		parties: draft.parties.map(
			({ id, organisation, role, form, officialTitle, norms, toBeConfirmed, signatories, ...authority }) => ({
				place: placeOf(id),
				organisation,
				role,
				form: given(form),
				officialTitle,
				norms: [...norms],
				toBeConfirmed,
				signatories: signatories.map(({ postId, title }) => ({ postId, title })),
				...authorityContent(authority),
			}),
		),
		blocks: draft.blocks.map(({ key, heading, text }) => ({ key, heading, text })),
		duties: draft.duties.map(({ task, phase, responsible, helpers }) => ({
			task,
			phase,
			responsible: placeOf(responsible),
			helpers: helpers.map(placeOf).sort((a, b) => a - b),
		})),
		milestones: draft.milestones.map(({ title, day, phase }) => ({ title, day, phase })),
		items: draft.items.map((item) => itemContent(item, placeOf)),
		cover: draft.cover.map((line) => ({
			year: line.year,
			label: line.label,
			cents: line.cents.toString(),
			standing: given(line.standing),
			bearer: line.bearer,
			...frozenKind(line),
		})),
		...frozenReserve(draft.items, draft.cover),
		commitments: draft.commitments.map(({ party, from, until, yearly, basis, adjustment }) => ({
			party: placeOf(party),
			from,
			until,
			basis,
			adjustment,
			...(yearly !== null && { yearly: yearly.toString() }),
		})),
		...(draft.noticePeriod && { noticePeriod: draft.noticePeriod }),
		...(draft.typed && { type: draft.type }),
		...particularsContent(draft.particulars, placeOf),
		...(draft.approval && { approval: draft.approval }),
		...amendsContent(draft.amends),
	};
}

/** Absent where nothing was said, so that the same content keeps its hash. */
function authorityContent({
	representation,
	decisions = [],
}: Pick<FullDraft["parties"][number], "representation" | "decisions">) {
	return {
		...(representation && {
			representation: {
				alternatives: representation.alternatives.map(({ count, posts, mandatory }) => ({
					count,
					posts: [...posts],
					mandatory: [...mandatory],
				})),
				source: representation.source,
			},
		}),
		...(decisions.length > 0 && { decisions: [...decisions] }),
	};
}

function itemContent(item: FullDraft["items"][number], placeOf: (party: string) => number) {
	const sourceOf = new Map(item.sources.map((entry) => [entry.party, entry]));
	return {
		label: item.label,
		costClass: item.costClass,
		key: item.key,
		basis: item.basis.map(({ party, value }) => ({
			party: placeOf(party),
			value: value.toString(),
			source: sourceOf.get(party)?.source ?? "",
			asOf: sourceOf.get(party)?.asOf ?? null,
		})),
		rest: item.restParty === null ? null : placeOf(item.restParty),
		years: item.years.map(({ year, cents }) => {
			const shares = distribute(cents, item);
			if (!shares.done) throw new Error(`the key of an item cannot decide: ${shares.refusals[0]?.code}`);
			return {
				year,
				cents: cents.toString(),
				shares: shares.value.map((share) => ({ party: placeOf(share.party), cents: share.cents.toString() })),
			};
		}),
		...frozenDetails(item, placeOf),
	};
}
