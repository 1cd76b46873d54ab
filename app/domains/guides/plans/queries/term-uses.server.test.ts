import { expect, test } from "vitest";
import { guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, municipality, post, topic } from "~tests/factories/organisations";
import { freshDatabase } from "~tests/support/database";
import { termUses } from "./term-uses.server";

test("plans that are not over and open concerns are what areas and topics are used by", async () => {
	const { db } = await freshDatabase();
	const world: World = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	const organisationId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	const other = await municipality(world, { name: "Anderer", kind: "COUNTY" });
	const postId = await post(world, { organisationId, label: "Lotsin" });
	const [areaId, unused] = [
		await area(world, { ownerId: organisationId, name: "Eifel" }),
		await area(world, { ownerId: organisationId, name: "Maifeld" }),
	];
	const topicId = await topic(world, { ownerId: organisationId, name: "Verkehr" });
	const rules = [
		{ areaId, postId },
		{ areaId, topicId, postId },
	];
	const planId = await coveragePlan(world, {
		ownerId: organisationId,
		name: "Plan",
		rules,
		fallbackPostId: postId,
		validUntil: daysFrom(today(world.now), 30),
	});
	for (let count = 0; count < 2; count++) await concern(world, { ownerId: organisationId, topicId });
	const plan = { label: "Plan", href: `/o/kreis/verwaltung/lotsen/${planId}` };
	const place = { organisationId, slug: "kreis" };
	const found = await termUses(world, place);
	expect(found).toHaveLength(3);
	expect(found).toEqual(
		expect.arrayContaining([
			{ termId: areaId, ...plan },
			{ termId: topicId, ...plan },
			{ termId: topicId, label: "2 offene Anliegen", href: "/o/kreis/verwaltung/anliegen" },
		]),
	);
	expect(found.some(({ termId }) => termId === unused)).toBe(false);
	const later = await termUses({ ...world, now: new Date("2026-06-01T10:00:00Z") }, place);
	expect(later.map(({ label }) => label)).toEqual(["2 offene Anliegen"]);
	expect(await termUses(world, { organisationId: other, slug: "anderer" })).toEqual([]);
});
