import { expect, test } from "vitest";
import { judgeOnBehalf } from "./on-behalf";

const given = { decidedOn: "2026-11-02", decision: "Ortsgemeinderat, TOP 4", document: false };
const right = { ownPeople: false, spoken: [], given, today: "2026-11-22" };

test.each([
	["by a decision in words", {}, "done"],
	["by its document alone", { given: { ...given, decision: "", document: true } }, "done"],
	["decided today", { given: { ...given, decidedOn: "2026-11-22" } }, "done"],
	["the party has people of its own", { ownPeople: true }, "own-people-decide"],
	["the house has spoken for another side", { spoken: ["lead"] }, "both-sides"],
	["no decision", { given: null }, "decision-missing"],
	["a decision without a day", { given: { ...given, decidedOn: "" } }, "decision-missing"],
	["a day without a decision", { given: { ...given, decision: "  " } }, "decision-missing"],
	["decided tomorrow", { given: { ...given, decidedOn: "2026-11-23" } }, "decision-date"],
])("%s", (_, changes, code) => {
	const outcome = judgeOnBehalf({ ...right, ...changes });
	expect(outcome.done ? "done" : outcome.refusals[0]?.code).toBe(code);
});
