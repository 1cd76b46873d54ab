import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { applicationStates, mayHappen, readStrata, stateOf } from "./call";
import { digestWith, seedHashOf } from "./digest.server";
import { draw, nextInLine } from "./lot";

const lots = (count: number, stratum: (number: number) => number | null = () => null) =>
	Array.from({ length: count }, (_, index) => ({ number: index + 1, stratum: stratum(index + 1) }));
const digestOf = digestWith("Startwert", "3 14 15 9 26 5");

test("the order is that of SHA-256 over what is published, and of nothing else", () => {
	const again = lots(20)
		.map(({ number }) => ({
			number,
			digest: createHash("sha256").update(`Startwert:3 14 15 9 26 5:${number}`).digest("hex"),
		}))
		.sort((one, other) => (one.digest < other.digest ? -1 : 1));
	const order = draw(lots(20), { seats: 3, strata: [], digestOf });
	expect(order.map(({ number, digest }) => ({ number, digest }))).toEqual(again);
	expect(order.map(({ rank }) => rank)).toEqual(again.map((_, index) => index + 1));
	expect(draw(lots(20).reverse(), { seats: 3, strata: [], digestOf })).toEqual(order);
	expect(order.filter(({ quota }) => quota !== undefined).map(({ rank }) => rank)).toEqual([1, 2, 3]);
	expect(seedHashOf("Startwert")).toBe(createHash("sha256").update("Startwert").digest("hex"));
});

test("kept seats go to their stratum first, the rest to the first of all others", () => {
	const mixed = lots(12, (number) => (number <= 9 ? 1 : 2));
	const strata = [
		{ position: 1, seats: 1 },
		{ position: 2, seats: 2 },
	];
	const order = draw(mixed, { seats: 4, strata, digestOf });
	const seated = order.filter(({ quota }) => quota !== undefined);
	expect(seated).toHaveLength(4);
	expect(seated.filter(({ quota }) => quota === 2).every(({ stratum }) => stratum === 2)).toBe(true);
	expect(seated.filter(({ quota }) => quota === 2)).toHaveLength(2);
	const [first] = order.filter(({ stratum }) => stratum === 1);
	expect(first?.quota).toBe(1);
	const free = seated.find(({ quota }) => quota === null);
	const best = order.find((lot) => !seated.some((one) => one !== free && one.number === lot.number));
	expect(free?.number).toBe(best?.number);
});

test("a stratum with too few applications leaves its seats to all", () => {
	const order = draw(
		lots(5, () => 1),
		{
			seats: 3,
			strata: [
				{ position: 1, seats: 1 },
				{ position: 2, seats: 2 },
			],
			digestOf,
		},
	);
	expect(order.filter(({ quota }) => quota !== undefined).map(({ rank }) => rank)).toEqual([1, 2, 3]);
});

test("who withdrew keeps the rank and gets no seat", () => {
	const [first] = draw(lots(5), { seats: 1, strata: [], digestOf });
	const order = draw(lots(5), { seats: 1, strata: [], digestOf, passedOver: new Set([first?.number ?? 0]) });
	expect(order.map(({ number }) => number)).toEqual(
		draw(lots(5), { seats: 1, strata: [], digestOf }).map(({ number }) => number),
	);
	expect(order.filter(({ quota }) => quota !== undefined).map(({ rank }) => rank)).toEqual([2]);
});

test("the next one comes from the same stratum, else from all, in the order of the draw", () => {
	const listed = [
		{ id: "c", rank: 5, stratum: 2 },
		{ id: "a", rank: 3, stratum: 1 },
		{ id: "b", rank: 4, stratum: 2 },
	];
	expect(nextInLine(listed, 2)?.id).toBe("b");
	expect(nextInLine(listed, null)?.id).toBe("a");
	expect(nextInLine(listed, 3)?.id).toBe("a");
	expect(nextInLine([], null)).toBeNull();
});

test.each([
	[
		"Innenstadt: 2\n\n Dörfer:1 ",
		[
			{ label: "Innenstadt", seats: 2 },
			{ label: "Dörfer", seats: 1 },
		],
	],
	["", []],
	["Innenstadt", null],
	["A: 1\nA: 2", null],
	["A: viele", null],
])("strata out of %j", (text, strata) => {
	expect(readStrata(text)).toEqual(strata);
});

test("what may happen to an application", () => {
	const states = (act: Parameters<typeof mayHappen>[1]) => applicationStates.filter((state) => mayHappen(state, act));
	expect(states("confirm")).toEqual(["pending"]);
	expect(states("accept")).toEqual(["offered"]);
	expect(states("decline")).toEqual(["offered"]);
	expect(states("withdraw")).toEqual(["pending", "applied", "listed"]);
});

test("a call is open until its deadline and drawn only once", () => {
	const closesAt = new Date("2026-11-22T18:00:00Z");
	const call = { closesAt, drawnAt: null, cancelledAt: null };
	expect(stateOf(call, new Date(closesAt.getTime() - 1))).toBe("open");
	expect(stateOf(call, closesAt)).toBe("closed");
	expect(stateOf({ ...call, drawnAt: closesAt }, closesAt)).toBe("drawn");
	expect(stateOf({ ...call, cancelledAt: closesAt }, closesAt)).toBe("cancelled");
});
