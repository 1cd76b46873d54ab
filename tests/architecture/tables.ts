import { domainOrder } from "./domains.mjs";

/** Tables of the platform that a domain may touch, because dealing with them is what the domain is for. */
const platformTablesOf: Record<string, string[]> = {
	accounts: ["RateLimit"],
	audit: ["AuditChain", "AuditEvent", "OutboxEntry"],
	notifications: ["Mail", "ReceivedMail"],
};

const owners = ["platform", ...domainOrder];

/** A line that begins the back-relations at the end of a model: Prisma insists on them, no key of ours is behind them. */
const backRelationsMark = /^\s*\/\/+.*back-relations/i;

const prismaCalls = "find\\w+|create\\w*|update\\w*|upsert|delete\\w*|count|aggregate|groupBy";

type Table = { name: string; table: string; owner: string; lines: string[] };
/** What the schema files declare: models with their table and owner, and which owner each enum belongs to. */
type Tables = { models: Table[]; ownerOfType: Map<string, string>; complaints: string[] };

/**
 * Reads the schema files.
 * @param files file name ("measures.prisma", or "participation.votes.prisma" for a part of a domain) → text
 * @returns models, owners, and a complaint for each file whose owner is not in the order of the domains
 */
export function readTables(files: Record<string, string>): Tables {
	const models: Table[] = [];
	const ownerOfType = new Map<string, string>();
	const complaints: string[] = [];
	for (const [file, text] of Object.entries(files)) {
		const [owner = ""] = file.split(".");
		for (const [, kind, name = "", body = ""] of text.matchAll(/^(model|view|enum|type)\s+(\w+)\s*\{([\s\S]*?)^\}/gm)) {
			if (!owners.includes(owner))
				complaints.push(`${file}: ${name} belongs to no domain of tests/architecture/domains.mjs`);
			ownerOfType.set(name, owner);
			const table = body.match(/@@map\("([^"]+)"\)/)?.[1] ?? name;
			if (kind === "model" || kind === "view") models.push({ name, table, owner, lines: body.split("\n") });
		}
	}
	return { models, ownerOfType, complaints };
}

/**
 * Relations must point to the same domain or to one at the left, like imports.
 * @returns one complaint per field that points right and is not a marked back-relation
 */
export function relationsPointingRight({ models, ownerOfType }: Tables): string[] {
	const complaints: string[] = [];
	for (const { name, owner, lines } of models) {
		let marked = false;
		for (const line of lines) {
			marked ||= backRelationsMark.test(line);
			const field = line.match(/^\s*(\w+)\s+(\w+)(\[\]|\?)?/);
			const target = field?.[2] && ownerOfType.get(field[2]);
			if (!field || !target || owners.indexOf(target) <= owners.indexOf(owner)) continue;
			if (/fields:/.test(line))
				complaints.push(`${owner}: ${name}.${field[1]} is a key to ${target}, which stands to the right`);
			else if (!marked) {
				complaints.push(
					`${owner}: ${name}.${field[1]} leads to ${target}: put it at the end, below "// back-relations"`,
				);
			}
		}
	}
	return complaints;
}

/**
 * A domain touches only tables of schema files at or left of it; the platform's tables belong to the platform.
 * Sees calls like `db.measure.findMany` and table names in SQL; does not see reads nested in `include` or `select`.
 * @param path from the house's root, e.g. "app/domains/measures/queries/list.server.ts"
 * @param source its text
 * @returns one complaint per table that is not the file's to touch
 */
export function foreignTables(path: string, source: string, { models }: Tables): string[] {
	const reader = path.match(/^app\/(?:domains\/([^/]+)|(platform))\//);
	const owner = reader?.[1] ?? reader?.[2];
	if (!owner || /\.test\.tsx?$/.test(path)) return [];
	// Prose and package names also say "from file".
	const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|^import [\s\S]*?;$/gm, "");
	const lower = code.toLowerCase();
	return models
		.filter(({ name, table }) => lower.includes(name.toLowerCase()) || lower.includes(table))
		.filter((model) => touches(code, model))
		.filter((model) =>
			model.owner === "platform"
				? owner !== "platform" && !platformTablesOf[owner]?.includes(model.name)
				: owners.indexOf(model.owner) > owners.indexOf(owner),
		)
		.map((model) => `${path} touches ${model.name} of ${model.owner}`);
}

function touches(source: string, { name, table }: Table): boolean {
	const delegate = name.charAt(0).toLowerCase() + name.slice(1);
	return (
		new RegExp(`\\.\\s*${delegate}\\s*\\.\\s*(?:${prismaCalls})\\b`).test(source) ||
		new RegExp(`\\b(?:from|join|into|update)\\s+(?:only\\s+)?(?:public\\.)?"?${table}"?(?![\\w.-])`, "i").test(source)
	);
}
