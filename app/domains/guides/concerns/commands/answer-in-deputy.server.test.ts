import { expect, test } from "vitest";
import { reportAbsence } from "~/domains/organisations/absence/commands/absences.server";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { introduce } from "~/platform/manifest.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, deputy, holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../../manifest.server";
import { statusPage } from "../queries/concern-page.server";
import { answerConcern } from "./answer-concern.server";

test("an answer given while standing in says for whom, and keeps both; the holder's own says nothing", async () => {
	introduce([manifest]);
	const { db } = await freshDatabase();
	const world: World = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	const ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	const [postId, teamId] = [
		await post(world, { organisationId: ownerId, label: "Lotsin Mendig" }),
		await post(world, { organisationId: ownerId, label: "Team" }),
	];
	const ina = await holder(world, { postId, holder: { givenName: "Ina", familyName: "Lotse" } });
	const tom = await holder(world, { postId: teamId, holder: { givenName: "Tom", familyName: "Team" } });
	await deputy(world, { postId, deputyPostId: teamId });
	await coveragePlan(world, { ownerId, fallbackPostId: teamId, rules: [{ areaId, postId }] });
	const guide = (personId: string): World => ({ ...world, actor: staff([{ role: "guide", at: ownerId }], personId) });
	const answered = async (by: World) => {
		const { code, id, token } = await concern(world, { municipalityId: unit, topicId: null });
		await db.concern.update({ where: { id }, data: { state: "ASSIGNED" } });
		const answer = { text: "Der Gehweg kommt im Herbst.", channel: "STATUS_PAGE" as const };
		must(await answerConcern(by, { ownerId, code, ...answer, outcome: "DONE" as const, summary: null }));
		const stored = await db.reportBack.findFirstOrThrow({ where: { concernId: id } });
		return { stored, seen: (await statusPage(world, token)).answers[0] };
	};
	const own = await answered(guide(ina.personId));
	expect(own.stored).toMatchObject({ postId, byPersonId: ina.personId, asDeputy: false, deputyForId: null });
	expect(own.seen).toMatchObject({ asDeputy: false, deputyFor: null });
	const day = today(world.now);
	const away = { personId: ina.personId, ownerId: null, validFrom: day, validUntil: daysFrom(day, 5) };
	must(await reportAbsence({ ...world, actor: house }, { ...away, ownerId, coverPostId: null, reason: null }));
	const covered = await answered(guide(tom.personId));
	expect(covered.stored).toMatchObject({
		postId,
		byPersonId: tom.personId,
		asDeputy: true,
		deputyForId: ina.personId,
	});
	expect(covered.seen).toMatchObject({ asDeputy: true, deputyFor: "Ina Lotse" });
	// of a post that is not public nobody outside learns the holder's name
	await db.post.update({ where: { id: postId }, data: { isPublic: false } });
	expect((await answered(guide(tom.personId))).seen).toMatchObject({ asDeputy: true, deputyFor: null });
});
