import { expect, test } from "vitest";
import { agrees, openPoints } from "./open-points";

const talk = {
	blocks: [
		{ key: "rollen", revision: 2 },
		{ key: "ende", revision: 1 },
	],
	organisationIds: ["a", "b"],
	marks: [
		{ block: "rollen", organisationId: "a", revision: 2 },
		{ block: "rollen", organisationId: "b", revision: 1 },
		{ block: "ende", organisationId: "a", revision: 1 },
		{ block: "fremd", organisationId: "a", revision: 1 },
		{ block: "ende", organisationId: "c", revision: 1 },
	],
	comments: [
		{ block: "rollen", settled: false },
		{ block: "ende", settled: true },
	],
};

test("a mark counts for the wording it was given for, and only of a party", () => {
	expect(agrees(talk, "rollen", "a")).toBe(true);
	expect(agrees(talk, "rollen", "b")).toBe(false);
	expect(openPoints(talk)).toEqual({ marks: 2, comments: 1 });
	expect(openPoints({ ...talk, blocks: [], comments: [] })).toEqual({ marks: 0, comments: 0 });
});
