import { afterAll, beforeAll, expect, test } from "vitest";
import { guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { area, municipality, openPlace, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { adminOf, staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { createArea, endArea } from "../commands/areas.server";
import { completePlaces } from "../composition.server";
import { bodiesWithoutArea, managedTerm, managedTerms, sortOf } from "./managed-terms.server";

let world: World;
beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
});
afterAll(() => completePlaces([]));

test("areas and topics are listed with what uses them, for the owner's administrators only", async () => {
	const ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	const unit = await municipality(world, { name: "Maifeld", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const place = await openPlace(world, { organisationId: ownerId, name: "Kreis" });
	const west = await area(world, { ownerId, name: "West" });
	const admin = { ...world, actor: adminOf(ownerId) };
	expect((await bodiesWithoutArea(admin, ownerId)).map(({ id }) => id)).toEqual([unit]);
	const body = await area(world, { ownerId, name: "Maifeld", kind: "ASSOCIATION", bodyId: unit, parentId: west });
	expect(await bodiesWithoutArea(admin, ownerId)).toEqual([]);
	const traffic = await topic(world, { ownerId, name: "Verkehr" });
	completePlaces([{ termUses: async () => [{ termId: traffic, label: "Plan", href: "/plan" }] }]);

	await expect(managedTerms(world, place)).rejects.toThrow(SignInNeeded);
	const guide = { ...world, actor: staff([{ role: "guide", at: ownerId }]) };
	await expect(managedTerms(guide, place)).rejects.toThrow(Forbidden);
	const { terms } = await managedTerms(admin, place);
	expect(terms.gebiete).toMatchObject([
		{ id: body, parent: "West", children: [], uses: [] },
		{ id: west, parent: null, children: ["Maifeld"], kind: "SUB_REGION" },
	]);
	expect(terms.themen).toMatchObject([{ id: traffic, uses: [{ label: "Plan" }], lastDay: null }]);
	await expect(managedTerm(admin, place, "themen", west)).rejects.toThrow(NotFound);
	expect(() => sortOf("dinge")).toThrow(NotFound);

	must(await endArea(admin, { ownerId, areaId: body, endsOn: daysFrom(today(world.now), 1), successorIds: [west] }));
	expect((await managedTerm(admin, place, "gebiete", body)).term.lastDay).toBe("2026-03-10");
	const tomorrow = { ...admin, now: new Date("2026-03-11T10:00:00Z") };
	await expect(managedTerm(tomorrow, place, "gebiete", body)).rejects.toThrow(NotFound);
	expect((await bodiesWithoutArea(tomorrow, ownerId)).map(({ id }) => id)).toEqual([unit]);
});

test("an area of a body that is not there is refused", async () => {
	const ownerId = await municipality(world, { name: "Kreis 2", kind: "COUNTY" });
	const wanted = { ownerId, name: "Nirgends", kind: "MUNICIPALITY", bodyId: newId(world.now) } as const;
	expect(await createArea({ ...world, actor: adminOf(ownerId) }, wanted)).toMatchObject({
		done: false,
		refusals: [{ code: "organisation-missing", field: "body" }],
	});
});
