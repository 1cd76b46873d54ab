import { beforeAll, expect, test } from "vitest";
import { link } from "~/domains/trace/index.server";
import { command } from "~/platform/act.server";
import { type Actor, guest, house } from "~/platform/actor";
import { missingTexts } from "~/platform/i18n";
import { introduce, type SubjectView } from "~/platform/manifest.server";
import { done } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { handlePage } from "../concerns/queries/concern-page.server";
import { manifest } from "../manifest.server";
import { messages } from "./messages";
import { groupNotices } from "./notices.server";
import { groupResults, suggestedAnswer } from "./results.server";

let world: World;
let ownerId: string;
let unit: string;
let guide: string;
const now = new Date("2026-03-10T10:00:00Z");
/** Recommendations that everybody may read, as the group's own manifest would say. */
const shown = new Map<string, SubjectView>();

beforeAll(async () => {
	const { db } = await freshDatabase();
	const recommendation = { resolve: async () => shown };
	introduce([manifest, { domain: "groups", subjects: { recommendation } }]);
	world = { db, actor: guest, now, locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	({ personId: guide } = await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } }));
	await coveragePlan(world, { ownerId, fallbackPostId: postId, rules: [{ areaId, postId }] });
});

async function recommendedOn(concernId: string): Promise<string> {
	const id = newId(now);
	const to = { kind: "recommendation", id };
	await command("probe.link", async (acting) => {
		await link(acting, { from: { kind: "concern", id: concernId }, relation: "decided-in", to });
		acting.record({ type: "probe.linked", subject: to, ownerId });
		return done(null);
	})({ ...world, actor: house }, null);
	return id;
}

test("the result of a group appears in the concern by itself, is told to the post, and stands in the answer", async () => {
	const { id, code } = await concern(world, { municipalityId: unit }).then(async (made) => ({
		...made,
		...(await world.db.concern.findUniqueOrThrow({ where: { id: made.id }, select: { code: true } })),
	}));
	const recommendationId = await recommendedOn(id);
	const told = () =>
		groupNotices["groups.recommendation.published"]?.(world.db, {
			id: newId(now),
			type: "groups.recommendation.published",
			subject: { kind: "recommendation", id: recommendationId },
			ownerId,
			at: now,
			actorPersonId: null,
			facts: {},
		});
	// not public: nobody is told, and nothing is shown, not even to those who handle it
	const handler: Actor = staff([{ role: "guide", at: ownerId }], guide);
	expect(await told()).toEqual([]);
	expect((await handlePage({ ...world, actor: handler }, { ownerId, code })).suggested).toBeNull();

	shown.set(recommendationId, {
		id: recommendationId,
		title: "Rufbus am Abend",
		href: "/empfehlung/ABCD2345",
		kindLabel: "Empfehlung",
		state: "angenommen",
		at: now,
		organisationId: ownerId,
	});
	const results = await groupResults(world, id);
	expect(results).toMatchObject([{ takenUp: false, title: "Rufbus am Abend", state: "angenommen" }]);
	expect(suggestedAnswer(world, results)).toContain("„Rufbus am Abend“ (angenommen)");
	expect(suggestedAnswer(world, [])).toBeNull();
	expect(await told()).toMatchObject([
		{ to: { personId: guide }, action: { path: `/o/probe/verwaltung/anliegen/${code}/antwort` } },
	]);
	await world.db.concern.update({
		where: { id },
		data: { state: "CLOSED", nextStep: null, nextOn: null, closedBecause: "ANSWERED", closedAt: now },
	});
	expect(await told()).toEqual([]);
});

test("every word stands in both languages", () => {
	expect(missingTexts(messages)).toEqual([]);
});
