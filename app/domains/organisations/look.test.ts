import { expect, test } from "vitest";
import { contrastRatio } from "~/design/place-style";
import { judgeLook } from "./look";

test.each(["#0b5d3b", "0B5D3B", " #0b5d3b "])("%j is a colour that can be read", (typed) => {
	const judged = judgeLook(typed);
	expect(judged).toMatchObject({ done: true, value: { accent: "#0b5d3b", onAccent: "#ffffff" } });
	if (!judged.done) return;
	expect(judged.value.ratio).toBeGreaterThanOrEqual(4.5);
	expect(contrastRatio(judged.value.accent, judged.value.onAccent)).toBeGreaterThanOrEqual(4.5);
});

test.each(["", "grün", "#0b5", "#0b5d3bff", "url(x)", "#0b5d3b;}"])("%j is none", (typed) => {
	expect(judgeLook(typed)).toMatchObject({ done: false, refusals: [{ code: "colour-shape", field: "accent" }] });
});

test("a pale colour is refused with the contrast that it reaches", () => {
	const judged = judgeLook("#ffcc00");
	expect(judged).toMatchObject({ done: false, refusals: [{ code: "colour-pale" }] });
	expect(!judged.done && judged.refusals[0]?.values?.ratio).toBeLessThan(2);
});
