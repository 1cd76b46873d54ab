// Lists what we hand on to others: every production package with its version and licence. Fails on a licence that is not
// known to go together with distributing our own code under EUPL-1.2 (permissive ones, those of its appendix, and the
// Lesser GPL for libraries that stay replaceable).
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const allowed = new Set([
	"0BSD",
	"Apache-2.0",
	"Bitstream-Vera",
	"BlueOak-1.0.0",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"CC-BY-4.0",
	"CC0-1.0",
	"EPL-2.0",
	"EUPL-1.2",
	"ISC",
	"LGPL-3.0-or-later",
	"MIT",
	"MIT-0",
	"MPL-2.0",
	"OFL-1.1",
	"Python-2.0",
	"Unlicense",
	"Zlib",
]);

/** Packages whose own statement is missing or free text: what their licence file says, read by a person. */
const readByHand = new Map([
	["dejavu-fonts-ttf", "Bitstream-Vera"], // fonts under the licences of Bitstream Vera and Arev, changes in the public domain
	["seq-queue", "MIT"],
]);

/**
 * Judges a licence expression: with OR one allowed licence is enough, with AND all must be allowed.
 * @param {string} expression SPDX, also with brackets, or words like "MIT and ISC"
 * @returns {boolean}
 */
export function isAllowed(expression) {
	return expression
		.replace(/[()]/g, " ")
		.split(/\s+or\s+/i)
		.some((choice) => choice.split(/\s+and\s+/i).every((licence) => allowed.has(licence.trim())));
}

/**
 * Reads the production packages from package-lock.json, and the licence from there or from the installed package.
 * @param {string} house folder with package-lock.json
 * @returns {{ name: string, version: string, licence: string }[]} sorted by name; an unknown licence is "unknown"
 */
export function productionPackages(house) {
	const { packages } = JSON.parse(readFileSync(join(house, "package-lock.json"), "utf8"));
	const found = new Map();
	for (const [path, { dev, version, license }] of Object.entries(packages)) {
		if (path === "" || dev) continue;
		const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
		const licence = readByHand.get(name) ?? license ?? licenceOnDisk(join(house, path)) ?? "unknown";
		found.set(`${name}@${version}`, { name, version, licence });
	}
	return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** @param {string} folder */
function licenceOnDisk(folder) {
	const manifest = join(folder, "package.json");
	if (!existsSync(manifest)) return undefined;
	const { license, licenses } = JSON.parse(readFileSync(manifest, "utf8"));
	return typeof license === "string" ? license : (license?.type ?? licenses?.map(({ type }) => type).join(" OR "));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const packages = productionPackages(resolve(dirname(fileURLToPath(import.meta.url)), "../.."));
	for (const { name, version, licence } of packages) console.log(`${licence}\t${name}@${version}`);
	const refused = packages.filter(({ licence }) => !isAllowed(licence));
	for (const { name, version, licence } of refused) {
		console.error(`${name}@${version}: "${licence}" is not on the list of tests/architecture/third-party-licences.mjs`);
	}
	console.log(`${packages.length} packages, ${refused.length} refused`);
	process.exitCode = packages.length === 0 || refused.length > 0 ? 1 : 0;
}
