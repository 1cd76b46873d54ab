import { expect, it } from "vitest";
import { newId } from "./tokens.server";

it("makes identifiers of one moment in order, each a UUID of version 7", () => {
	const now = new Date("2026-11-22T12:00:00Z");
	const made = Array.from({ length: 10_000 }, () => newId(now));
	expect(new Set(made).size).toBe(made.length);
	expect(made.toSorted()).toEqual(made);
	for (const id of made) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
	expect(Number.parseInt((made[0] ?? "").replaceAll("-", "").slice(0, 12), 16)).toBe(now.getTime());
	const [first = ""] = made;
	expect(newId(new Date(now.getTime() + 1)) > (made.at(-1) ?? first)).toBe(true);
});
