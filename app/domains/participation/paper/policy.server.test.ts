import { describe, expect, test } from "vitest";
import type { Timed } from "../processes/process";
import { takesPaper } from "./policy.server";

const now = new Date("2026-06-15T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const phase = (switches: string[], first: number, last: number) => ({
	switches,
	opensAt: days(first),
	closesAt: days(last),
});
const running: Timed & { spaceIsOpen: boolean } = {
	publishedAt: days(-10),
	archivedAt: null,
	spaceIsOpen: true,
	phases: [phase(["contribute", "comment"], -5, 5)],
};

describe("paper is taken by a process", () => {
	test.each<[string, Partial<typeof running>, boolean]>([
		["that runs without a phase of this kind", { phases: [phase(["annotate"], -5, 5)] }, false],
		["before its phase", { phases: [phase(["contribute"], 1, 5)] }, false],
		["during its phase", {}, true],
		["after its phase, because paper arrives late", { phases: [phase(["contribute"], -5, -1)] }, true],
		["of a place that is not open", { spaceIsOpen: false }, false],
		["that is a draft", { publishedAt: null }, false],
		["that is archived", { archivedAt: days(-1) }, false],
	])("%s", (_, given, takes) => {
		expect(takesPaper({ ...running, ...given }, "idea", now)).toBe(takes);
	});

	test("for a comment only where comments are asked for", () => {
		expect(takesPaper(running, "comment", now)).toBe(true);
		expect(takesPaper(running, "annotation", now)).toBe(false);
	});
});
