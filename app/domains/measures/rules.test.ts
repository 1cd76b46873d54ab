import { describe, expect, it } from "vitest";
import { type ExitReason, missingForExit, type Remainder } from "./exit";
import { exceptionOn, missingForPilot, type PilotState } from "./pilot-gate";
import { dayRefused, missingForOperation, nextStages, type Stage, stages, stepBetween } from "./stage";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("stages", () => {
	const allowed = new Set([
		"IDEA→PREPARATION",
		"PREPARATION→PILOT",
		"PILOT→REGULAR",
		"IDEA→ENDED",
		"PREPARATION→ENDED",
		"PILOT→ENDED",
		"REGULAR→ENDED",
	]);
	const pairs = stages.flatMap((from) => stages.map((to): [Stage, Stage] => [from, to]));
	it.each(pairs)("%s → %s", (from, to) => {
		expect(stepBetween(from, to) !== null).toBe(allowed.has(`${from}→${to}`));
	});

	it("asks the gate before the pilot and nowhere else", () => {
		expect(stepBetween("PREPARATION", "PILOT")?.asks).toBe("pilot-gate");
		expect(stepBetween("IDEA", "PREPARATION")?.asks).toBeNull();
	});

	it("has two equal exits from a pilot and none from the end", () => {
		expect(nextStages("PILOT")).toEqual(["REGULAR", "ENDED"]);
		expect(nextStages("ENDED")).toEqual([]);
	});

	it.each([
		["today", "2026-11-21", null],
		["the day of the last step", "2026-11-01", null],
		["tomorrow", "2026-11-22", "day-in-future"],
		["before the last step", "2026-10-31", "day-before-last-step"],
	])("a step dated %s", (_name, on, refused) => {
		expect(dayRefused({ on: day(on), today: day("2026-11-21"), lastStep: day("2026-11-01") })).toBe(refused);
	});

	it("knows what operation needs", () => {
		const whole = { runningCostCents: 0n, payer: "Landkreis", responsiblePostId: "post" };
		expect(missingForOperation(whole)).toEqual([]);
		expect(missingForOperation({ runningCostCents: null, payer: " ", responsiblePostId: null })).toEqual([
			"operation-post-missing",
			"operation-cost-missing",
			"operation-payer-missing",
		]);
	});
});

describe("the pilot's gate", () => {
	const today = day("2026-11-21");
	const whole: PilotState = {
		responsiblePostId: "post",
		pilotFrom: day("2026-11-01"),
		pilotUntil: day("2027-05-01"),
		stopCriteria: 1,
		agreementInForce: true,
		exceptions: [],
	};
	const exception = { validFrom: day("2026-11-21"), validUntil: day("2026-12-01") };
	it.each<[string, Partial<PilotState>, string[]]>([
		["open", {}, []],
		["nobody responsible", { responsiblePostId: null }, ["pilot-post-missing"]],
		["no start", { pilotFrom: null }, ["pilot-start-missing"]],
		["no end", { pilotUntil: null }, ["pilot-end-missing"]],
		["begins today", { pilotFrom: today }, []],
		["begins tomorrow", { pilotFrom: day("2026-11-22") }, ["pilot-too-early"]],
		["over since today", { pilotUntil: today }, ["pilot-over"]],
		["last day is today", { pilotUntil: day("2026-11-22") }, []],
		["no stop criterion", { stopCriteria: 0 }, ["pilot-criteria-missing"]],
		["no agreement", { agreementInForce: false }, ["pilot-agreement-missing"]],
		["an exception instead", { agreementInForce: false, exceptions: [exception] }, []],
		[
			"an exception that is over",
			{ agreementInForce: false, exceptions: [{ ...exception, validUntil: today }] },
			["pilot-agreement-missing"],
		],
		[
			"an exception of tomorrow",
			{ agreementInForce: false, exceptions: [{ ...exception, validFrom: day("2026-11-22") }] },
			["pilot-agreement-missing"],
		],
		[
			"an exception replaces the agreement only",
			{ agreementInForce: false, exceptions: [exception], stopCriteria: 0, responsiblePostId: null },
			["pilot-post-missing", "pilot-criteria-missing"],
		],
	])("%s", (_name, change, missing) => expect(missingForPilot({ ...whole, ...change }, today)).toEqual(missing));

	it("names the exception of the day", () => {
		expect(exceptionOn([exception], today)).toBe(exception);
		expect(exceptionOn([exception], day("2026-12-01"))).toBeNull();
	});
});

describe("an orderly end", () => {
	const part: Remainder = { name: "Sensoren", fate: "continue", recipient: null };
	it.each<[string, { reasons?: ExitReason[]; explanation?: string; parts?: Remainder[] }, string[]]>([
		["whole", {}, []],
		["no reason", { reasons: [] }, ["exit-reason-missing"]],
		["blank explanation", { explanation: " " }, ["exit-explanation-missing"]],
		["nothing said about what remains", { parts: [] }, ["exit-remainder-missing"]],
		["transferred to nobody", { parts: [part, { ...part, fate: "transfer" }] }, ["exit-recipient-missing"]],
		["handed over", { parts: [{ ...part, fate: "hand-over", recipient: "Stadtwerke" }] }, []],
		["deleted", { parts: [{ ...part, fate: "delete" }] }, []],
	])("%s", (_name, change, codes) => {
		const ending = { reasons: ["partner-left" as const], explanation: "Der Verein löst sich auf.", parts: [part] };
		expect(missingForExit({ ...ending, ...change }).map(({ code }) => code)).toEqual(codes);
	});
});
