import { describe, expect, it } from "vitest";
import { type MinutesContent, missingContent, publicVersion, type SignatureRole } from "./content";
import { stateOn } from "./state";

const bench = { bench: "citizens", electorate: 2, present: 2, yes: 2, no: 0, abstain: 0 } as const;
const decision = {
	code: "ABCD2345",
	title: "Rufbus",
	wording: "Wir empfehlen einen Rufbus.",
	hash: "f".repeat(64),
	rule: ["Mehrheit."],
	result: "adopted",
	benches: [bench],
	biased: [],
};
const content: MinutesContent = {
	group: "Arbeitskreis Mobilität",
	title: "Dritte Sitzung",
	day: "2026-11-21",
	startsAt: "2026-11-21T17:00:00.000Z",
	place: "Kreishaus",
	isPublic: true,
	presidedBy: "chair",
	minuteTaker: "clerk",
	participants: [
		{ key: "chair", bench: "politics", function: "chair", present: true, representedBy: null, from: null, until: null },
		{ key: "one", bench: "citizens", function: "member", present: true, representedBy: "two", from: null, until: null },
	],
	items: [
		{
			position: 1,
			title: "Rufbus",
			isPublic: true,
			notes: [
				{ text: "Offen gesagt.", speaker: "one", isPublic: true },
				{ text: "Nur unter uns.", speaker: "two", isPublic: false },
			],
			tasks: ["Angebot einholen"],
			decisions: [decision],
		},
		{
			position: 2,
			title: "Personalsache",
			isPublic: false,
			notes: [{ text: "Vertraulich.", speaker: "hidden", isPublic: true }],
			tasks: [],
			decisions: [{ ...decision, code: "CLOSED23", title: "Personal" }],
		},
	],
};
const names = new Map([
	["chair", { name: "Vera", isPublic: true }],
	["clerk", { name: "Petra", isPublic: false }],
	["one", { name: "Geheime Bürgerin", isPublic: false }],
	["two", { name: null, isPublic: true }],
	["hidden", { name: "Niemand", isPublic: false }],
]);

describe("the minimum content (§ 41 GemO RLP)", () => {
	const both: SignatureRole[] = ["chair", "minute-taker"];
	const [first] = content.items;
	if (!first) throw new Error("no item");
	const withDecision = (change: object) => ({
		...content,
		items: [{ ...first, decisions: [{ ...decision, ...change }] }],
	});
	it.each([
		["nothing", content, both, []],
		["the place", { ...content, place: " " }, both, ["place"]],
		[
			"participants",
			{ ...content, participants: content.participants.map((one) => ({ ...one, present: false })) },
			both,
			["participants"],
		],
		["the agenda", { ...content, items: [] as MinutesContent["items"] }, both, ["agenda"]],
		["a wording", withDecision({ wording: "" }), both, ["wording"]],
		["a result", withDecision({ result: null }), both, ["result"]],
		["a count", withDecision({ benches: [{ ...bench, yes: null }] }), both, ["result"]],
		["the chair's signature", content, both.slice(1), ["chair-signature"]],
		["the minute-taker's", content, both.slice(0, 1), ["minute-taker-signature"]],
		[
			"several",
			{ ...content, place: "", items: [] as MinutesContent["items"] },
			[],
			["place", "agenda", "chair-signature", "minute-taker-signature"],
		],
	] as const)("names %s", (_, given, signed, missing) => {
		expect(missingContent(given as MinutesContent, signed).map(({ code }) => code)).toEqual(missing);
	});
});

describe("the public version", () => {
	const shown = publicVersion(content, names);
	it("has no closed item, no internal note and no name that is not public", () => {
		const text = JSON.stringify([shown.content, [...shown.names]]);
		for (const word of [
			"Personal",
			"Vertraulich",
			"Nur unter uns",
			"Geheime",
			"Petra",
			"Niemand",
			"Angebot einholen",
		]) {
			expect(text).not.toContain(word);
		}
		expect(text).toContain("Vera");
		expect(text).toContain("Offen gesagt.");
	});
	it("keeps seats and counts, and says how much is left out", () => {
		expect(shown.content.participants).toEqual(content.participants);
		expect(shown.content.items[0]?.decisions).toEqual([decision]);
		// petra wrote, "one" sat and spoke; who spoke only under the closed item is not counted
		expect(shown.omitted).toEqual({ items: 1, notes: 1, names: 2 });
	});
});

describe("the state", () => {
	const on = (day: string) => new Date(`${day}T00:00:00Z`);
	const dated = { circulatedAt: new Date("2026-11-22T10:00:00Z"), objectionsUntil: on("2026-12-06"), finalAt: null };
	it.each([
		["draft", { ...dated, circulatedAt: null, objectionsUntil: null }, "2026-12-24"],
		["objections", dated, "2026-12-06"],
		["closing", dated, "2026-12-07"],
		["final", { ...dated, finalAt: new Date() }, "2026-12-01"],
	] as const)("is %s", (state, given, day) => {
		expect(stateOn(given, on(day))).toBe(state);
	});
});
