import { describe, expect, it } from "vitest";
import {
	beginsLater,
	daysLeft,
	daysOf,
	isOpen,
	lastMomentFor,
	momentsOf,
	nextChange,
	nextOpeningFor,
	switchesNow,
} from "./phase";

const june = { ...momentsOf("2026-06-01", "2026-06-30"), switches: ["contribute", "support"] };
const overlap = { ...momentsOf("2026-06-20", "2026-07-10"), switches: ["support", "results"] };
const at = (text: string) => new Date(text);

describe("a phase is half-open and lives by German days", () => {
	it.each([
		["2026-05-31T23:59:59+02:00", false],
		["2026-06-01T00:00:00+02:00", true],
		["2026-06-30T23:59:59.999+02:00", true],
		["2026-07-01T00:00:00+02:00", false],
	])("%s → open %s", (moment, open) => expect(isOpen(june, at(moment))).toBe(open));

	it("'until 30 June' closes on 1 July at 0:00 in Germany", () => {
		expect(june.closesAt.toISOString()).toBe("2026-06-30T22:00:00.000Z");
	});

	it.each([
		["2026-03-29", "2026-03-29", 23],
		["2026-10-25", "2026-10-25", 25],
		["2026-06-01", "2026-06-01", 24],
	])("%s to %s lasts %i hours", (first, last, hours) => {
		const { opensAt, closesAt } = momentsOf(first, last);
		expect((closesAt.getTime() - opensAt.getTime()) / 3_600_000).toBe(hours);
		expect(daysOf({ opensAt, closesAt })).toEqual({ firstDay: first, lastDay: last });
	});
});

describe("what is switched on", () => {
	it.each([
		["2026-05-01T12:00:00Z", []],
		["2026-06-10T12:00:00Z", ["contribute", "support"]],
		["2026-06-25T12:00:00Z", ["contribute", "support", "results"]],
		["2026-07-05T12:00:00Z", ["support", "results"]],
		["2026-08-01T12:00:00Z", []],
	])("%s → %j", (moment, on) => expect([...switchesNow([june, overlap], at(moment))]).toEqual(on));

	it("ignores words that are no switch", () => {
		expect(switchesNow([{ ...june, switches: ["fly"] }], at("2026-06-10T12:00:00Z")).size).toBe(0);
	});
});

describe("dates to name", () => {
	it.each([
		["2026-05-01T00:00:00Z", { at: june.opensAt, what: "opens" }],
		["2026-06-01T12:00:00Z", { at: overlap.opensAt, what: "opens" }],
		["2026-06-25T00:00:00Z", { at: june.closesAt, what: "closes" }],
		["2026-08-01T00:00:00Z", null],
	])("after %s comes %j", (moment, change) => expect(nextChange([june, overlap], at(moment))).toEqual(change));

	it("names the closing where one phase follows another, whatever their order", () => {
		const july = { ...momentsOf("2026-07-01", "2026-07-31"), switches: ["comment"] };
		const change = { at: june.closesAt, what: "closes" };
		expect(nextChange([june, july], at("2026-06-15T12:00:00Z"))).toEqual(change);
		expect(nextChange([july, june], at("2026-06-15T12:00:00Z"))).toEqual(change);
	});

	it("knows the last moment and the next opening of a switch", () => {
		expect(lastMomentFor([june, overlap], "support")).toEqual(overlap.closesAt);
		expect(lastMomentFor([june], "vote")).toBeNull();
		expect(nextOpeningFor([june], "contribute", at("2026-05-01T00:00:00Z"))).toEqual(june.opensAt);
		expect(nextOpeningFor([june], "contribute", at("2026-06-02T00:00:00Z"))).toBeNull();
	});

	it.each([
		["2026-06-30T20:00:00Z", 1],
		["2026-06-30T05:00:00Z", 1],
		["2026-06-18T12:00:00Z", 13],
	])("at %s there are %i days left", (moment, left) => expect(daysLeft(june.closesAt, at(moment))).toBe(left));
});

describe("what begins later than taking part", () => {
	const phase = (from: string, ...switches: string[]) => ({ ...momentsOf(from, "2026-06-30"), switches });
	it.each([
		[[phase("2026-06-01", "annotate")], false],
		[[phase("2026-06-01", "contribute"), phase("2026-06-10", "annotate")], true],
		[[phase("2026-06-10", "annotate"), phase("2026-06-01")], true],
		[[phase("2026-06-10", "annotate"), phase("2026-06-01", "results")], false],
		[[phase("2026-06-01", "contribute")], false],
	])("case %#", (phases, later) => expect(beginsLater(phases, "annotate")).toBe(later));
});
