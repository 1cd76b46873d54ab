import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { newId, newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { asked, survey } from "~tests/factories/surveys";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { manifest } from "../manifest.server";
import { personalData } from "../personal-data.server";
import { missingForSurveys } from "../queries/part.server";
import { managedSurvey, surveyForm, surveyResults } from "../queries/survey-pages.server";
import { beginAnswer, handInAnswer, keepAnswer } from "./answer-survey.server";
import { enterFromPaper } from "./enter-from-paper.server";
import { handInByLetter } from "./hand-in-by-letter.server";
import { chooseElectorate, importSurveyCodes } from "./letter-codes.server";
import { decideText } from "./publish-results.server";

const now = new Date("2026-11-21T10:00:00Z");
const yesNo = asked("single", { options: ["ja", "nein"], required: true });

let db: TestDatabase;
let at: { organisationId: string; slug: string; postId: string };
let staff: World;

const as = (actor: Actor, moment = now) => worldOf(db.db, actor, moment);
const given = () => ({ organisationId: at.organisationId, responsiblePostId: at.postId });

beforeAll(async () => {
	db = await freshDatabase();
	at = await place(db.db, now);
	const personId = await human(db.db, now, "Verwaltung");
	staff = as(personWith(["participation-manager"], at.organisationId, { personId }));
});

async function guestForm(surveyId: string, typed: Record<string, string[]>): Promise<string> {
	const { token } = must(await beginAnswer(as(guest), { surveyId }));
	must(await keepAnswer(as(guest), { token, typed }));
	return token;
}

/** A survey that is answered with the codes of letters. */
async function byLetter(questions = [yesNo]) {
	const made = await survey(staff, { ...given(), questions });
	must(await chooseElectorate(staff, { id: made.id, electorate: "letter" }));
	must(await importSurveyCodes(staff, { id: made.id, text: "ABCD-EFGH\nJKLM-NPQR" }));
	return made;
}

describe("codes of letters", () => {
	it("nothing is published without codes, and the list is taken whole or not at all", async () => {
		const { id, processId } = await survey(staff, { ...given(), questions: [yesNo], published: false });
		must(await chooseElectorate(staff, { id, electorate: "letter" }));
		expect(await missingForSurveys(staff, processId)).toEqual(["letters"]);
		expect(await importSurveyCodes(staff, { id, text: "ABCDEFGH\nkurz" })).toMatchObject({
			refusals: [{ code: "code-too-short", values: { line: 2 } }],
		});
		expect(await db.db.surveyLetterCode.count({ where: { surveyId: id } })).toBe(0);
		expect(must(await importSurveyCodes(staff, { id, text: "abcd-efgh" }))).toEqual({ added: 1, total: 1 });
		expect(must(await importSurveyCodes(staff, { id, text: "ABCDEFGH\nJKLMNPQR" }))).toEqual({ added: 1, total: 2 });
		expect(await missingForSurveys(staff, processId)).toEqual([]);
		expect(JSON.stringify(await db.db.surveyLetterCode.findMany())).not.toContain("ABCDEFGH");
	});

	it("are the manager's, and stand from the first answer on", async () => {
		const { id } = await byLetter();
		const stranger = as(personWith([], at.organisationId, { personId: await human(db.db, now, "Fremd") }));
		await expect(chooseElectorate(stranger, { id, electorate: "mail" })).rejects.toThrow();
		await expect(importSurveyCodes(stranger, { id, text: "ABCDEFGH" })).rejects.toThrow();
		must(await handInByLetter(as(guest), { token: await guestForm(id, { f1: ["o1"] }), code: "abcd efgh" }));
		expect(await chooseElectorate(staff, { id, electorate: "mail" })).toMatchObject({
			refusals: [{ code: "meaning-stands" }],
		});
	});

	it("one code is one answer: twenty at once, on paper too; its holder finds the first one again", async () => {
		const { id } = await byLetter();
		const tokens = await Promise.all(Array.from({ length: 20 }, () => guestForm(id, { f1: ["o1"] })));
		const outcomes = await Promise.all(
			tokens.map((token) => handInByLetter(as(guest), { token, code: "ABCD-EFGH" }).catch(() => null)),
		);
		expect(outcomes.filter((one) => one?.done && one.value.handedIn)).toHaveLength(1);
		expect(await db.db.surveyAnswer.count({ where: { surveyId: id, handedInAt: { not: null } } })).toBe(1);
		const again = must(
			await handInByLetter(as(guest), { token: await guestForm(id, { f1: ["o2"] }), code: "ABCDEFGH" }),
		);
		const earlier = "earlier" in again ? again.earlier : "";
		expect((await surveyForm(as(guest), earlier)).handedInAt).not.toBeNull();
		// corrected until the end, without the code
		must(await keepAnswer(as(guest), { token: earlier, typed: { f1: ["o2"] } }));
		expect(must(await handInAnswer(as(guest), { token: earlier, wantsResult: false })).corrected).toBe(true);
		const paper = { surveyId: id, typed: { f1: ["o1"] }, channel: "paper" };
		expect(await enterFromPaper(staff, { ...paper, token: newToken(), letterCode: "ABCDEFGH" })).toMatchObject({
			refusals: [{ code: "letter-code-used" }],
		});
		expect(await enterFromPaper(staff, { ...paper, token: newToken() })).toMatchObject({
			refusals: [{ code: "letter-code-wrong" }],
		});
		must(await enterFromPaper(staff, { ...paper, token: newToken(), letterCode: "jklmnpqr" }));
		expect(await db.db.surveyAnswer.count({ where: { surveyId: id, handedInAt: { not: null } } })).toBe(2);
	});

	it("a wrong code counts, and five lock the form; no account answers instead", async () => {
		const { id } = await byLetter();
		const person = as(personWith([], at.organisationId, { personId: await human(db.db, now, "Kim") }));
		const { token } = must(await beginAnswer(person, { surveyId: id }));
		must(await keepAnswer(person, { token, typed: { f1: ["o1"] } }));
		expect(await handInAnswer(person, { token, wantsResult: false })).toMatchObject({
			refusals: [{ code: "not-confirmed" }],
		});
		expect(await db.db.surveyAnswer.count({ where: { surveyId: id, personId: { not: null } } })).toBe(0);
		for (const attemptsLeft of [4, 3, 2, 1, 0]) {
			const tried = must(await handInByLetter(as(guest), { token, code: "WRONGCODE" }));
			expect(tried).toEqual({ handedIn: false, attemptsLeft });
		}
		expect(await handInByLetter(as(guest), { token, code: "ABCDEFGH" })).toMatchObject({
			refusals: [{ code: "code-locked" }],
		});
	});
});

describe("places and files", () => {
	const where = asked("place", { title: "Wo?" });
	const picture = asked("file", { title: "Ein Bild", required: true });

	it("a place is shown once somebody has looked at it, with its point", async () => {
		const { id, slug } = await survey(staff, { ...given(), questions: [where] });
		for (const [index, words] of ["Brunnen", "Schule", "Halle", "Bahnhof", "Park"].entries()) {
			const typed = { f1: [words], "f1-punkt": index === 0 ? ["50.37512,7.28091"] : [""] };
			must(await enterFromPaper(staff, { surveyId: id, token: newToken(), typed, channel: "paper" }));
		}
		const address = { place: at.slug, process: slug, survey: "1" };
		const managed = await managedSurvey(staff, address);
		expect(managed.texts.map(({ text }) => text).sort()).toEqual([
			"Bahnhof",
			"Brunnen · 50.37512, 7.28091",
			"Halle",
			"Park",
			"Schule",
		]);
		const fountain = managed.texts.find(({ text }) => text.startsWith("Brunnen"));
		expect((await surveyResults(staff, address, "")).results[0]?.places).toEqual([]);
		must(await decideText(staff, { answerId: fountain?.answerId ?? "", key: "f1", shown: true }));
		expect((await surveyResults(staff, address, "")).results[0]).toMatchObject({
			answered: 5,
			places: [{ words: "Brunnen", point: { latitude: 50.37512, longitude: 7.28091 } }],
			texts: [],
		});
	});

	it("a file belongs to the form, is replaced by the next, read by the staff alone, and goes with its author", async () => {
		const { id, slug } = await survey(staff, { ...given(), questions: [picture] });
		const personId = await human(db.db, now, "Fritz");
		const accountId = newId(now);
		const email = "fritz@example.org";
		await db.db.account.create({ data: { id: accountId, personId, email, emailConfirmedAt: now, createdAt: now } });
		const fritz = as({ ...personWith([], at.organisationId, { personId }), accountId });
		const { token } = must(await beginAnswer(fritz, { surveyId: id }));
		// a file cannot be named by who sends the form
		const kept = await handInAnswer(fritz, { token, wantsResult: false });
		expect(kept).toMatchObject({ refusals: [{ code: "answer-missing", field: "f1" }] });
		const file = (name: string) => ({
			question: "f1",
			stored: {
				id: newId(now),
				field: "f1",
				name,
				mediaType: "image/webp",
				bytes: 10,
				sha256: "0".repeat(64),
				width: 1,
				height: 1,
				hasThumbnail: false,
			},
		});
		must(await keepAnswer(fritz, { token, typed: {}, files: [file("eins.webp")] }));
		must(await handInAnswer(fritz, { token, wantsResult: false }));
		const second = file("zwei.webp");
		must(await keepAnswer(fritz, { token, typed: {}, files: [second] }));
		// until it is handed in, the first one counts
		expect(await db.db.file.count({ where: { subjectKind: "survey-answer", removedAt: null } })).toBe(2);
		must(await handInAnswer(fritz, { token, wantsResult: false }));
		const address = { place: at.slug, process: slug, survey: "1" };
		expect((await managedSurvey(staff, address)).files).toMatchObject([{ name: "zwei.webp", question: "Ein Bild" }]);
		const { id: answerId } = await db.db.surveyAnswer.findFirstOrThrow({ where: { surveyId: id } });
		const readers = manifest.subjects?.["survey-answer"];
		expect(await readers?.mayReadFiles?.(as(guest), answerId)).toBe(false);
		expect(await readers?.mayReadFiles?.(fritz, answerId)).toBe(true);
		expect(await readers?.mayReadFiles?.(staff, answerId)).toBe(true);
		await personalData.erase(staff, personId);
		expect(await db.db.file.count({ where: { id: second.stored.id, removedAt: null } })).toBe(0);
	});
});
