import { beforeAll, expect, test } from "vitest";
import { guest } from "~/platform/actor";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { absence } from "~tests/factories/absences";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, deputy, holder, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../../manifest.server";
import { matrixPage } from "./plan-pages.server";

let world: World;
let ownerId: string;
let mendig: string;
let topicId: string;
let guidePost: string;
let leylaId: string;

beforeAll(async () => {
	introduce([manifest]);
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-09T10:00:00Z"), locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const unit = (name: string) => municipality(world, { name, kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	mendig = await unit("Mendig");
	await unit("Pellenz");
	topicId = await topic(world, { ownerId, name: "Mobilität" });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: mendig });
	guidePost = await post(world, { organisationId: ownerId, label: "Lotsin Mendig", kind: "GUIDE" });
	const team = await post(world, { organisationId: ownerId, label: "Team" });
	({ personId: leylaId } = await holder(world, {
		postId: guidePost,
		holder: { givenName: "Leyla", familyName: "Acar" },
	}));
	await coveragePlan(world, { ownerId, fallbackPostId: team, rules: [{ areaId, postId: guidePost }] });
});

const cell = async () => {
	const { rows } = await matrixPage({ ...world, actor: staff([{ role: "guide", at: ownerId }]) }, "probe", null);
	return rows.find(({ name }) => name === "Mendig")?.cells[topicId];
};

test("each cell says post, holder, who stands in and what is open; a deputy who is the holder is none", async () => {
	await expect(matrixPage(world, "probe", null)).rejects.toThrow(SignInNeeded);
	await expect(matrixPage({ ...world, actor: staff([{ role: "staff", at: ownerId }]) }, "probe", null)).rejects.toThrow(
		Forbidden,
	);
	const { rows } = await matrixPage({ ...world, actor: staff([{ role: "guide", at: ownerId }]) }, "probe", null);
	expect(rows.map(({ name, cells }) => [name, cells[topicId]?.label, cells[topicId]?.team])).toEqual([
		["Mendig", "Lotsin Mendig", false],
		["Pellenz", "Team", true],
	]);
	await concern(world, { municipalityId: mendig, topicId });
	expect(await cell()).toMatchObject({ holder: "Leyla Acar", away: false, standsIn: null, sameDeputy: false, open: 1 });
	// her other post stands in: nobody is there when she is not
	const other = await post(world, { organisationId: ownerId, label: "Koordination", kind: "GUIDE" });
	await holder(world, { postId: other, holder: { personId: leylaId } });
	await deputy(world, { postId: guidePost, deputyPostId: other });
	expect(await cell()).toMatchObject({ sameDeputy: true });
	// somebody of the same name is somebody else, and a second deputy is enough
	const third = await post(world, { organisationId: ownerId, label: "Lotse Rhein", kind: "GUIDE" });
	await holder(world, { postId: third, holder: { givenName: "Leyla", familyName: "Acar" } });
	await deputy(world, { postId: guidePost, deputyPostId: third, rank: 2 });
	expect(await cell()).toMatchObject({ sameDeputy: false });
	await absence(world, { ownerId, personId: leylaId });
	expect(await cell()).toMatchObject({ away: true, standsIn: "Leyla Acar" });
});
