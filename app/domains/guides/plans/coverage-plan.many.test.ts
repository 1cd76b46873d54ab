// Properties over many random plans and days, by a generator of their own: 100,000 of them in a few seconds.
import { expect, test } from "vitest";
import {
	type Axis,
	type Cell,
	covers,
	type Day,
	type Plan,
	postOf,
	type Rule,
	resolve,
	shapeOf,
	shapes,
} from "./coverage-plan";
import { checkPlan } from "./plan-check";

const many = 100_000;

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

const days: Day[] = Array.from({ length: 40 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const dayAt = (n: number): Day => days[Math.min(n, days.length - 1)] ?? "2026-01-01";
const names = ["a", "b", "c", "d"];

function period(next: (below: number) => number) {
	const from = next(30);
	return { from: dayAt(from), until: next(3) === 0 ? null : dayAt(from + 1 + next(9)) };
}

function planOf(next: (below: number) => number): Plan {
	const precedence = [...shapes].map((shape) => ({ shape, at: next(1000) })).sort((one, other) => one.at - other.at);
	const axis: Axis = next(2) === 0 ? "AREA" : "TOPIC";
	const rules: Rule[] = Array.from({ length: next(9) }, (_, n) => ({
		id: String(n),
		areaId: next(3) === 0 ? null : (names[next(4)] ?? null),
		topicId: next(3) === 0 ? null : (names[next(4)] ?? null),
		postId: `post-${next(5)}`,
		...period(next),
	}));
	return {
		id: "plan",
		axis,
		precedence: precedence.map(({ shape }) => shape),
		from: dayAt(0),
		until: null,
		rules,
		fallback: next(4) === 0 ? null : { postId: "team", from: dayAt(0), until: next(4) === 0 ? dayAt(20) : null },
	};
}

function cellOf(next: (below: number) => number): Cell {
	const some = () => names.filter(() => next(2) === 0);
	return {
		areas: some().map((areaId) => ({ areaId, ...period(next) })),
		topics: some().map((topicId) => ({ topicId, ...period(next) })),
	};
}

/** The same question answered in another way: all rules that fit, put in order, the first one if it is alone. */
function sorted(plan: Plan, cell: Cell, day: Day): string {
	const areas = cell.areas.filter((area) => covers(area, day)).map(({ areaId }) => areaId);
	const topics = cell.topics.filter((topic) => covers(topic, day)).map(({ topicId }) => topicId);
	const weight = (rule: Rule) => {
		const area = rule.areaId === null ? 0 : areas.indexOf(rule.areaId);
		const topic = rule.topicId === null ? 0 : topics.indexOf(rule.topicId);
		const [first, second] = plan.axis === "AREA" ? [area, topic] : [topic, area];
		return plan.precedence.indexOf(shapeOf(rule)) * 10_000 + first * 100 + second;
	};
	const fitting = plan.rules
		.filter((rule) => rule.from <= day && (rule.until === null || rule.until > day))
		.filter((rule) => rule.areaId === null || areas.includes(rule.areaId))
		.filter((rule) => rule.topicId === null || topics.includes(rule.topicId))
		.sort((one, other) => weight(one) - weight(other));
	const [first, second] = fitting;
	if (!first) {
		const team = plan.fallback;
		return team && team.from <= day && (team.until === null || team.until > day) ? team.postId : "nobody";
	}
	return second && weight(first) === weight(second) ? "conflict" : first.postId;
}

test(`${many} random plans and days: one answer, and it is the one that all rules in order give`, () => {
	const next = numbers(1);
	const seen = new Map<string, number>();
	for (let n = 0; n < many; n++) {
		const [plan, cell, day] = [planOf(next), cellOf(next), dayAt(next(40))];
		const resolution = resolve(plan, cell, day);
		const answer = postOf(resolution) ?? resolution.by;
		if (answer !== sorted(plan, cell, day)) expect({ plan, cell, day, answer }).toBe(sorted(plan, cell, day));
		seen.set(resolution.by, (seen.get(resolution.by) ?? 0) + 1);
	}
	// the cases are not all of one sort
	for (const by of ["rule", "fallback", "conflict", "nobody"]) expect(seen.get(by)).toBeGreaterThan(many / 100);
});

test(`${many} random days of plans that pass their check: always exactly one post`, () => {
	const next = numbers(2);
	let asked = 0;
	for (let plans = 0; asked < many && plans < many; plans++) {
		const plan = planOf(next);
		const cells = [cellOf(next), cellOf(next)];
		const rows = cells.map(({ areas }, n) => ({ municipalityId: String(n), areas }));
		const columns = cells.map(({ topics }, n) => ({ topicId: String(n), topics }));
		if (checkPlan(plan, { rows, columns }).failing.length > 0) continue;
		for (const { areas } of rows) {
			for (const { topics } of columns) {
				for (const day of days) {
					asked += 1;
					if (postOf(resolve(plan, { areas, topics }, day)) === null)
						expect({ plan, areas, topics, day }).toBe("one post");
				}
			}
		}
	}
	expect(asked).toBeGreaterThanOrEqual(many);
});

test(`${many} random pairs of plans: a later one leaves every earlier answer as it was, and begins on its day`, () => {
	const next = numbers(3);
	for (let n = 0; n < many; n++) {
		const [old, cell, change] = [planOf(next), cellOf(next), dayAt(1 + next(38))];
		const ended = { ...old, until: change };
		const later = { ...planOf(next), id: "later", from: change };
		const day = dayAt(next(40));
		const inForce = [ended, later].filter((plan) => covers(plan, day));
		if (inForce.length !== 1) expect({ change, day, inForce: inForce.length }).toBe("one plan in force");
		const [plan] = inForce;
		if (!plan || day >= change) continue;
		const [then, now] = [resolve(old, cell, day), resolve(plan, cell, day)];
		if (then.by !== now.by || postOf(then) !== postOf(now)) expect({ then, now }).toBe("the same answer");
	}
});
