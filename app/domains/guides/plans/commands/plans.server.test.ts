import { beforeAll, describe, expect, test } from "vitest";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan, twoPlans } from "~tests/factories/guides";
import { area, municipality, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { adminOf, staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { storedDay } from "../../days.server";
import { whoAnswers } from "../../queries/who-answers.server";
import { usualPrecedence } from "../coverage-plan";
import { approvePlan } from "./approve-plan.server";
import { createPlan } from "./create-plan.server";
import { addRule, removeRule } from "./plan-rules.server";

let world: World;
const by = (actor: World["actor"]): World => ({ ...world, actor });
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

async function county(name: string) {
	const ownerId = await municipality(world, { name, kind: "COUNTY" });
	const unit = async (unitName: string) => {
		const id = await municipality(world, { name: unitName, kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
		return { id, areaId: await area(world, { ownerId, name: unitName, kind: "ASSOCIATION", bodyId: id }) };
	};
	const [north, south] = [await unit(`${name} Nord`), await unit(`${name} Süd`)];
	const [postId, otherId] = [
		await post(world, { organisationId: ownerId, label: "Lotsin" }),
		await post(world, { organisationId: ownerId, label: "Lotse" }),
	];
	return { ownerId, north, south, postId, otherId };
}

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
});

describe("a plan", () => {
	test("is drafted by guides and administrators only, and names posts of its own house", async () => {
		const { ownerId, postId } = await county("Eins");
		const strangersPost = await post(world, { organisationId: (await county("Fremd")).ownerId, label: "Fremd" });
		const wanted = {
			ownerId,
			name: "Plan",
			axis: "AREA" as const,
			validFrom: today(world.now),
			validUntil: null,
			reason: "Weil es so ist.",
			fallbackPostId: postId,
		};
		await expect(createPlan(world, wanted)).rejects.toThrow(SignInNeeded);
		await expect(createPlan(by(adminOf(newId(world.now))), wanted)).rejects.toThrow(Forbidden);
		await expect(createPlan(by(house), { ...wanted, ownerId: newId(world.now) })).rejects.toThrow(NotFound);
		const guide = by(staff([{ role: "guide", at: ownerId }]));
		expect(codes(await createPlan(guide, { ...wanted, fallbackPostId: strangersPost }))).toEqual(["post-elsewhere"]);
		expect(codes(await createPlan(guide, { ...wanted, validUntil: wanted.validFrom }))).toEqual(["period-empty"]);
		expect(await world.db.coveragePlan.count({ where: { ownerId } })).toBe(0);
		const { planId } = must(await createPlan(guide, wanted));
		await expect(approvePlan(guide, { ownerId, planId })).rejects.toThrow(Forbidden);
		expect((await approvePlan(by(adminOf(ownerId)), { ownerId, planId })).done).toBe(true);
		expect(codes(await addRule(guide, { ownerId, planId, areaId: null, topicId: null, postId }))).toEqual([
			"plan-approved",
		]);
	});

	test("is not approved while a municipality has nobody, and nothing is changed by the attempt", async () => {
		const { ownerId, north, south, postId, otherId } = await county("Zwei");
		const planId = await coveragePlan(world, { ownerId, approved: false, rules: [{ areaId: north.areaId, postId }] });
		const admin = by(adminOf(ownerId));
		const refusal = await approvePlan(admin, { ownerId, planId });
		expect(refusal).toMatchObject({ refusals: [{ code: "cells-failing", values: { count: 1 } }] });
		expect((await world.db.coveragePlan.findUniqueOrThrow({ where: { id: planId } })).approvedAt).toBeNull();
		const rule = { ownerId, planId, topicId: null, postId: otherId };
		const { ruleId } = must(await addRule(admin, { ...rule, areaId: south.areaId }));
		must(await removeRule(admin, { ownerId, planId, ruleId }));
		must(await addRule(admin, { ...rule, areaId: null }));
		expect((await approvePlan(admin, { ownerId, planId })).done).toBe(true);
	});

	test("of two primary rules for one cell at once the database takes one, also where both mean all topics", async () => {
		const { ownerId, north, postId, otherId } = await county("Drei");
		const planId = await coveragePlan(world, { ownerId, approved: false });
		const rule = (given: string) => ({ ownerId, planId, areaId: north.areaId, topicId: null, postId: given });
		const outcomes = await Promise.all([addRule(by(house), rule(postId)), addRule(by(house), rule(otherId))]);
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["rule-there"]]));
		// without the lock of the act
		const row = { planId, areaId: null, topicId: null, validFrom: today(world.now) };
		const writes = await Promise.allSettled(
			[postId, otherId].map((id) => world.db.coverageRule.create({ data: { ...row, postId: id } })),
		);
		expect(writes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect((await addRule(by(house), { ...rule(otherId), level: "SECONDARY" })).done).toBe(true);
	});

	test("of two in force at once the database takes one, with and without the act", async () => {
		const { ownerId, postId } = await county("Vier");
		const draft = () => coveragePlan(world, { ownerId, approved: false, fallbackPostId: postId });
		const ids = [await draft(), await draft()];
		const outcomes = await Promise.all(ids.map((planId) => approvePlan(by(house), { ownerId, planId })));
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["plan-overlaps"]]));
		const other = await county("Fünf");
		const row = {
			ownerId: other.ownerId,
			name: "Plan",
			axis: "AREA" as const,
			precedence: usualPrecedence("AREA"),
			reason: "Weil",
			validFrom: today(world.now),
			createdAt: world.now,
			approvedAt: world.now,
		};
		const writes = await Promise.allSettled([1, 2].map(() => world.db.coveragePlan.create({ data: row })));
		expect(writes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	test("does not begin in the past, and does not cut the one before it in two", async () => {
		const { ownerId, postId } = await county("Sechs");
		const day = today(world.now);
		const draft = (from: number, until: number | null) =>
			coveragePlan(world, {
				ownerId,
				approved: false,
				fallbackPostId: postId,
				validFrom: daysFrom(day, from),
				validUntil: until === null ? null : daysFrom(day, until),
			});
		const approve = async (planId: string) => codes(await approvePlan(by(house), { ownerId, planId }));
		expect(await approve(await draft(-1, null))).toEqual(["plan-in-past"]);
		const first = await draft(0, null);
		expect(await approve(first)).toBeUndefined();
		expect(await approve(await draft(10, 20))).toEqual(["plan-overlaps"]);
		expect(await approve(await draft(0, null))).toEqual(["plan-overlaps"]);
		expect(await approve(await draft(10, null))).toBeUndefined();
		const row = await world.db.coveragePlan.findUniqueOrThrow({ where: { id: first } });
		expect(row.validUntil).toEqual(daysFrom(day, 10));
	});
});

test("from area to topic on a day: yesterday's answers and assignments stay as they were", async () => {
	const ownerId = await municipality(world, { name: "Mayen-Koblenz", kind: "COUNTY" });
	const units: string[] = [];
	for (let n = 1; n <= 10; n++) {
		units.push(await municipality(world, { name: `Einheit ${n}`, kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId }));
	}
	const village = await municipality(world, { name: "Dorf", parentId: units[0] ?? null });
	const someone = (familyName: string) => ({ holder: { givenName: "Kim", familyName }, phone: "030 23125 130" });
	const changesOn = storedDay("2026-07-01");
	const plans = await twoPlans(world, {
		ownerId,
		changesOn,
		regions: [0, 1, 2, 3].map((n) => ({
			name: `Teilregion ${n + 1}`,
			unitIds: units.filter((_, place) => place % 4 === n),
			post: someone(`Gebiet ${n + 1}`),
		})),
		topics: ["Infrastruktur", "Umwelt", "Freizeit", "Tourismus", "Gemeinschaft", "Mobilität"].map((name) => ({
			name,
			...someone(name),
		})),
		team: { ...someone("Team"), mailbox: "lotsen@kreis.example" },
	});
	const [region, mobility] = [plans.byRegion[0], plans.byTopic[5]];
	if (!region || !mobility) throw new Error("the plans have four regions and six topics");
	const asked = { municipalityId: village, topicId: mobility.topicId };
	const at = (now: string, day: string | null = null, actor: World["actor"] = guest) =>
		whoAnswers({ ...world, now: new Date(now), actor }, { ...asked, day });

	const before = await at("2026-06-30T10:00:00Z");
	expect(before.answer?.post.id).toBe(region.postId);
	expect(before.next).toMatchObject({ day: "2026-07-01", post: { id: mobility.postId } });
	const captured = await concern({ ...world, now: new Date("2026-06-30T10:00:00Z") }, asked);
	expect(captured.postId).toBe(region.postId);

	const after = await at("2026-07-01T10:00:00Z");
	expect(after.answer?.post.id).toBe(mobility.postId);
	expect(after.answer?.explanation).toMatchObject({ by: "TOPIC", planId: plans.topicPlanId });
	expect(after.next).toBeNull();
	// staff see who it was; for others every day is today
	const guide = staff([{ role: "guide", at: ownerId }]);
	expect((await at("2026-07-02T10:00:00Z", "2026-06-30", guide)).answer?.post.id).toBe(region.postId);
	expect((await at("2026-07-02T10:00:00Z", "2026-06-30")).answer?.post.id).toBe(mobility.postId);
	const kept = await world.db.assignment.findFirstOrThrow({ where: { concernId: captured.id } });
	expect(kept).toMatchObject({ postId: region.postId, planId: plans.areaPlanId, untilAt: null });
	expect(kept.explanation).toMatchObject({ day: "2026-06-30", by: "AREA", areaId: region.areaId });
	// without a topic the new plan knows no single post
	const open = await whoAnswers({ ...world, now: changesOn }, { municipalityId: village, topicId: null, day: null });
	expect(open.answer?.post.id).toBe(plans.fallbackPostId);
});

test("a rule ends with its post; then the next answer counts", async () => {
	const { ownerId, north, postId, otherId } = await county("Sieben");
	const extra = await topic(world, { ownerId, name: "Umwelt" });
	await coveragePlan(world, { ownerId, fallbackPostId: otherId, rules: [{ areaId: north.areaId, postId }] });
	await world.db.post.update({ where: { id: postId }, data: { validUntil: storedDay("2026-05-01") } });
	const at = async (now: string) =>
		(await whoAnswers({ ...world, now: new Date(now) }, { municipalityId: north.id, topicId: extra, day: null }))
			.answer;
	expect((await at("2026-04-30T10:00:00Z"))?.post.id).toBe(postId);
	expect((await at("2026-05-01T10:00:00Z"))?.post.id).toBe(otherId);
	// the team ends with its post, too: nobody is sent to a post that is no more, and the plan's check says so
	await world.db.post.update({ where: { id: otherId }, data: { validUntil: storedDay("2026-06-01") } });
	expect((await at("2026-05-31T10:00:00Z"))?.post.id).toBe(otherId);
	expect(await at("2026-06-01T10:00:00Z")).toBeNull();
});
