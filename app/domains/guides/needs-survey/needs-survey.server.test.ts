import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { introduce, subjectOf } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { coveragePlan } from "~tests/factories/guides";
import { municipality, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { storedDay } from "../days.server";
import { exchangePage } from "../exchange/queries/municipality.server";
import { halfYearReport } from "../exchange/queries/report.server";
import { reportPaper } from "../exchange/report-paper.server";
import { manifest } from "../manifest.server";
import { answerCode } from "./answer-code.server";
import { answerSurvey } from "./commands/answer-survey.server";
import { changeSurvey, placeQuestion, prepareSurvey, writeQuestion } from "./commands/draft-survey.server";
import { openSurvey, remindOfSurvey } from "./commands/open-survey.server";
import { amendReview, recordReview } from "./commands/review.server";
import { answerPage, ownAnswerPage } from "./queries/answer-page.server";
import { needsPage, surveyPage } from "./queries/survey-pages.server";

let world: World;
let slug: string;
let mendigSlug: string;
let mailbox: string;
let ownerId: string;
let mendig: string;
let pellenz: string;
let maifeld: string;
let postId: string;
let planId: string;
let guide: Actor;
let lead: Actor;
let clerk: Actor;
let neighbour: Actor;

const by = (actor: Actor, days = 0): World => ({
	...world,
	actor,
	now: new Date(world.now.getTime() + days * 24 * 60 * 60 * 1000),
});
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const year = 2026;
const at = () => ({ ownerId, year });

beforeAll(async () => {
	introduce([manifest]);
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
});

// each test has a county of its own
let count = 0;
beforeEach(async () => {
	count += 1;
	[slug, mendigSlug, mailbox] = [`probe-${count}`, `mendig-${count}`, `post-${count}@gemeinden.example`];
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug });
	const unit = (name: string) => municipality(world, { name, kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	[mendig, pellenz, maifeld] = [await unit("Mendig"), await unit("Pellenz"), await unit("Maifeld")];
	await openPlace(world, { organisationId: mendig, name: "Mendig", slug: mendigSlug });
	await openPlace(world, { organisationId: pellenz, name: "Pellenz", slug: `pellenz-${count}` });
	postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	// Mendig and Pellenz share a mailbox, Maifeld has none
	for (const organisationId of [mendig, pellenz]) {
		await post(world, { organisationId, label: "Büro", mailbox });
	}
	planId = await coveragePlan(world, { ownerId, fallbackPostId: postId });
	guide = staff([{ role: "guide", at: ownerId }]);
	lead = staff([{ role: "organisation-admin", at: ownerId }]);
	clerk = staff([{ role: "staff", at: mendig }]);
	neighbour = staff([{ role: "staff", at: pellenz }]);
});

async function opened() {
	must(await prepareSurvey(by(guide), { ownerId }));
	must(await openSurvey(by(lead), at()));
	const invitation = async (municipalityId: string) => {
		const { id } = await world.db.needsInvitation.findFirstOrThrow({ where: { municipalityId } });
		return id;
	};
	return { mendig: await invitation(mendig), pellenz: await invitation(pellenz), maifeld: await invitation(maifeld) };
}

const mails = () => world.db.mail.findMany({ where: { to: mailbox }, select: { to: true, subject: true, text: true } });

test("a draft is written by guides, opened by the lead alone, and stays as it is from then on", async () => {
	await expect(prepareSurvey(by(clerk), { ownerId })).rejects.toThrow(Forbidden);
	await expect(prepareSurvey(by(guest), { ownerId })).rejects.toThrow(SignInNeeded);
	const twice = await Promise.all([1, 2].map(() => prepareSurvey(by(guide), { ownerId })));
	expect(twice.map(codes)).toEqual(expect.arrayContaining([undefined, ["year-taken"]]));
	const page = () => surveyPage(by(guide), { place: slug, year: String(year) });
	const [first, second] = (await page()).questions;
	const question = { ...at(), questionId: null, kind: "CHOICE" as const, text: "Wann passt es Ihnen?" };
	expect(codes(await writeQuestion(by(guide), { ...question, options: ["morgens"] }))).toEqual(["options-missing"]);
	must(await writeQuestion(by(guide), { ...question, options: ["morgens", "abends"] }));
	must(await placeQuestion(by(guide), { ...at(), questionId: second?.id ?? "", act: "up" }));
	must(await placeQuestion(by(guide), { ...at(), questionId: first?.id ?? "", act: "remove" }));
	const left = (await page()).questions;
	expect(left.map(({ text }) => text)).toEqual([second?.text, expect.any(String), expect.any(String), question.text]);
	const words = { ...at(), intro: "Bitte sagen Sie uns, was Sie brauchen.", closesOn: storedDay("2026-04-10") };
	expect(codes(await changeSurvey(by(guide), { ...words, closesOn: storedDay("2026-03-09") }))).toEqual(["day-passed"]);
	expect(codes(await changeSurvey(by(guide), { ...words, closesOn: storedDay("2026-09-09") }))).toEqual([
		"day-too-late",
	]);
	must(await changeSurvey(by(guide), words));
	await expect(openSurvey(by(guide), at())).rejects.toThrow(Forbidden);
	const both = await Promise.all([1, 2].map(() => openSurvey(by(lead), at())));
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["survey-open"]]));
	expect(codes(await writeQuestion(by(guide), { ...question, options: ["ja", "nein"] }))).toEqual(["survey-open"]);
	expect(codes(await placeQuestion(by(guide), { ...at(), questionId: second?.id ?? "", act: "remove" }))).toEqual([
		"survey-open",
	]);
	// another last day is the lead's; the words stay
	await expect(changeSurvey(by(guide), words)).rejects.toThrow(Forbidden);
	must(await changeSurvey(by(lead), { ...words, intro: "Etwas ganz anderes.", closesOn: storedDay("2026-04-20") }));
	expect((await page()).survey).toMatchObject({ intro: words.intro, closesOn: "2026-04-20" });
	// the next year begins with this year's words
	must(await prepareSurvey(by(guide, 365), { ownerId }));
	const next = await surveyPage(by(guide, 365), { place: slug, year: "2027" });
	expect(next.questions.map(({ text }) => text)).toEqual(left.map(({ text }) => text));
	expect(next.survey.intro).toBe(words.intro);
});

test("a survey without questions or after its last day does not open", async () => {
	must(await prepareSurvey(by(guide), { ownerId }));
	expect(codes(await openSurvey(by(lead, 60), at()))).toEqual(["day-passed"]);
	const { questions } = await surveyPage(by(guide), { place: slug, year: String(year) });
	for (const { id } of questions) must(await placeQuestion(by(guide), { ...at(), questionId: id, act: "remove" }));
	expect(codes(await openSurvey(by(lead), at()))).toEqual(["no-questions"]);
	expect(await world.db.needsInvitation.count({ where: { survey: { ownerId } } })).toBe(0);
	expect(await mails()).toEqual([]);
});

test("each municipality has its code; one mailbox gets one mail; missing ones are reminded once and together", async () => {
	const of = await opened();
	const [mail, ...others] = await mails();
	expect(others).toEqual([]);
	expect(mail).toMatchObject({ to: mailbox });
	for (const id of [of.mendig, of.pellenz]) expect(mail?.text).toContain(answerCode(id));
	expect(mail?.text).not.toContain(answerCode(of.maifeld));
	const { asked } = await surveyPage(by(guide), { place: slug, year: String(year) });
	expect(asked.map(({ name, mailedAt }) => [name, mailedAt !== null])).toEqual([
		["Maifeld", false],
		["Mendig", true],
		["Pellenz", true],
	]);
	must(await answerSurvey(by(guest), { by: { code: answerCode(of.mendig) }, answers: ["Busse"], seen: null }));
	await expect(remindOfSurvey(by(guide), at())).rejects.toThrow(Forbidden);
	const both = await Promise.all([1, 2].map(() => remindOfSurvey(by(lead), at())));
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["reminded-before"]]));
	const reminders = (await mails()).filter(({ subject }) => subject.startsWith("Erinnerung"));
	expect(reminders).toHaveLength(1);
	expect(reminders[0]?.text).toContain(answerCode(of.pellenz));
	expect(reminders[0]?.text).not.toContain(answerCode(of.mendig));
	const again = await prepareSurvey(by(guide, 365), { ownerId });
	expect(again.done).toBe(true);
	expect(codes(await remindOfSurvey(by(lead, 365), { ownerId, year: 2027 }))).toEqual(["survey-not-open"]);
});

test("answered by code or by those who work there, changed until the last day, never over somebody else's", async () => {
	const of = await opened();
	const code = answerCode(of.mendig);
	const answers = ["Mehr Busse am Abend", "4", "öfter", ""];
	await expect(answerPage(world, { code: "AAAA-BBBB-CCCC" })).rejects.toThrow(NotFound);
	await expect(answerSurvey(by(guest), { by: { code: "FALSCH" }, answers, seen: null })).rejects.toThrow(NotFound);
	await expect(answerSurvey(by(guest), { by: { invitationId: of.mendig }, answers, seen: null })).rejects.toThrow(
		SignInNeeded,
	);
	await expect(answerSurvey(by(neighbour), { by: { invitationId: of.mendig }, answers, seen: null })).rejects.toThrow(
		Forbidden,
	);
	await expect(ownAnswerPage(by(neighbour), `pellenz-${count}`, of.mendig)).rejects.toThrow(Forbidden);
	const asGuest = (given: string[], seen: string | null, days = 0) =>
		answerSurvey(by(guest, days), { by: { code: code.toLowerCase().replaceAll("-", " ") }, answers: given, seen });
	expect(codes(await asGuest(["", "", "", ""], null))).toEqual(["answers-missing"]);
	expect(codes(await asGuest(["", "7", "vielleicht", ""], null))).toEqual(["answer-wrong", "answer-wrong"]);
	const both = await Promise.all([1, 2].map(() => asGuest(answers, null)));
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["answered-meanwhile"]]));
	const { page } = await ownAnswerPage(by(clerk), mendigSlug, of.mendig);
	expect(page.questions.map(({ answer }) => answer)).toEqual(answers);
	// somebody of the municipality changes it, having seen what was there
	const seen = page.answeredAt?.toISOString() ?? null;
	const mine = { by: { invitationId: of.mendig }, answers: ["Busse am Sonntag", "", "", "Danke"], seen };
	must(await answerSurvey(by(clerk, 1), mine));
	expect(codes(await asGuest(answers, seen, 2))).toEqual(["answered-meanwhile"]);
	const staffPage = await surveyPage(by(guide), { place: slug, year: String(year) });
	expect(staffPage.questions.map(({ answers: given }) => given.map(({ text }) => text))).toEqual([
		["Busse am Sonntag"],
		[],
		[],
		["Danke"],
	]);
	expect(staffPage.questions[1]?.counts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
	await expect(surveyPage(by(clerk), { place: slug, year: String(year) })).rejects.toThrow(Forbidden);
	// the last day counts, the next does not
	const last = await world.db.needsInvitation.findUniqueOrThrow({ where: { id: of.mendig } });
	expect(codes(await asGuest(answers, last.answeredAt?.toISOString() ?? null, 29))).toEqual(["survey-not-open"]);
	must(await asGuest(answers, last.answeredAt?.toISOString() ?? null, 28));
	expect(await answerPage(by(guest, 40), { code })).toMatchObject({ state: "over" });
	expect((await exchangePage(by(clerk), mendigSlug)).surveys).toMatchObject([{ year, isOpen: true }]);
	// no answer stands in the audit log
	const events = await world.db.auditEvent.findMany({ where: { type: "guides.needs-survey.answered", ownerId } });
	expect(JSON.stringify(events.map(({ facts }) => facts))).not.toMatch(/Busse|Danke/);
});

test("a draft is nobody's to answer", async () => {
	must(await prepareSurvey(by(guide), { ownerId }));
	const { id: surveyId } = await world.db.needsSurvey.findFirstOrThrow({ where: { ownerId } });
	const { id } = await world.db.needsInvitation.create({
		data: { surveyId, municipalityId: mendig, codeHash: surveyId },
	});
	await expect(answerPage(by(clerk), { invitationId: id })).rejects.toThrow(NotFound);
	const early = { by: { invitationId: id }, answers: ["Busse"], seen: null };
	expect(codes(await answerSurvey(by(clerk), early))).toEqual(["survey-not-open"]);
});

test("what waits: the answer for the municipality, then the review for the lead", async () => {
	const of = await opened();
	const waits = async (actor: Actor, days = 0) =>
		((await manifest.waiting?.(by(actor, days))) ?? [])
			.filter(({ href }) => /umfrage|ueberpruefung/.test(href))
			.map(({ href }) => href);
	expect(await waits(clerk)).toEqual([`/o/${mendigSlug}/verwaltung/kreis/umfrage/${of.mendig}`]);
	must(await answerSurvey(by(clerk), { by: { invitationId: of.mendig }, answers: ["Busse"], seen: null }));
	expect(await waits(clerk)).toEqual([]);
	expect(await waits(lead)).toEqual([]);
	expect(await waits(lead, 29)).toEqual([`/o/${slug}/verwaltung/lotsen/bedarf/ueberpruefung/neu?jahr=${year}`]);
	expect(await waits(guide, 29)).toEqual([]);
});

test("a review says when, who, what was found and changes, and what followed; it stands in the half-year report", async () => {
	await opened();
	const { id: surveyId } = await world.db.needsSurvey.findFirstOrThrow({ where: { ownerId } });
	const day = today(world.now);
	const written = {
		...{ ownerId, heldOn: day, postIds: [postId], others: null, surveyId, planId: null, decisionUrl: null },
		found: "Die Gemeinden wollen Ansprechpersonen nach Themen.",
		changes: "Ab dem Sommer gibt es zu jedem Thema eine Stelle.",
	};
	const foreign = await post(world, { organisationId: mendig, label: "Bauamt" });
	for (const [wrong, code] of [
		[{ heldOn: daysFrom(day, 1) }, "day-to-come"],
		[{ postIds: [] }, "who-missing"],
		[{ postIds: [foreign] }, "post-elsewhere"],
		[{ surveyId: planId }, "survey-unknown"],
		[{ planId: surveyId }, "plan-unknown"],
	] as const) {
		expect(codes(await recordReview(by(guide), { ...written, ...wrong }))).toEqual([code]);
	}
	await expect(recordReview(by(clerk), written)).rejects.toThrow(Forbidden);
	expect(await world.db.guideReview.count({ where: { ownerId } })).toBe(0);
	const { reviewId } = must(await recordReview(by(guide), written));
	const amended = {
		...written,
		reviewId,
		planId,
		decisionUrl: "https://rat.example/beschluss/7",
		others: "Kreisausschuss",
	};
	await expect(amendReview(by(clerk), amended)).rejects.toThrow(Forbidden);
	await expect(amendReview(by(guide), { ...amended, reviewId: surveyId })).rejects.toThrow(NotFound);
	must(await amendReview(by(guide), amended));
	expect((await needsPage(by(guide), slug)).reviews).toMatchObject([
		{ who: ["Lotsin Mendig", "Kreisausschuss"], year, plan: { id: planId }, decisionUrl: amended.decisionUrl },
	]);
	await expect(needsPage(by(clerk), slug)).rejects.toThrow(Forbidden);
	const report = await halfYearReport(by(clerk), mendigSlug, { municipalityId: null, halfYear: null });
	expect(report.needs.surveys).toMatchObject([{ year, answeredAt: null }]);
	const paper = JSON.stringify(reportPaper(world, report));
	for (const said of [written.found, written.changes, amended.decisionUrl, "noch nicht beantwortet"]) {
		expect(paper).toContain(said);
	}
	const before = await halfYearReport(by(clerk), mendigSlug, { municipalityId: null, halfYear: "2025-2" });
	expect(before.needs).toEqual({ surveys: [], reviews: [] });
	for (const [kind, id] of [
		["needs-survey", surveyId],
		["guide-review", reviewId],
	] as const) {
		expect((await subjectOf(kind)?.resolve(by(guide), [id]))?.size).toBe(1);
		expect((await subjectOf(kind)?.resolve(by(clerk), [id]))?.size).toBe(0);
	}
});
