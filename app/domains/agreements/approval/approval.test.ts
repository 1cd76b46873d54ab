import { describe, expect, test } from "vitest";
import { type ApprovalPlan, approvalOn, deemedDay } from "./approval";

const plan: ApprovalPlan = { authority: "Bezirksregierung", norm: "§ 24 GkG NRW", deemedWeeks: 4, publication: true };
const none = () => false;

describe("the day from which silence is approval", () => {
	test.each([
		["a Thursday: four weeks later, the day after", "2026-10-01", "2026-10-30"],
		["the last day is a Saturday", "2026-10-03", "2026-11-03"],
		["the last day is a Sunday", "2026-10-04", "2026-11-03"],
	])("%s", (_, submitted, deemed) => {
		expect(deemedDay(submitted, 4, none)).toBe(deemed);
	});
	test("a holiday at the end moves it on", () => {
		expect(deemedDay("2026-11-27", 4, (day) => day.toString() === "2026-12-25")).toBe("2026-12-29");
	});
});

describe("where it stands", () => {
	test.each([
		["nothing was handed in", {}, "2026-12-01", "not-submitted", ["submitted"], null],
		["the authority has time", { submitted: "2026-10-01" }, "2026-10-29", "pending", ["granted", "refused"], null],
		["it was silent", { submitted: "2026-10-01" }, "2026-10-30", "deemed", ["published"], null],
		["it refused", { submitted: "2026-10-01", refused: "2026-10-20" }, "2026-12-01", "refused", [], null],
		["it granted", { submitted: "2026-10-01", granted: "2026-10-10" }, "2026-10-11", "granted", ["published"], null],
		[
			"published: the day after",
			{ submitted: "2026-10-01", granted: "2026-10-10", published: "2026-10-15" },
			"2026-10-15",
			"granted",
			[],
			"2026-10-16",
		],
	] as const)("%s", (_, steps, day, word, next, clearedOn) => {
		expect(approvalOn(plan, steps, day, none)).toMatchObject({ word, next, clearedOn });
	});
	test("without publication it counts from the approval on, granted or by silence", () => {
		const quiet = { ...plan, publication: false };
		expect(approvalOn(quiet, { submitted: "2026-10-01", granted: "2026-10-10" }, "2026-10-12", none).clearedOn).toBe(
			"2026-10-10",
		);
		expect(approvalOn(quiet, { submitted: "2026-10-01" }, "2026-11-20", none).clearedOn).toBe("2026-10-30");
	});
	test("where silence is no approval it stays pending", () => {
		const strict = { ...plan, deemedWeeks: null };
		expect(approvalOn(strict, { submitted: "2020-10-01" }, "2026-12-01", none)).toMatchObject({
			word: "pending",
			deemedOn: null,
		});
	});
});
