import { beforeAll, expect, it } from "vitest";
import { addStep } from "~/domains/council/path/commands/steps.server";
import { link } from "~/domains/trace/index.server";
import { command } from "~/platform/act.server";
import { guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type SubjectView } from "~/platform/manifest.server";
import { done } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { resolution } from "~tests/factories/council";
import { attendance, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { worldOf } from "~tests/factories/participation";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../manifest.server";
import { becameOf } from "./became.server";
import { completeRecommendations } from "./composition.server";
import { concernAnswers } from "./concern-answers.server";
import { onward } from "./queries.server";

const now = new Date("2026-03-10T10:00:00Z");
let db: PrismaClient;
let county: string;
let concernId: string;
/** What this reader may see of measures, as their own manifest would say. */
const shown = new Map<string, SubjectView>();

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest, { domain: "measures", subjects: { measure: { resolve: async () => shown } } }]);
	const world = worldOf(db, guest, now);
	county = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: county, name: "Landkreis Probe", slug: "probe" });
	const unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: county });
	const areaId = await area(world, { ownerId: county, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	const postId = await post(world, { organisationId: county, label: "Lotsin Mendig" });
	await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } });
	await coveragePlan(world, { ownerId: county, fallbackPostId: postId, rules: [{ areaId, postId }] });
	({ id: concernId } = await concern(world, { municipalityId: unit }));
});

type Subject = { kind: string; id: string };

async function tie(from: Subject, relation: "became" | "decided-in", to: Subject): Promise<void> {
	await command("probe.link", async (acting) => {
		await link(acting, { from, relation, to });
		acting.record({ type: "probe.linked", subject: to, ownerId: county });
		return done(null);
	})(worldOf(db, house, now), null);
}

it("shows the way through the bodies, and where a resolution's wording is not ours", async () => {
	const manager = staff([{ role: "participation-manager", at: county }]);
	const before = worldOf(db, house, new Date("2026-03-01T10:00:00Z"));
	const { id: groupId, members } = await workingGroup(before, {
		organisationId: county,
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
		benches: [{ kind: "politics", minSeats: 1, maxSeats: 3 }],
		members: [{ bench: "politics", person: { givenName: "Vera", familyName: "Vorsitz" }, function: "chair" }],
	});
	const [chair] = members;
	if (!chair) throw new Error("no chair");
	const held = await meeting(before, { groupId, startsAt: new Date("2026-03-02T17:00:00Z") });
	const after = worldOf(db, house, new Date("2026-03-03T10:00:00Z"));
	await attendance(after, held.meetingId, [chair.membershipId]);
	const made = await recommendation(after, {
		...held,
		votedAt: new Date("2026-03-02T18:00:00Z"),
		responsiblePostId: await post(after, { organisationId: county, label: "Koordination" }),
		votes: { politics: { yes: 1, no: 0, abstain: 0 } },
		chair: staff([], chair.personId),
		wording: "Der Rufbus fährt ein Jahr lang.",
	});
	const row = await db.recommendation.findUniqueOrThrow({ where: { id: made.id } });
	const of = { ...row, place: { slug: "probe" } };
	const seenBy = (actor: Parameters<typeof worldOf>[1], at = now) => onward(worldOf(db, actor, at), of);
	expect(await seenBy(guest)).toMatchObject({ path: null, differences: [], acts: [], managePath: null });

	const subject = { kind: "recommendation", id: made.id };
	const acting = worldOf(db, manager, now);
	const step = { body: "Kreisausschuss", role: "preliminary" as const, authoritative: false, result: null, note: "" };
	must(await addStep(acting, { subject, ...step, sessionOn: "", resolutionId: null }));
	for (const [title, wording] of [
		["Rufbus", "Der Rufbus fährt zwei Jahre lang."],
		["Rufbus, wie empfohlen", "Der Rufbus fährt ein Jahr lang."],
	] as const) {
		await resolution(acting, { organisationId: county, about: subject, title, wording });
	}
	const seen = await seenBy(guest);
	expect(seen.path?.steps.map(({ body }) => body)).toContain("Kreisausschuss");
	const differences = seen.differences.toSorted((one, other) => (one.title < other.title ? -1 : 1));
	expect(differences.map(({ title, same }) => [title, same])).toEqual([
		["Rufbus", false],
		["Rufbus, wie empfohlen", true],
	]);
	expect(differences[0]?.pieces.filter(({ kind }) => kind !== "same").map(({ text }) => text.trim())).not.toEqual([]);
	expect((await seenBy(manager)).managePath).toContain("/o/probe/");
	expect((await seenBy(guest)).managePath).toBeNull();

	// nothing is made of it before it is out
	const act = { href: "/neu", label: "Maßnahme daraus machen" };
	completeRecommendations([async () => [act]]);
	expect((await seenBy(manager)).acts).toEqual([act]);
	for (const publishedAt of [null, new Date("2026-04-01T10:00:00Z")]) {
		expect((await onward(worldOf(db, manager, now), { ...of, publishedAt })).acts).toEqual([]);
	}
	completeRecommendations([]);
});

it("names what a recommendation became, but only what this reader may read", async () => {
	const recommendation = { kind: "recommendation", id: newId(now) };
	const [open, kept] = [newId(now), newId(now)];
	for (const id of [open, kept]) await tie(recommendation, "became", { kind: "measure", id });
	const view: SubjectView = {
		id: open,
		title: "Rufbus am Abend",
		href: "/massnahmen/ABC",
		kindLabel: "Maßnahme",
		state: "Idee",
		at: now,
		organisationId: county,
	};
	shown.set(open, view);
	const became = await becameOf(worldOf(db, guest, now), recommendation.id);
	expect(became).toEqual([
		{ key: `measure:${open}`, title: view.title, href: view.href, kindLabel: "Maßnahme", state: "Idee" },
	]);
	expect(await becameOf(worldOf(db, guest, now), newId(now))).toEqual([]);
});

it("leads the guides of a concern to its answer, or to clarify it first, nobody else, and only while it is open", async () => {
	const recommendation = { kind: "recommendation", id: newId(now) };
	await tie({ kind: "concern", id: concernId }, "decided-in", recommendation);
	const { code } = await db.concern.findUniqueOrThrow({ where: { id: concernId }, select: { code: true } });
	const seenBy = (actor: Parameters<typeof worldOf>[1]) => concernAnswers(worldOf(db, actor, now), recommendation.id);
	const guide = staff([{ role: "guide", at: county }]);
	// of its topic nobody has said anything yet
	const clarifying = `Anliegen ${code} zuerst klären, dann damit beantworten`;
	expect(await seenBy(guide)).toEqual([{ href: `/o/probe/verwaltung/anliegen/${code}/klaeren`, label: clarifying }]);
	await db.concern.update({ where: { id: concernId }, data: { state: "ASSIGNED" } });
	expect(await seenBy(guide)).toEqual([
		{ href: `/o/probe/verwaltung/anliegen/${code}/antwort`, label: `Anliegen ${code} damit beantworten` },
	]);
	for (const actor of [guest, staff([{ role: "participation-manager", at: county }])])
		expect(await seenBy(actor)).toEqual([]);
	await db.concern.update({ where: { id: concernId }, data: { state: "ANSWERED" } });
	expect(await seenBy(guide)).toEqual([]);
});
