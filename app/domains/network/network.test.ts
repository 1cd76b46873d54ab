import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type NetworkNode, singlePersonBridges } from "./bridges";
import { isUncertain, monthsOld, uncertainSince } from "./certainty";
import { layOut } from "./layout";
import { allows, houseTypes, labelAt, storedEnds } from "./relation-type";
import { narrower } from "./vocabulary";

describe("certainty", () => {
	test.each([
		["2025-11-22", "2026-11-21", false],
		["2025-11-22", "2026-11-22", true],
		["2024-02-29", "2025-02-27", false],
		["2024-02-29", "2025-02-28", true],
		["2026-11-22", "2026-03-01", false],
	])("confirmed on %s, seen on %s: uncertain %s", (confirmedOn, day, uncertain) => {
		expect(isUncertain(confirmedOn, day)).toBe(uncertain);
	});

	it("is the same rule by day and by limit", () => {
		const day = fc
			.date({ min: new Date("2019-01-01"), max: new Date("2031-01-01"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, day, (confirmed, seen) => isUncertain(confirmed, seen) === confirmed <= uncertainSince(seen)),
		);
	});

	it("has an age in whole months", () => {
		expect([
			monthsOld("2025-11-23", "2026-11-22"),
			monthsOld("2025-11-22", "2026-11-22"),
			monthsOld("2027-01-01", "2026-11-22"),
		]).toEqual([11, 12, 0]);
	});
});

describe("types of relations", () => {
	const chair = houseTypes.find(({ key }) => key === "chair");
	const together = houseTypes.find(({ key }) => key === "cooperates");
	if (!chair || !together) throw new Error("the house has them");

	it("read from both ends, in both languages", () => {
		expect([labelAt(chair, "from", "de"), labelAt(chair, "to", "de")]).toEqual([
			"hat den Vorsitz von",
			"hat als Vorsitz",
		]);
		expect([labelAt(chair, "from", "en"), labelAt(chair, "to", "en")]).toEqual(["chairs", "is chaired by"]);
		expect(labelAt(together, "to", "de")).toBe("arbeitet zusammen mit");
	});

	it("allow certain ends only", () => {
		expect(allows(chair, { from: "PERSON", to: "ORGANISATION" })).toBe(true);
		expect(allows(chair, { from: "ORGANISATION", to: "PERSON" })).toBe(false);
		expect(allows(together, { from: "ORGANISATION", to: "PERSON" })).toBe(true);
	});

	it("are stored once when they have no direction", () => {
		expect(storedEnds(together, { fromId: "b", toId: "a" })).toEqual({ fromId: "a", toId: "b" });
		expect(storedEnds(chair, { fromId: "b", toId: "a" })).toEqual({ fromId: "b", toId: "a" });
	});

	it("have keys and German labels of their own", () => {
		expect(new Set(houseTypes.map(({ key }) => key)).size).toBe(houseTypes.length);
		expect(new Set(houseTypes.map(({ forward }) => forward.de)).size).toBe(houseTypes.length);
	});
});

test("the narrower circle of readers counts", () => {
	expect(narrower("PUBLIC", "CIRCLE")).toBe("CIRCLE");
	expect(narrower("STAFF", "PUBLIC")).toBe("STAFF");
});

describe("single-person bridges", () => {
	const node = (id: string): NetworkNode => ({ id, kind: id.startsWith("p") ? "PERSON" : "ORGANISATION" });
	const tie = (text: string) => {
		const [from = "", to = ""] = text.split("-");
		return { from, to };
	};
	const bridges = (ties: string[], root: string | null = null) =>
		singlePersonBridges([...new Set(ties.flatMap((text) => text.split("-")))].map(node), ties.map(tie), root);

	it("is somebody through whom alone an organisation is reached", () => {
		expect(bridges(["p1-o1", "p1-o2", "p2-o1", "p2-o3", "p3-o1", "p3-o3"])).toEqual([
			{ personId: "p1", organisationIds: ["o2"] },
		]);
	});
	it("is nobody when a second way leads there, also between organisations", () => {
		expect(bridges(["p1-o1", "p1-o2", "p2-o1", "p2-o2"])).toEqual([]);
		expect(bridges(["p1-o1", "p1-o2", "o1-o2"])).toEqual([]);
	});
	it("loses everything behind the person, seen from the owner", () => {
		const chain = ["p1-o1", "p1-o2", "p2-o2", "p2-o3"];
		expect(bridges(chain, "o1")).toEqual([
			{ personId: "p1", organisationIds: ["o2", "o3"] },
			{ personId: "p2", organisationIds: ["o3"] },
		]);
		expect(bridges(chain, "o3")).toEqual([
			{ personId: "p2", organisationIds: ["o1", "o2"] },
			{ personId: "p1", organisationIds: ["o1"] },
		]);
	});
	it("is no organisation, and ties to nobody do not count", () => {
		expect(bridges(["p1-o1", "o1-o2"])).toEqual([]);
		expect(singlePersonBridges([node("o1")], [tie("o1-p9")], null)).toEqual([]);
	});
	it("finds the end of a chain of 4,000", () => {
		const ties = Array.from({ length: 4_000 }, (_, n) => (n % 2 ? `p${n}-o${n + 1}` : `o${n}-p${n + 1}`));
		expect(bridges(ties, "o0")).toHaveLength(2_000);
	});
	it("agrees with taking each person away and looking what is reached", () => {
		const graph = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 16 });
		fc.assert(
			fc.property(graph, (pairs) => {
				const name = (n: number) => (n < 5 ? `o${n}` : `p${n}`);
				const nodes = Array.from({ length: 10 }, (_, n) => node(name(n)));
				const ties = pairs.map(([from, to]) => ({ from: name(from), to: name(to) }));
				const reach = (without: string | null) => {
					const seen = new Set(["o0"]);
					for (const id of seen)
						for (const { from, to } of ties)
							for (const [a, b] of [
								[from, to],
								[to, from],
							])
								if (a === id && b && b !== without) seen.add(b);
					return seen;
				};
				const all = reach(null);
				const found = new Map(singlePersonBridges(nodes, ties, "o0").map((one) => [one.personId, one.organisationIds]));
				for (const { id, kind } of nodes) {
					if (kind !== "PERSON" || !all.has(id)) continue;
					const still = reach(id);
					const expected = [...all].filter((one) => one.startsWith("o") && !still.has(one)).sort();
					expect(found.get(id) ?? []).toEqual(expected);
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe("the drawing", () => {
	const ids = Array.from({ length: 40 }, (_, n) => `n${n}`);
	const ties = ids.slice(1).map((id, n) => ({ from: id, to: `n${n % 6}` }));
	const size = { width: 900, height: 600 };

	it("is the same every time, whatever the order", () => {
		const byId = (placed: ReturnType<typeof layOut>) => placed.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		expect(byId(layOut(ids.toReversed(), ties.toReversed(), size))).toEqual(byId(layOut(ids, ties, size)));
	});
	it("has everybody inside, and nobody on top of another", () => {
		const placed = layOut(ids, ties, size);
		expect(placed).toHaveLength(40);
		for (const { x, y } of placed) {
			expect(x >= 0 && x <= 900 && y >= 0 && y <= 600).toBe(true);
		}
		const apart = placed.flatMap((one, n) =>
			placed.slice(n + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
		);
		expect(Math.min(...apart)).toBeGreaterThan(10);
	});
	it("puts tied ones nearer than others", () => {
		const placed = new Map(
			layOut(
				["a", "b", "c", "d"],
				[
					{ from: "a", to: "b" },
					{ from: "c", to: "d" },
				],
				size,
			).map((one) => [one.id, one]),
		);
		const distance = (one: string, other: string) => {
			const [a, b] = [placed.get(one), placed.get(other)];
			return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;
		};
		expect(distance("a", "b")).toBeLessThan(distance("a", "c"));
	});
	it("draws one, and none", () => {
		expect(layOut(["a"], [], size)).toEqual([{ id: "a", x: 450, y: 300 }]);
		expect(layOut([], [], size)).toEqual([]);
	});
});
