import { describe, expect, test } from "vitest";
import { blocks, mandatorySubjects } from "./blocks";
import { type Draft, whatIsMissing } from "./readiness";

const complete: Draft = {
	type: "cooperation",
	nature: "private-law",
	effectiveOn: "2026-12-01",
	pilotStart: "2027-01-01",
	pilotEnd: "2028-12-31",
	fundingEnd: "2028-12-31",
	endsOn: null,
	agreedMonths: 12,
	parties: [
		{ id: "a", name: "Stadt Mayen", role: "lead", signatories: 1, form: "written", kind: "MUNICIPALITY", within: true },
		{
			id: "b",
			name: "Stadtwerke",
			role: "implementing",
			signatories: 1,
			form: "text",
			kind: "MUNICIPAL_COMPANY",
			within: false,
		},
	],
	blocks: blocks.map(({ key, heading }) => ({ key, heading, text: "Vereinbart." })),
	duties: [{ task: "Betrieb der Sensoren" }],
	milestones: [{ title: "Beginn" }],
	items: [
		{
			id: "i",
			label: "Betrieb",
			costClass: "operation",
			key: "inhabitants",
			basis: [
				{ party: "a", value: 2n },
				{ party: "b", value: 1n },
			],
			restParty: null,
			sources: ["a", "b"].map((party) => ({ party, source: "Gemeindeverzeichnis", asOf: "2025-12-31" })),
			years: [
				{ year: 2028, cents: 100n },
				{ year: 2029, cents: 100n },
			],
		},
	],
	cover: [{ year: 2029, label: "Stadt Mayen", cents: 100n, standing: "secured", bearer: "" }],
	commitments: [{ party: "b", from: "2029-01-01", until: "2029-12-31" }],
};
const codes = (changes: Partial<Draft>, today = "2026-11-21") =>
	whatIsMissing({ ...complete, ...changes }, today).map(({ code }) => code);

test("a complete draft lacks nothing", () => {
	expect(codes({})).toEqual([]);
});

test("the template has ten blocks, and every mandatory subject stands in one of them", () => {
	expect(blocks).toHaveLength(10);
	expect(mandatorySubjects).toHaveLength(11);
	const keys = blocks.map(({ key }) => key);
	expect(mandatorySubjects.filter(({ block }) => !keys.includes(block))).toEqual([]);
});

test("an empty draft names every subject at once", () => {
	const points = whatIsMissing(
		{ ...complete, blocks: [], duties: [], milestones: [], items: [], cover: [], commitments: [], parties: [] },
		"2026-11-21",
	);
	expect(points.filter(({ code }) => code === "subject-missing").map(({ values }) => values?.subject)).toEqual(
		mandatorySubjects.map(({ subject }) => subject),
	);
	expect(points.filter(({ code }) => code === "data-missing").map(({ values }) => values?.subject)).toEqual([
		"handover",
		"finance",
		"cost-scale",
		"time",
		"operating-costs",
	]);
});

describe("what blocks freezing", () => {
	test.each<[string, Partial<Draft>, string[]]>([
		["one party", { parties: complete.parties.slice(0, 1) }, ["parties-too-few", "implementing-missing"]],
		[
			"two leads",
			{ parties: complete.parties.map((party) => ({ ...party, role: "lead" as const })) },
			["lead-not-one", "implementing-missing"],
		],
		[
			"no signatory, no form",
			{ parties: complete.parties.map((party) => ({ ...party, signatories: 0, form: null })) },
			["signatory-missing", "form-unknown", "signatory-missing", "form-unknown"],
		],
		["nature undecided", { nature: "undecided" }, ["nature-undecided"]],
		["no dates", { pilotStart: null }, ["dates-missing"]],
		["pilot ends before it begins", { pilotEnd: "2026-12-31" }, ["dates-order", "commitment-late"]],
		["pilot before it can be in force", { pilotStart: "2026-11-30" }, ["pilot-before-force"]],
		["ends with the pilot", { endsOn: "2028-12-31" }, ["dates-order"]],
		[
			"blocks of blanks",
			{ blocks: complete.blocks.map((block) => ({ ...block, text: " \n" })) },
			Array(11).fill("subject-missing"),
		],
		["a cost chapter without a figure", { items: [], cover: [] }, ["data-missing", "data-missing"]],
		[
			"a percentage key that does not add up",
			{ items: complete.items.map((item) => ({ ...item, key: "fixed-percent" as const })) },
			["share-percent-sum"],
		],
		["a gap after the funding", { cover: [] }, ["cover-gap"]],
		["no commitment", { commitments: [] }, ["data-missing"]],
		["a short commitment", { agreedMonths: 13 }, ["commitment-short"]],
	])("%s", (_, changes, expected) => {
		expect(codes(changes)).toEqual(expected);
	});

	test("the pilot may begin on the day of force, not the day before; time passes for a waiting draft", () => {
		expect(codes({ pilotStart: "2026-12-01" })).toEqual([]);
		expect(codes({}, "2027-01-02")).toEqual(["pilot-before-force"]);
	});
});
