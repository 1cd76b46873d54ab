import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { house } from "~/platform/actor";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { adminOf, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { authoriseAssociations } from "./authorise-associations.server";
import { importRegister } from "./import-register.server";

const input = { countyKey: "07137", from: new Date("2026-01-01"), legalBasis: "§ 68 GemO Rheinland-Pfalz" };

describe("Verbandsgemeinden act for their Ortsgemeinden", () => {
	let world: World;
	beforeAll(async () => {
		const { db } = await freshDatabase();
		world = { db, actor: house, now: new Date("2026-03-01T10:00:00Z"), locale: "de" };
		const bytes = readFileSync("prisma/seed/register/GV100AD_301123.txt");
		await importRegister(world, { bytes, fileName: "GV100AD_301123.txt", only: ["07137"] });
	});

	test("an unknown county is not there, a stranger may not", async () => {
		await expect(authoriseAssociations(world, { ...input, countyKey: "99999" })).rejects.toThrow(NotFound);
		const land = await world.db.organisation.findUniqueOrThrow({ where: { ars: "07" } });
		await expect(authoriseAssociations({ ...world, actor: adminOf(land.id) }, input)).rejects.toThrow(Forbidden);
		expect(await world.db.actingFor.count()).toBe(0);
	});

	test("two at once record the 84 Ortsgemeinden once; the towns act for themselves", async () => {
		const outcomes = await Promise.all([authoriseAssociations(world, input), authoriseAssociations(world, input)]);
		expect(outcomes.map((outcome) => outcome.done && outcome.value.added).sort()).toEqual([0, 84]);
		const rows = await world.db.actingFor.findMany({ include: { agent: true, principal: true } });
		expect(rows).toHaveLength(84);
		expect(new Set(rows.map((row) => row.agentId)).size).toBe(7);
		expect(rows.every((row) => row.principal.parentId === row.agentId)).toBe(true);
		expect(rows.some((row) => row.principal.shortName === "Andernach")).toBe(false);
		expect(rows[0]).toMatchObject({ legalBasis: input.legalBasis, validFrom: input.from, validUntil: null });
	});

	test("the county's own administrator may, and it stands in the county's chain", async () => {
		const county = await world.db.organisation.findUniqueOrThrow({ where: { ars: "07137" } });
		const admin = adminOf(county.id);
		await expect(authoriseAssociations({ ...world, actor: admin }, input)).rejects.toThrow(new SignInNeeded("step-up"));
		const repeated = await authoriseAssociations({ ...world, actor: steppedUp(admin, world.now) }, input);
		expect(repeated).toEqual({ done: true, value: { added: 0, held: 84 } });
		const events = await world.db.auditEvent.count({
			where: { ownerId: county.id, type: "organisations.associations.authorised" },
		});
		expect(events).toBe(3);
	});
});
