import { describe, expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { nextStages, type Requested, requestState } from "./project";
import { staffMessages } from "./staff-messages";

const now = new Date("2026-11-22T10:00:00Z");
const open: Requested = {
	publishedAt: new Date("2026-11-01T10:00:00Z"),
	stage: "planning",
	participation: "no",
	reachedAt: null,
	requestAnsweredAt: null,
};

describe("asking for participation", () => {
	const cases: [string, Partial<Requested>, ReturnType<typeof requestState>][] = [
		["is possible where nobody is asked", {}, "open"],
		["is possible where it is undecided", { participation: "open" }, "open"],
		["is needless where people are asked anyway", { participation: "yes" }, "none"],
		["is not possible before it is public", { publishedAt: null }, "none"],
		["is not possible before its day", { publishedAt: new Date("2026-11-23T10:00:00Z") }, "none"],
		["is not possible once it is done", { stage: "done" }, "none"],
		["is not possible once it is given up", { stage: "dropped" }, "none"],
		["goes on when enough have asked", { reachedAt: now }, "reached"],
		["ends with the answer", { reachedAt: now, requestAnsweredAt: now }, "answered"],
		[
			"the answer stays when the project is done",
			{ reachedAt: now, requestAnsweredAt: now, stage: "done" },
			"answered",
		],
		["the answer stays when it was yes", { reachedAt: now, requestAnsweredAt: now, participation: "yes" }, "answered"],
	];
	it.each(cases)("%s", (_, given, expected) => {
		expect(requestState({ ...open, ...given }, now)).toBe(expected);
	});
});

it("stages go on, or the project is given up; nothing follows the end", () => {
	expect(nextStages("idea")).toEqual(["planning", "decided", "under-way", "done", "dropped"]);
	expect(nextStages("under-way")).toEqual(["done", "dropped"]);
	expect(nextStages("done")).toEqual([]);
	expect(nextStages("dropped")).toEqual([]);
});

it("every word stands in both languages", () => {
	for (const texts of [messages, staffMessages, letterMessages]) expect(missingTexts(texts)).toEqual([]);
});
