import { describe, expect, test } from "vitest";
import { type Compared, conflictsOf } from "./conflicts";

const fine: Compared = {
	type: "cooperation",
	endsOn: "2032-01-01",
	agreedMonths: 24,
	blocks: [{ key: "ende", text: "Gilt bis Ende 2031. Danach gehört die Technik den Kommunen." }],
	items: [{}],
	commitments: [{ until: "2031-12-31" }],
	noticePeriod: null,
	milestones: [{ title: "Auswertung", day: "2031-12-31" }],
	particulars: {
		boundUntil: "2031-12-31",
		fundingConditions: [{ id: "f", party: "a", text: "Förderschild", evidence: "", source: "", dueOn: "2030-01-01" }],
		informationDuties: [
			{ id: "i", party: "a", subject: "Stand", recipient: "alle", rhythm: "yearly", firstOn: "2030-01-01" },
		],
	},
};
const ending = (text: string): Partial<Compared> => ({ blocks: [{ key: "ende", text }] });
const codes = (changes: Partial<Compared>) => conflictsOf({ ...fine, ...changes }).map(({ code }) => code);

describe("two clauses that do not go together (behaviour 9)", () => {
	test.each<[string, Partial<Compared>, string[]]>([
		["nothing", {}, []],
		["no end: nothing lies behind it", { endsOn: null, commitments: [{ until: "2099-12-31" }] }, []],
		["the promise outlives the agreement", { commitments: [{ until: "2032-01-01" }] }, ["term-before-commitment"]],
		[
			"so does the binding",
			{ particulars: { ...fine.particulars, boundUntil: "2033-06-30" } },
			["term-before-binding"],
		],
		["a milestone after the end", { milestones: [{ title: "Abbau", day: "2032-01-01" }] }, ["milestone-after-term"]],
		[
			"all lines after an early end",
			{ endsOn: "2029-01-01", commitments: [], milestones: [] },
			["term-before-binding", "condition-after-term", "information-after-term"],
		],
		["notice of six months", ending("Kündigung mit einer Frist von sechs Monaten."), ["notice-before-commitment"]],
		["in digits", ending("Kündbar mit 12 Monaten Frist zum Jahresende."), ["notice-before-commitment"]],
		["as long as the promise", ending("Kündigung mit einer Frist von 24 Monaten."), []],
		["not before the promise is kept", ending("Kündigung mit 6 Monaten Frist, frühestens zum Ende der Zusage."), []],
		["months of something else", ending("Nach drei Monaten wird die Technik übergeben."), []],
		[
			"as data, shorter than the promise",
			{ noticePeriod: { months: 12, firstEnd: null } },
			["notice-before-commitment"],
		],
		["as data, not before the promise ends", { noticePeriod: { months: 12, firstEnd: "2031-12-31" } }, []],
		[
			"the clause says six months, the field twelve",
			{ ...ending("Kündigung mit 6 Monaten Frist."), noticePeriod: { months: 12, firstEnd: "2031-12-31" } },
			["notice-differs"],
		],
		[
			"both say the same",
			{ ...ending("Kündigung mit zwölf Monaten Frist."), noticePeriod: { months: 12, firstEnd: "2031-12-31" } },
			[],
		],
		["an intent that pays", { type: "intent" }, ["intent-with-money"]],
	])("%s", (_, changes, expected) => {
		expect(codes(changes)).toEqual(expected);
	});
});
