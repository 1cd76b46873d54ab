import { expect, test } from "vitest";
import { introduce, subjectOf } from "./manifest.server";

test("a kind is one that a domain names itself, not what every object has", () => {
	introduce([{ domain: "probe", subjects: { bench: { resolve: async () => new Map() } } }]);
	expect(subjectOf("bench")).not.toBeNull();
	for (const kind of ["constructor", "__proto__", "toString", ""]) expect(subjectOf(kind)).toBeNull();
});
