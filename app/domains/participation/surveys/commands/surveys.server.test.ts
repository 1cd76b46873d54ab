import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "~tests/factories/outcome";
import { codeIn, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { asked, survey } from "~tests/factories/surveys";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { notices } from "../notices.server";
import { personalData } from "../personal-data.server";
import { loadSurveysPart, missingForSurveys, waitingInSurveys } from "../queries/part.server";
import { managedSurvey, surveyForm, surveyResults } from "../queries/survey-pages.server";
import { beginAnswer, handInAnswer, keepAnswer } from "./answer-survey.server";
import { askForSurveyCode, confirmSurveyCode } from "./confirm-guest.server";
import { addSurvey, moveQuestion, removeQuestion, saveQuestion } from "./edit-survey.server";
import { enterFromPaper } from "./enter-from-paper.server";
import { decideText, tellResult } from "./publish-results.server";

const now = new Date("2026-11-21T10:00:00Z");
const after = new Date(now.getTime() + 30 * 86_400_000);
const yesNo = asked("single", { options: ["ja", "nein"], required: true });
const why = asked("text", { title: "Warum?", condition: { question: "f1", option: "o1" } });

let db: TestDatabase;
let at: { organisationId: string; slug: string; postId: string };
let staff: World;

const as = (actor: Actor, moment = now) => worldOf(db.db, actor, moment);
const given = () => ({ organisationId: at.organisationId, responsiblePostId: at.postId });

async function account(name: string): Promise<World & { actor: Actor & { kind: "person" } }> {
	const personId = await human(db.db, now, name);
	const accountId = newId(now);
	const email = `${name.toLowerCase()}@example.org`;
	await db.db.account.create({ data: { id: accountId, personId, email, emailConfirmedAt: now, createdAt: now } });
	const actor = { ...personWith([], at.organisationId, { personId, displayName: name }), accountId };
	return { ...as(actor), actor };
}

async function guestForm(surveyId: string, typed: Record<string, string[]>): Promise<string> {
	const { token } = must(await beginAnswer(as(guest), { surveyId }));
	must(await keepAnswer(as(guest), { token, typed }));
	return token;
}

async function mailedCode(email: string): Promise<string> {
	const mail = await db.db.mail.findFirstOrThrow({
		where: { to: email, key: { startsWith: "survey-code:" } },
		orderBy: { id: "desc" },
	});
	return codeIn(mail.subject);
}

async function onPaper(surveyId: string, typed: Record<string, string[]>) {
	return must(await enterFromPaper(staff, { surveyId, token: newToken(), typed, channel: "paper" }));
}

beforeAll(async () => {
	db = await freshDatabase();
	at = await place(db.db, now);
	const personId = await human(db.db, now, "Verwaltung");
	staff = as(personWith(["participation-manager"], at.organisationId, { personId }));
});

describe("setting up", () => {
	it("the recipe makes an empty survey, and a quick poll its one question", async () => {
		const made = await process(staff, { ...given(), recipe: "survey", published: false });
		expect(await missingForSurveys(staff, made.id)).toEqual(["questions"]);
		const poll = await process(staff, {
			...given(),
			recipe: "quick-poll",
			title: "Sonntags öffnen?",
			published: false,
		});
		expect(await missingForSurveys(staff, poll.id)).toEqual(["options"]);
		const { questions } = await db.db.survey.findFirstOrThrow({ where: { processId: poll.id } });
		expect(questions).toMatchObject([{ kind: "single", title: "Sonntags öffnen?" }]);
	});

	it("is the manager's alone", async () => {
		const { id, processId } = await survey(staff, { ...given(), questions: [yesNo] });
		const stranger = await account("Fremd");
		const before = await db.db.auditEvent.count();
		await expect(saveQuestion(stranger, { surveyId: id, key: null, ...yesNo })).rejects.toThrow();
		await expect(addSurvey(stranger, { processId })).rejects.toThrow();
		await expect(tellResult(stranger, { id, note: "So." })).rejects.toThrow();
		await expect(
			enterFromPaper(stranger, { surveyId: id, token: newToken(), typed: { f1: ["o1"] }, channel: "paper" }),
		).rejects.toThrow();
		expect(await db.db.auditEvent.count()).toBe(before);
	});

	it("keeps conditions behind their questions", async () => {
		const { id } = await survey(staff, { ...given(), questions: [yesNo, why], published: false });
		expect(await moveQuestion(staff, { surveyId: id, key: "f2", up: true })).toMatchObject({
			refusals: [{ code: "condition-needs-earlier" }],
		});
		expect(await removeQuestion(staff, { surveyId: id, key: "f1" })).toMatchObject({ done: false });
		expect((await removeQuestion(staff, { surveyId: id, key: "f2" })).done).toBe(true);
	});

	it("from the first answer on only wording is mended, with a note", async () => {
		const { id } = await survey(staff, { ...given(), questions: [yesNo] });
		await onPaper(id, { f1: ["o1"] });
		const save = (change: object) => saveQuestion(staff, { surveyId: id, key: "f1", ...yesNo, ...change });
		expect(await save({ options: "ja\nnein\nvielleicht", note: "neu" })).toMatchObject({
			refusals: [{ code: "meaning-stands" }],
		});
		expect(await save({ required: false, note: "neu" })).toMatchObject({ refusals: [{ code: "meaning-stands" }] });
		expect(await save({ title: "Fahren Sie Bus?" })).toMatchObject({ refusals: [{ code: "note-missing" }] });
		expect((await save({ title: "Fahren Sie Bus?", note: "Schreibfehler" })).done).toBe(true);
		expect(await saveQuestion(staff, { surveyId: id, key: null, ...yesNo })).toMatchObject({ done: false });
		expect(await db.db.surveyMend.count({ where: { surveyId: id } })).toBe(1);
	});
});

describe("answering", () => {
	it("a person has one form, resumes it and corrects it; a hundred sends are one answer", async () => {
		const { id } = await survey(staff, { ...given(), questions: [yesNo, why] });
		const anna = await account("Anna");
		const begun = await Promise.all(Array.from({ length: 5 }, () => beginAnswer(anna, { surveyId: id })));
		const tokens = new Set(begun.map((one) => must(one).token));
		expect(tokens.size).toBe(1);
		const [token = ""] = tokens;
		expect(await handInAnswer(anna, { token, wantsResult: false })).toMatchObject({
			refusals: [{ code: "answer-missing", field: "f1" }],
		});
		must(await keepAnswer(anna, { token, typed: { f1: ["o1"] } }));
		must(await keepAnswer(anna, { token, typed: { f2: ["Weil es geht."] } }));
		const sent = await Promise.all(Array.from({ length: 100 }, () => handInAnswer(anna, { token, wantsResult: true })));
		expect(sent.filter((one) => one.done)).toHaveLength(1);
		expect(await db.db.surveyAnswer.count({ where: { surveyId: id, handedInAt: { not: null } } })).toBe(1);
		must(await keepAnswer(anna, { token, typed: { f1: ["o2"] } }));
		expect(must(await handInAnswer(anna, { token, wantsResult: false })).corrected).toBe(true);
		const { values } = await db.db.surveyAnswer.findFirstOrThrow({ where: { surveyId: id } });
		expect(values).toEqual({ f1: { choices: ["o2"], other: null } });
		must(await keepAnswer(anna, { token, typed: { f1: ["o1"] } }));
		expect(await handInAnswer({ ...anna, now: after }, { token, wantsResult: false })).toMatchObject({
			refusals: [{ code: "survey-closed" }],
		});
		expect((await surveyForm({ ...anna, now: after }, token)).typed.f1).toEqual(["o1"]);
	});

	it("a guest hands in with the code of the mail, once per address; the address does not stay", async () => {
		const { id } = await survey(staff, { ...given(), questions: [yesNo] });
		const email = "gast@example.org";
		const token = await guestForm(id, { f1: ["o1"] });
		expect(await handInAnswer(as(guest), { token, wantsResult: false })).toMatchObject({
			refusals: [{ code: "not-confirmed" }],
		});
		expect(await askForSurveyCode(as(guest), { token, email: "gast", wantsResult: true })).toMatchObject({
			refusals: [{ code: "email-unreadable" }],
		});
		must(await askForSurveyCode(as(guest), { token, email, wantsResult: true }));
		const code = await mailedCode(email);
		const wrong = code === "000000" ? "000001" : "000000";
		expect(must(await confirmSurveyCode(as(guest), { token, code: wrong }))).toEqual({
			handedIn: false,
			attemptsLeft: 4,
		});
		expect(must(await confirmSurveyCode(as(guest), { token, code })).handedIn).toBe(true);
		const row = await db.db.surveyAnswer.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
		expect(JSON.stringify(row)).not.toContain("gast@");
		expect(row).toMatchObject({ pendingKey: null, codeHash: null, personId: null });

		const again = await guestForm(id, { f1: ["o2"] });
		must(await askForSurveyCode(as(guest), { token: again, email: "GAST@example.org", wantsResult: false }));
		const mails = await db.db.mail.findMany({ where: { to: { equals: email, mode: "insensitive" } } });
		expect(mails.filter(({ subject }) => subject.startsWith("Ihr Code"))).toHaveLength(1);
		expect(mails.filter(({ subject }) => subject.startsWith("Sie haben schon geantwortet"))).toHaveLength(1);
		expect(await db.db.surveyAnswer.count({ where: { surveyId: id, handedInAt: { not: null } } })).toBe(1);
	});

	it("five wrong codes lock it", async () => {
		const { id } = await survey(staff, { ...given(), questions: [yesNo] });
		const token = await guestForm(id, { f1: ["o1"] });
		must(await askForSurveyCode(as(guest), { token, email: "rater@example.org", wantsResult: false }));
		const code = await mailedCode("rater@example.org");
		const wrong = code === "000000" ? "000001" : "000000";
		for (let count = 0; count < 5; count += 1) must(await confirmSurveyCode(as(guest), { token, code: wrong }));
		expect(await confirmSurveyCode(as(guest), { token, code })).toMatchObject({ refusals: [{ code: "code-locked" }] });
	});

	it("guests need an account where they are not welcome, and nobody begins before or after", async () => {
		const { id } = await survey(staff, { ...given(), guestsWelcome: false, questions: [yesNo] });
		await expect(beginAnswer(as(guest), { surveyId: id })).rejects.toThrow("session");
		const bert = await account("Bert");
		expect(await beginAnswer({ ...bert, now: after }, { surveyId: id })).toMatchObject({
			refusals: [{ code: "survey-closed" }],
		});
	});

	it("a paper form sent twice is one answer with its channel, logged", async () => {
		const { id } = await survey(staff, { ...given(), questions: [yesNo] });
		const form = { surveyId: id, token: newToken(), typed: { f1: ["o1"] }, channel: "paper" };
		must(await enterFromPaper(staff, form));
		expect(await enterFromPaper(staff, form)).toMatchObject({ refusals: [{ code: "already-handed-in" }] });
		const empty = { ...form, token: newToken(), typed: {} };
		expect(await enterFromPaper(staff, empty)).toMatchObject({ refusals: [{ code: "answer-missing" }] });
		expect(await db.db.surveyAnswer.findMany({ where: { surveyId: id }, select: { channel: true } })).toEqual([
			{ channel: "paper" },
		]);
		expect(await db.db.auditEvent.count({ where: { subjectId: id, type: "participation.survey.answered" } })).toBe(1);
	});
});

describe("results", () => {
	it("are withheld below five, shown when the phase says so, and told once to those who asked", async () => {
		const { id, slug, processId } = await survey(staff, { ...given(), questions: [yesNo, why] });
		const address = { place: at.slug, process: slug, survey: "1" };
		for (let count = 0; count < 5; count += 1) await onPaper(id, { f1: ["o1"], f2: [`Grund ${count}`] });
		await expect(surveyResults(as(guest), address, "Sonstiges")).rejects.toThrow();
		expect((await loadSurveysPart(as(guest), { id: processId }))?.mayReadResults).toBe(false);
		expect(await waitingInSurveys(staff, processId)).toBe(1);

		const cora = await account("Cora");
		const { token } = must(await beginAnswer(cora, { surveyId: id }));
		must(await keepAnswer(cora, { token, typed: { f1: ["o2"] } }));
		must(await handInAnswer(cora, { token, wantsResult: true }));
		const { results } = await surveyResults(as(guest, after), address, "Sonstiges");
		expect(results[0]?.charts[0]?.cells.map(({ count }) => count)).toEqual([null, null]);
		expect(results[1]).toMatchObject({ answered: 5, texts: [] });

		const [text] = (await managedSurvey(staff, address)).texts;
		if (!text) throw new Error("no text");
		must(await decideText(staff, { answerId: text.answerId, key: text.key, shown: true }));
		expect((await surveyResults(as(guest, after), address, "")).results[1]?.texts).toEqual([text.text]);

		expect(await tellResult(staff, { id, note: "Wir bauen." })).toMatchObject({ refusals: [{ code: "survey-open" }] });
		const later = { ...staff, now: after };
		const told = await Promise.all([1, 2].map(() => tellResult(later, { id, note: "Wir bauen." })));
		expect(told.filter((one) => one.done)).toHaveLength(1);
		expect(await waitingInSurveys(staff, processId)).toBe(0);
		const event = {
			id: newId(after),
			type: "",
			subject: { kind: "survey", id },
			facts: {},
			ownerId: at.organisationId,
		};
		const letters = await notices["participation.survey.result-told"]?.(db.db, {
			...event,
			at: after,
			actorPersonId: null,
		});
		expect(letters?.map(({ to }) => to)).toEqual([{ personId: cora.actor.personId }]);
	});

	it("an erased person's answer stays without them, and what was not handed in goes", async () => {
		const { id } = await survey(staff, { ...given(), questions: [yesNo] });
		const [dirk, eva] = [await account("Dirk"), await account("Eva")];
		const { token } = must(await beginAnswer(dirk, { surveyId: id }));
		must(await keepAnswer(dirk, { token, typed: { f1: ["o1"] } }));
		must(await handInAnswer(dirk, { token, wantsResult: true }));
		must(await beginAnswer(eva, { surveyId: id }));
		expect(await personalData.export(db.db, dirk.actor.personId)).toMatchObject({
			surveyAnswers: [{ values: { f1: { choices: ["o1"] } } }],
			surveyResultsWanted: [{ survey: { title: "Busfahren" } }],
		});
		for (const { actor } of [dirk, eva]) await personalData.erase(staff, actor.personId);
		const rows = await db.db.surveyAnswer.findMany({ where: { surveyId: id } });
		expect(rows).toMatchObject([{ personId: null, participantKey: null, typed: {} }]);
		expect(await db.db.surveyListener.count({ where: { surveyId: id } })).toBe(0);
	});
});
