import { expect, test } from "vitest";
import { typedMany } from "./typed";

test.each([
	[{ roles: "chair" }, ["chair"]],
	[{ roles: ["chair", "minute-taker"] }, ["chair", "minute-taker"]],
	[{}, []],
	[null, []],
])("the ticks of %j come back", (typed, ticks) => {
	expect(typedMany(typed, "roles")).toEqual(ticks);
});
