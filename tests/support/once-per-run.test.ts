import { expect, it } from "vitest";
import { withoutStamps } from "./once-per-run";

const same = (one: string, other: string) => withoutStamps(one, "") === withoutStamps(other, "");

it("takes pages for the same that differ in numbers, codes and moments alone", () => {
	const page = (code: string, count: number, at: number, id: string, nonce: string, who: string) =>
		`<script nonce="${nonce}"></script><a id="i-${id}" href="/b/${code}">Bank ${who} ${at}</a><p>${count} Beiträge, ${code}</p>`;
	const one = page("K7QF2MXA", 3, 1795330868614, "019a586f-e700-7593-9009-000000000001", "a+b==", "with-javascript");
	const other = page(
		"ABCDEFGH",
		5,
		1795330999999,
		"019a586f-ffff-7593-9009-00000000000a",
		"c/d==",
		"without-javascript",
	);
	expect(same(one, other)).toBe(true);
});

it("tells apart what axe and people would tell apart", () => {
	for (const [one, other] of [
		["<h2>Karte</h2>", "<h3>Karte</h3>"],
		['<p tabindex="0">x</p>', '<p tabindex="1">x</p>'],
		['<label for="a">x</label>', '<label for="b">x</label>'],
		['<p class="gw-a">x</p>', '<p class="gw-b">x</p>'],
		["<p>Karte</p>", "<p>Liste</p>"],
		["<p>9</p>", "<p>10</p>"],
		// which of two refers to which
		['<a href="/b/K7QF2MXA"></a><a href="/b/ABCDEFGH"></a>', '<a href="/b/K7QF2MXA"></a><a href="/b/K7QF2MXA"></a>'],
	] as const) {
		expect(same(one, other), `${one} ${other}`).toBe(false);
	}
});
