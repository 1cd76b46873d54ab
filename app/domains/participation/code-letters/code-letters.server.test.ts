import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/platform/actor";
import { guest } from "~/platform/actor";
import { Forbidden, NotFound } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { asked, survey } from "~tests/factories/surveys";
import { voteBetween } from "~tests/factories/votes";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { has, run as runProgram } from "~tests/support/seal-tools";
import { openPaperByLetter } from "../ballots/commands/open-paper.server";
import { voterKey } from "../ballots/voter-key.server";
import { chooseElectorate, importSurveyCodes } from "../surveys/commands/letter-codes.server";
import { letterKey } from "../surveys/survey-key.server";
import { drawCodes, keepAddresses, takeBackLetters, takeCodes } from "./commands/letter-runs.server";
import { manifest } from "./manifest.server";
import { lettersToMake } from "./queries/letter-subject.server";
import { codeLettersPdf } from "./sheets.server";
import { codeGroups } from "./subject";

const now = new Date("2026-06-10T09:00:00Z");
const addresses = ["Erika Muster", "Otto Öffner", "Ayşe Yılmaz"].map((name) => ({
	name,
	street: "Marktplatz 1",
	town: "56743 Mendig",
}));

let test: TestDatabase;
let own: { organisationId: string; responsiblePostId: string };
let manager: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };

const world = (actor: Actor, at = now) => worldOf(test.db, actor, at);
const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];

beforeAll(async () => {
	test = await freshDatabase();
	const { organisationId, postId } = await place(test.db, now);
	const elsewhere = await place(test.db, now, { slug: "koblenz", name: "Koblenz" });
	own = { organisationId, responsiblePostId: postId };
	const person = async (at: string, name: string) =>
		personWith(["participation-manager"], at, { personId: await human(test.db, now, name) });
	[manager, stranger] = [await person(organisationId, "Petra"), await person(elsewhere.organisationId, "Knut")];
});

/** A vote in which letters decide who votes; voting begins in some days. */
async function vote() {
	const days = { first: 5, last: 20, answered: 60 };
	const made = await process(world(manager), { ...own, recipe: "variant-vote", days, published: false });
	const { id, position } = await voteBetween(world(manager), {
		processId: made.id,
		settings: { electorate: "letter" },
		options: [{ title: "Brunnen" }, { title: "Bäume" }],
		frozen: false,
	});
	return {
		kind: "vote" as const,
		subjectId: id,
		processId: made.id,
		at: { process: made.slug, number: String(position) },
	};
}

async function kept({ kind, subjectId }: { kind: "vote" | "survey"; subjectId: string }) {
	return must(await keepAddresses(world(manager), { kind, subjectId, addresses })).id;
}

const hashes = async (boxId: string) =>
	(await test.db.ballotLetterCode.findMany({ where: { boxId }, orderBy: { codeHash: "asc" } })).map(
		({ codeHash }) => codeHash,
	);

describe("letters with a code each", () => {
	it("as many codes as letters; only hashes stay, and no address", async () => {
		const subject = await vote();
		const id = await kept(subject);
		const codes = drawCodes(3);
		expect(must(await takeCodes(world(manager), { id, codes }))).toEqual({ letters: 3 });
		expect(await hashes(subject.subjectId)).toEqual(
			codes.map((code) => voterKey(subject.subjectId, "letter", code)).sort(),
		);
		expect(await test.db.codeLetterRun.findUnique({ where: { id } })).toMatchObject({ addresses: null, madeAt: now });
		const trails = JSON.stringify(await test.db.auditEvent.findMany({ select: { facts: true } }));
		for (const word of [...codes, "Erika", "Marktplatz"]) expect(trails).not.toContain(word);
	});

	it("the database itself keeps no addresses beside codes", async () => {
		const id = await kept(await vote());
		await expect(test.db.codeLetterRun.update({ where: { id }, data: { madeAt: now } })).rejects.toThrow();
	});

	it("are made once, also when two people press the button", async () => {
		const subject = await vote();
		const id = await kept(subject);
		const outcomes = await Promise.all(
			[1, 2, 3].map(() => takeCodes(world(manager), { id, codes: drawCodes(addresses.length) })),
		);
		expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
		expect(outcomes.flatMap(codesOf)).toEqual(["letters-made", "letters-made"]);
		expect(await hashes(subject.subjectId)).toHaveLength(3);
	});

	it("a code too few or one that exists makes no letters at all", async () => {
		const subject = await vote();
		const id = await kept(subject);
		const [one, two] = drawCodes(2);
		await expect(takeCodes(world(manager), { id, codes: [one ?? "", two ?? ""] })).rejects.toThrow();
		await expect(takeCodes(world(manager), { id, codes: [one ?? "", two ?? "", two ?? ""] })).rejects.toThrow();
		expect(await hashes(subject.subjectId)).toEqual([]);
		expect((await test.db.codeLetterRun.findUniqueOrThrow({ where: { id } })).addresses).toEqual(addresses);
	});

	it("are taken back while nobody votes, and their codes with them; others stay", async () => {
		const subject = await vote();
		const [id, other] = [await kept(subject), await kept(subject)];
		const [lost, good] = [drawCodes(3), drawCodes(3)];
		must(await takeCodes(world(manager), { id, codes: lost }));
		must(await takeCodes(world(manager), { id: other, codes: good }));
		must(await takeBackLetters(world(manager), { id }));
		expect(await hashes(subject.subjectId)).toEqual(
			good.map((code) => voterKey(subject.subjectId, "letter", code)).sort(),
		);
		expect(codesOf(await takeBackLetters(world(manager), { id }))).toEqual(["taken-back"]);
	});

	it("of a survey stay valid once somebody has answered with one of them", async () => {
		const made = await survey(world(manager), { ...own, questions: [asked("number")] });
		must(await chooseElectorate(world(manager), { id: made.id, electorate: "letter" }));
		must(await importSurveyCodes(world(manager), { id: made.id, text: "VONANDERSWO23" }));
		const subject = { kind: "survey" as const, subjectId: made.id };
		const [id, second] = [await kept(subject), await kept(subject)];
		const codes = drawCodes(3);
		must(await takeCodes(world(manager), { id, codes }));
		must(await takeCodes(world(manager), { id: second, codes: drawCodes(3) }));
		await test.db.surveyAnswer.create({
			data: {
				id: newId(now),
				surveyId: made.id,
				tokenHash: newId(now),
				typed: {},
				channel: "online",
				participantKey: letterKey(made.id, codes[1] ?? ""),
				receipt: newId(now),
				createdAt: now,
				updatedAt: now,
			},
		});
		expect(codesOf(await takeBackLetters(world(manager), { id }))).toEqual(["codes-used"]);
		must(await takeBackLetters(world(manager), { id: second }));
		expect(await test.db.surveyLetterCode.count({ where: { surveyId: made.id } })).toBe(4);
	});

	it("come in time or not at all, and only where a letter decides who takes part", async () => {
		const subject = await vote();
		const id = await kept(subject);
		const { opensAt } = await test.db.phase.findFirstOrThrow({
			where: { processId: subject.processId, switches: { has: "vote" } },
		});
		await test.db.ballotBox.update({ where: { id: subject.subjectId }, data: { electorate: "mail" } });
		expect(codesOf(await takeCodes(world(manager), { id, codes: drawCodes(3) }))).toEqual(["not-by-letter"]);
		await test.db.ballotBox.update({ where: { id: subject.subjectId }, data: { electorate: "letter" } });
		await test.db.ballotBox.update({
			where: { id: subject.subjectId },
			data: { frozenAt: now, rule: {}, lotSeed: "x", ruleHash: "x" },
		});
		await test.db.process.update({ where: { id: subject.processId }, data: { publishedAt: now } });
		const voting = { ...world(manager), now: new Date(opensAt.getTime() + 1) };
		expect(codesOf(await takeCodes(voting, { id, codes: drawCodes(3) }))).toEqual(["too-late-for-codes"]);
		expect(codesOf(await keepAddresses(voting, { ...subject, addresses }))).toEqual(["too-late-for-codes"]);
	});

	it("a code opens a ballot paper, however it is typed", async () => {
		const subject = await vote();
		const id = await kept(subject);
		const codes = drawCodes(3);
		must(await takeCodes(world(manager), { id, codes }));
		await test.db.ballotBox.update({
			where: { id: subject.subjectId },
			data: { frozenAt: now, rule: {}, lotSeed: "x", ruleHash: "x" },
		});
		await test.db.process.update({ where: { id: subject.processId }, data: { publishedAt: now } });
		const { opensAt } = await test.db.phase.findFirstOrThrow({
			where: { processId: subject.processId, switches: { has: "vote" } },
		});
		const voting = { ...world(guest), now: new Date(opensAt.getTime() + 1) };
		const typed = codeGroups(codes[2] ?? "").toLowerCase();
		expect((await openPaperByLetter(voting, { boxId: subject.subjectId, code: typed })).done).toBe(true);
		expect(codesOf(await openPaperByLetter(voting, { boxId: subject.subjectId, code: "AAAABBBBCCCC" }))).toEqual([
			"letter-unknown",
		]);
	});

	it("are nobody's business elsewhere", async () => {
		const subject = await vote();
		const id = await kept(subject);
		const before = await test.db.auditEvent.count();
		for (const act of [
			() => keepAddresses(world(stranger), { ...subject, addresses }),
			() => takeCodes(world(stranger), { id, codes: drawCodes(3) }),
			() => takeBackLetters(world(stranger), { id }),
		]) {
			await expect(act()).rejects.toSatisfy((error) => error instanceof Forbidden || error instanceof NotFound);
		}
		expect(await test.db.auditEvent.count()).toBe(before);
	});

	it("addresses that nobody used are gone after a day", async () => {
		const id = await kept(await vote());
		const keptAfter = async (hours: number) => {
			await manifest.personalData?.retain({ ...world(manager), now: new Date(now.getTime() + hours * 3_600_000) });
			return (await test.db.codeLetterRun.findUniqueOrThrow({ where: { id } })).addresses !== null;
		};
		expect([await keptAfter(23), await keptAfter(24)]).toEqual([true, false]);
	});

	it("become a page each, with its own code and address", async (context) => {
		if (!has("pdftotext")) return context.skip();
		const subject = await vote();
		const id = await kept(subject);
		const given = await lettersToMake(world(manager), {
			...subject.at,
			place: "mayen",
			kind: "abstimmung",
			run: id,
		});
		const codes = drawCodes(3);
		const pdf = await codeLettersPdf(given, { addresses, codes, now });
		const { said } = runProgram("pdftotext", ["-layout", "-", "-"], pdf);
		const pages = said.split("\f").filter((page) => page.trim() !== "");
		expect(pages).toHaveLength(3);
		for (const [index, page] of pages.entries()) {
			expect(page).toContain(addresses[index]?.name);
			expect(page).toContain(codeGroups(codes[index] ?? ""));
			expect(page).toContain("bis zum");
			for (const other of codes.filter((_, at) => at !== index)) expect(page).not.toContain(codeGroups(other));
		}
	});
});
