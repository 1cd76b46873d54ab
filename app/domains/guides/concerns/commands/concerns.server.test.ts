import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endArea } from "~/domains/organisations/commands/areas.server";
import { endTopic } from "~/domains/organisations/commands/topics.server";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId, newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan } from "~tests/factories/guides";
import { area, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../../manifest.server";
import { linkedConcern } from "../queries/find-concern.server";
import { answerConcern } from "./answer-concern.server";
import { captureConcern } from "./capture-concern.server";
import { clarifyConcern, setNextStep } from "./clarify-concern.server";
import { askerSaysNotAnswered, closeAnswered, closeConcern, forgetAskers } from "./close-concern.server";

let world: World;
let county: { ownerId: string; unit: string; topicId: string; postId: string; teamId: string; guide: Actor };
const by = (actor: World["actor"], days = 0): World => ({
	...world,
	actor,
	now: new Date(world.now.getTime() + days * 24 * 60 * 60 * 1000),
});
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const rowOf = (id: string) => world.db.concern.findUniqueOrThrow({ where: { id }, include: { assignments: true } });
const events = (id: string) => world.db.auditEvent.count({ where: { subjectId: id } });
const email = "frau.beispiel@post.example";

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	const ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	const topicId = await topic(world, { ownerId, name: "Mobilität" });
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	const teamId = await post(world, { organisationId: ownerId, label: "Team" });
	await coveragePlan(world, { ownerId, fallbackPostId: teamId, rules: [{ areaId, postId }] });
	const person = await world.db.person.create({ data: { displayName: "Leyla Acar" } });
	county = { ownerId, unit, topicId, postId, teamId, guide: staff([{ role: "guide", at: ownerId }], person.id) };
});

describe("capturing", () => {
	test("with place and topic it is assigned at once, with rule, plan and day", async () => {
		const { unit, topicId, postId } = county;
		const made = await concern(world, { municipalityId: unit, topicId, askerEmail: email });
		const row = await rowOf(made.id);
		expect(row).toMatchObject({ state: "ASSIGNED", nextStep: "REPLY", nextOn: daysFrom(today(world.now), 14) });
		expect(row.assignments).toMatchObject([
			{ postId, cause: "RULE", untilAt: null, explanation: { by: "AREA", day: "2026-03-10" } },
		]);
		const mail = await world.db.mail.findFirstOrThrow({ where: { key: `concern:${made.id}:receipt` } });
		expect(mail.text).toContain(`/anliegen/${made.token}`);
		const links = await world.db.traceLink.findMany({ where: { toId: made.id } });
		expect(links).toMatchObject([{ fromKind: "post", fromId: postId, relation: "responsible-for" }]);
		const recorded = await world.db.auditEvent.findFirstOrThrow({ where: { subjectId: made.id } });
		expect(JSON.stringify(recorded.facts)).not.toContain(email);
	});

	test("without a topic the area's post clarifies; without a place the team does", async () => {
		const { ownerId, unit, postId, teamId } = county;
		const local = await rowOf((await concern(world, { municipalityId: unit })).id);
		expect([local.state, local.nextStep, local.assignments[0]?.postId]).toEqual(["CAPTURED", "CLARIFY", postId]);
		const nowhere = await rowOf((await concern(world, { ownerId })).id);
		expect([nowhere.assignments[0]?.postId, nowhere.assignments[0]?.cause]).toEqual([teamId, "FALLBACK"]);
	});

	test("what was merged is routed by its successor; what was re-cut into several goes to a person; old concerns stay", async () => {
		const { ownerId, unit, postId, teamId } = county;
		const cut = (name: string) => topic(world, { ownerId, name });
		const [old, next, split, one, other] = [
			await cut("Bus"),
			await cut("Bus und Bahn"),
			await cut("Natur"),
			await cut("Wald"),
			await cut("Wasser"),
		];
		const merged = await municipality(world, { name: "Altdorf", parentId: ownerId });
		const areaId = await area(world, { ownerId, name: "Altdorf", kind: "MUNICIPALITY", bodyId: merged });
		const [home] = await world.db.area.findMany({ where: { bodyId: unit }, select: { id: true } });
		const before = await concern(world, { municipalityId: merged, topicId: old });
		const asHouse = by(house);
		const ending = { ownerId, endsOn: daysFrom(today(world.now), 1) };
		must(await endTopic(asHouse, { ...ending, topicId: old, successorIds: [next] }));
		must(await endTopic(asHouse, { ...ending, topicId: split, successorIds: [one, other] }));
		must(await endArea(asHouse, { ...ending, areaId, successorIds: [home?.id ?? ""] }));
		const later = by(guest, 2);
		const after = await rowOf((await concern(later, { municipalityId: merged, topicId: old })).id);
		expect(after).toMatchObject({ municipalityId: unit, topicId: next, state: "ASSIGNED" });
		expect(after.assignments).toMatchObject([{ postId }]);
		const unclear = await rowOf((await concern(later, { municipalityId: unit, topicId: split })).id);
		expect(unclear).toMatchObject({ topicId: null, state: "CAPTURED", nextStep: "CLARIFY" });
		const kept = await rowOf(before.id);
		expect(kept).toMatchObject({ municipalityId: merged, topicId: old });
		expect(kept.assignments).toMatchObject([{ postId: teamId }]);
	});

	test("the same page sent twice at once makes one concern with one post", async () => {
		const token = newToken();
		const input = { token, municipalityId: county.unit };
		const outcomes = await Promise.allSettled([concern(world, input), concern(world, input)]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const { id } = await linkedConcern(world, token);
		expect((await rowOf(id)).assignments).toHaveLength(1);
	});

	test("is refused with a reason and leaves no trace; staff origins are for staff", async () => {
		const before = await world.db.concern.count();
		const input = {
			token: newToken(),
			ownerId: null,
			municipalityId: county.unit,
			topicId: null,
			kind: "WISH" as const,
			text: "Eine Bank an der Haltestelle.",
			origin: "FORM" as const,
			askerName: null,
			askerEmail: null,
			mayBePublic: false,
		};
		const capture = async (given: Partial<typeof input>) => codes(await captureConcern(world, { ...input, ...given }));
		expect(await capture({ text: "kurz" })).toEqual(["text-too-short"]);
		expect(await capture({ askerEmail: "keine Adresse" as never })).toEqual(["email-wrong"]);
		expect(await capture({ topicId: newId(world.now) as never })).toEqual(["topic-unknown"]);
		const elsewhere = await municipality(world, { name: "Ohne Plan" });
		expect(await capture({ municipalityId: elsewhere })).toEqual(["no-plan"]);
		await expect(capture({ origin: "PHONE" as never })).rejects.toThrow(SignInNeeded);
		expect(await world.db.concern.count()).toBe(before);
		const made = await concern(by(county.guide), { municipalityId: county.unit, origin: "PHONE" });
		expect((await rowOf(made.id)).capturedById).toBe(county.guide.kind === "person" ? county.guide.personId : "");
	});
});

describe("on its way", () => {
	let of: { ownerId: string; code: string };
	let id: string;
	let token: string;
	beforeEach(async () => {
		const { ownerId, unit } = county;
		const made = await concern(world, { municipalityId: unit, askerEmail: email, mayBePublic: true });
		of = { ownerId, code: made.code };
		({ id, token } = made);
	});
	const clarified = { visibility: "INSIDE" as const, postId: null };

	test("strangers reach none of it", async () => {
		const stranger = by(staff([{ role: "guide", at: newId(world.now) }]));
		const answer = { ...of, text: "Das ist eine Antwort.", channel: "MAIL" as const };
		await expect(answerConcern(stranger, answer)).rejects.toThrow(Forbidden);
		await expect(closeConcern(world, { ...of, because: "UNREACHABLE" })).rejects.toThrow(SignInNeeded);
		await expect(
			answerConcern(by(county.guide), { ...answer, ownerId: county.unit }),
			"looked up within its owner",
		).rejects.toThrow(NotFound);
		expect(await events(id)).toBe(1);
	});

	test("clarified it goes where the plan says, or where somebody says; the former post keeps its days", async () => {
		const { unit, topicId, postId, teamId, guide } = county;
		const here = { ...of, municipalityId: unit, topicId };
		expect(must(await clarifyConcern(by(guide, 1), { ...here, ...clarified })).postId).toBe(postId);
		expect(must(await clarifyConcern(by(guide, 2), { ...here, ...clarified, postId: teamId })).postId).toBe(teamId);
		const row = await rowOf(id);
		expect(row).toMatchObject({ state: "ASSIGNED", nextStep: "REPLY" });
		const [first, second] = row.assignments.toSorted((a, b) => a.fromAt.getTime() - b.fromAt.getTime());
		expect(first).toMatchObject({ postId, untilAt: second?.fromAt });
		expect(second).toMatchObject({ postId: teamId, cause: "MANUAL", untilAt: null });
	});

	test("public only with the asker's consent", async () => {
		const { unit, guide, ownerId } = county;
		const shown = { municipalityId: unit, topicId: null, postId: null, visibility: "PUBLIC" as const };
		const secret = await concern(world, { municipalityId: unit });
		const refusal = await clarifyConcern(by(guide), { ownerId, code: secret.code, ...shown });
		expect(codes(refusal)).toEqual(["no-consent"]);
		expect(await manifest.subjects?.concern?.searchText?.(world.db, id)).toBeNull();
		must(await clarifyConcern(by(guide), { ...of, ...shown }));
		expect(await manifest.subjects?.concern?.searchText?.(world.db, id)).toMatchObject({ isPublic: true });
		const seen = await manifest.subjects?.concern?.resolve(world, [id, secret.id]);
		expect([...(seen?.keys() ?? [])]).toEqual([id]);
	});

	test("every step has a date to come; the state follows the table", async () => {
		const { unit, topicId, guide } = county;
		const step = { ...of, step: "COUNTY" as const, nextOn: daysFrom(today(world.now), 7), note: null };
		expect(codes(await setNextStep(by(guide), { ...step, move: "EXAMINED" }))).toEqual(["move-impossible"]);
		must(await clarifyConcern(by(guide), { ...of, ...clarified, municipalityId: unit, topicId }));
		const late = { ...step, nextOn: daysFrom(today(world.now), -1) };
		expect(codes(await setNextStep(by(guide), { ...late, move: null }))).toEqual(["date-passed"]);
		must(await setNextStep(by(guide), { ...step, move: "EXAMINED" }));
		expect(await rowOf(id)).toMatchObject({ state: "EXAMINED", nextStep: "COUNTY" });
	});

	test("answered by mail with a link of its own; objected to once; examined again; then it ends", async () => {
		const { unit, topicId, guide } = county;
		const answer = { ...of, text: "Der Bus fährt ab Mai auch um 21 Uhr.", channel: "MAIL" as const };
		expect(codes(await answerConcern(by(guide), answer))).toEqual(["clarify-first"]);
		must(await clarifyConcern(by(guide), { ...of, ...clarified, municipalityId: unit, topicId }));
		expect(codes(await closeConcern(by(guide), { ...of, because: "ANSWERED" }))).toEqual(["report-back-missing"]);
		expect(codes(await askerSaysNotAnswered(world, { token, text: "Das stimmt so nicht." }))).toEqual([
			"not-answered-yet",
		]);
		// of two at once, one answers
		const twice = await Promise.all([answerConcern(by(guide, 1), answer), answerConcern(by(guide, 1), answer)]);
		expect(twice.map(codes)).toEqual(expect.arrayContaining([undefined, ["concern-over"]]));
		const mail = await world.db.mail.findFirstOrThrow({ where: { key: { startsWith: `concern:${id}:answer` } } });
		const second = /\/anliegen\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
		expect(second).not.toBe(token);
		expect((await linkedConcern(world, second)).id).toBe(id);

		const objection = { token: second, text: "Am Wochenende fährt er aber nicht." };
		const said = await Promise.all([askerSaysNotAnswered(world, objection), askerSaysNotAnswered(world, objection)]);
		expect(said.map(codes)).toEqual(expect.arrayContaining([undefined, ["said-before"]]));
		expect(await rowOf(id)).toMatchObject({ state: "EXAMINED", nextStep: "REPLY" });
		expect(codes(await closeConcern(by(guide), { ...of, because: "ANSWERED" }))).toEqual(["report-back-missing"]);
		must(await answerConcern(by(guide, 3), { ...answer, text: "Ab Juni auch am Wochenende." }));
		must(await closeConcern(by(guide, 4), { ...of, because: "ANSWERED" }));
		expect(await rowOf(id)).toMatchObject({ state: "CLOSED", closedBecause: "ANSWERED", nextStep: null });
	});

	test("nobody to tell: only with the recorded reason, and not against an address", async () => {
		const { guide, ownerId, unit } = county;
		expect(codes(await closeConcern(by(guide), { ...of, because: "ANONYMOUS" }))).toEqual(["asker-known"]);
		must(await closeConcern(by(guide), { ...of, because: "UNREACHABLE" }));
		const nameless = await concern(world, { municipalityId: unit });
		must(await closeConcern(by(guide), { ownerId, code: nameless.code, because: "ANONYMOUS" }));
	});

	test("the house closes what was answered long ago, and forgets the asker 30 days later", async () => {
		const { unit, topicId, guide } = county;
		must(await clarifyConcern(by(guide), { ...of, ...clarified, municipalityId: unit, topicId }));
		must(await answerConcern(by(guide), { ...of, text: "Es gibt jetzt einen Bus.", channel: "STATUS_PAGE" }));
		await closeAnswered(by(house, 13));
		expect((await rowOf(id)).state).toBe("ANSWERED");
		expect(await closeAnswered(by(house, 14))).toBeGreaterThan(0);
		expect((await rowOf(id)).state).toBe("CLOSED");
		await forgetAskers(by(house, 43));
		expect((await rowOf(id)).askerEmail).toBe(email);
		expect(await forgetAskers(by(house, 44))).toBeGreaterThan(0);
		expect((await rowOf(id)).askerEmail).toBeNull();
		expect(await forgetAskers(by(house, 44))).toBe(0);
	});

	test("the database itself refuses a silent end, a step without a date and two posts at once", async () => {
		const change = (data: object) => world.db.concern.update({ where: { id }, data });
		await expect(change({ state: "CLOSED" })).rejects.toThrow(/concern_no_silent_end/);
		await expect(change({ state: "EXAMINED", nextStep: null })).rejects.toThrow(/concern_next_step/);
		const row = { concernId: id, postId: county.teamId, cause: "MANUAL" as const, explanation: {} };
		const twice = world.db.assignment.create({ data: { ...row, fromAt: by(guest, 1).now } });
		await expect(twice).rejects.toThrow(/assignment_one_post/);
	});
});
