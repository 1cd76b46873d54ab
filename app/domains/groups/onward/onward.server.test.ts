import { beforeAll, expect, it } from "vitest";
import { link } from "~/domains/trace/index.server";
import { command } from "~/platform/act.server";
import { guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type SubjectView } from "~/platform/manifest.server";
import { done } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { worldOf } from "~tests/factories/participation";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { becameOf } from "./became.server";
import { concernAnswers } from "./concern-answers.server";

const now = new Date("2026-03-10T10:00:00Z");
let db: PrismaClient;
let county: string;
let concernId: string;
/** What this reader may see of measures, as their own manifest would say. */
const shown = new Map<string, SubjectView>();

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([{ domain: "measures", subjects: { measure: { resolve: async () => shown } } }]);
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
