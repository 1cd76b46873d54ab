import { describe, expect, test } from "vitest";
import { after, firstDayOfForce, mayStep, type Step, type StoredState, stateOn, storedStates } from "./state";

const allowed: Record<Step, Partial<Record<StoredState, StoredState>>> = {
	edit: { draft: "draft", presented: "presented" },
	present: { draft: "presented" },
	"take-back": { presented: "draft" },
	freeze: { presented: "frozen" },
	sign: { frozen: "frozen" },
	refuse: { frozen: "presented" },
	withdraw: { frozen: "presented" },
	lapse: { frozen: "presented" },
	conclude: { frozen: "concluded" },
	publish: { concluded: "concluded" },
};

describe.each(Object.keys(allowed) as Step[])("%s", (step) => {
	test.each(storedStates)("in %s", (state) => {
		expect(mayStep(state, step)).toBe(allowed[step][state] !== undefined);
		if (mayStep(state, step)) expect(after(state, step)).toBe(allowed[step][state]);
	});
});

describe("the calendar", () => {
	const concluded = { state: "concluded" as const, inForceFrom: "2026-12-01", endsOn: "2031-12-01" };
	test.each([
		["2026-11-30", "concluded"],
		["2026-12-01", "in-force"],
		["2031-11-30", "in-force"],
		["2031-12-01", "ended"],
	])("on %s it is %s", (day, state) => {
		expect(stateOn(concluded, day)).toBe(state);
	});
	test("without an end it stays in force; a frozen one never is", () => {
		expect(stateOn({ ...concluded, endsOn: null }, "2099-01-01")).toBe("in-force");
		expect(stateOn({ ...concluded, state: "frozen" }, "2027-01-01")).toBe("frozen");
	});
	test("never in force before everybody has signed", () => {
		expect(firstDayOfForce("2026-12-01", "2026-11-20")).toBe("2026-12-01");
		expect(firstDayOfForce("2026-12-01", "2027-01-05")).toBe("2027-01-05");
	});
});
