import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { alikeNames } from "./alike-names";

const pairsOf = (...names: string[]) =>
	alikeNames(
		names.map((name, place) => ({ id: `${place}`, name })),
		0.6,
	).map(({ first, second }) => `${first}-${second}`);

describe("names that look alike", () => {
	test.each([
		["Sportverein Thür e. V.", "Sportverein Thuer", true],
		["Hans Doppelmann", "Hans Doppelman", true],
		["Doppelmann, Hans", "Hans Doppelmann", true],
		["Stadtwerke Osteifel GmbH", "Stadtwerke Osteifel", true],
		["Förderverein Feuerwehr Mendig", "Förderverein Freibad Mayen", false],
		["Maria Muster", "Peter Langscheid", false],
	])("%s and %s: %s", (one, other, alike) => {
		expect(pairsOf(one, other)).toEqual(alike ? ["0-1"] : []);
	});

	it("pairs several equal names with the first, and takes no name for nothing", () => {
		expect(pairsOf("Chor", "chor", "CHOR", "", "–").sort()).toEqual(["0-1", "0-2"]);
	});

	it("finds the same pairs as comparing all with all", () => {
		const name = fc.array(fc.constantFrom("anna", "anne", "bahn", "bann", "hanna", "nab", "ban"), {
			minLength: 1,
			maxLength: 3,
		});
		fc.assert(
			fc.property(fc.array(name, { maxLength: 12 }), (all) => {
				const entries = all.map((words, place) => ({ id: `${place}`.padStart(2, "0"), name: words.join(" ") }));
				// Equal names are paired with their first only; the comparison is about different ones.
				const once = entries.filter(
					({ name: own }, place) => entries.findIndex((other) => sorted(other.name) === sorted(own)) === place,
				);
				const slow = once.flatMap((one, place) =>
					once
						.slice(place + 1)
						.filter((other) => alikeNames([one, other], 0.6).length > 0)
						.map((other) => `${one.id} ${other.id}`),
				);
				const fast = alikeNames(once, 0.6).map(({ first, second }) => `${first} ${second}`);
				expect(fast.sort()).toEqual(slow.sort());
			}),
		);
	});
});

const sorted = (name: string) => name.split(" ").sort().join(" ");
