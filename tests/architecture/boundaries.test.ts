import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import configuration from "../../.dependency-cruiser.js";
import { checkBoundaries } from "./boundaries.mjs";
import { domainOrder } from "./domains.mjs";

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small house in a temporary folder: path → the modules it imports. */
function house(imports: Record<string, string[]>): string {
	const folder = mkdtempSync(join(tmpdir(), "boundaries-"));
	folders.push(folder);
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	write(
		"tsconfig.json",
		JSON.stringify({
			compilerOptions: { module: "es2022", moduleResolution: "bundler", paths: { "~/*": ["./app/*"] } },
		}),
	);
	const dependencies: Record<string, string> = {};
	for (const name of ["lucia", "react", "@prisma/client", "@prisma/schema-engine-wasm", "pg"]) {
		dependencies[name] = "1.0.0";
		write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
		write(`node_modules/${name}/index.js`, "");
	}
	write("node_modules/only-for-tests/package.json", JSON.stringify({ name: "only-for-tests", main: "index.js" }));
	write("node_modules/only-for-tests/index.js", "");
	write("package.json", JSON.stringify({ dependencies, devDependencies: { "only-for-tests": "1.0.0" } }));
	for (const [path, modules] of Object.entries(imports)) {
		write(path, `${modules.map((module) => `import "${module}";`).join("\n")}\nexport const here = 1;\n`);
	}
	return folder;
}

/** Each rule with the one import that breaks it: [importing file, import, imported file if it is our own]. */
const breaches: Record<string, [from: string, module: string, to?: string]> = {
	"domains-are-listed": ["app/domains/weather/sun.ts", "~/platform/outcome", "app/platform/outcome.ts"],
	"enter-by-the-index": [
		"app/domains/measures/pilot.ts",
		"~/domains/counting/majority",
		"app/domains/counting/majority.ts",
	],
	"house-enters-by-the-door": ["app/root.tsx", "~/domains/counting/majority", "app/domains/counting/majority.ts"],
	"manifests-are-read-by-the-server": [
		"app/domains/measures/queries/list.server.ts",
		"~/domains/measures/manifest.server",
		"app/domains/measures/manifest.server.ts",
	],
	"address-lists-are-read-by-routes": [
		"app/domains/measures/ui/link.tsx",
		"~/domains/measures/routes",
		"app/domains/measures/routes.ts",
	],
	"platform-knows-no-domain": ["app/platform/run.ts", "~/domains/counting", "app/domains/counting/index.ts"],
	"design-knows-no-domain": ["app/design/badge.tsx", "~/domains/counting", "app/domains/counting/index.ts"],
	"design-reads-words-only": ["app/design/field.tsx", "~/platform/outcome", "app/platform/outcome.ts"],
	"rules-are-pure": ["app/domains/measures/measure.ts", "react"],
	"rules-do-no-input-output": ["app/domains/measures/measure.ts", "node:fs"],
	"pages-ask-queries": [
		"app/domains/measures/routes/measure-page.tsx",
		"~/platform/database/client.server",
		"app/platform/database/client.server.ts",
	],
	"browser-reads-no-server-file": ["app/islands/map.ts", "~/platform/log.server", "app/platform/log.server.ts"],
	"lucia-stays-in-accounts": ["app/platform/session.server.ts", "lucia"],
	"schema-engine-stays-in-one-file": ["app/platform/database/client.server.ts", "@prisma/schema-engine-wasm"],
	"product-needs-no-tests": ["app/platform/clock.ts", "../../tests/clock", "tests/clock.ts"],
	"product-runs-without-dev-packages": ["app/platform/clock.ts", "only-for-tests"],
	"no-circles": ["app/platform/circle.ts", "./circle"],
	"imports-are-found": ["app/platform/clock.ts", "~/platform/nowhere"],
};
for (const [place, domain] of domainOrder.slice(0, -1).entries()) {
	const right = domainOrder[place + 1];
	breaches[`${domain}-points-left`] = [
		`app/domains/${domain}/act.server.ts`,
		`~/domains/${right}`,
		`app/domains/${right}/index.ts`,
	];
}

test("every rule has a breach here", () => {
	expect(Object.keys(breaches).sort()).toEqual(configuration.forbidden?.map(({ name }) => name ?? "").sort());
});

test.each(Object.entries(breaches))("%s can fail", async (rule, [from, module, to]) => {
	const { violations } = await checkBoundaries(house({ ...(to && { [to]: [] }), [from]: [module] }));
	expect(violations).toEqual([expect.objectContaining({ rule, from })]);
});

test("a house in order has no violation", async () => {
	const { modules, violations } = await checkBoundaries(
		house({
			"app/platform/outcome.ts": [],
			"app/platform/i18n/index.ts": [],
			"app/platform/database/client.server.ts": ["pg", "@prisma/client"],
			"app/platform/database/schema-engine.server.ts": ["@prisma/schema-engine-wasm"],
			"app/design/badge.tsx": ["react", "~/platform/i18n"],
			"app/domains/accounts/session.server.ts": ["lucia", "~/platform/database/client.server"],
			"app/domains/counting/index.ts": ["./majority"],
			"app/platform/database/generated/enums.ts": [],
			"app/domains/counting/majority.ts": ["node:crypto", "~/platform/outcome", "~/platform/database/generated/enums"],
			"app/domains/measures/routes.ts": [],
			"app/domains/measures/measure.ts": ["~/domains/counting"],
			"app/domains/measures/measure.test.ts": ["node:fs", "only-for-tests", "../../../tests/factories/measures"],
			"app/domains/measures/manifest.server.ts": ["./queries/list.server"],
			"app/domains/measures/queries/list.server.ts": ["~/platform/database/client.server", "../measure"],
			"app/domains/measures/routes/list.tsx": ["~/design/badge", "../queries/list.server"],
			"app/server/manifests.server.ts": ["~/domains/measures/manifest.server", "../../tests/factories/measures"],
			"app/routes.ts": ["./domains/measures/routes"],
			"app/islands/main.ts": ["~/domains/counting"],
			"tests/factories/measures.ts": ["../../app/domains/measures/queries/list.server"],
		}),
	);
	expect(violations).toEqual([]);
	expect(modules).toBe(17);
});

test("imports that are types only count as well", async () => {
	const folder = house({ "app/platform/outcome.ts": [], "app/design/table.tsx": [] });
	writeFileSync(
		join(folder, "app/design/table.tsx"),
		'import type { here } from "~/platform/outcome";\nexport type T = typeof here;\n',
	);
	const { violations } = await checkBoundaries(folder);
	expect(violations.map(({ rule }) => rule)).toEqual(["design-reads-words-only"]);
});
