import { beforeAll, describe, expect, test } from "vitest";
import { answerConcern } from "~/domains/guides/concerns/commands/answer-concern.server";
import { bundleConcerns } from "~/domains/guides/concerns/commands/bundle.server";
import { clarifyConcern } from "~/domains/guides/concerns/commands/clarify-concern.server";
import { closeConcern } from "~/domains/guides/concerns/commands/close-concern.server";
import { handlePage, statusPage } from "~/domains/guides/concerns/queries/concern-page.server";
import { manifest as guides } from "~/domains/guides/manifest.server";
import { type Actor, guest } from "~/platform/actor";
import { missingTexts } from "~/platform/i18n";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { answer } from "~tests/factories/answers";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, holder, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { human, personWith, process } from "~tests/factories/participation";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { concernsBehind } from "../../contributions/queries/concerns-behind.server";
import { manifest as participation } from "../../manifest.server";
import { carryProblems } from "../carrying";
import { messages } from "../messages";
import { processesForConcern } from "../queries/carry-page.server";
import { carryConcern } from "./carry-concern.server";

let world: World;
let ownerId: string;
let mendig: string;
let topicId: string;
let postId: string;
let guidePerson: string;
let guide: Actor;
let open: { id: string; code: string };
let clerk: Actor;
let colleague: Actor;
const now = new Date("2026-03-10T10:00:00Z");
const by = (actor: Actor): World => ({ ...world, actor });
const codes = (outcome: { done: boolean; refusals?: readonly { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);

beforeAll(async () => {
	introduce([guides, participation]);
	const { db } = await freshDatabase();
	world = { db, actor: guest, now, locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	mendig = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: mendig });
	topicId = await topic(world, { ownerId, name: "Mobilität" });
	postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	({ personId: guidePerson } = await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } }));
	await coveragePlan(world, { ownerId, fallbackPostId: postId, rules: [{ areaId, postId }] });
	guide = staff([{ role: "guide", at: ownerId }], guidePerson);
	clerk = personWith(["participation-manager"], ownerId, { personId: await human(db, now, "Petra") });
	colleague = personWith(["participation-manager"], ownerId, { personId: await human(db, now, "Karl") });
	const here = { organisationId: ownerId, responsiblePostId: postId, moderation: "after" as const };
	const { id } = await process(by(clerk), here);
	// still a draft: nobody gives anything into it
	await process(by(clerk), { ...here, title: "Ideen für den Wald", published: false });
	open = await db.process.findUniqueOrThrow({ where: { id }, select: { id: true, code: true } });
});

const words = { title: "Bus am Abend nach Thür", text: "Am Abend fährt kein Bus mehr in den Nachbarort." };
const given = () => ({
	ownerId,
	process: open.code,
	...words,
	category: null,
	place: "Mendig",
	agreed: false,
	nameIsPublic: false,
});
const asked = { askerName: "Hilde Reuter", askerEmail: "hilde@post.example", mayBePublic: true };
const known = () => ({ municipalityId: mendig, topicId });
const answered = (id: string) =>
	answer(by(clerk), { processId: open.id, contributionIds: [id], releasedBy: colleague });
const stored = (id: string) => world.db.concern.findUniqueOrThrow({ where: { id } });

describe("what may be carried", () => {
	const fine = { ...words, category: null, agreed: false, nameIsPublic: false };
	const concernOf = { state: "ASSIGNED", mayBePublic: true, askerName: "Hilde Reuter" };
	test.each([
		["all is there", concernOf, fine, []],
		["nobody agreed", { ...concernOf, mayBePublic: false }, fine, ["consent-missing"]],
		["agreed when asked", { ...concernOf, mayBePublic: false }, { ...fine, agreed: true }, []],
		["a name that is not known", { ...concernOf, askerName: null }, { ...fine, nameIsPublic: true }, ["name-missing"]],
		["a topic of another process", concernOf, { ...fine, category: "Wald" }, ["category-unknown"]],
		["nothing written", concernOf, { ...fine, title: " ", text: "" }, ["title-missing", "text-too-short"]],
		["not clarified", { ...concernOf, state: "CAPTURED" }, fine, ["clarify-first"]],
		["closed", { ...concernOf, state: "CLOSED" }, fine, ["concern-over"]],
	])("%s", (_, of, input, expected) => {
		expect(carryProblems(of, input, ["Verkehr"]).map(({ code }) => code)).toEqual(expected);
	});

	test("every refusal has its sentence in both languages", () => {
		expect(missingTexts(messages)).toEqual([]);
	});
});

test("a concern becomes a contribution once, and its answer comes back as the guide's next step", async () => {
	const one = await concern(world, { ...known(), ...asked });
	const of = { ownerId, code: one.code };
	// an earlier answer that only says where it goes on is no end, once it goes on
	const both = await Promise.all([1, 2].map(() => carryConcern(by(guide), { ...given(), code: one.code })));
	expect(both.filter(({ done }) => done)).toHaveLength(1);
	expect(both.flatMap((outcome) => codes(outcome) ?? [])).toEqual(["carried-before"]);
	const contribution = await world.db.contribution.findFirstOrThrow({ where: { title: words.title } });
	expect(contribution).toMatchObject({ channel: "online", authorName: null, authorId: null, guestEmail: null });
	expect(await stored(one.id)).toMatchObject({ state: "EXAMINED", nextStep: "RESULT" });
	expect(await concernsBehind(by(guide), contribution.id)).toMatchObject([
		{ href: `/o/probe/verwaltung/anliegen/${one.code}` },
	]);
	// it is not public, so nobody else reads where it came from
	expect(await concernsBehind(by(guest), contribution.id)).toEqual([]);

	const interim = { text: "Ihr Anliegen liegt jetzt im Verfahren.", channel: "MAIL" as const };
	must(await answerConcern(by(guide), { ...of, ...interim, outcome: "CARRIED" }));
	expect(await stored(one.id)).toMatchObject({ state: "EXAMINED", nextStep: "RESULT" });
	expect(codes(await closeConcern(by(guide), { ...of, because: "ANSWERED" }))).toEqual(["report-back-missing"]);
	expect((await handlePage(by(guide), of)).suggested).toBeNull();

	await answered(contribution.id);
	expect(await stored(one.id)).toMatchObject({ nextStep: "REPLY", closedAt: null });
	const [event] = await world.db.auditEvent.findMany({
		where: { type: "guides.concern.result-arrived", subjectId: one.id },
	});
	expect(event?.facts).toMatchObject({ kind: "answer" });
	const notices = await guides.notices?.["guides.concern.result-arrived"]?.(world.db, {
		id: event?.id ?? "",
		type: "guides.concern.result-arrived",
		subject: { kind: "concern", id: one.id },
		ownerId,
		facts: {},
		at: now,
		actorPersonId: null,
	});
	expect(notices).toMatchObject([
		{ to: { personId: guidePerson }, action: { path: `/o/probe/verwaltung/anliegen/${one.code}/antwort` } },
	]);
	const page = await handlePage(by(guide), of);
	expect(page.suggested).toContain(`„${words.title}“`);
	expect(page.came.map(({ href }) => href)).toContain(`/b/${contribution.code}`);
	// who asked reads it by the link, too
	expect((await statusPage(by(guest), one.token)).came.length).toBeGreaterThan(0);
	must(await answerConcern(by(guide), { ...of, ...interim, text: "Der Bus fährt ab Mai.", outcome: "DONE" }));
	must(await closeConcern(by(guide), { ...of, because: "ANSWERED" }));
});

test("the bundle goes along and each of it is told; none sees another", async () => {
	const [one, other] = [
		await concern(world, { ...known(), ...asked, text: "Der Radweg an der Landstraße fehlt." }),
		await concern(world, { ...known(), askerName: "Kurt Weiß", text: "Wann kommt der Radweg an der Landstraße?" }),
	];
	must(await bundleConcerns(by(guide), { ownerId, code: one.code, others: [other.code] }));
	const radweg = { ...given(), title: "Radweg an der Landstraße", nameIsPublic: true, code: one.code };
	const { id } = must(await carryConcern(by(guide), radweg));
	expect(
		codes(await carryConcern(by(guide), { ...radweg, agreed: true, nameIsPublic: false, code: other.code })),
	).toEqual(["carried-before"]);
	const contribution = await world.db.contribution.findUniqueOrThrow({ where: { id } });
	expect(contribution.authorName).toBe("Hilde Reuter");
	await answered(id);
	for (const { id: concernId } of [one, other]) expect(await stored(concernId)).toMatchObject({ nextStep: "REPLY" });
	const page = await handlePage(by(guide), { ownerId, code: other.code });
	expect(page.came.map(({ title }) => title).join()).not.toContain(one.code);
});

test("refused without consent and for strangers; nothing is left behind", async () => {
	const one = await concern(world, { ...known(), askerName: "Hilde Reuter", askerEmail: "hilde@post.example" });
	const count = await world.db.contribution.count();
	const carry = (actor: Actor, more: Partial<ReturnType<typeof given>> = {}) =>
		carryConcern(by(actor), { ...given(), code: one.code, ...more });
	expect(codes(await carry(guide))).toEqual(["consent-missing"]);
	await expect(carry(guest, { agreed: true })).rejects.toThrow(SignInNeeded);
	await expect(carry(staff([{ role: "staff", at: mendig }]), { agreed: true })).rejects.toThrow(Forbidden);
	await expect(carry(guide, { process: "ZZZZ2345", agreed: true })).rejects.toThrow(NotFound);
	await expect(carry(guide, { ownerId: mendig, agreed: true })).rejects.toThrow(NotFound);
	expect(await world.db.contribution.count()).toBe(count);
	expect(await stored(one.id)).toMatchObject({ state: "ASSIGNED", nextStep: "REPLY" });
	expect(
		(await processesForConcern(by(guide), { slug: "probe", ownerId, code: one.code })).map(({ href }) => href),
	).toEqual([`/o/probe/verwaltung/anliegen/${one.code}/beteiligung/${open.code}`]);
	must(await carry(guide, { agreed: true }));
	expect(await processesForConcern(by(guide), { slug: "probe", ownerId, code: one.code })).toEqual([]);
});

test("a concern whose place is not known is clarified first", async () => {
	const one = await concern(world, { municipalityId: mendig, ...asked });
	expect(codes(await carryConcern(by(guide), { ...given(), code: one.code }))).toEqual(["clarify-first"]);
	const clarified = { municipalityId: mendig, topicId, postId: null, visibility: "INSIDE" as const };
	must(await clarifyConcern(by(guide), { ownerId, code: one.code, ...clarified }));
	must(await carryConcern(by(guide), { ...given(), code: one.code }));
});
