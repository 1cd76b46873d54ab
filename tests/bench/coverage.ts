import { type Plan, resolve, usualPrecedence } from "~/domains/guides/plans/coverage-plan";
import { checkPlan } from "~/domains/guides/plans/plan-check";
import { type AreaRow, areasAround, topicsAround } from "~/domains/guides/plans/territory";

const always = { from: "2026-01-01", until: null };
const topicCount = 19;
const pageRows = 50;

/** A county or a Land: units with municipalities, four sub-regions over the units, nineteen topics. */
function territory(municipalities: number, units: number) {
	const areas: AreaRow[] = [];
	const add = (id: string, bodyId: string | null, parentId: string | null) =>
		areas.push({ id, bodyId, parentId, ...always });
	for (let n = 0; n < 4; n++) add(`region-${n}`, null, null);
	for (let n = 0; n < units; n++) add(`area-unit-${n}`, `unit-${n}`, `region-${n % 4}`);
	const bodies = Array.from({ length: municipalities }, (_, n) => {
		add(`area-${n}`, `place-${n}`, `area-unit-${n % units}`);
		return [`place-${n}`, `unit-${n % units}`];
	});
	const topics = Array.from({ length: topicCount }, (_, n) => ({ id: `topic-${n}`, parentId: null, ...always }));
	return { areas, bodies, topics };
}

/** By sub-region, by topic, and for a tenth of the places by both, changing on some days. */
function planOf({ areas, topics }: ReturnType<typeof territory>): Plan {
	const rules: Plan["rules"] = [
		...areas.slice(0, 4).map(({ id }) => ({ id, areaId: id, topicId: null, postId: `post-${id}`, ...always })),
		...topics.map(({ id }) => ({ id, areaId: null, topicId: id, postId: `post-${id}`, ...always })),
		...areas
			.filter((_, n) => n % 10 === 9)
			.map(({ id }, n) => ({
				id: `both-${id}`,
				areaId: id,
				topicId: `topic-${n % topicCount}`,
				postId: `post-${n % 12}`,
				from: `2026-0${1 + (n % 9)}-01`,
				until: null,
			})),
	];
	const fallback = { postId: "team", ...always };
	return { id: "plan", axis: "AREA", precedence: usualPrecedence("AREA"), rules, fallback, ...always };
}

function seconds(work: () => void): number {
	const started = performance.now();
	work();
	return (performance.now() - started) / 1000;
}

/** 10,981 municipalities × 19 topics, page by page; and the full check of a county's plan (10 units, 87 municipalities). */
export function coverage(): string {
	const germany = territory(10_981, 1_200);
	const plan = planOf(germany);
	const pages: number[] = [];
	let cells = 0;
	for (let from = 0; from < germany.bodies.length; from += pageRows) {
		const took = seconds(() => {
			const columns = germany.topics.map(({ id }) => topicsAround(germany.topics, id));
			for (const bodies of germany.bodies.slice(from, from + pageRows)) {
				const areas = areasAround(germany.areas, bodies);
				for (const topics of columns) {
					cells += 1;
					resolve(plan, { areas, topics }, "2026-06-01");
				}
			}
		});
		pages.push(took * 1000);
	}
	const county = territory(87, 10);
	const countyPlan = planOf(county);
	const rows = [...county.bodies, ...county.areas.slice(4, 14).flatMap(({ bodyId }) => (bodyId ? [[bodyId]] : []))].map(
		(bodies) => ({ municipalityId: bodies[0] ?? "", areas: areasAround(county.areas, bodies) }),
	);
	const columns = [null, ...county.topics.map(({ id }) => id)].map((topicId) => ({
		topicId,
		topics: topicsAround(county.topics, topicId),
	}));
	let checked = 0;
	const check = seconds(() => {
		checked = checkPlan(countyPlan, { rows, columns }).cells;
	});
	const slowest = Math.max(...pages);
	const middle = pages.toSorted((one, other) => one - other)[Math.floor(pages.length / 2)] ?? slowest;
	const all = pages.reduce((sum, page) => sum + page, 0) / 1000;
	return [
		`Who answers: ${cells} cells (10,981 municipalities × ${topicCount} topics, ${plan.rules.length} rules) in ${all.toFixed(2)} s;`,
		`a page of ${pageRows} municipalities ${middle.toFixed(0)} ms in the middle, ${slowest.toFixed(0)} ms at worst (at most 100);`,
		`full check of a county's plan: ${checked} cells in ${check.toFixed(2)} s (at most 2).`,
	].join(" ");
}
