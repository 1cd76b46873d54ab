import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { introduce, type RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan, officeSeries } from "~tests/factories/guides";
import { area, deputy, holder, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { storedDay } from "../../days.server";
import { manifest } from "../../manifest.server";
import { alikeConcerns } from "../queries/alike.server";
import { statusPage } from "../queries/concern-page.server";
import { forwardingPage, threadOf } from "../queries/forwardings.server";
import { answerConcern } from "./answer-concern.server";
import { saveAnswerDraft } from "./answer-draft.server";
import { answerBundle, bundleConcerns, unbundleConcern } from "./bundle.server";
import { capturePieces } from "./capture-pieces.server";
import { clarifyConcern } from "./clarify-concern.server";
import { escalateConcerns } from "./escalate.server";
import { forwardConcern, replyToForwarding } from "./forward-concern.server";
import { splitConcern } from "./split-concern.server";
import { captureMail, forgetOldMails, takeMail } from "./take-mail.server";

let world: World;
let county: { ownerId: string; unit: string; topicId: string; postId: string; roadsId: string; guide: Actor };
let roads: Actor;
const by = (actor: World["actor"], days = 0): World => ({
	...world,
	actor,
	now: new Date(world.now.getTime() + days * 24 * 60 * 60 * 1000),
});
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const rowOf = (id: string) => world.db.concern.findUniqueOrThrow({ where: { id }, include: { assignments: true } });
const actOf = (type: string) =>
	world.db.auditEvent.findFirstOrThrow({ where: { type }, orderBy: { position: "desc" } }).catch(() => null);

beforeAll(async () => {
	introduce([manifest]);
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	const ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	const topicId = await topic(world, { ownerId, name: "Mobilität" });
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	const roadsId = await post(world, {
		organisationId: ownerId,
		label: "Straßenbau",
		mailbox: "strassen@kreis.example",
	});
	const teamId = await post(world, { organisationId: ownerId, label: "Team", mailbox: "team@kreis.example" });
	await post(world, { organisationId: ownerId, label: "Landrat", kind: "HEAD", mailbox: "landrat@kreis.example" });
	await deputy(world, { postId, deputyPostId: teamId });
	await coveragePlan(world, { ownerId, fallbackPostId: teamId, rules: [{ areaId, postId }] });
	const [leyla, jan] = await Promise.all(
		["Leyla Acar", "Jan Kraft"].map((displayName) => world.db.person.create({ data: { displayName } })),
	);
	await holder(world, { postId: roadsId, holder: { personId: jan?.id ?? "" } });
	roads = staff([], jan?.id);
	county = { ownerId, unit, topicId, postId, roadsId, guide: staff([{ role: "guide", at: ownerId }], leyla?.id) };
});

async function made(given: Partial<Parameters<typeof concern>[1]> = {}) {
	const { unit, topicId, ownerId } = county;
	const one = await concern(world, { municipalityId: unit, topicId, ...given });
	return { ...one, of: { ownerId, code: one.code } };
}

let one: Awaited<ReturnType<typeof made>>;
beforeEach(async () => {
	one = await made({ askerEmail: "hilde@post.example", askerName: "Hilde" });
});

const asking = (postId = county.roadsId) => ({ postId, question: "Ist dort ein Gehweg geplant?", dueOn: null });
const answer = { text: "Der Gehweg kommt im Herbst.", channel: "MAIL" as const };

test("forwarded, it stays with its post; the county answers in its thread; then the guide is due", async () => {
	const { guide, ownerId, postId } = county;
	const forwarding = must(await forwardConcern(by(guide), { ...one.of, ...asking() }));
	expect(await rowOf(one.id)).toMatchObject({
		state: "FORWARDED",
		nextStep: "COUNTY",
		nextOn: storedDay("2026-03-24"),
		assignments: [{ postId, untilAt: null }],
	});
	expect(codes(await forwardConcern(by(guide), { ...one.of, ...asking() }))).toEqual(["forwarded-already"]);
	// a change of what it is about does not lose the question
	const clear = { municipalityId: county.unit, topicId: null, postId: null, visibility: "INSIDE" as const };
	must(await clarifyConcern(by(guide), { ...one.of, ...clear }));
	expect((await rowOf(one.id)).state).toBe("FORWARDED");
	const at = { ownerId, code: one.code, forwardingId: forwarding.forwardingId };
	const page = await forwardingPage(by(roads), at);
	expect(page).toMatchObject({ asking: "Lotsin Mendig", post: "Straßenbau" });
	expect(JSON.stringify(page)).not.toMatch(/Hilde|hilde@/);
	await expect(forwardingPage(by(staff([])), at)).rejects.toThrow(Forbidden);
	await expect(forwardingPage(by(guest), at)).rejects.toThrow(SignInNeeded);
	await expect(forwardingPage(by(roads), { ...at, ownerId: county.unit })).rejects.toThrow(NotFound);
	const reply = { ownerId, forwardingId: at.forwardingId, end: "ANSWERED" as const };
	expect(codes(await replyToForwarding(by(roads, 1), { ...reply, reply: "ja" }))).toEqual(["reply-missing"]);
	const both = await Promise.all(
		[1, 2].map(() => replyToForwarding(by(roads, 1), { ...reply, reply: "Ja, im Herbst." })),
	);
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["forwarding-over"]]));
	expect(await rowOf(one.id)).toMatchObject({ state: "EXAMINED", nextStep: "REPLY", nextOn: storedDay("2026-03-18") });
	expect(await threadOf(world, one.id)).toMatchObject([{ end: { what: "ANSWERED" }, reply: "Ja, im Herbst." }]);
	// the asker has no answer yet, and sees nothing of the question
	expect(JSON.stringify(await statusPage(world, one.token))).not.toContain("im Herbst");
});

test("what is given back has a reason; strangers and wrong posts reach nothing; an answer ends the question", async () => {
	const { guide, ownerId, postId } = county;
	const stranger = by(staff([{ role: "guide", at: newId(world.now) }]));
	await expect(forwardConcern(stranger, { ...one.of, ...asking() })).rejects.toThrow(Forbidden);
	expect(codes(await forwardConcern(by(guide), { ...one.of, ...asking(postId) }))).toEqual(["post-elsewhere"]);
	expect(codes(await forwardConcern(by(guide), { ...one.of, ...asking(newId(world.now)) }))).toEqual([
		"post-elsewhere",
	]);
	expect(codes(await forwardConcern(by(guide), { ...one.of, ...asking(), question: "?" }))).toEqual([
		"question-too-short",
	]);
	const past = { dueOn: storedDay("2026-03-09") };
	expect(codes(await forwardConcern(by(guide), { ...one.of, ...asking(), ...past }))).toEqual(["date-passed"]);
	const { forwardingId } = must(await forwardConcern(by(guide), { ...one.of, ...asking() }));
	const back = { ownerId, forwardingId, end: "RETURNED" as const, reply: "Dafür ist das Land zuständig." };
	must(await replyToForwarding(by(roads), back));
	must(await forwardConcern(by(guide), { ...one.of, ...asking() }));
	must(await answerConcern(by(guide), { ...one.of, ...answer }));
	expect((await threadOf(world, one.id)).map(({ end }) => end?.what)).toEqual(["RETURNED", "WITHDRAWN"]);
});

test("one answer to a bundle reaches each asker separately, and none sees another", async () => {
	const { guide } = county;
	const other = await made({ askerEmail: "kurt@post.example", askerName: "Kurt" });
	const nameless = await made({ text: "Abends fehlt ein Bus in den Nachbarort." });
	expect(codes(await bundleConcerns(by(guide), { ...one.of, others: [one.code] }))).toEqual(["others-missing"]);
	expect((await alikeConcerns(world, one.id)).map(({ code }) => code)).toContain(other.code);
	must(await bundleConcerns(by(guide), { ...one.of, others: [other.code, nameless.code] }));
	must(await unbundleConcern(by(guide), nameless.of));
	expect((await rowOf(nameless.id)).bundleId).toBeNull();
	must(await bundleConcerns(by(guide), { ...nameless.of, others: [one.code] }));
	const all = { ...one.of, ...answer, outcome: "DONE" as const, summary: "Der Bus kommt." };
	// what would be refused for one of them is given to none
	expect(codes(await answerBundle(by(guide), { ...all, outcome: "DECLINED", summary: null }))).toEqual([
		"summary-missing",
	]);
	expect((await rowOf(other.id)).state).toBe("ASSIGNED");
	expect(must(await answerBundle(by(guide), all))).toEqual({ count: 3 });
	for (const { id } of [one, other, nameless]) expect((await rowOf(id)).state).toBe("ANSWERED");
	const letters = await world.db.mail.findMany({
		where: { OR: [one, other, nameless].map(({ id }) => ({ key: { contains: id } })), text: { contains: all.text } },
	});
	expect(letters.map(({ to }) => to).sort()).toEqual(["hilde@post.example", "kurt@post.example"]);
	expect(new Set(letters.map(({ text }) => /\/anliegen\/([\w-]{43})/.exec(text)?.[1])).size).toBe(2);
	const seen = JSON.stringify(await statusPage(world, other.token));
	for (const foreign of [one.code, nameless.code, "Hilde"]) expect(seen).not.toContain(foreign);
});

test("a bundle of one ends, also when two leave at once", async () => {
	const { guide } = county;
	const other = await made();
	const third = await made();
	must(await bundleConcerns(by(guide), { ...one.of, others: [other.code, third.code] }));
	await Promise.all([other, third].map(({ of }) => unbundleConcern(by(guide), of)));
	for (const { id } of [one, other, third]) expect((await rowOf(id)).bundleId).toBeNull();
});

test("split, each part has its own post and link, and the asker is told of each", async () => {
	const { guide, topicId } = county;
	const bench = { place: 1, kind: "WISH" as const, text: "Eine Bank an der Haltestelle.", topicId: null };
	const path = { place: 3, kind: "HINT" as const, text: "kurz", topicId };
	const refused = await splitConcern(by(guide), { ...one.of, pieces: [bench, path] });
	expect(refused).toMatchObject({ done: false, refusals: [{ code: "text-too-short", field: "text3" }] });
	expect(await world.db.traceLink.count({ where: { fromId: one.id, relation: "split-into" } })).toBe(0);
	expect(codes(await splitConcern(by(guide), { ...one.of, pieces: [] }))).toEqual(["parts-missing"]);
	const parts = [bench, { ...path, text: "Der Gehweg ist dort zu schmal." }];
	const { codes: made } = must(await splitConcern(by(guide), { ...one.of, pieces: parts }));
	const rows = await world.db.concern.findMany({ where: { code: { in: made } }, include: { assignments: true } });
	expect(rows).toHaveLength(2);
	for (const row of rows) {
		expect(row).toMatchObject({ origin: "FORM", askerEmail: "hilde@post.example", askerId: null });
		expect(row.nextOn).not.toBeNull();
		expect(row.assignments).toHaveLength(1);
		expect(await world.db.mail.count({ where: { key: `concern:${row.id}:receipt` } })).toBe(1);
	}
});

test("a note of a visit becomes several concerns of that office day, or none", async () => {
	const { guide, ownerId, unit, postId } = county;
	const code = await officeSeries(world, { ownerId, postId, municipalityId: unit });
	const note = { ownerId, municipalityId: unit, officeDay: { code, day: "2026-03-10" } };
	const pieces = ["Der Bus fehlt am Abend.", "Das Freibad ist zu."].map((text, index) => ({
		place: index + 1,
		kind: "NEED" as const,
		text,
		topicId: null,
	}));
	const before = await world.db.concern.count();
	const bad = [...pieces, { place: 4, kind: "NEED" as const, text: "x", topicId: null }];
	expect(codes(await capturePieces(by(guide), { ...note, pieces: bad }))).toEqual(["text-too-short"]);
	expect(await world.db.concern.count()).toBe(before);
	must(await capturePieces(by(guide), { ...note, pieces }));
	expect(await world.db.concern.count({ where: { officeDay: { series: { code } } } })).toBe(2);
});

test("what somebody else is writing stays theirs, whatever happens to the concern", async () => {
	const { guide, ownerId } = county;
	const colleague = await world.db.person.create({ data: { displayName: "Kim Roth" } });
	const kim = staff([{ role: "guide", at: ownerId }], colleague.id);
	must(await saveAnswerDraft(by(kim), { ...one.of, text: "Angefangene Antwort" }));
	must(await saveAnswerDraft(by(guide), { ...one.of, text: "Eigene Antwort" }));
	must(
		await clarifyConcern(by(guide), {
			...one.of,
			municipalityId: null,
			topicId: null,
			postId: null,
			visibility: "INSIDE",
		}),
	);
	must(await answerConcern(by(guide), { ...one.of, ...answer }));
	expect(await world.db.concernDraft.findMany({ where: { concernId: one.id } })).toMatchObject([
		{ personId: colleague.id, text: "Angefangene Antwort" },
	]);
	await expect(saveAnswerDraft(by(roads), { ...one.of, text: "nicht meins" })).rejects.toThrow(Forbidden);
	// 30 days after its author stopped being a guide nobody could finish it
	await world.db.roleGrant.create({
		data: {
			...{ id: newId(world.now), role: "guide", scopeKind: "organisation", scopeId: ownerId, ownerId },
			...{ personId: colleague.id, validFrom: today(world.now), validUntil: daysFrom(today(world.now), 20) },
		},
	});
	const kept = async (days: number) => {
		await manifest.personalData?.retain(by(house, days));
		return world.db.concernDraft.count({ where: { personId: colleague.id } });
	};
	expect([await kept(19), await kept(49), await kept(50)]).toEqual([1, 1, 0]);
});

test("late concerns go to the deputy, then to the lead, once each, also when the house was away", async () => {
	await world.db.concern.updateMany({ where: { id: { not: one.id } }, data: { nextOn: storedDay("2027-12-31") } });
	// promised: Tuesday, 24 March
	expect((await rowOf(one.id)).nextOn).toEqual(storedDay("2026-03-24"));
	expect(await escalateConcerns(by(house, 14))).toBe(0);
	expect(await escalateConcerns(by(house, 15))).toBe(1);
	expect(await escalateConcerns(by(house, 15))).toBe(0);
	// on the fifth working day the lead is told; a second worker at the same time tells nobody
	const twice = await Promise.all([escalateConcerns(by(house, 21)), escalateConcerns(by(house, 21))]);
	expect(twice.toSorted()).toEqual([0, 1]);
	const late = await made();
	expect((await rowOf(late.id)).nextOn).toEqual(storedDay("2026-03-24"));
	expect(await escalateConcerns(by(house, 30)), "both at once after an absence").toBe(2);
	const event = await actOf("guides.concerns.overdue");
	const notices = await manifest.notices?.["guides.concerns.overdue"]?.(world.db, {
		...(event as unknown as RecordedEvent),
		at: by(house, 30).now,
		facts: { steps: [`${one.id} DEPUTY`, `${late.id} DEPUTY`, `${late.id} LEAD`] },
		ownerId: county.ownerId,
	});
	expect(notices?.map(({ to, paragraphs }) => [to, paragraphs.length])).toEqual([
		[{ email: "team@kreis.example", locale: "de" }, 2],
		[{ email: "landrat@kreis.example", locale: "de" }, 1],
	]);
});

test("a mail becomes one concern; its own words are forgotten, unused mails after two weeks", async () => {
	const { guide, ownerId, unit } = county;
	const mail = { senderName: "Hilde", sender: "hilde@post.example", subject: "Bus", text: "Am Abend fehlt ein Bus." };
	const take = { ownerId, ...mail, writtenAt: null, files: [], leftOut: ["makro.exe"] };
	await expect(takeMail(by(roads), take)).rejects.toThrow(Forbidden);
	expect(codes(await takeMail(by(guide), { ...take, text: " " }))).toEqual(["mail-empty"]);
	const { mailId } = must(await takeMail(by(guide), take));
	const unused = must(await takeMail(by(guide), take));
	const captured = (token: string) => ({
		mailId,
		keep: [],
		captured: {
			token,
			ownerId,
			municipalityId: unit,
			topicId: null,
			kind: "NEED" as const,
			text: mail.text,
			askerName: mail.senderName,
			askerEmail: mail.sender,
			mayBePublic: false,
		},
	});
	const both = await Promise.all(["a", "b"].map((token) => captureMail(by(guide), captured(token.repeat(43)))));
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["mail-used"]]));
	const row = await world.db.concernMail.findUniqueOrThrow({ where: { id: mailId }, include: { concern: true } });
	expect(row).toMatchObject({ sender: null, text: null, leftOut: ["makro.exe"], concern: { origin: "MAIL" } });
	// asked before anything is told of the mail: neither whether it is there nor whether it was used
	for (const id of [mailId, unused.mailId, newId(world.now)]) {
		await expect(captureMail(by(roads), { ...captured("c".repeat(43)), mailId: id })).rejects.toThrow(Forbidden);
		await expect(captureMail(by(guest), { ...captured("c".repeat(43)), mailId: id })).rejects.toThrow(SignInNeeded);
	}
	await forgetOldMails(by(house, 13));
	expect(await world.db.concernMail.count({ where: { id: unused.mailId } })).toBe(1);
	expect(await forgetOldMails(by(house, 14))).toBe(1);
	expect(await world.db.concernMail.count({ where: { id: unused.mailId } })).toBe(0);
});

test("a municipality brings a concern of its own, and only for itself", async () => {
	const { unit, ownerId } = county;
	const clerk = by(staff([{ role: "staff", at: unit }]));
	const raised = await concern(clerk, { origin: "MUNICIPALITY", municipalityId: unit, askerName: "Mendig" });
	expect(await rowOf(raised.id)).toMatchObject({ origin: "MUNICIPALITY", ownerId });
	const elsewhere = await municipality(world, { name: "Nachbar", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	await expect(concern(clerk, { origin: "MUNICIPALITY", municipalityId: elsewhere })).rejects.toThrow(Forbidden);
	expect(today(world.now)).toEqual(storedDay("2026-03-10"));
});
