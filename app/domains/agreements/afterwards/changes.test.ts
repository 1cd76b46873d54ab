import { expect, test } from "vitest";

import { amendmentNumber } from "./amendment";
import { type Compared, changesBetween } from "./changes";

const before: Compared = {
	dates: {
		effectiveOn: "2026-01-01",
		pilotStart: "2026-02-01",
		pilotEnd: "2027-01-31",
		fundingEnd: null,
		endsOn: null,
		agreedMonths: 24,
	},
	parties: [{ name: "Mayen", role: "lead", signatories: ["Bürgermeister"] }],
	blocks: [
		{ key: "ende", heading: "Ende", text: "Frist zwölf Monate." },
		{ key: "rollen", heading: "Rollen", text: "Wie bisher." },
	],
	duties: [],
	milestones: [],
	items: [
		{
			label: "Betrieb",
			parties: ["Mayen", "Thür"],
			years: [{ year: 2027, cents: "100", shares: ["50", "50"] }],
		},
	],
	cover: [],
	commitments: [{ party: "Thür", from: "2027-02-01", until: "2029-01-31", basis: "Beschluss", adjustment: "keine" }],
	noticePeriod: null,
};

test("the same twice is no change", () => {
	const { dates, blocks, amounts, parties } = changesBetween(before, structuredClone(before));
	expect([dates, blocks, amounts, parties.added, parties.removed]).toEqual([[], [], [], [], []]);
});

test("a frozen version spells its keys in another order, and a draft has ids: neither is a change", () => {
	const turned = structuredClone(before);
	turned.commitments = before.commitments.map(({ party, from, until, basis, adjustment }) => ({
		id: "of the draft",
		adjustment,
		basis,
		until,
		from,
		party,
	}));
	const { commitments } = changesBetween(before, turned);
	expect([commitments.added, commitments.removed]).toEqual([[], []]);
});

test("clauses, amounts, dates and commitments, each with what was and what is", () => {
	const after = structuredClone(before);
	after.dates.agreedMonths = 12;
	const [block] = after.blocks;
	if (block) block.text = "Frist sechs Monate.";
	const [item] = after.items;
	if (item)
		item.years = [
			{ year: 2027, cents: "100", shares: ["40", "60"] },
			{ year: 2028, cents: "100", shares: ["40", "60"] },
		];
	const [promise] = after.commitments;
	if (promise) promise.until = "2028-01-31";
	const changes = changesBetween(before, after);
	expect(changes.dates).toEqual([{ key: "agreedMonths", before: "24", after: "12" }]);
	expect(changes.blocks).toEqual([
		{ key: "ende", heading: "Ende", before: "Frist zwölf Monate.", after: "Frist sechs Monate." },
	]);
	expect(changes.amounts).toEqual([
		{ label: "Betrieb", year: 2027, party: "Mayen", before: "50", after: "40" },
		{ label: "Betrieb", year: 2027, party: "Thür", before: "50", after: "60" },
		{ label: "Betrieb", year: 2028, party: null, before: null, after: "100" },
		{ label: "Betrieb", year: 2028, party: "Mayen", before: null, after: "40" },
		{ label: "Betrieb", year: 2028, party: "Thür", before: null, after: "60" },
	]);
	expect([changes.commitments.removed.length, changes.commitments.added.length]).toEqual([1, 1]);
});

test.each([
	["PV-2026-0001", 1, "PV-2026-0001-N1"],
	["PV-2026-0001-N1", 1, "PV-2026-0001-N2"],
	["PV-2026-0001-N2", 3, "PV-2026-0001-N5"],
])("%s, amendment %d", (amended, count, number) => {
	expect(amendmentNumber(amended, count)).toBe(number);
});

test("a period of notice and the amount of a promise are told, before and after", () => {
	const agreed = { months: 6, towards: "year" as const, firstEnd: null, form: "text" as const };
	const promised = { ...before, commitments: before.commitments.map((one) => ({ ...one, yearly: "10000" })) };
	expect(changesBetween(before, { ...before, noticePeriod: agreed }).noticePeriod).toEqual({
		added: [agreed],
		removed: [],
	});
	const spelled = { form: "text" as const, firstEnd: null, towards: "year" as const, months: 6 };
	expect(
		changesBetween({ ...before, noticePeriod: agreed }, { ...before, noticePeriod: spelled }).noticePeriod,
	).toEqual({ added: [], removed: [] });
	const { added, removed } = changesBetween(before, promised).commitments;
	expect([added, removed].map((list) => list.map(({ yearly }) => yearly))).toEqual([["10000"], [undefined]]);
});
