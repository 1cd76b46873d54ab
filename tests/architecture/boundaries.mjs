// Checks who imports whom (.dependency-cruiser.js), for the house and, in its own test, for houses that break each rule.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import configuration from "../../.dependency-cruiser.js";

/** Below this, the tool saw nothing: with TypeScript 7 it cruises 0 modules and stays green. */
const fewestModules = 20;

/**
 * Cruises `app`, `prisma` and `tests` of a house.
 * @param {string} house absolute folder with its own tsconfig.json
 * @returns {Promise<{ modules: number, violations: { rule: string, from: string, to: string, comment: string }[] }>}
 * modules counts our own source files under app/, without generated ones
 */
export async function checkBoundaries(house) {
	const folders = ["app", "prisma", "tests"].filter((folder) => existsSync(join(house, folder)));
	const { options, ...ruleSet } = configuration;
	const tsConfig = extractTSConfig(join(house, "tsconfig.json"));
	const { output } = await cruise(
		folders,
		{ ...options, tsConfig: { fileName: join(house, "tsconfig.json") }, baseDir: house, ruleSet, validate: true },
		options.enhancedResolveOptions,
		{ tsConfig },
	);
	if (typeof output === "string") throw new Error(output);
	const comments = new Map(configuration.forbidden.map(({ name, comment }) => [name, comment]));
	return {
		modules: output.modules.filter(({ source }) => /^app\/(?!platform\/database\/generated)/.test(source)).length,
		violations: output.summary.violations.map(({ rule, from, to }) => ({
			rule: rule.name,
			from,
			to,
			comment: comments.get(rule.name) ?? "",
		})),
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { modules, violations } = await checkBoundaries(resolve(dirname(fileURLToPath(import.meta.url)), "../.."));
	for (const { rule, from, to, comment } of violations) console.error(`${rule}: ${from} → ${to}\n    ${comment}`);
	if (modules < fewestModules) {
		console.error(`Only ${modules} modules seen under app/, expected at least ${fewestModules}: the check is blind.`);
	}
	console.log(`${modules} modules, ${violations.length} violations`);
	process.exitCode = violations.length > 0 || modules < fewestModules ? 1 : 0;
}
