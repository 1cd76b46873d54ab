import { beforeAll, expect, test } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { introduce } from "~/platform/manifest.server";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { coveragePlan, officeSeries } from "~tests/factories/guides";
import { area, holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { captureConcern } from "../concerns/commands/capture-concern.server";
import { linkedConcern } from "../concerns/queries/find-concern.server";
import { manifest } from "../manifest.server";
import { officeDayAt } from "./queries/heard-at.server";

let world: World;
let ownerId: string;
let unit: string;
let guide: Actor;

beforeAll(async () => {
	introduce([manifest]);
	const { db } = await freshDatabase();
	// Tuesday; the office days are on Tuesdays from nine to twelve
	const begun = new Date("2026-03-03T08:00:00Z");
	world = { db, actor: guest, now: begun, locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	const { personId } = await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } });
	guide = staff([{ role: "guide", at: ownerId }], personId);
	await coveragePlan(world, { ownerId, rules: [{ areaId, postId }], fallbackPostId: postId });
	await officeSeries(world, { ownerId, postId, municipalityId: unit });
	world = { ...world, actor: guide, now: new Date("2026-03-12T16:00:00Z") };
});

async function note(given: Partial<Parameters<typeof captureConcern>[1]> & { heardAt?: Date } = {}) {
	const { heardAt = world.now } = given;
	return captureConcern(world, {
		token: newToken(),
		ownerId,
		municipalityId: unit,
		topicId: null,
		kind: "NEED",
		text: "Die Bücherei öffnet samstags nicht mehr.",
		origin: "OFFICE_DAY",
		askerName: null,
		askerEmail: null,
		mayBePublic: false,
		officeDay: await officeDayAt(world, { ownerId, municipalityId: unit, moment: heardAt }),
		...given,
		heardAt,
	});
}
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const rowOf = (id: string) => world.db.concern.findUniqueOrThrow({ where: { id }, include: { officeDay: true } });
const ago = (minutes: number) => new Date(world.now.getTime() - minutes * 60_000);
const days = 24 * 60;

test("a note sent later is dated to when it was heard and belongs to the office day of then, not of now", async () => {
	const heardAt = new Date("2026-03-10T09:30:00Z");
	const { id } = must(await note({ heardAt }));
	const row = await rowOf(id);
	expect(row.capturedAt).toEqual(heardAt);
	expect(row.officeDay?.day).toEqual(new Date("2026-03-10T00:00:00Z"));
	const { id: now } = must(await note());
	expect(await rowOf(now)).toMatchObject({ capturedAt: world.now, officeDay: null });
});

test("the same note sent twice, also at once, is one concern, and the second sending finds it", async () => {
	const before = await world.db.concern.count();
	const token = newToken();
	const heardAt = ago(2 * days);
	const both = await Promise.all([note({ token, heardAt }), note({ token, heardAt })]);
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["sent-before"]]));
	expect(codes(await note({ token }))).toEqual(["sent-before"]);
	expect(await world.db.concern.count()).toBe(before + 1);
	expect((await linkedConcern(world, token)).capturedAt).toEqual(heardAt);
});

test.each<[string, number, string[] | undefined]>([
	["a clock a little ahead", -9, undefined],
	["tomorrow", -days, ["heard-wrong"]],
	["a holiday ago", 30 * days, undefined],
	["longer ago", 31 * days, ["heard-wrong"]],
])("heard: %s", async (_, minutes, expected) => {
	const outcome = await note({ heardAt: ago(minutes), officeDay: null });
	expect(codes(outcome)).toEqual(expected);
	if (outcome.done)
		expect((await rowOf(outcome.value.id)).capturedAt.getTime()).toBeLessThanOrEqual(world.now.getTime());
});

test("the public form back-dates nothing", async () => {
	const before = await world.db.concern.count();
	expect(codes(await note({ origin: "FORM", heardAt: ago(days), officeDay: null }))).toEqual(["heard-wrong"]);
	expect(await world.db.concern.count()).toBe(before);
});
