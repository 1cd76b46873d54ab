import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { introduce } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { storedDay } from "../../days.server";
import { manifest } from "../../manifest.server";
import { statusPage } from "../queries/concern-page.server";
import { answerConcern } from "./answer-concern.server";
import { answerBundle, bundleConcerns } from "./bundle.server";
import { clarifyConcern, setNextStep } from "./clarify-concern.server";
import { askerSaysNotAnswered, closeConcern } from "./close-concern.server";
import { escalateConcerns } from "./escalate.server";
import { forwardConcern } from "./forward-concern.server";
import { splitConcern } from "./split-concern.server";

let world: World;
let ownerId: string;
let unit: string;
let topicId: string;
let roadsId: string;
let guide: Actor;
const by = (actor: Actor, days = 0): World => ({
	...world,
	actor,
	now: new Date(world.now.getTime() + days * 24 * 60 * 60 * 1000),
});
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const rowOf = (id: string) => world.db.concern.findUniqueOrThrow({ where: { id }, include: { reportBacks: true } });

beforeAll(async () => {
	introduce([manifest]);
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	topicId = await topic(world, { ownerId, name: "Mobilität" });
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	roadsId = await post(world, { organisationId: ownerId, label: "Straßenbau" });
	await coveragePlan(world, { ownerId, fallbackPostId: postId, rules: [{ areaId, postId }] });
	const person = await db.person.create({ data: { displayName: "Leyla Acar" } });
	guide = staff([{ role: "guide", at: ownerId }], person.id);
});

async function made(given: Partial<Parameters<typeof concern>[1]> = {}) {
	const one = await concern(world, { municipalityId: unit, topicId, ...given });
	return { ...one, of: { ownerId, code: one.code } };
}
const answer = { text: "Der Bus fährt ab Mai auch abends.", channel: "PHONE" as const };

describe("told in another way", () => {
	test.each(["PHONE", "LETTER", "IN_PERSON"] as const)(
		"by %s it ends by a report-back, and no mail leaves",
		async (channel) => {
			const one = await made({ askerName: "Hilde" });
			expect(codes(await closeConcern(by(guide), { ...one.of, because: "ANSWERED" }))).toEqual(["report-back-missing"]);
			must(await answerConcern(by(guide), { ...one.of, ...answer, channel }));
			must(await closeConcern(by(guide), { ...one.of, because: "ANSWERED" }));
			const row = await rowOf(one.id);
			expect(row).toMatchObject({ state: "CLOSED", closedBecause: "ANSWERED" });
			expect(row.reportBacks).toMatchObject([{ channel, text: answer.text }]);
			expect(await world.db.mail.count({ where: { key: { startsWith: `concern:${one.id}:answer` } } })).toBe(0);
			// who was told at the town hall reads the same on their page
			expect(JSON.stringify(await statusPage(world, one.token))).toContain(answer.text);
		},
	);

	test("a mail to nobody is no report-back", async () => {
		const one = await made({ askerName: "Hilde" });
		expect(codes(await answerConcern(by(guide), { ...one.of, ...answer, channel: "MAIL" }))).toEqual([
			"address-missing",
		]);
		expect((await rowOf(one.id)).reportBacks).toEqual([]);
		expect(codes(await closeConcern(by(guide), { ...one.of, because: "ANSWERED" }))).toEqual(["report-back-missing"]);
	});
});

describe("answered", () => {
	let one: Awaited<ReturnType<typeof made>>;
	let open: Awaited<ReturnType<typeof made>>;
	beforeEach(async () => {
		[one, open] = [await made({ askerEmail: "hilde@post.example" }), await made({ askerEmail: "kurt@post.example" })];
	});

	test("it is forwarded, split, bundled, clarified and moved on no more", async () => {
		must(await answerConcern(by(guide), { ...one.of, ...answer }));
		const before = await world.db.concern.count();
		const piece = { place: 1, kind: "WISH" as const, text: "Eine Bank an der Haltestelle.", topicId: null };
		const question = { postId: roadsId, question: "Ist dort ein Gehweg geplant?", dueOn: null };
		const where = { municipalityId: unit, topicId, postId: roadsId, visibility: "INSIDE" as const };
		const step = { step: "REPLY" as const, nextOn: storedDay("2026-04-01"), note: null, move: null };
		const refused = [
			await forwardConcern(by(guide), { ...one.of, ...question }),
			await splitConcern(by(guide), { ...one.of, pieces: [piece] }),
			await bundleConcerns(by(guide), { ...open.of, others: [one.code] }),
			await clarifyConcern(by(guide), { ...one.of, ...where }),
			await setNextStep(by(guide), { ...one.of, ...step }),
		];
		expect(refused.map(codes)).toEqual(refused.map(() => ["concern-over"]));
		expect(await world.db.concern.count()).toBe(before);
		expect(await rowOf(one.id)).toMatchObject({ state: "ANSWERED", bundleId: null });
		expect((await rowOf(open.id)).bundleId).toBeNull();
	});

	test("nobody is told that it is late, however long it waits for its asker", async () => {
		must(await answerConcern(by(guide), { ...one.of, ...answer }));
		await world.db.concern.updateMany({ where: { id: { not: one.id } }, data: { nextOn: storedDay("2027-12-31") } });
		// a Monday in May
		expect(await escalateConcerns(by(house, 62))).toBe(0);
		expect(await world.db.concernEscalation.count({ where: { concernId: one.id } })).toBe(0);
	});

	test("in a bundle it keeps its answer, and the others get theirs", async () => {
		must(await bundleConcerns(by(guide), { ...open.of, others: [one.code] }));
		must(await answerConcern(by(guide), { ...one.of, ...answer, text: "Für Sie gilt etwas anderes." }));
		const all = { ...open.of, ...answer, outcome: null, summary: null };
		expect(must(await answerBundle(by(guide), all))).toEqual({ count: 1 });
		expect((await rowOf(one.id)).reportBacks).toMatchObject([{ text: "Für Sie gilt etwas anderes." }]);
		expect((await rowOf(open.id)).reportBacks).toMatchObject([{ text: answer.text }]);
	});
});

test("what is done on behalf of the county names it, and so does the record", async () => {
	const one = await made();
	const agent = staff([{ role: "guide", at: ownerId, onBehalf: true }]);
	must(await answerConcern(by(agent), { ...one.of, ...answer }));
	must(await closeConcern(by(guide), { ...one.of, because: "ANSWERED" }));
	const events = await world.db.auditEvent.findMany({ where: { subjectId: one.id }, orderBy: { position: "asc" } });
	expect(events.map(({ type, onBehalfOfId }) => [type, onBehalfOfId])).toEqual([
		["guides.concern.captured", null],
		["guides.concern.answered", ownerId],
		["guides.concern.closed", null],
	]);
	expect(events[1]?.actorId).toBe(agent.personId);
});

test("a status link opens its own concern and nothing else; no other words open one", async () => {
	const [one, other] = [await made({ askerName: "Hilde" }), await made({ text: "Das Freibad ist am Abend zu." })];
	const page = await statusPage(world, one.token);
	expect(page.code).toBe(one.code);
	expect(JSON.stringify(page)).not.toContain(other.code);
	for (const token of [newToken(), one.code, one.id, ""]) {
		await expect(statusPage(world, token)).rejects.toThrow(NotFound);
		await expect(askerSaysNotAnswered(world, { token, text: "Das ist keine Antwort." })).rejects.toThrow(NotFound);
	}
});
