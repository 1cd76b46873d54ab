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
	test.each([
		[{ supersededFrom: "2028-01-01" }, "2027-12-31", "in-force"],
		[{ supersededFrom: "2028-01-01" }, "2028-01-01", "superseded"],
		[{ terminatedFrom: "2028-01-01" }, "2028-01-01", "terminated"],
		// What came first counts for good; of two on one day the amendment does.
		[{ terminatedFrom: "2028-01-01", supersededFrom: "2029-01-01" }, "2030-01-01", "terminated"],
		[{ terminatedFrom: "2028-01-01", supersededFrom: "2028-01-01" }, "2028-01-01", "superseded"],
		[{ supersededFrom: "2031-12-02" }, "2032-01-01", "ended"],
	])("%j on %s: %s", (ends, day, state) => {
		expect(stateOn({ ...concluded, ...ends }, day)).toBe(state);
	});
	test("signed, it waits for the approval, or never comes into force without it", () => {
		const waiting = { ...concluded, inForceFrom: null };
		expect(stateOn(waiting, "2027-01-01")).toBe("in-approval");
		expect(stateOn({ ...waiting, disapproved: true }, "2027-01-01")).toBe("not-approved");
		expect(stateOn({ ...waiting, state: "frozen", disapproved: true }, "2027-01-01")).toBe("frozen");
	});
	test("never in force before everybody has signed", () => {
		expect(firstDayOfForce("2026-12-01", "2026-11-20")).toBe("2026-12-01");
		expect(firstDayOfForce("2026-12-01", "2027-01-05")).toBe("2027-01-05");
	});
});
