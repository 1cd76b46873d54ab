import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { house, sourceFiles } from "./source-files";
import { foreignTables, readTables, relationsPointingRight } from "./tables";

const read = (path: string) => readFileSync(join(house, path), "utf8");

describe("this house", () => {
	const files = sourceFiles("prisma/schema", /\.prisma$/);
	const tables = readTables(Object.fromEntries(files.map((path) => [basename(path), read(path)])));

	test("has schema files, each model in the file of its domain", () => {
		expect(tables.models.length).toBeGreaterThan(0);
		expect(tables.complaints).toEqual([]);
	});

	test("has keys that point left only", () => {
		expect(relationsPointingRight(tables)).toEqual([]);
	});

	test("has domains that touch only tables at or left of them", () => {
		const sources = sourceFiles("app", /\.tsx?$/);
		expect(sources.length).toBeGreaterThan(0);
		expect(sources.flatMap((path) => foreignTables(path, read(path), tables))).toEqual([]);
	});
});

describe("the check can fail", () => {
	const tables = readTables({
		"platform.prisma": 'model AuditEvent {\n  id String @id\n  @@map("audit_event")\n}\n',
		"accounts.prisma": "model Account {\n  id String @id\n  // back-relations\n  measures Measure[]\n}\n",
		"measures.prisma":
			'enum Stage {\n  IDEA\n}\nmodel Measure {\n  id String @id\n  stage Stage\n  account Account @relation(fields: [accountId], references: [id])\n  accountId String\n  @@map("measure")\n}\n',
	});

	test("a clean schema and its owners' reads pass", () => {
		expect(relationsPointingRight(tables)).toEqual([]);
		expect(foreignTables("app/domains/measures/queries/a.server.ts", "db.account.findMany()", tables)).toEqual([]);
		expect(foreignTables("app/domains/audit/queries/a.server.ts", "db.auditEvent.findMany()", tables)).toEqual([]);
		expect(foreignTables("app/platform/audit.server.ts", "insert into audit_event values", tables)).toEqual([]);
	});

	test.each([
		["a call", "await world.db.measure.findMany({})"],
		["a call over two lines", "world.db\n\t.measure\n\t.update({})"],
		["SQL", 'db.$queryRaw`select 1 from "measure" where true`'],
		["a join", "sql`JOIN measure m ON true`"],
	])("accounts reads measures by %s", (_, source) => {
		expect(foreignTables("app/domains/accounts/queries/a.server.ts", source, tables)).toHaveLength(1);
	});

	test("a domain reads the platform's tables", () => {
		expect(foreignTables("app/domains/measures/a.server.ts", "db.auditEvent.count()", tables)).toHaveLength(1);
	});

	test("the platform reads a domain's table", () => {
		expect(foreignTables("app/platform/a.server.ts", "db.account.count()", tables)).toHaveLength(1);
	});

	test("words that only look like a table pass", () => {
		const source =
			'import x from "measure";\n// taken from measure\n/* update\nmeasure */\n`from measures_old, from measure-x`; stage.measure.name';
		expect(foreignTables("app/domains/accounts/a.server.ts", source, tables)).toEqual([]);
	});

	test("a key to the right, an unmarked back-relation, an enum to the right, a file of no domain", () => {
		const schema = (accounts: string) =>
			readTables({
				"accounts.prisma": accounts,
				"measures.prisma": "enum Stage {\n A\n}\nmodel Measure {\n id String @id\n}\n",
			});
		const model = (line: string) => `model Account {\n  id String @id\n  ${line}\n}\n`;
		for (const line of [
			"measure Measure @relation(fields: [measureId], references: [id])",
			"measures Measure[]",
			"stage Stage?",
		]) {
			expect(relationsPointingRight(schema(model(line)))).toHaveLength(1);
		}
		expect(readTables({ "weather.prisma": "model Sun {\n id String @id\n}\n" }).complaints).toHaveLength(1);
	});
});
