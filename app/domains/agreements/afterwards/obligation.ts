import { Temporal } from "temporal-polyfill";

export const obligationKinds = ["information", "report", "proof", "publicity", "handover", "other"] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** Distance of two dates in months; "once" has one date. */
const monthsOf = { once: 0, monthly: 1, quarterly: 3, "half-yearly": 6, yearly: 12 } as const;
export const obligationRhythms = ["once", "monthly", "quarterly", "half-yearly", "yearly"] as const;
export type ObligationRhythm = (typeof obligationRhythms)[number];

/** So many dates an obligation has at most: monthly for twenty years. */
const mostDates = 240;

/** Without an end they are planned for so long; a renewed agreement or an amendment brings its own. */
const plannedYears = 10;

/**
 * The dates of an obligation, each counted from the first one, so that the 31st comes back after a short month.
 * @param until last day on which one may fall; null: ten years
 */
export function datesOf(firstOn: string, rhythm: ObligationRhythm, until: string | null): string[] {
	const first = Temporal.PlainDate.from(firstOn);
	const months = monthsOf[rhythm];
	if (months === 0) return [firstOn];
	const last = until ?? first.add({ years: plannedYears }).toString();
	const dates: string[] = [];
	for (let index = 0; index < mostDates; index += 1) {
		const day = first.add({ months: index * months }).toString();
		if (day > last) break;
		dates.push(day);
	}
	return dates;
}

export type DateState = "done" | "overdue" | "soon" | "later" | "void" | "waived";

/** So many days before its date an obligation stands under what is to be done. */
export const soonDays = 30;

/**
 * How one date of an obligation stands on a day.
 * @param over first day on which the agreement no longer counts; dates from then on are void, earlier ones stay owed
 */
export function dateState(
	{ dueOn, doneOn, waivedOn = null }: { dueOn: string; doneOn: string | null; waivedOn?: string | null },
	day: string,
	over: string | null,
): DateState {
	if (doneOn !== null) return "done";
	if (waivedOn !== null) return "waived";
	if (over !== null && dueOn >= over) return "void";
	if (dueOn < day) return "overdue";
	return dueOn <= Temporal.PlainDate.from(day).add({ days: soonDays }).toString() ? "soon" : "later";
}

/** An obligation as it follows from what was signed; parties by their place in the contract. */
export type Derived = {
	party: number;
	kind: ObligationKind;
	title: string;
	recipient: string;
	rhythm: ObligationRhythm;
	firstOn: string;
	origin: string;
};

/** What of a frozen content makes obligations; information duties and conditions are there when they were agreed. */
type Promised = {
	dates: { fundingEnd: string | null };
	parties: readonly { place: number; role: string; organisation: { name: string } }[];
	milestones: readonly { title: string; day: string }[];
	informationDuties?: readonly {
		party: number;
		subject: string;
		recipient: string;
		rhythm: string;
		firstOn: string | null;
	}[];
	fundingConditions?: readonly {
		party: number;
		text: string;
		evidence: string;
		source: string;
		dueOn: string | null;
	}[];
};

/**
 * The dated tasks that an agreement brings: milestones and the proof of use for the lead, information duties and funding
 * conditions with a date for whoever promised them. The proof of use is due six months after the funding (ANBest-P Nr. 6.1,
 * the usual period); the grant notice may say otherwise, so its date can be added by hand.
 * @param from first day of force: what lies before it is not owed under this version
 */
export function derivedFrom(content: Promised, from: string): Derived[] {
	const lead = content.parties.find(({ role }) => role === "lead")?.place ?? 1;
	const funder = content.parties.find(({ role }) => role === "funder")?.organisation.name ?? "Fördergeber";
	const { fundingEnd } = content.dates;
	const proof = fundingEnd && Temporal.PlainDate.from(fundingEnd).add({ months: 6 }).toString();
	const all = [
		...content.milestones.map(
			({ title, day }, index): Derived => ({
				party: lead,
				kind: "report",
				title,
				recipient: "alle Parteien",
				rhythm: "once",
				firstOn: day,
				origin: `milestone:${index}`,
			}),
		),
		...(content.informationDuties ?? []).flatMap((duty, index): Derived[] => {
			const rhythm = obligationRhythms.find((known) => known === duty.rhythm);
			if (!rhythm || !duty.firstOn) return [];
			const { party, subject, recipient, firstOn } = duty;
			return [
				{ party, kind: "information", title: subject, recipient, rhythm, firstOn, origin: `information:${index}` },
			];
		}),
		...(content.fundingConditions ?? []).flatMap(({ party, text, evidence, source, dueOn }, index): Derived[] =>
			dueOn === null
				? []
				: [
						{
							party,
							kind: "proof",
							title: evidence === "" ? text : `${text} (${evidence})`,
							recipient: source === "" ? funder : source,
							rhythm: "once",
							firstOn: dueOn,
							origin: `condition:${index}`,
						},
					],
		),
		...(proof
			? [
					{
						party: lead,
						kind: "proof" as const,
						title: "Verwendungsnachweis",
						recipient: funder,
						rhythm: "once" as const,
						firstOn: proof,
						origin: "proof-of-use",
					},
				]
			: []),
	];
	return all.filter(({ firstOn, rhythm }) => rhythm !== "once" || firstOn >= from);
}
