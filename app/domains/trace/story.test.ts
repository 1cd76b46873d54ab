import { expect, test } from "vitest";
import { inTime } from "./relation";
import { inStoryOrder } from "./story";

const item = (key: string, day: number | null) => ({ key, at: day === null ? null : new Date(Date.UTC(2026, 0, day)) });
const keys = (items: { key: string }[]) => items.map(({ key }) => key).join(" ");

test("what led to something stands before it, even when its date is later", () => {
	const items = [item("measure", 1), item("idea", 9), item("answer", 5)];
	const leads = [
		{ from: "idea", to: "answer" },
		{ from: "idea", to: "measure" },
	];
	expect(keys(inStoryOrder(items, leads))).toBe("idea measure answer");
});

test("without links the earlier comes first, the undated last", () => {
	expect(keys(inStoryOrder([item("a", null), item("b", 2), item("c", 1)], []))).toBe("c b a");
});

test("a circle is opened at its earliest object", () => {
	const leads = [
		{ from: "a", to: "b" },
		{ from: "b", to: "a" },
		{ from: "b", to: "b" },
	];
	expect(keys(inStoryOrder([item("a", 2), item("b", 1)], leads))).toBe("b a");
});

test("a whole stands before its parts, an idea before the group and the meeting that many ideas hang on", () => {
	expect(inTime({ from: "idea", relation: "part-of", to: "process" })).toEqual({ from: "process", to: "idea" });
	expect(inTime({ from: "post", relation: "responsible-for", to: "idea" })).toEqual({ from: "post", to: "idea" });
	expect(inTime({ from: "idea", relation: "taken-up-by", to: "group" })).toEqual({ from: "idea", to: "group" });
	expect(inTime({ from: "idea", relation: "discussed-in", to: "meeting" })).toEqual({ from: "idea", to: "meeting" });
	expect(inTime({ from: "idea", relation: "became", to: "measure" })).toEqual({ from: "idea", to: "measure" });
});
