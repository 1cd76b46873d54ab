import { expect, test } from "vitest";
import { guest } from "~/platform/actor";
import { newId } from "~/platform/tokens.server";
import { person } from "~tests/factories/accounts";
import { freshDatabase } from "~tests/support/database";
import { personalData } from "../personal-data.server";
import { personNames } from "./person-names.server";

test("people are called as they call themselves; whoever was erased has no name, whoever is nobody neither", async () => {
	const { db } = await freshDatabase();
	const world = { db, actor: guest, now: new Date("2026-11-22T12:00:00Z"), locale: "de" as const };
	const anna = await person(world, { displayName: "Anna B.", email: "anna@example.de", password: null });
	const bert = await person(world, { displayName: "Bert", email: "bert@example.de", password: null });
	await personalData.erase(world, bert.personId);

	const names = await personNames(world, [anna.personId, null, anna.personId, bert.personId, newId(world.now)]);
	expect(names).toEqual(new Map([[anna.personId, "Anna B."]]));
	expect(await personNames(world, [null])).toEqual(new Map());
});
