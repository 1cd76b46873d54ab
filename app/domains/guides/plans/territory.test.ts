import { expect, test } from "vitest";
import { resolve, usualPrecedence } from "./coverage-plan";
import { areasAround, topicsAround } from "./territory";

const always = { from: "2020-01-01", until: null };
const area = (
	id: string,
	bodyId: string | null,
	parentId: string | null,
	period: { from: string; until: string | null } = always,
) => ({
	id,
	bodyId,
	parentId,
	...period,
});

test("a village lies in its own area, its association's and the sub-region around both", () => {
	const areas = [area("unit", "mendig", "west"), area("west", null, null), area("village", "thuer", null)];
	expect(areasAround(areas, ["thuer", "mendig", "county"]).map(({ areaId }) => areaId)).toEqual([
		"village",
		"unit",
		"west",
	]);
	expect(areasAround(areas, ["elsewhere"])).toEqual([]);
});

test("a unit that moves to another sub-region takes its days with it", () => {
	const areas = [
		area("before", "mendig", "west", { from: "2020-01-01", until: "2027-01-01" }),
		area("after", "mendig", "east", { from: "2027-01-01", until: null }),
		area("west", null, null),
		area("east", null, null),
	];
	const around = areasAround(areas, ["mendig"]);
	expect(around).toContainEqual({ areaId: "west", from: "2020-01-01", until: "2027-01-01" });
	expect(around).toContainEqual({ areaId: "east", from: "2027-01-01", until: null });
});

test("the association is nearer than the region that both it and the village are listed in", () => {
	const areas = [area("village", "thuer", "west"), area("unit", "mendig", "west"), area("west", null, null)];
	const rules = ["unit", "west"].map((areaId) => ({ id: areaId, areaId, topicId: null, postId: areaId, ...always }));
	const plan = {
		id: "p",
		...always,
		axis: "AREA" as const,
		precedence: usualPrecedence("AREA"),
		rules,
		fallback: null,
	};
	const found = resolve(plan, { areas: areasAround(areas, ["thuer", "mendig"]), topics: [] }, "2026-01-01");
	expect(found).toMatchObject({ postId: "unit" });
});

test("topics lead up to the one above; a circle ends", () => {
	const topics = [
		{ id: "bus", parentId: "mobility", ...always },
		{ id: "mobility", parentId: null, ...always },
		{ id: "a", parentId: "b", ...always },
		{ id: "b", parentId: "a", ...always },
	];
	expect(topicsAround(topics, "bus").map(({ topicId }) => topicId)).toEqual(["bus", "mobility"]);
	expect(topicsAround(topics, null)).toEqual([]);
	expect(topicsAround(topics, "a").length).toBeLessThanOrEqual(10);
});
