import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { house } from "./source-files";
import { isAllowed, productionPackages } from "./third-party-licences.mjs";

test.each(["MIT", "(MIT OR GPL-3.0-only)", "Apache-2.0 AND LGPL-3.0-or-later AND MIT", "MIT and ISC"])(
	"%s",
	(licence) => {
		expect(isAllowed(licence)).toBe(true);
	},
);

test.each(["AGPL-3.0-only", "GPL-3.0-only AND MIT", "BUSL-1.1", "unknown", ""])("not %s", (licence) => {
	expect(isAllowed(licence)).toBe(false);
});

test("every production package of this house may be handed on", () => {
	const packages = productionPackages(house);
	expect(packages.length).toBeGreaterThan(50);
	expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

test("packages for development only are left out", () => {
	const folder = mkdtempSync(join(tmpdir(), "licences-"));
	const packages = {
		"": {},
		"node_modules/a": { version: "1.0.0", license: "MIT" },
		"node_modules/a/node_modules/@b/c": { version: "2.0.0" },
		"node_modules/d": { version: "3.0.0", license: "AGPL-3.0-only", dev: true },
	};
	writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages }));
	try {
		expect(productionPackages(folder)).toEqual([
			{ name: "@b/c", version: "2.0.0", licence: "unknown" },
			{ name: "a", version: "1.0.0", licence: "MIT" },
		]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
