import { describe, expect, test } from "vitest";
import type { Relation } from "./relation";
import { farthest, keyOf, type Node, walk } from "./walk";

type Told = [from: string, relation: Relation, to: string];
const node = (key: string): Node => ({ kind: key.split(":")[0] ?? "", id: key.split(":")[1] ?? "" });

async function walked(start: string, told: Told[], hidden: string[] = []) {
	const asked: string[] = [];
	const result = await walk(node(start), {
		async linksOf(nodes) {
			const keys = new Set(nodes.map(keyOf));
			asked.push(...keys);
			return told
				.filter(([from, , to]) => keys.has(from) || keys.has(to))
				.map(([from, relation, to]) => ({ from: node(from), relation, to: node(to), at: new Date(0) }));
		},
		async visible(nodes) {
			return new Set(nodes.map(keyOf).filter((key) => !hidden.includes(key)));
		},
	});
	return {
		objects: Object.fromEntries([...result.distances].map(([key, { steps }]) => [key, steps])),
		links: result.links.map((link) => `${keyOf(link.from)} ${link.relation} ${keyOf(link.to)}`),
		cut: result.cut,
		asked,
	};
}

const thread: Told[] = [
	["idea:1", "answered-by", "answer:1"],
	["idea:1", "taken-up-by", "group:1"],
	["meeting:1", "part-of", "group:1"],
	["idea:1", "discussed-in", "meeting:1"],
	["idea:1", "decided-in", "vote:1"],
	["vote:1", "part-of", "meeting:1"],
	["vote:1", "became", "measure:1"],
	["measure:1", "agreed-in", "agreement:1"],
];

describe("a walk along the links", () => {
	test.each(["idea:1", "answer:1", "group:1", "meeting:1", "vote:1", "measure:1", "agreement:1"])(
		"finds the whole thread from %s",
		async (start) => {
			const { objects, links, cut } = await walked(start, thread);
			expect(Object.keys(objects).sort()).toEqual([
				"agreement:1",
				"answer:1",
				"group:1",
				"idea:1",
				"measure:1",
				"meeting:1",
				"vote:1",
			]);
			// the tie between two objects that were both only passed by belongs to neither's story
			expect(links.filter((link) => link !== "meeting:1 part-of group:1")).toHaveLength(7);
			expect(cut).toBe(false);
		},
	);

	test("counts the steps from the start", async () => {
		const { objects } = await walked("agreement:1", thread);
		expect(objects).toMatchObject({ "agreement:1": 0, "measure:1": 1, "vote:1": 2, "idea:1": 3, "answer:1": 4 });
	});

	test("neither shows nor passes what is hidden", async () => {
		const { objects, links, asked } = await walked("idea:1", thread, ["vote:1", "meeting:1"]);
		expect(Object.keys(objects).sort()).toEqual(["answer:1", "group:1", "idea:1"]);
		expect(links).toEqual(["idea:1 answered-by answer:1", "idea:1 taken-up-by group:1"]);
		expect(asked).not.toContain("vote:1");
	});

	test("goes round a hidden object where another way leads", async () => {
		const { objects } = await walked("idea:1", [...thread, ["answer:1", "became", "measure:1"]], ["vote:1"]);
		expect(objects).toMatchObject({ "measure:1": 2, "agreement:1": 3 });
		expect(objects).not.toHaveProperty("vote:1");
	});

	test("ends in circles", async () => {
		const { objects } = await walked("a:1", [
			["a:1", "became", "a:2"],
			["a:2", "became", "a:3"],
			["a:3", "replaced-by", "a:1"],
			["a:1", "replaced-by", "a:1"],
		]);
		expect(objects).toEqual({ "a:1": 0, "a:2": 1, "a:3": 1 });
	});

	const process: Told[] = [
		["idea:1", "part-of", "process:1"],
		["idea:2", "part-of", "process:1"],
		["post:1", "responsible-for", "idea:1"],
		["post:1", "responsible-for", "idea:3"],
	];

	test("shows process and post of an idea, but not what else belongs to them", async () => {
		const { objects } = await walked("idea:1", process);
		expect(Object.keys(objects).sort()).toEqual(["idea:1", "post:1", "process:1"]);
	});

	test("shows all of a post or process when it begins there", async () => {
		expect(Object.keys((await walked("post:1", process)).objects).sort()).toEqual([
			"idea:1",
			"idea:3",
			"post:1",
			"process:1",
		]);
		expect(Object.keys((await walked("process:1", process)).objects).sort()).toEqual([
			"idea:1",
			"idea:2",
			"post:1",
			"process:1",
		]);
	});

	test("shows group and meeting of an idea, but not the other ideas on their table", async () => {
		const table: Told[] = [
			...thread,
			["idea:2", "taken-up-by", "group:1"],
			["idea:2", "discussed-in", "meeting:1"],
			["idea:2", "voted-on-in", "vote:2"],
			["vote:2", "part-of", "meeting:1"],
		];
		for (const start of ["idea:1", "agreement:1"]) {
			const { objects } = await walked(start, table);
			expect(Object.keys(objects)).toEqual(expect.arrayContaining(["group:1", "meeting:1", "vote:1", "measure:1"]));
			expect(objects).not.toHaveProperty("idea:2");
			expect(objects).not.toHaveProperty("vote:2");
		}
		expect(Object.keys((await walked("idea:2", table)).objects).sort()).toEqual([
			"group:1",
			"idea:2",
			"meeting:1",
			"vote:2",
		]);
		expect(Object.keys((await walked("meeting:1", table)).objects)).toEqual(
			expect.arrayContaining(["idea:1", "idea:2", "vote:1", "vote:2"]),
		);
	});

	test("passes through a gathering object that is also reached by its own story", async () => {
		const { objects } = await walked("idea:1", [...process, ["idea:1", "became", "process:1"]]);
		expect(objects).toHaveProperty("idea:2");
	});

	test("stops at its limits and says so", async () => {
		const star: Told[] = Array.from({ length: 300 }, (_, index) => ["a:0", "became", `a:${index + 1}`]);
		const wide = await walked("a:0", star);
		expect(Object.keys(wide.objects)).toHaveLength(farthest.objects);
		expect(wide.cut).toBe(true);
		const chain: Told[] = Array.from({ length: 20 }, (_, index) => [`a:${index}`, "became", `a:${index + 1}`]);
		const long = await walked("a:0", chain);
		expect(Object.keys(long.objects)).toHaveLength(farthest.steps + 1);
		expect(long.cut).toBe(true);
		expect((await walked("a:0", chain.slice(0, farthest.steps))).cut).toBe(false);
	});
});
