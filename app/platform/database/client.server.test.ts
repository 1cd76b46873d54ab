import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { connect, database, disconnect, pool } from "./client.server";

let test: TestDatabase;
beforeAll(async () => {
	test = await freshDatabase();
});

describe("the application's connection", () => {
	it("reads and writes rows as the application's role", async () => {
		await test.db.houseSetting.create({ data: { key: "greeting", value: "Grüße" } });
		expect(await database().houseSetting.findMany()).toEqual([{ key: "greeting", value: "Grüße" }]);
		const { rows } = await pool().query("SELECT current_user AS role");
		expect(rows).toEqual([{ role: "gemeinwerk_app" }]);
	});

	it("may not change tables or the record of migrations, but may make the schema of its jobs", async () => {
		await expect(pool().query("DROP TABLE house_setting")).rejects.toThrow(/must be owner/);
		await expect(pool().query("CREATE TABLE own (id int)")).rejects.toThrow(/permission denied/);
		await expect(pool().query('DELETE FROM "_prisma_migrations"')).rejects.toThrow(/permission denied/);
		await expect(pool().query("CREATE SCHEMA its_own")).resolves.toBeDefined();
	});

	it("survives the server ending its idle connections", async () => {
		await pool().query("SELECT 1");
		const { Client } = await import("pg").then((module) => module.default);
		const owner = new Client({ connectionString: test.url });
		await owner.connect();
		await owner.query(
			"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'gemeinwerk_app' AND datname = current_database()",
		);
		await owner.end();
		await expect
			.poll(() =>
				pool()
					.query("SELECT 1 AS one")
					.then(({ rows }) => rows),
			)
			.toEqual([{ one: 1 }]);
	});

	it("says so when nobody has connected yet", async () => {
		await disconnect();
		expect(() => database()).toThrow(/not connected/);
		connect(test.appUrl);
	});
});
