import { expect, test } from "vitest";
import type { CostPlanItem } from "./cost-item";
import { forecastFrom, missingOfCosts, notesOf } from "./cost-plan";
import type { CoverLine } from "./coverage";

const parties = [
	{ id: "a", name: "Mayen" },
	{ id: "b", name: "Andernach" },
];
const item = (given: Partial<CostPlanItem> = {}): CostPlanItem => ({
	id: "i",
	label: "Betrieb",
	costClass: "operation",
	key: "inhabitants",
	tax: "gross",
	basis: [
		{ party: "a", value: 2n },
		{ party: "b", value: 1n },
	],
	restParty: null,
	sources: parties.map(({ id }) => ({ party: id, source: "Gemeindeverzeichnis", asOf: "2024-12-31" })),
	years: [{ year: 2029, cents: 300n }],
	...given,
});
const line = (given: Partial<CoverLine>): CoverLine => ({
	year: 2029,
	label: "Mayen",
	cents: 100n,
	standing: "open",
	bearer: "Kämmerei",
	...given,
});
const missing = (items: CostPlanItem[], ...cover: CoverLine[]) =>
	missingOfCosts({ items, cover, parties }).map(({ code }) => code);
const notes = (items: CostPlanItem[], today = "2026-11-22") =>
	notesOf({ items, cover: [], parties }, today).map(({ code }) => code);
const capped = item({
	basis: [
		{ party: "a", value: 2n, cap: 150n },
		{ party: "b", value: 1n, cap: 50n },
	],
});

test("figures of inhabitants need source and key date; other keys do not", () => {
	expect(missing([item()])).toEqual([]);
	expect(missing([item({ sources: [] })])).toEqual(["basis-source-missing", "basis-source-missing"]);
	expect(missing([item({ sources: [], key: "usage" })])).toEqual([]);
});

test("what nobody bears above all caps needs an open line with a name", () => {
	expect(missing([capped])).toEqual(["share-gap"]);
	expect(missing([capped], line({ cents: 99n }))).toEqual(["share-gap"]);
	expect(missing([capped], line({ bearer: " " }))).toEqual(["share-gap"]);
	expect(missing([capped], line({ standing: "secured" }))).toEqual(["share-gap"]);
	expect(missing([capped], line({}))).toEqual([]);
});

test("a reserve that does not hold keeps from freezing", () => {
	expect(missing([item()], line({ kind: "reserve", standing: "secured" }))).toEqual(["reserve-overdrawn"]);
});

test("notes: mixed and unclear taxes, inhabitants older than 24 months, reviews, what nobody bears", () => {
	expect(notes([item()])).toEqual([]);
	expect(notes([item(), item({ tax: "net" })])).toEqual(["tax-mixed"]);
	expect(notes([item({ tax: "unclear" })])).toEqual(["tax-unclear"]);
	expect(notes([item()], "2026-12-31")).toEqual([]);
	expect(notes([item()], "2027-01-01")).toEqual(["inhabitants-old"]);
	expect(notes([capped])).toEqual(["share-unborne"]);
	const index = {
		basis: "VPI",
		baseYear: 2026,
		perYear: 20_000n,
		threshold: 50_000n,
		cap: null,
		effect: "review" as const,
	};
	expect(notes([item({ index })])).toEqual(["index-review"]);
	expect(notes([item({ index: { ...index, threshold: 900_000n } })])).toEqual([]);
});

test("years after the key date are a forecast", () => {
	expect(forecastFrom(item())).toBe(2025);
	expect(forecastFrom(item({ key: "equal" }))).toBeNull();
});
