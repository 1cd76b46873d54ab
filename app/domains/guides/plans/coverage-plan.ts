/** A calendar day as `YYYY-MM-DD`; such days compare as texts. */
export type Day = string;

/** From the first day that counts to the first that no longer does; null is open. */
export type Period = { from: Day; until: Day | null };

export type Axis = "AREA" | "TOPIC";

/** What a rule names: an area and a topic, one of them, or neither. */
export const shapes = ["AREA_AND_TOPIC", "AREA", "TOPIC", "EVERYTHING"] as const;
export type Shape = (typeof shapes)[number];

/** One line of a plan; null means all areas, all topics. */
export type Rule = Period & { id: string; areaId: string | null; topicId: string | null; postId: string };

export type Plan = Period & {
	id: string;
	/** Decides between two rules of the same shape: the nearer area first, or the nearer topic. */
	axis: Axis;
	/** Which shape is asked first: the order of specificity belongs to the plan, not to the code. */
	precedence: readonly Shape[];
	rules: readonly Rule[];
	/** The team that answers where no rule does. */
	fallback: (Period & { postId: string }) | null;
};

/**
 * What is asked about: the areas in which a municipality lies and the topics above a topic, nearest first.
 * Unknown municipality or topic: none.
 */
export type Cell = {
	areas: readonly (Period & { areaId: string })[];
	topics: readonly (Period & { topicId: string })[];
};

export type Resolution =
	| { by: "rule"; postId: string; rule: Rule; shape: Shape }
	| { by: "fallback"; postId: string }
	/** Two equal rules: possible in a draft only, the database refuses them. */
	| { by: "conflict"; rules: readonly Rule[] }
	| { by: "nobody" };

export function covers({ from, until }: Period, day: Day): boolean {
	return from <= day && (until === null || day < until);
}

export function shapeOf({ areaId, topicId }: Pick<Rule, "areaId" | "topicId">): Shape {
	if (areaId !== null) return topicId === null ? "AREA" : "AREA_AND_TOPIC";
	return topicId === null ? "EVERYTHING" : "TOPIC";
}

/** The order that a plan gets unless its authors choose another one. */
export function usualPrecedence(axis: Axis): Shape[] {
	return axis === "AREA"
		? ["AREA_AND_TOPIC", "AREA", "TOPIC", "EVERYTHING"]
		: ["AREA_AND_TOPIC", "TOPIC", "AREA", "EVERYTHING"];
}

/** Whether each shape stands in it once. */
export function isPrecedence(order: readonly string[]): order is Shape[] {
	return order.length === shapes.length && shapes.every((shape) => order.includes(shape));
}

/** How near a rule is, by the plan's order: shape first, then the leading axis, then the other one; less is nearer. */
function nearness(plan: Plan, rule: Rule, { areas, topics }: { areas: string[]; topics: string[] }) {
	const byArea = rule.areaId === null ? 0 : areas.indexOf(rule.areaId);
	const byTopic = rule.topicId === null ? 0 : topics.indexOf(rule.topicId);
	if (byArea < 0 || byTopic < 0) return null;
	const byShape = plan.precedence.indexOf(shapeOf(rule));
	return plan.axis === "AREA" ? [byShape, byArea, byTopic] : [byShape, byTopic, byArea];
}

/** An area that is reached by two ways is as far as by the longer one: what lies inside it is nearer. */
function chain(ids: string[]): string[] {
	return ids.filter((id, place) => ids.lastIndexOf(id) === place);
}

function compare(one: readonly number[], other: readonly number[]): number {
	for (const [place, value] of one.entries()) {
		const difference = value - (other[place] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

const everything = "";
const indexes = new WeakMap<readonly Rule[], ReadonlyMap<string, readonly Rule[]>>();

function keyOf(areaId: string | null, topicId: string | null): string {
	return `${areaId ?? everything} ${topicId ?? everything}`;
}

/** Rules by what they name, made once per list: a plan of a whole Land has more rules than a cell can meet. */
function rulesFor(rules: readonly Rule[], areas: readonly string[], topics: readonly string[]): readonly Rule[] {
	let index = indexes.get(rules);
	if (!index) {
		index = Map.groupBy(rules, ({ areaId, topicId }) => keyOf(areaId, topicId));
		indexes.set(rules, index);
	}
	const found: Rule[] = [];
	for (const areaId of [null, ...areas]) {
		for (const topicId of [null, ...topics]) found.push(...(index.get(keyOf(areaId, topicId)) ?? []));
	}
	return found;
}

/**
 * Who is responsible on a day: one post with the rule that explains it, or the fallback team. Only a plan that would not
 * pass its check can say "conflict" or "nobody"; so does a day outside of the plan.
 */
export function resolve(plan: Plan, cell: Cell, day: Day): Resolution {
	if (!covers(plan, day)) return { by: "nobody" };
	const chains = {
		areas: chain(cell.areas.filter((area) => covers(area, day)).map(({ areaId }) => areaId)),
		topics: cell.topics.filter((topic) => covers(topic, day)).map(({ topicId }) => topicId),
	};
	let nearest: readonly number[] | null = null;
	let found: Rule[] = [];
	for (const rule of rulesFor(plan.rules, chains.areas, chains.topics)) {
		if (!covers(rule, day)) continue;
		const near = nearness(plan, rule, chains);
		if (!near) continue;
		const order = nearest === null ? -1 : compare(near, nearest);
		if (order > 0) continue;
		found = order === 0 ? [...found, rule] : [rule];
		nearest = near;
	}
	const [rule] = found;
	if (rule && found.length === 1) return { by: "rule", postId: rule.postId, rule, shape: shapeOf(rule) };
	if (rule) return { by: "conflict", rules: found };
	if (plan.fallback && covers(plan.fallback, day)) return { by: "fallback", postId: plan.fallback.postId };
	return { by: "nobody" };
}

/** The post that a resolution names, or null. */
export function postOf(resolution: Resolution): string | null {
	return "postId" in resolution ? resolution.postId : null;
}

const bounds = new WeakMap<Plan, ReadonlySet<Day>>();

function daysWithin(plan: Plan, periods: readonly Period[]): Day[] {
	return periods
		.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
		.filter((day) => covers(plan, day));
}

/** The days within a plan on which an answer can become another one, its first day included, in order. */
export function changeDays(plan: Plan, dated: readonly Period[] = []): Day[] {
	let own = bounds.get(plan);
	if (!own) {
		own = new Set([plan.from, ...daysWithin(plan, [...plan.rules, ...(plan.fallback ? [plan.fallback] : [])])]);
		bounds.set(plan, own);
	}
	return [...new Set([...own, ...daysWithin(plan, dated)])].sort();
}

/**
 * The next day after the given one on which somebody else answers: within the plan, or by one that follows it.
 * @param plans approved plans of one owner, which do not overlap
 * @returns that day with its plan and resolution, or null
 */
export function nextChange(
	plans: readonly Plan[],
	cell: Cell,
	day: Day,
): { day: Day; plan: Plan; resolution: Resolution } | null {
	const at = (when: Day) => plans.find((plan) => covers(plan, when));
	const present = at(day);
	const now = present ? postOf(resolve(present, cell, day)) : null;
	const dated = [...cell.areas, ...cell.topics];
	const days = [...new Set(plans.flatMap((plan) => changeDays(plan, dated)))].filter((when) => when > day).sort();
	for (const when of days) {
		const plan = at(when);
		if (!plan) continue;
		const resolution = resolve(plan, cell, when);
		if (postOf(resolution) !== now) return { day: when, plan, resolution };
	}
	return null;
}
