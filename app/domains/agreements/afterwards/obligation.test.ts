import { expect, test } from "vitest";
import { dateState, datesOf, derivedFrom } from "./obligation";

test.each([
	["once", null, ["2027-01-31"]],
	["monthly", "2027-04-30", ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]],
	["quarterly", "2027-10-30", ["2027-01-31", "2027-04-30", "2027-07-31"]],
	["half-yearly", "2028-01-31", ["2027-01-31", "2027-07-31", "2028-01-31"]],
	["yearly", "2027-12-31", ["2027-01-31"]],
] as const)("%s until %s", (rhythm, until, dates) => {
	expect(datesOf("2027-01-31", rhythm, until)).toEqual(dates);
});

test("without an end ten years, and never more than 240", () => {
	expect(datesOf("2027-01-01", "yearly", null).at(-1)).toBe("2037-01-01");
	expect(datesOf("2027-01-01", "monthly", "2199-01-01")).toHaveLength(240);
});

test.each([
	["2027-01-01", null, "2027-01-02", null, "overdue"],
	["2027-01-02", null, "2027-01-02", null, "soon"],
	["2027-02-01", null, "2027-01-02", null, "soon"],
	["2027-02-02", null, "2027-01-02", null, "later"],
	["2027-01-01", "2027-01-05", "2027-02-02", null, "done"],
	["2027-06-01", null, "2027-06-02", "2027-06-01", "void"],
	["2027-05-31", null, "2027-06-02", "2027-06-01", "overdue"],
] as const)("due %s, done %s, today %s, over %s: %s", (dueOn, doneOn, day, over, state) => {
	expect(dateState({ dueOn, doneOn }, day, over)).toBe(state);
});

test("what was signed brings its tasks; what lies before the first day of an amendment does not come again", () => {
	const content = {
		dates: { fundingEnd: "2028-12-31" },
		parties: [
			{ place: 1, role: "lead", organisation: { name: "Mayen" } },
			{ place: 2, role: "funder", organisation: { name: "Land" } },
		],
		milestones: [{ title: "Auswertung", day: "2027-06-01" }],
		informationDuties: [
			{ party: 2, subject: "Störungen", recipient: "alle", rhythm: "on-event", firstOn: null },
			{ party: 2, subject: "Bericht", recipient: "Lenkungskreis", rhythm: "yearly", firstOn: "2027-03-01" },
		],
		fundingConditions: [{ party: 1, text: "Tafel", evidence: "Foto", source: "", dueOn: "2027-04-01" }],
	};
	const titles = (from: string) =>
		derivedFrom(content, from).map(({ title, firstOn, recipient }) => [title, firstOn, recipient]);
	expect(titles("2027-01-01")).toEqual([
		["Auswertung", "2027-06-01", "alle Parteien"],
		["Bericht", "2027-03-01", "Lenkungskreis"],
		["Tafel (Foto)", "2027-04-01", "Land"],
		["Verwendungsnachweis", "2029-06-30", "Land"],
	]);
	expect(titles("2027-07-01").map(([title]) => title)).toEqual(["Bericht", "Verwendungsnachweis"]);
});
