import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type Cell,
	changeDays,
	covers,
	isPrecedence,
	nextChange,
	type Plan,
	postOf,
	type Rule,
	resolve,
	type Shape,
	shapeOf,
	shapes,
	usualPrecedence,
} from "./coverage-plan";

const always = { from: "2020-01-01", until: null };
const rule = (postId: string, areaId: string | null, topicId: string | null, more: Partial<Rule> = {}): Rule => ({
	id: `rule-${postId}`,
	areaId,
	topicId,
	postId,
	...always,
	...more,
});
const plan = (rules: Rule[], more: Partial<Plan> = {}): Plan => ({
	id: "plan",
	...always,
	axis: "AREA",
	precedence: usualPrecedence("AREA"),
	rules,
	fallback: { ...always, postId: "team" },
	...more,
});
const cell = (areas: string[], topics: string[]): Cell => ({
	areas: areas.map((areaId) => ({ areaId, ...always })),
	topics: topics.map((topicId) => ({ topicId, ...always })),
});
const answer = (given: Plan, of: Cell, day = "2026-06-01") => {
	const resolution = resolve(given, of, day);
	return postOf(resolution) ?? resolution.by;
};

describe("who is responsible", () => {
	const rules = [
		rule("north", "north", null),
		rule("mobility", null, "mobility"),
		rule("bus-north", "north", "bus"),
		rule("all", null, null),
	];
	test.each<[string, string[], string[], string]>([
		["the area's post where no topic is known", ["mendig", "north"], [], "north"],
		["the topic's post where no place is known", [], ["mobility"], "mobility"],
		["area and topic together before the area alone", ["mendig", "north"], ["bus", "mobility"], "bus-north"],
		["the area before the topic in a plan by area", ["mendig", "north"], ["mobility"], "north"],
		["the rule for everything where nothing else fits", ["south"], ["parks"], "all"],
	])("%s", (_, areas, topics, post) => {
		expect(answer(plan(rules), cell(areas, topics))).toBe(post);
	});

	test("the plan, not the code, says whether area or topic comes first", () => {
		const both = cell(["north"], ["mobility"]);
		const byTopic = { axis: "TOPIC" as const, precedence: usualPrecedence("TOPIC") };
		expect(answer(plan(rules), both)).toBe("north");
		expect(answer(plan(rules, byTopic), both)).toBe("mobility");
		const everythingFirst: Shape[] = ["EVERYTHING", "AREA", "TOPIC", "AREA_AND_TOPIC"];
		expect(answer(plan(rules, { precedence: everythingFirst }), both)).toBe("all");
	});

	test("nearer areas and topics before those around them; the leading axis decides between two", () => {
		const near = [rule("unit", "unit", null), rule("region", "region", null)];
		expect(answer(plan(near), cell(["village", "unit", "region"], []))).toBe("unit");
		const crossed = [rule("near-area", "unit", "traffic"), rule("near-topic", "region", "bus")];
		const asked = cell(["unit", "region"], ["bus", "traffic"]);
		expect(answer(plan(crossed), asked)).toBe("near-area");
		expect(answer(plan(crossed, { axis: "TOPIC" }), asked)).toBe("near-topic");
	});

	test("the fallback team where no rule fits, nobody where it has ended too", () => {
		expect(answer(plan([rule("north", "north", null)]), cell([], []))).toBe("team");
		expect(answer(plan([]), cell(["north"], []), "2019-12-31")).toBe("nobody");
		expect(answer(plan([], { fallback: null }), cell([], []))).toBe("nobody");
		const ended = { postId: "team", from: "2020-01-01", until: "2026-06-01" };
		expect(answer(plan([], { fallback: ended }), cell([], []), "2026-05-31")).toBe("team");
		expect(answer(plan([], { fallback: ended }), cell([], []), "2026-06-01")).toBe("nobody");
	});

	test("two equal rules are no answer", () => {
		expect(resolve(plan([rule("a", "n", null), rule("b", "n", null)]), cell(["n"], []), "2026-01-01").by).toBe(
			"conflict",
		);
	});

	test("rules, areas and topics count for their days only; the last day is the one before `until`", () => {
		const dated = plan([
			rule("old", "n", null, { until: "2026-03-01" }),
			rule("new", "n", null, { id: "next", from: "2026-03-01" }),
		]);
		expect(answer(dated, cell(["n"], []), "2026-02-28")).toBe("old");
		expect(answer(dated, cell(["n"], []), "2026-03-01")).toBe("new");
		const left = { areas: [{ areaId: "n", from: "2020-01-01", until: "2026-02-01" }], topics: [] };
		expect(answer(dated, left, "2026-02-01")).toBe("team");
		expect(changeDays(dated, left.areas)).toEqual(["2020-01-01", "2026-02-01", "2026-03-01"]);
	});
});

describe("what changes next", () => {
	const before = plan([rule("north", "north", null)], { id: "a", until: "2027-01-01" });
	const after = plan([rule("mobility", null, "mobility")], {
		id: "b",
		from: "2027-01-01",
		axis: "TOPIC",
		precedence: usualPrecedence("TOPIC"),
	});
	const asked = cell(["north"], ["mobility"]);
	test("the day of the plan that follows, and nothing after it", () => {
		const next = nextChange([before, after], asked, "2026-12-31");
		expect([next?.day, next?.plan.id, next && postOf(next.resolution)]).toEqual(["2027-01-01", "b", "mobility"]);
		expect(nextChange([before, after], asked, "2027-01-01")).toBeNull();
	});
	test("nothing where the same post goes on", () => {
		const same = { ...after, rules: [rule("north", null, null)] };
		expect(nextChange([before, same], asked, "2026-12-31")).toBeNull();
	});
});

describe("always, whatever the plan", () => {
	const names = fc.constantFrom("a", "b", "c", "d");
	const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
	const period = fc
		.tuple(day, fc.option(day))
		.map(([from, until]) => ({ from, until: until !== null && until <= from ? null : until }));
	const rules = fc.array(
		fc
			.tuple(fc.option(names), fc.option(names), names, period, fc.uuid())
			.map(([areaId, topicId, postId, dates, id]) => ({ id, areaId, topicId, postId, ...dates })),
		{ maxLength: 12 },
	);
	const plans = fc
		.tuple(
			rules,
			fc.constantFrom("AREA" as const, "TOPIC" as const),
			fc.shuffledSubarray([...shapes], { minLength: shapes.length }),
		)
		.map(([made, axis, precedence]) => plan(made, { axis, precedence }));
	const cells = fc.tuple(fc.uniqueArray(names), fc.uniqueArray(names)).map(([areas, topics]) => cell(areas, topics));

	test("one post with a rule that fits and is in force, or the fallback; and the order of the rules does not matter", () => {
		fc.assert(
			fc.property(plans, cells, day, (given, asked, when) => {
				const found = resolve(given, asked, when);
				expect(resolve({ ...given, rules: given.rules.toReversed() }, asked, when).by).toBe(found.by);
				const fits = given.rules.filter(
					(one) =>
						covers(one, when) &&
						(one.areaId === null || asked.areas.some(({ areaId }) => areaId === one.areaId)) &&
						(one.topicId === null || asked.topics.some(({ topicId }) => topicId === one.topicId)),
				);
				if (found.by === "fallback") expect(fits).toEqual([]);
				else if (found.by === "conflict") {
					expect(new Set(found.rules.map(({ areaId, topicId }) => `${areaId} ${topicId}`)).size).toBe(1);
					expect(found.rules.length).toBeGreaterThan(1);
				} else {
					if (found.by !== "rule") throw new Error("nobody in spite of a fallback");
					expect(fits).toContain(found.rule);
					const rank = given.precedence.indexOf(shapeOf(found.rule));
					expect(fits.every((one) => given.precedence.indexOf(shapeOf(one)) >= rank)).toBe(true);
				}
			}),
		);
	});

	test("between two days of change nothing changes", () => {
		fc.assert(
			fc.property(plans, cells, day, (given, asked, when) => {
				const last = changeDays(given).findLast((change) => change <= when);
				if (last) expect(resolve(given, asked, when)).toEqual(resolve(given, asked, last));
			}),
		);
	});

	test("a following plan leaves every answer before its first day as it was", () => {
		fc.assert(
			fc.property(plans, plans, cells, day, day, (old, later, asked, change, when) => {
				const ended = { ...old, until: change };
				const plansThen = [ended, { ...later, id: "later", from: change }];
				const at = plansThen.find((one) => covers(one, when));
				if (when < change && at) expect(resolve(at, asked, when)).toEqual(resolve(old, asked, when));
			}),
		);
	});
});

test("an order of precedence names each shape once", () => {
	expect(isPrecedence(usualPrecedence("AREA"))).toBe(true);
	expect(isPrecedence(["AREA", "AREA", "TOPIC", "EVERYTHING"])).toBe(false);
	expect(isPrecedence(["AREA", "TOPIC", "EVERYTHING"])).toBe(false);
});
