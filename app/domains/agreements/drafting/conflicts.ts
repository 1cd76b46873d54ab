import type { NoticePeriod } from "../notice-period/notice-period";
import type { Particulars } from "../particulars/particulars";
import type { AgreementType } from "../templates/agreement-type";

/** What two clauses are compared by; days as `YYYY-MM-DD`. */
export type Compared = {
	type: AgreementType;
	endsOn: string | null;
	agreedMonths: number;
	blocks: readonly { key: string; text: string }[];
	items: readonly unknown[];
	commitments: readonly { until: string }[];
	milestones: readonly { title: string; day: string }[];
	noticePeriod: Pick<NoticePeriod, "months" | "firstEnd"> | null;
	particulars: Pick<Particulars, "boundUntil" | "fundingConditions" | "informationDuties">;
};

/** Two clauses that cannot both hold; the blocks by their keys. */
export type Conflict = {
	code:
		| "term-before-commitment"
		| "term-before-binding"
		| "notice-before-commitment"
		| "notice-differs"
		| "milestone-after-term"
		| "condition-after-term"
		| "information-after-term"
		| "intent-with-money";
	between: readonly [string, string];
	values: Record<string, string | number>;
};

/**
 * Clauses that do not go together (behaviour 9). They are shown and do not keep anybody from freezing: parties may mean it.
 */
export function conflictsOf(draft: Compared): Conflict[] {
	return [...conflictsWithTerm(draft), ...conflictOfNotice(draft), ...conflictOfIntent(draft)];
}

function conflictsWithTerm({ endsOn, commitments, milestones, particulars }: Compared): Conflict[] {
	if (endsOn === null) return [];
	const late = (day: string | null): day is string => day !== null && day >= endsOn;
	const conflicts: Conflict[] = [];
	const promised = commitments
		.map(({ until }) => until)
		.toSorted()
		.at(-1);
	if (promised !== undefined && late(promised)) {
		const values = { end: endsOn, day: promised };
		conflicts.push({ code: "term-before-commitment", between: ["ende", "betriebskosten"], values });
	}
	if (late(particulars.boundUntil)) {
		const values = { end: endsOn, day: particulars.boundUntil };
		conflicts.push({ code: "term-before-binding", between: ["ende", "foerderbedingungen"], values });
	}
	for (const { title, day } of milestones.filter((milestone) => late(milestone.day))) {
		conflicts.push({
			code: "milestone-after-term",
			between: ["terminplan", "ende"],
			values: { title, day, end: endsOn },
		});
	}
	for (const { text, dueOn } of particulars.fundingConditions) {
		if (!late(dueOn)) continue;
		const values = { title: text, day: dueOn, end: endsOn };
		conflicts.push({ code: "condition-after-term", between: ["foerderbedingungen", "ende"], values });
	}
	for (const { subject, firstOn } of particulars.informationDuties) {
		if (!late(firstOn)) continue;
		const values = { title: subject, day: firstOn, end: endsOn };
		conflicts.push({ code: "information-after-term", between: ["information", "ende"], values });
	}
	return conflicts;
}

const numerals: Readonly<Record<string, number>> = {
	einem: 1,
	zwei: 2,
	drei: 3,
	vier: 4,
	fünf: 5,
	sechs: 6,
	neun: 9,
	zwölf: 12,
	achtzehn: 18,
	vierundzwanzig: 24,
};

/** "Frist von zwölf Monaten", "sechs Monate zum Jahresende", "drei Monaten Frist". */
const notice = /(\d{1,3}|\p{L}+)\s+Monate?n?/giu;

/** Whoever may leave earlier than the running costs are promised for can leave the promise behind. */
function conflictOfNotice({ blocks, agreedMonths, commitments, noticePeriod }: Compared): Conflict[] {
	const text = blocks.find(({ key }) => key === "ende")?.text ?? "";
	const speaks = /künd(?:ig|bar)|austret/i.test(text);
	const named = speaks ? monthsIn(text) : [];
	if (noticePeriod) {
		const { months, firstEnd } = noticePeriod;
		const conflicts: Conflict[] = [];
		// The clause and the field are both signed: they have to say the same.
		if (named.length > 0 && !named.includes(months)) {
			const values = { months, text: named.join(", ") };
			conflicts.push({ code: "notice-differs", between: ["ende", "ende"], values });
		}
		const kept = commitments.every(({ until }) => firstEnd !== null && firstEnd >= until);
		if (commitments.length > 0 && !kept && months < agreedMonths) {
			const values = { months, agreed: agreedMonths };
			conflicts.push({ code: "notice-before-commitment", between: ["ende", "betriebskosten"], values });
		}
		return conflicts;
	}
	if (commitments.length === 0 || !speaks) return [];
	// The clause itself says that nobody leaves before the promise is kept.
	if (/frühestens|nicht vor|erst nach|ausgeschlossen/i.test(text)) return [];
	const shortest = Math.min(...named);
	if (!Number.isFinite(shortest) || shortest >= agreedMonths) return [];
	const values = { months: shortest, agreed: agreedMonths };
	return [{ code: "notice-before-commitment", between: ["ende", "betriebskosten"], values }];
}

function monthsIn(text: string): number[] {
	const months = Array.from(text.matchAll(notice), ([, word = ""]) => numerals[word.toLowerCase()] ?? Number(word));
	return months.filter((count) => Number.isInteger(count) && count > 0);
}

function conflictOfIntent({ type, items, commitments }: Compared): Conflict[] {
	if (type !== "intent" || items.length + commitments.length === 0) return [];
	return [{ code: "intent-with-money", between: ["ende", "betriebskosten"], values: {} }];
}
