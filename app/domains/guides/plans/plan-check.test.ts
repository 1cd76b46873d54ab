import fc from "fast-check";
import { expect, test } from "vitest";
import { type Plan, resolve, usualPrecedence } from "./coverage-plan";
import { checkPlan } from "./plan-check";

const always = { from: "2020-01-01", until: null };
const plan: Plan = {
	id: "plan",
	from: "2026-01-01",
	until: "2027-01-01",
	axis: "AREA",
	precedence: usualPrecedence("AREA"),
	rules: [
		{ id: "1", areaId: "north", topicId: null, postId: "a", ...always },
		{ id: "2", areaId: "south", topicId: null, postId: "b", from: "2026-03-01", until: "2026-09-01" },
	],
	fallback: null,
};
const area = (areaId: string) => [{ areaId, ...always }];
const rows = [
	{ municipalityId: "mendig", areas: area("north") },
	{ municipalityId: "mayen", areas: area("south") },
];
const columns = [{ topicId: null, topics: [] }];

test("every cell that nobody answers is named with its days", () => {
	expect(checkPlan(plan, { rows, columns })).toEqual({
		cells: 6,
		failing: [
			{ municipalityId: "mayen", topicId: null, from: "2026-01-01", until: "2026-03-01", why: "nobody" },
			{ municipalityId: "mayen", topicId: null, from: "2026-09-01", until: "2027-01-01", why: "nobody" },
		],
	});
});

test("two posts for one cell fail as well", () => {
	const twice = {
		...plan,
		rules: [...plan.rules, { id: "3", areaId: "north", topicId: null, postId: "c", ...always }],
	};
	const { failing } = checkPlan(twice, { rows: rows.slice(0, 1), columns });
	expect(failing).toEqual([
		{ municipalityId: "mendig", topicId: null, from: "2026-01-01", until: "2027-01-01", why: "two" },
	]);
});

test("with a fallback team nobody is left alone", () => {
	expect(checkPlan({ ...plan, fallback: { ...always, postId: "team" } }, { rows, columns }).failing).toEqual([]);
});

test("no failing cell: then every day of the plan has one answer", () => {
	const ids = fc.constantFrom("north", "south", "bus");
	const rules = fc.array(
		fc.tuple(fc.option(ids), fc.option(ids), fc.uuid()).map(([areaId, topicId, id]) => ({
			id,
			areaId,
			topicId,
			postId: id,
			...always,
		})),
	);
	fc.assert(
		fc.property(rules, fc.boolean(), fc.integer({ min: 0, max: 364 }), (made, withTeam, offset) => {
			const given = { ...plan, rules: made, fallback: withTeam ? { ...always, postId: "team" } : null };
			const { failing } = checkPlan(given, { rows, columns });
			const day = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
			const answered = rows.every(({ areas }) =>
				["rule", "fallback"].includes(resolve(given, { areas, topics: [] }, day).by),
			);
			expect(answered).toBe(failing.length === 0);
		}),
	);
});
