import type { Refusal } from "~/platform/outcome";
import { type AmendmentMissing, type AmendsDraft, missingOfAmendment } from "../afterwards/amendment";
import { type AuthorityMissing, missingOfAuthority } from "../authority/missing";
import type { Alternative } from "../authority/representation";
import type { CostClass, CostPlanItem } from "../costs/cost-item";
import { type CostPlanProblem, missingOfCosts } from "../costs/cost-plan";
import {
	type CommitmentProblem,
	type CoverageProblem,
	type CoverLine,
	commitmentProblems,
	coverageOf,
	coverageProblems,
} from "../costs/coverage";
import { distribute, type ShareRefusal } from "../costs/shares";
import type { Nature, RequiredForm } from "../form-rules/form-rule";
import { type AgreementType, gatesOf } from "../templates/agreement-type";
import { missingOfType, type TypePoint } from "../templates/type-gates";
import { mandatorySubjects } from "./blocks";

export const partyRoles = ["lead", "cooperating", "implementing", "funder"] as const;
export type PartyRole = (typeof partyRoles)[number];

/** Vorbereitung, Pilot, Betrieb */
export const phases = ["preparation", "pilot", "operation"] as const;

/** What the running costs are: they need somebody who goes on paying when the pilot is over. */
const running: readonly CostClass[] = ["operation", "maintenance", "personnel"];

/** Everything that freezing asks about; days as `YYYY-MM-DD`. */
export type Draft = {
	type: AgreementType;
	nature: Nature;
	effectiveOn: string | null;
	pilotStart: string | null;
	pilotEnd: string | null;
	fundingEnd: string | null;
	endsOn: string | null;
	agreedMonths: number;
	parties: readonly {
		id: string;
		organisationId?: string;
		name: string;
		role: PartyRole;
		signatories: number;
		form: RequiredForm | null;
		kind: string;
		within: boolean;
		toBeConfirmed?: boolean;
		posts?: readonly string[];
		alternatives?: readonly Alternative[];
	}[];
	blocks: readonly { key: string; heading: string; text: string }[];
	duties: readonly { task: string }[];
	milestones: readonly { title: string }[];
	items: readonly CostPlanItem[];
	cover: readonly CoverLine[];
	commitments: readonly { party: string; from: string; until: string }[];
	/** Only of an amendment. */
	amends?: AmendsDraft | null;
};

type Missing =
	| "subject-missing"
	| "data-missing"
	| "parties-too-few"
	| "lead-not-one"
	| "implementing-missing"
	| "signatory-missing"
	| "form-unknown"
	| "nature-undecided"
	| "dates-missing"
	| "dates-order"
	| "pilot-before-force"
	| "item-empty"
	| AuthorityMissing
	| AmendmentMissing
	| ShareRefusal
	| TypePoint["code"]
	| CostPlanProblem
	| CoverageProblem
	| CommitmentProblem;

/** The page on which a point can be mended. */
export type Chapter = "basics" | "parties" | "forms" | "block" | "duties" | "costs" | "cover";
export type Point = Refusal<Missing> & { chapter: Chapter; block?: string };

/**
 * Everything that keeps a draft from being frozen, all at once, in the order of the agreement (behaviours 2–6, 16–30).
 * @param today the calendar day in Germany
 */
export function whatIsMissing(draft: Draft, today: string): Point[] {
	const { plan } = gatesOf(draft.type);
	const organisationIds = draft.parties.flatMap(({ organisationId }) => organisationId ?? []);
	return [
		...partyPoints(draft),
		...missingOfAuthority(draft.parties),
		...(plan ? datePoints(draft, today) : []),
		...subjectPoints(draft),
		...(plan ? moneyPoints(draft) : []),
		...missingOfType(draft),
		...missingOfAmendment({ amends: draft.amends ?? null, endsOn: draft.endsOn }, organisationIds),
	];
}

function partyPoints({ parties, nature, type }: Draft): Point[] {
	const points: Point[] = [];
	if (nature === "undecided") points.push({ code: "nature-undecided", chapter: "basics" });
	if (parties.length < 2) points.push({ code: "parties-too-few", chapter: "parties" });
	if (parties.filter(({ role }) => role === "lead").length !== 1) {
		points.push({ code: "lead-not-one", chapter: "parties" });
	}
	if (gatesOf(type).plan && !parties.some(({ role }) => role === "implementing")) {
		points.push({ code: "implementing-missing", chapter: "parties" });
	}
	for (const { name, signatories, form } of parties) {
		if (signatories === 0) points.push({ code: "signatory-missing", chapter: "parties", values: { party: name } });
		if (form === null) points.push({ code: "form-unknown", chapter: "forms", values: { party: name } });
	}
	return points;
}

function datePoints(draft: Draft, today: string): Point[] {
	const { effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, amends } = draft;
	if (!effectiveOn || !pilotStart || !pilotEnd) return [{ code: "dates-missing", chapter: "basics" }];
	const points: Point[] = [];
	// All together may end it before the pilot is over.
	const endsEarly = endsOn !== null && endsOn <= pilotEnd && amends?.kind !== "cancellation";
	const late = [fundingEnd !== null && fundingEnd < pilotStart, endsEarly];
	if (pilotEnd < pilotStart || late.includes(true)) points.push({ code: "dates-order", chapter: "basics" });
	const earliest = effectiveOn > today ? effectiveOn : today;
	// A pilot that runs already under what is amended has begun in force.
	if (pilotStart < earliest && pilotStart !== amends?.pilotStart) {
		points.push({ code: "pilot-before-force", chapter: "basics", values: { day: earliest } });
	}
	return points;
}

function subjectPoints(draft: Draft): Point[] {
	const there = {
		duties: draft.duties.length > 0,
		milestones: draft.milestones.length > 0,
		costs: draft.items.some(({ years }) => years.some(({ cents }) => cents > 0n)),
		commitments: draft.commitments.length > 0,
	};
	const chapters = { duties: "duties", milestones: "duties", costs: "costs", commitments: "cover" } as const;
	const points: Point[] = [];
	const { subjects, plan } = gatesOf(draft.type);
	for (const entry of mandatorySubjects) {
		if (subjects && !subjects.includes(entry.subject)) continue;
		const block = draft.blocks.find(({ key }) => key === entry.block);
		if (!block || block.text.trim() === "") {
			const values = { subject: entry.subject, heading: block?.heading ?? entry.block };
			points.push({ code: "subject-missing", chapter: "block", block: entry.block, values });
		}
		if (plan && "needs" in entry && !there[entry.needs]) {
			points.push({ code: "data-missing", chapter: chapters[entry.needs], values: { subject: entry.subject } });
		}
	}
	return points;
}

function moneyPoints(draft: Draft): Point[] {
	const points: Point[] = [];
	for (const item of draft.items) {
		if (!item.years.some(({ cents }) => cents > 0n)) {
			points.push({ code: "item-empty", chapter: "costs", values: { item: item.label } });
		}
		const refusals = item.years.flatMap(({ cents }) => {
			const shares = distribute(cents, item);
			return shares.done ? [] : shares.refusals;
		});
		// The same key fails in every year in the same way: once is enough.
		for (const refusal of new Map(refusals.map((refusal) => [refusal.code, refusal])).values()) {
			points.push({ ...refusal, chapter: "costs", values: { ...refusal.values, item: item.label } });
		}
	}
	points.push(
		...missingOfCosts(draft).map((problem) => ({
			...problem,
			chapter: problem.code === "basis-source-missing" ? ("costs" as const) : ("cover" as const),
		})),
	);
	const costs = draft.items.flatMap(({ years }) => years);
	points.push(
		...coverageProblems(coverageOf(costs, draft.cover, draft.fundingEnd)).map((problem) => ({
			...problem,
			chapter: "cover" as const,
		})),
	);
	const goesOn = draft.amends?.kind !== "cancellation";
	if (goesOn && draft.pilotEnd && runsOn(draft.items, draft.pilotEnd) && draft.commitments.length > 0) {
		points.push(
			...commitmentProblems(draft.pilotEnd, draft.agreedMonths, draft.commitments).map((problem) => ({
				...problem,
				chapter: "cover" as const,
			})),
		);
	}
	return points;
}

/** Whether anything of the running costs falls into or after the year in which the pilot ends. */
function runsOn(items: readonly CostPlanItem[], pilotEnd: string): boolean {
	const last = Number(pilotEnd.slice(0, 4));
	return items.some(
		({ costClass, years }) =>
			running.includes(costClass) && years.some(({ year, cents }) => year >= last && cents > 0n),
	);
}
