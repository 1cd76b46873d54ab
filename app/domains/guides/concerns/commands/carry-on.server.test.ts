import { beforeAll, expect, test } from "vitest";
import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { type Actor, guest, house } from "~/platform/actor";
import { introduce, type SubjectView } from "~/platform/manifest.server";
import { done } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, holder, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../../manifest.server";
import { cameOfIt, suggestedAnswer } from "../queries/came-of-it.server";
import { handlePage } from "../queries/concern-page.server";
import { answerConcern } from "./answer-concern.server";
import { concernCarriedOn, resultForConcerns } from "./carry-on.server";
import { closeConcern } from "./close-concern.server";

let world: World;
let ownerId: string;
let unit: string;
let topicId: string;
let guide: Actor;
/** A Tuesday; five working days later is the next one. */
const now = new Date("2026-03-10T10:00:00Z");
/** What everybody may read, as the manifests of later domains would say. */
const shown = new Map<string, SubjectView>();
const by = (actor: Actor): World => ({ ...world, actor });

beforeAll(async () => {
	const { db } = await freshDatabase();
	const later = { resolve: async () => shown };
	introduce([
		manifest,
		{ domain: "groups", subjects: { recommendation: later, group: later } },
		{ domain: "measures", subjects: { measure: later } },
	]);
	world = { db, actor: guest, now, locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	topicId = await topic(world, { ownerId, name: "Mobilität" });
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	const { personId } = await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } });
	await coveragePlan(world, { ownerId, fallbackPostId: postId, rules: [{ areaId, postId }] });
	guide = staff([{ role: "guide", at: ownerId }], personId);
});

/** What an act of a later domain does, in its own transaction. */
async function act(actor: Actor, does: (acting: ActWorld) => Promise<void>) {
	const probe = command("probe.act", async (acting: ActWorld) => {
		await does(acting);
		acting.record({ type: "probe.done", subject: { kind: "organisation", id: ownerId }, ownerId });
		return done(null);
	});
	must(await probe(by(actor), null));
}

const made = () => concern(world, { municipalityId: unit, topicId, askerName: "Hilde Reuter" });
const stored = (id: string) => world.db.concern.findUniqueOrThrow({ where: { id } });
const thing = (kind: string) => ({ kind, id: newId(now) });
const arrivals = (id: string) =>
	world.db.auditEvent.count({ where: { type: "guides.concern.result-arrived", subjectId: id } });
const show = ({ kind, id }: { kind: string; id: string }, title: string) =>
	shown.set(id, {
		id,
		title,
		href: `/${kind}/${id}`,
		kindLabel: kind,
		state: "angenommen",
		at: now,
		organisationId: ownerId,
	});

test("carried into a group it waits; the recommendation comes back, and so does the measure made of it", async () => {
	const { id, code } = await made();
	const of = { ownerId, code };
	const [from, group, recommendation, measure] = [
		{ kind: "concern", id },
		thing("group"),
		thing("recommendation"),
		thing("measure"),
	];
	await act(guide, async (acting) => {
		await link(acting, { from, relation: "taken-up-by", to: group });
		await concernCarriedOn(acting, from, group);
	});
	expect(await stored(id)).toMatchObject({ state: "EXAMINED", nextStep: "RESULT" });
	const text = "Der Arbeitskreis berät darüber.";
	must(await answerConcern(by(guide), { ...of, text, channel: "STATUS_PAGE", outcome: "CARRIED" }));
	expect(await stored(id)).toMatchObject({ state: "EXAMINED", nextStep: "RESULT" });

	await act(house, async (acting) => {
		await link(acting, { from, relation: "decided-in", to: recommendation });
		await resultForConcerns(acting, recommendation);
	});
	const back = await stored(id);
	expect(back).toMatchObject({ state: "EXAMINED", nextStep: "REPLY" });
	expect(back.nextOn?.toISOString().slice(0, 10)).toBe("2026-03-17");
	// what is not public is nothing to answer with, also for those who could see more
	expect(await suggestedAnswer(by(house), id)).toBeNull();
	show(recommendation, "Rufbus am Abend");
	expect((await handlePage(by(guide), of)).suggested).toContain("„Rufbus am Abend“");
	expect(await suggestedAnswer(by(guest), id)).toContain("bindet niemanden");

	await act(house, async (acting) => {
		await link(acting, { from: recommendation, relation: "became", to: measure });
		await resultForConcerns(acting, measure);
	});
	expect(await arrivals(id)).toBe(2);
	show(measure, "Rufbus Pellenz");
	expect(await suggestedAnswer(by(guest), id)).toContain("„Rufbus Pellenz“");

	// it ends by a report-back that says what came of it
	must(await answerConcern(by(guide), { ...of, text: "Der Rufbus fährt ab Mai.", channel: "PHONE", outcome: "DONE" }));
	expect(await stored(id)).toMatchObject({ state: "ANSWERED" });
	must(await closeConcern(by(guide), { ...of, because: "ANSWERED" }));
	await act(house, (acting) => resultForConcerns(acting, measure));
	expect(await stored(id)).toMatchObject({ state: "CLOSED", nextStep: null });
	expect(await arrivals(id)).toBe(2);
});

test("another concern that led to the same thing did not come of this one", async () => {
	const [one, other] = [await made(), await made()];
	const measure = thing("measure");
	await act(guide, async (acting) => {
		for (const { id } of [one, other])
			await link(acting, { from: { kind: "concern", id }, relation: "became", to: measure });
	});
	show(measure, "Radweg");
	expect((await cameOfIt(by(guide), one.id)).map(({ title }) => title)).toEqual(["Radweg"]);
});

test("“it goes on elsewhere” without anything in the thread ends as every answer does", async () => {
	const { id, code } = await made();
	const answer = { ownerId, code, text: "Das klärt das Land.", channel: "PHONE" as const, outcome: "CARRIED" as const };
	must(await answerConcern(by(guide), answer));
	expect(await stored(id)).toMatchObject({ state: "ANSWERED" });
});

test("a group of others that takes a concern up changes nothing of the guide's steps; the result still comes back", async () => {
	const { id } = await made();
	const [from, group, recommendation] = [{ kind: "concern", id }, thing("group"), thing("recommendation")];
	await act(staff([{ role: "guide", at: unit }]), (acting) => concernCarriedOn(acting, from, group));
	expect(await stored(id)).toMatchObject({ state: "ASSIGNED", nextStep: "REPLY" });
	await act(house, async (acting) => {
		await link(acting, { from, relation: "voted-on-in", to: recommendation });
		await resultForConcerns(acting, recommendation);
	});
	expect(await arrivals(id)).toBe(1);
});
