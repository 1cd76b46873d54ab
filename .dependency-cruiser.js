import { domainOrder } from "./tests/architecture/domains.mjs";

const test = "\\.test\\.tsx?$";
const anyDomain = "^app/domains/([^/]+)/";

/** A rule that allows nothing by silence: every entry is an error. Tests stand outside, they may build their world. */
const forbid = (name, comment, from, to) => ({
	name,
	comment,
	severity: "error",
	from: { ...from, pathNot: [test, ...[from.pathNot ?? []].flat()] },
	to,
});

/** Pure rules: `<noun>.ts` at the top of a domain or of a part of a domain (participation/processes). */
const rulesFile = ["^app/domains/[^/]+/[^/.]+\\.ts$", "^app/domains/[^/]+/[^/]+/[^/.]+\\.ts$"];
const notARulesFile = ["/(index|routes|messages|[a-z-]+-messages|forms)\\.ts$", "/(routes|queries|commands|ui)/"];
/** The database as Prisma or pg opens it; its enums are plain values that rules and pages may name. */
const database = {
	path: ["^app/platform/database(/|\\.)", "node_modules/(@prisma|pg)/"],
	pathNot: "/generated/enums\\.ts$",
};
/** Modules that also run, or may run, in the browser. */
const browserSafe = ["^app/domains/.+/(index|messages|[a-z-]+-messages|forms)\\.ts$", "^app/islands/", "^app/design/"];

const pointLeft = domainOrder
	.map((domain, place) => ({ domain, right: domainOrder.slice(place + 1) }))
	.filter(({ right }) => right.length > 0)
	.map(({ domain, right }) =>
		forbid(
			`${domain}-points-left`,
			`${domain} may enter only the domains before it in tests/architecture/domains.mjs.`,
			{ path: `^app/domains/${domain}/` },
			{ path: `^app/domains/(${right.join("|")})/` },
		),
	);

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
	forbidden: [
		...pointLeft,
		forbid(
			"domains-are-listed",
			"A new domain gets its place in tests/architecture/domains.mjs before anything is in it.",
			{ path: anyDomain, pathNot: `^app/domains/(${domainOrder.join("|")})/` },
			{},
		),
		forbid(
			"enter-by-the-index",
			"Another domain is entered through its index.ts or index.server.ts only.",
			{ path: anyDomain },
			{ path: anyDomain, pathNot: ["^app/domains/$1/", "^app/domains/[^/]+/index(\\.server)?\\.ts$"] },
		),
		forbid(
			"house-enters-by-the-door",
			"Outside the domains: index files for all, the manifests for app/server, the address lists for app/routes.ts.",
			{ path: "^app/(server/|islands/|[^/]+$)" },
			{
				path: anyDomain,
				pathNot: [
					"^app/domains/[^/]+/index(\\.server)?\\.ts$",
					"^app/domains/[^/]+/manifest\\.server\\.ts$",
					"^app/domains/.+/routes\\.ts$",
				],
			},
		),
		forbid(
			"manifests-are-read-by-the-server",
			"Only app/server imports manifests (and a domain its own parts').",
			{ path: "^app/", pathNot: ["^app/server/", "/manifest\\.server\\.ts$"] },
			{ path: "^app/domains/.+/manifest\\.server\\.ts$" },
		),
		forbid(
			"address-lists-are-read-by-routes",
			"Only app/routes.ts, or the address list above it, imports a domain's routes.ts.",
			{ path: "^app/", pathNot: ["^app/routes\\.ts$", "^app/domains/[^/]+/routes\\.ts$"] },
			{ path: "^app/domains/.+/routes\\.ts$" },
		),
		forbid(
			"platform-knows-no-domain",
			"app/platform knows neither domains nor the composition root nor the look.",
			{ path: "^app/platform/" },
			{ path: "^app/(domains|server|islands|design)/|^app/[^/]+$" },
		),
		forbid(
			"design-knows-no-domain",
			"app/design knows neither domains nor the composition root.",
			{ path: "^app/design/" },
			{ path: "^app/(domains|server|islands)/|^app/[^/]+$" },
		),
		forbid(
			"design-reads-words-only",
			"Of the platform, app/design knows the text lookup only.",
			{ path: "^app/design/" },
			{ path: "^app/platform/", pathNot: "^app/platform/i18n(/|\\.tsx?$)" },
		),
		forbid(
			"rules-are-pure",
			"A rule knows: no server file, no component, no React, no Prisma.",
			{ path: rulesFile, pathNot: notARulesFile },
			{
				path: ["\\.server(\\.|/)", "\\.tsx$", "node_modules/(react|react-dom|react-router)/", ...database.path],
				pathNot: database.pathNot,
			},
		),
		forbid(
			"rules-do-no-input-output",
			"A rule reads no file, no network, no process (hashing is arithmetic).",
			{ path: rulesFile, pathNot: notARulesFile },
			{ dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
		),
		forbid(
			"pages-ask-queries",
			"Routes, ui and the shell never touch the database: they ask a query.",
			{ path: ["^app/(domains/.+|server)/(routes|ui)/", "^app/design/", "^app/[^/]+\\.tsx$"] },
			database,
		),
		forbid(
			"browser-reads-no-server-file",
			"Islands, design, messages, forms and a domain's index.ts are browser-safe.",
			{ path: browserSafe },
			{ path: ["\\.server(\\.|/)", "^app/server/", ...database.path], pathNot: database.pathNot },
		),
		forbid(
			"lucia-stays-in-accounts",
			"Lucia is no longer developed: replaceable at one place.",
			{ path: "^(app|prisma|tests)/", pathNot: "^app/domains/accounts/" },
			{ path: "node_modules/lucia/" },
		),
		forbid(
			"schema-engine-stays-in-one-file",
			"An internal API of Prisma: wrapped in schema-engine.server.ts.",
			{ path: "^(app|prisma|tests)/", pathNot: "/schema-engine\\.server\\.ts$" },
			{ path: "node_modules/@prisma/schema-engine-wasm/" },
		),
		forbid(
			"product-needs-no-tests",
			"Only the composition root loads the demonstration (prisma/seed, tests/factories).",
			{ path: "^app/", pathNot: "^app/server/" },
			{ path: "^(tests|prisma)/" },
		),
		forbid(
			"product-runs-without-dev-packages",
			"What runs in production stands in dependencies.",
			{ path: "^(app|prisma)/" },
			{ dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
		),
		forbid("no-circles", "Nothing imports itself by a detour.", { path: "^(app|prisma|tests)/" }, { circular: true }),
		forbid(
			"imports-are-found",
			"An import that is not found would be an import that is not checked.",
			{ path: "^(app|prisma|tests)/" },
			{ couldNotResolve: true, pathNot: ["/\\+types/", "^virtual:", "/database/generated/"] },
		),
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		doNotFollow: { path: ["node_modules", "^app/platform/database/generated/"] },
		exclude: { path: ["/\\+types/", "^build/", "^public/"] },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "require", "node", "default", "types"],
			mainFields: ["module", "main", "types"],
		},
	},
};
