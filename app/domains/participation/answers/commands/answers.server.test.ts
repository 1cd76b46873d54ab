import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withPass } from "~/domains/accounts/index.server";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import { actingFor, answer, holder, tokenInMail } from "~tests/factories/answers";
import { must } from "~tests/factories/outcome";
import {
	contribution,
	guestContribution,
	human,
	personWith,
	place,
	process,
	worldOf,
} from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { notices } from "../notices.server";
import { mayorPurpose } from "../policy.server";
import { coverage } from "../queries/coverage.server";
import { answerFor, latestAnswers } from "../queries/public-answers.server";
import { waiting } from "../queries/waiting.server";
import { answerSubject } from "../subject.server";
import { askForRelease, sendBackAnswer, takeBackRelease } from "./ask-release.server";
import { changeAnswer, discardAnswer, prepareAnswer } from "./prepare-answer.server";
import { releaseAnswer } from "./release-answer.server";
import { sayNotAnswered } from "./say-not-answered.server";

const now = new Date("2026-06-15T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const reason = richTextFromMarkdown("Das Geld dafür steht ab dem nächsten Jahr im Haushalt.");
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let writer: Actor & { kind: "person" };
let colleague: Actor;
let stranger: Actor;
let citizen: Actor;
let processId: string;

const world = (actor: Actor = writer, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const written = (title = "Mehr Bäume am Marktplatz", actor = citizen) =>
	contribution(world(actor), { processId, title, publishedBy: writer });
const input = { disposition: "adopted", reason, duplicateNumber: null };
const traces = async () => [
	await db.auditEvent.count(),
	await db.officialAnswer.count(),
	await db.answerRevision.count(),
];

beforeAll(async () => {
	({ db } = await freshDatabase());
	town = await place(db, now);
	const other = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	writer = await holder(db, now, { ...town, name: "Petra" });
	colleague = await holder(db, now, { ...town, name: "Karl", role: "moderator" });
	stranger = await holder(db, now, { ...other, name: "Knut" });
	citizen = personWith([], town.organisationId, { personId: await human(db, now, "Anna") });
});

beforeEach(async () => {
	processId = (await process(world(), { organisationId: town.organisationId, responsiblePostId: town.postId })).id;
});

async function eventOf(type: string, id: string): Promise<RecordedEvent> {
	const row = await db.auditEvent.findFirstOrThrow({
		where: { type, subjectId: id },
		orderBy: [{ at: "desc" }, { position: "desc" }],
	});
	const facts = row.facts as RecordedEvent["facts"];
	const subject = { kind: row.subjectKind, id: row.subjectId };
	return { id: row.id, type, subject, facts, ownerId: row.ownerId, at: row.at, actorPersonId: row.actorId };
}

describe("an answer", () => {
	it("is prepared by one, released by another, and then everybody's; each author is told alone", async () => {
		const first = await written("Mehr Bäume am Marktplatz");
		const second = await guestContribution(world(guest), {
			processId,
			title: "Schatten für den Markt",
			email: "gast@example.org",
			publishedBy: writer,
		});
		await written("Ein Brunnen");
		const { id } = await answer(world(), { processId, contributionIds: [first.id, second.id] });
		expect(await answerFor(world(guest), [first.id])).toEqual(new Map());
		expect(await coverage(world(guest), processId)).toMatchObject({ published: 3, answered: 0 });
		must(await askForRelease(world(), { id, revision: 1, byMayor: false }));
		expect((await waiting(world(colleague))).find(({ label }) => label.startsWith("Antworten freigeben"))?.count).toBe(
			1,
		);
		expect((await waiting(world())).find(({ label }) => label.startsWith("Antworten freigeben"))).toBeUndefined();
		expect(await answerFor(world(guest), [first.id])).toEqual(new Map());
		expect(must(await releaseAnswer(world(colleague), { id, revision: 1 }))).toEqual({ how: "second-person" });

		const shown = (await answerFor(world(guest), [first.id, second.id])).get(second.id);
		expect(shown).toMatchObject({ disposition: "adopted", how: "second-person", earlier: [], by: "Stadt Mayen" });
		expect(shown?.reasonHtml).toContain("sechs Linden");
		expect(await coverage(world(guest), processId)).toMatchObject({ published: 3, answered: 2 });
		expect((await latestAnswers(world(guest), 1))[0]).toMatchObject({ title: "Mehr Bäume am Marktplatz", count: 2 });
		expect((await answerSubject.resolve(world(guest), [id])).get(id)?.state).toBe("übernommen");
		expect(await answerSubject.searchText?.(db, id)).toMatchObject({ isPublic: true });
		const links = await db.traceLink.findMany({ where: { toId: id }, orderBy: { relation: "asc" } });
		expect(links.map(({ fromKind, relation }) => `${fromKind} ${relation}`)).toEqual([
			"contribution answered-by",
			"contribution answered-by",
			"post responsible-for",
		]);

		const told = await notices["participation.answer.released"]?.(
			db,
			await eventOf("participation.answer.released", id),
		);
		expect(told?.map(({ to }) => to)).toEqual([
			{ personId: citizen.kind === "person" ? citizen.personId : "" },
			{ email: "gast@example.org", locale: "de" },
		]);
		const toGuest = JSON.stringify(told?.[1]);
		expect(toGuest).toContain("Schatten für den Markt");
		expect(toGuest).not.toContain("Mehr Bäume");
		expect(toGuest).toContain("übernommen");
	});

	it("is told in the language of the contribution", async () => {
		const { id } = await written();
		await db.contribution.update({ where: { id }, data: { locale: "en" } });
		const made = await answer(world(), { processId, contributionIds: [id], releasedBy: colleague });
		const event = await eventOf("participation.answer.released", made.id);
		const [told] = (await notices[event.type]?.(db, event)) ?? [];
		expect(told?.subject).toBe("Answer to your contribution “Mehr Bäume am Marktplatz”");
		expect(told?.paragraphs).toContain("Result: adopted");
	});

	it("is refused without a trace", async () => {
		const one = await written();
		const hidden = await contribution(world(citizen), { processId, title: "Wartet noch" });
		const before = await traces();
		const prepare = (change: object) =>
			prepareAnswer(world(), { ...input, processId, contributionIds: [one.id], ...change });
		expect(codes(await prepare({ contributionIds: [] }))).toEqual(["no-contributions"]);
		expect(codes(await prepare({ contributionIds: [hidden.id] }))).toEqual(["contribution-not-open"]);
		expect(codes(await prepare({ disposition: "maybe" }))).toEqual(["disposition-missing"]);
		expect(codes(await prepare({ reason: richTextFromMarkdown("Nein.") }))).toEqual(["reason-too-short"]);
		expect(codes(await prepare({ disposition: "duplicate", duplicateNumber: 99 }))).toEqual(["duplicate-unknown"]);
		expect(codes(await prepare({ disposition: "duplicate", duplicateNumber: one.number }))).toEqual([
			"duplicate-of-itself",
		]);
		expect(await traces()).toEqual(before);
	});

	it("is nothing for strangers", async () => {
		const { id: contributionId } = await written();
		const { id } = await answer(world(), { processId, contributionIds: [contributionId], releasedBy: "asked" });
		const before = await traces();
		for (const actor of [stranger, citizen]) {
			const theirs = world(actor);
			await expect(prepareAnswer(theirs, { ...input, processId, contributionIds: [contributionId] })).rejects.toThrow(
				Forbidden,
			);
			await expect(changeAnswer(theirs, { ...input, id, revision: 1 })).rejects.toThrow(Forbidden);
			await expect(releaseAnswer(theirs, { id, revision: 1 })).rejects.toThrow(Forbidden);
			await expect(takeBackRelease(theirs, { id, revision: 1 })).rejects.toThrow(Forbidden);
			await expect(sendBackAnswer(theirs, { id, revision: 1, remark: "Bitte kürzer" })).rejects.toThrow(Forbidden);
			await expect(discardAnswer(theirs, { id })).rejects.toThrow(Forbidden);
		}
		await expect(releaseAnswer(world(guest), { id, revision: 1 })).rejects.toThrow(SignInNeeded);
		expect(await traces()).toEqual(before);
		expect(await waiting(world(stranger))).toEqual([]);
	});

	it("belongs to the first of two who prepare it at once", async () => {
		const { id } = await written();
		const both = await Promise.all([
			prepareAnswer(world(), { ...input, processId, contributionIds: [id] }),
			prepareAnswer(world(colleague), { ...input, processId, contributionIds: [id] }),
		]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(both.flatMap((outcome) => codes(outcome) ?? [])).toEqual(["answer-being-prepared"]);
		expect(await db.officialAnswer.count({ where: { processId } })).toBe(1);
	});

	it("is released once by two at once, and only as it was read", async () => {
		const { id: contributionId } = await written();
		const third = await holder(db, now, { ...town, name: "Theo" });
		const { id } = await answer(world(), { processId, contributionIds: [contributionId] });
		must(await changeAnswer(world(), { ...input, id, revision: 1 }));
		expect(codes(await askForRelease(world(), { id, revision: 1, byMayor: false }))).toEqual(["changed-meanwhile"]);
		must(await askForRelease(world(), { id, revision: 2, byMayor: false }));
		expect(codes(await releaseAnswer(world(colleague), { id, revision: 1 }))).toEqual(["changed-meanwhile"]);
		expect(codes(await releaseAnswer(world(), { id, revision: 2 }))).toEqual(["second-person-needed"]);
		const both = await Promise.all([
			releaseAnswer(world(colleague), { id, revision: 2 }),
			releaseAnswer(world(third), { id, revision: 2 }),
		]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await db.answerRevision.count({ where: { answerId: id } })).toBe(1);
		expect(await db.auditEvent.count({ where: { type: "participation.answer.released", subjectId: id } })).toBe(1);
	});

	it("is sent back with a remark, changed, and then released", async () => {
		const { id: contributionId } = await written();
		const { id } = await answer(world(), { processId, contributionIds: [contributionId], releasedBy: "asked" });
		expect(codes(await changeAnswer(world(), { ...input, id, revision: 1 }))).toEqual(["not-to-change"]);
		expect(codes(await sendBackAnswer(world(colleague), { id, revision: 1, remark: " " }))).toEqual(["remark-missing"]);
		must(await sendBackAnswer(world(colleague), { id, revision: 1, remark: "Bitte den Termin nennen." }));
		const event = await eventOf("participation.answer.sent-back", id);
		const [told] = (await notices[event.type]?.(db, event)) ?? [];
		expect(told).toMatchObject({ to: { personId: writer.personId } });
		expect(told?.paragraphs).toContain("Bitte den Termin nennen.");
		must(await changeAnswer(world(), { ...input, id, revision: 1 }));
		must(await askForRelease(world(), { id, revision: 2, byMayor: false }));
		must(await releaseAnswer(world(colleague), { id, revision: 2 }));
	});

	it("changes after its release only as a further revision, which stands above the earlier one", async () => {
		const { id: contributionId, code } = await written();
		const { id } = await answer(world(), { processId, contributionIds: [contributionId], releasedBy: colleague });
		await expect(
			db.officialAnswer.update({ where: { id }, data: { reasonText: "Etwas ganz anderes als vorher gesagt." } }),
		).rejects.toThrow();
		await expect(
			db.answerRevision.updateMany({ where: { answerId: id }, data: { reasonText: "x".repeat(30) } }),
		).rejects.toThrow();
		await expect(db.answerRevision.deleteMany({ where: { answerId: id } })).rejects.toThrow();

		must(await sayNotAnswered(world(citizen), { key: { code }, text: "Und wann genau wird gepflanzt?" }));
		expect((await waiting(world())).find(({ label }) => label.startsWith("Antworten fällig"))?.count).toBeGreaterThan(
			0,
		);
		must(await changeAnswer(world(), { ...input, id, revision: 1, disposition: "already-planned" }));
		expect((await answerFor(world(guest), [contributionId])).get(contributionId)?.disposition).toBe("adopted");
		must(await askForRelease(world(writer, hours(1)), { id, revision: 2, byMayor: false }));
		must(await releaseAnswer(world(colleague, hours(1)), { id, revision: 2 }));
		const shown = (await answerFor(world(guest, hours(2)), [contributionId])).get(contributionId);
		expect(shown?.disposition).toBe("already-planned");
		expect(shown?.earlier.map(({ disposition }) => disposition)).toEqual(["adopted"]);
		const event = await eventOf("participation.answer.corrected", id);
		const [told] = (await notices[event.type]?.(db, event)) ?? [];
		expect(told?.subject).toContain("wurde geändert");
	});

	it("points to what said it before, and frees its contributions when it is discarded", async () => {
		const original = await written("Sechs Linden");
		const same = await written("Linden bitte");
		const { id } = await answer(world(), {
			processId,
			contributionIds: [same.id],
			disposition: "duplicate",
			duplicateNumber: original.number,
		});
		expect(await db.officialAnswer.findUnique({ where: { id } })).toMatchObject({ duplicateOfId: original.id });
		must(await discardAnswer(world(), { id }));
		const again = await answer(world(), {
			processId,
			contributionIds: [same.id],
			disposition: "duplicate",
			duplicateNumber: original.number,
			releasedBy: colleague,
		});
		expect((await answerFor(world(guest), [same.id])).get(same.id)?.duplicateOf?.title).toBe("Sechs Linden");
		expect(codes(await discardAnswer(world(), { id: again.id }))).toEqual(["not-to-change"]);
	});
});

describe("“not answered”", () => {
	it("is said once, by the author alone, of an answer that was released", async () => {
		const { id: contributionId, code } = await written();
		const text = "Das beantwortet meine Frage nicht.";
		const say = (actor: Actor) => sayNotAnswered(world(actor), { key: { code }, text });
		expect(codes(await say(citizen))).toEqual(["not-answered-yet"]);
		const { id } = await answer(world(), { processId, contributionIds: [contributionId], releasedBy: colleague });
		await expect(say(stranger)).rejects.toThrow(NotFound);
		await expect(say(guest)).rejects.toThrow(NotFound);
		const both = await Promise.all([say(citizen), say(citizen)]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(both.flatMap((outcome) => codes(outcome) ?? [])).toEqual(["said-before"]);
		const event = await eventOf("participation.answer.objected", id);
		const [told] = (await notices[event.type]?.(db, event)) ?? [];
		expect(told?.paragraphs).toContain(text);
	});
});

describe("where there is no second person", () => {
	let village: Awaited<ReturnType<typeof place>>;
	let clerk: Actor & { kind: "person" };
	let contributionId: string;

	beforeEach(async () => {
		const slug = `dorf-${newId(now).slice(-6)}`;
		village = await place(db, now, { slug, name: "Dorf" });
		clerk = await holder(db, now, { ...village, name: "Clara" });
		processId = (
			await process(world(clerk), { organisationId: village.organisationId, responsiblePostId: village.postId })
		).id;
		contributionId = (await contribution(world(citizen), { processId, publishedBy: clerk })).id;
	});

	const head = () =>
		db.post.create({
			data: {
				id: newId(now),
				organisationId: village.organisationId,
				label: "Ortsbürgermeister",
				kind: "HEAD",
				mailbox: "buergermeister@dorf.example",
				validFrom: new Date("2020-01-01"),
			},
		});

	it("the same person waits for 24 hours, and it is said so", async () => {
		const { id } = await answer(world(clerk), { processId, contributionIds: [contributionId], releasedBy: "asked" });
		expect(codes(await releaseAnswer(world(clerk, hours(23)), { id, revision: 1 }))).toEqual(["wait-24-hours"]);
		must(await releaseAnswer(world(clerk, hours(24)), { id, revision: 1 }));
		const shown = (await answerFor(world(guest, hours(24)), [contributionId])).get(contributionId);
		expect(shown?.how).toBe("same-person-after-24-hours");
	});

	it("the supporting organisation releases, on behalf of the village", async () => {
		const agent = actingFor(writer, village.organisationId);
		const { id } = await answer(world(clerk), { processId, contributionIds: [contributionId], releasedBy: "asked" });
		expect(must(await releaseAnswer(world(agent), { id, revision: 1 })).how).toBe("supporting-organisation");
		const event = await db.auditEvent.findFirst({ where: { type: "participation.answer.released", subjectId: id } });
		expect(event?.onBehalfOfId).toBe(village.organisationId);
	});

	it("the mayor releases by a link that does it once, for this answer and this text alone", async () => {
		const { id } = await answer(world(clerk), { processId, contributionIds: [contributionId] });
		expect(codes(await askForRelease(world(clerk), { id, revision: 1, byMayor: true }))).toEqual(["no-head-mailbox"]);
		expect(await db.officialAnswer.findUnique({ where: { id } })).toMatchObject({ releaseAskedAt: null });
		await head();
		must(await askForRelease(world(clerk), { id, revision: 1, byMayor: true }));
		const dead = await tokenInMail(world(), "release:", "freigabe");
		must(await takeBackRelease(world(clerk), { id, revision: 1 }));
		await expect(withPass(world(guest), dead, mayorPurpose)).rejects.toThrow(NotFound);

		must(await changeAnswer(world(clerk), { ...input, id, revision: 1 }));
		must(await askForRelease(world(clerk, hours(1)), { id, revision: 2, byMayor: true }));
		const token = await tokenInMail(world(), "release:", "freigabe");
		await expect(withPass(world(guest), token, "participation.inquiry")).rejects.toThrow(NotFound);
		const mayor = await withPass(world(guest), token, mayorPurpose);
		const otherContribution = await contribution(world(citizen), {
			processId,
			title: "Ein Brunnen",
			publishedBy: clerk,
		});
		const other = await answer(world(clerk), {
			processId,
			contributionIds: [otherContribution.id],
			releasedBy: "asked",
		});
		await expect(releaseAnswer(mayor, other)).rejects.toThrow(SignInNeeded);
		const both = await Promise.all([
			releaseAnswer(mayor, { id, revision: 2 }),
			releaseAnswer(mayor, { id, revision: 2 }),
		]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		await expect(withPass(world(guest), token, mayorPurpose)).rejects.toThrow(NotFound);
		const [revision] = await db.answerRevision.findMany({ where: { answerId: id } });
		expect(revision).toMatchObject({ releasedHow: "mayor-link", releasedById: null });
	});

	it("no link is sent where there are two", async () => {
		await head();
		await holder(db, now, { ...village, name: "Zwei", role: "moderator" });
		const { id } = await answer(world(clerk), { processId, contributionIds: [contributionId] });
		expect(codes(await askForRelease(world(clerk), { id, revision: 1, byMayor: true }))).toEqual([
			"second-person-there",
		]);
	});
});
