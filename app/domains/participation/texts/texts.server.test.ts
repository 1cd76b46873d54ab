import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId, newToken } from "~/platform/tokens.server";
import { answer } from "~tests/factories/answers";
import { must } from "~tests/factories/outcome";
import { contribution, human, personWith, place, process, published, worldOf } from "~tests/factories/participation";
import { annotation, blockWith, nextVersion, rulesText, textProcess, versionInHand } from "~tests/factories/texts";
import { freshDatabase } from "~tests/support/database";
import { askForWholePublication } from "../commands/publish-whole-process.server";
import { handIn } from "../contributions/commands/hand-in.server";
import { hideContribution } from "../contributions/commands/moderate.server";
import { withdraw } from "../contributions/commands/withdraw.server";
import { listContributions } from "../contributions/queries/contribution-list.server";
import { annotate } from "./commands/annotate.server";
import { addText } from "./commands/begin-text.server";
import { creditAnnotation, uncreditAnnotation } from "./commands/credit.server";
import { publishVersion } from "./commands/publish-version.server";
import { divideStatement, weighPart } from "./commands/weigh.server";
import { beginVersion, writeVersion } from "./commands/write-version.server";
import { notices } from "./notices.server";
import { annotationsBeside } from "./queries/annotations.server";
import { comparisonPage } from "./queries/comparison-page.server";
import { textById } from "./queries/find-text.server";
import { missingForTexts } from "./queries/part.server";
import { proposedAnswer, publicSegments } from "./queries/segments.server";
import { textPage } from "./queries/text-page.server";
import { waiting } from "./queries/waiting.server";
import { textSubject, versionSubject } from "./subjects.server";

const now = new Date("2026-06-10T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let db: PrismaClient;
let organisationId: string;
let postId: string;
let manager: Actor & { kind: "person" };
let colleague: Actor & { kind: "person" };
let moderator: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };
let ute: Actor & { kind: "person" };

const world = (actor: Actor, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];

beforeAll(async () => {
	({ db } = await freshDatabase());
	const mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	({ organisationId, postId } = mayen);
	const person = async (roles: Parameters<typeof personWith>[0], at: string, name: string) =>
		personWith(roles, at, { personId: await human(db, now, name), displayName: name });
	manager = await person(["participation-manager"], organisationId, "Petra");
	colleague = await person(["participation-manager"], organisationId, "Klara");
	moderator = await person(["moderator"], organisationId, "Max");
	stranger = await person(["participation-manager", "moderator"], koblenz.organisationId, "Knut");
	ute = await person([], organisationId, "Ute");
});

const made = (more: Partial<Parameters<typeof textProcess>[1]> = {}) =>
	textProcess(world(manager), { organisationId, responsiblePostId: postId, moderation: "after", ...more });

const draftOf = (textId: string, more: Partial<Parameters<typeof annotate>[1]> = {}) => ({
	textId,
	version: 1,
	blockKey: null,
	quote: "",
	around: { before: "", after: "" },
	suggestion: null,
	comment: richTextFromMarkdown("Das ist gut geschrieben."),
	token: newToken(),
	authorName: null,
	...more,
});

describe("a process with a text", () => {
	it("is not published before its text can be read", async () => {
		const { id, textId } = await made({ published: false });
		await db.processText.create({
			data: {
				id: newId(now),
				processId: id,
				organisationId,
				code: "LEER2345",
				title: "Ein zweiter Text",
				createdAt: now,
			},
		});
		const { revision } = await db.process.findUniqueOrThrow({ where: { id } });
		expect(codes(await askForWholePublication(world(manager), { id, revision, byMayor: false }))).toEqual([
			"part-incomplete",
		]);
		await db.processText.delete({ where: { code: "LEER2345" } });
		await published(world(manager), { id, organisationId });
		expect((await textById(world(house), textId)).versions).toHaveLength(1);
	});

	it("may appear before its text where people take part in another way first; staff are reminded in time", async () => {
		const { id } = await process(world(manager), {
			organisationId,
			responsiblePostId: postId,
			recipe: "guidelines",
			published: false,
		});
		expect(await missingForTexts(world(manager), id)).toEqual([]);
		await published(world(manager), { id, organisationId });
		const annotate = await db.phase.findFirstOrThrow({ where: { processId: id, switches: { has: "annotate" } } });
		const reminded = async (days: number) => {
			const then = new Date(annotate.opensAt.getTime() - days * 86_400_000);
			return (await waiting({ ...world(manager), now: then })).length;
		};
		expect([await reminded(20), await reminded(10), await reminded(-1)]).toEqual([0, 1, 1]);
		expect(await waiting({ ...world(stranger), now: annotate.opensAt })).toEqual([]);
	});

	it("takes remarks only while its phase is open, and keeps the draft otherwise", async () => {
		const { textId } = await made({ days: { first: 5, last: 20, answered: 60 } });
		// it has not begun: not even drafts are taken
		await expect(annotate(world(ute), draftOf(textId))).rejects.toThrow(NotFound);
		const running = later(6);
		const given = draftOf(textId);
		must(await annotate(world(ute, running), given));
		const key = { token: given.token };
		expect(codes(await handIn(world(ute, later(25)), { key, withName: true }))).toEqual(["closed"]);
		expect((await handIn(world(ute, running), { key, withName: true })).done).toBe(true);
	});

	it("takes no ideas, and an idea collection takes no remarks", async () => {
		const texts = await made();
		await expect(contribution(world(ute), { processId: texts.id })).rejects.toThrow(/closed/);
		const ideas = await process(world(manager), { organisationId, responsiblePostId: postId });
		const { id: textId } = must(await addText(world(manager), { processId: ideas.id, title: "Ein Text dazu" }));
		await nextVersion(world(manager), { textId, text: rulesText });
		await expect(annotation(world(ute), { textId, quote: "acht Wochen" })).rejects.toThrow(/closed/);
	});
});

describe("writing a text", () => {
	it("belongs to those who manage participation, there", async () => {
		const { id: processId, textId } = await made();
		const body = richTextFromMarkdown("Neu");
		for (const actor of [stranger, moderator, ute]) {
			await expect(addText(world(actor), { processId, title: "Fremder Text" })).rejects.toThrow(Forbidden);
			await expect(beginVersion(world(actor), { textId })).rejects.toThrow(Forbidden);
			await expect(writeVersion(world(actor), { textId, revision: 1, note: null, body })).rejects.toThrow(Forbidden);
			await expect(publishVersion(world(actor), { textId, revision: 1 })).rejects.toThrow(Forbidden);
		}
		await expect(addText(world(guest), { processId, title: "Fremder Text" })).rejects.toThrow(SignInNeeded);
	});

	it("refuses titles, empty versions, and a second version without a word on what is new", async () => {
		const { id: processId, textId } = await made();
		expect(codes(await addText(world(manager), { processId, title: "Ab" }))).toEqual(["title-too-short"]);
		expect(codes(await addText(world(manager), { processId, title: "a".repeat(121) }))).toEqual(["title-too-long"]);
		const empty = must(await addText(world(manager), { processId, title: "Noch leer" }));
		expect(codes(await publishVersion(world(manager), { textId: empty.id, revision: 1 }))).toEqual(["version-empty"]);
		expect(codes(await beginVersion(world(manager), { textId: empty.id }))).toEqual(["version-in-work"]);
		const { revision } = await versionInHand(world(manager), { textId, text: "Anders." });
		expect(codes(await publishVersion(world(manager), { textId, revision }))).toEqual(["note-missing"]);
	});

	it("of two who write at once one wins and the other is told", async () => {
		const { textId } = await made();
		must(await beginVersion(world(manager), { textId }));
		const write = (words: string) =>
			writeVersion(world(manager), { textId, revision: 1, note: null, body: richTextFromMarkdown(words) });
		const outcomes = await Promise.all([write("Das eine."), write("Das andere.")]);
		expect(outcomes.flatMap(codes)).toEqual(["changed-meanwhile"]);
		const begun = await Promise.all([1, 2, 3].map(() => beginVersion(world(colleague), { textId })));
		expect(begun.flatMap(codes)).toEqual(["version-in-work", "version-in-work", "version-in-work"]);
	});

	it("publishes once of five at once, and what was read, not what was changed meanwhile", async () => {
		const { textId } = await made();
		const { revision } = await versionInHand(world(manager), { textId, text: "Ganz neu.", note: "Alles." });
		expect(codes(await publishVersion(world(manager), { textId, revision: revision - 1 }))).toEqual([
			"changed-meanwhile",
		]);
		const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => publishVersion(world(manager), { textId, revision })));
		expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
	});

	it("leaves a published version as it was, whoever asks the database", async () => {
		const { textId } = await made();
		const [version] = (await textById(world(house), textId)).versions;
		const where = { versionId: version?.id ?? "" };
		await expect(db.textBlock.updateMany({ where, data: { words: "gefälscht" } })).rejects.toThrow(/never changed/);
		await expect(db.textBlock.deleteMany({ where })).rejects.toThrow(/never changed/);
		await expect(
			db.textBlock.create({ data: { ...where, key: "neu", position: 99, content: {}, words: "" } }),
		).rejects.toThrow(/never changed/);
		await expect(db.textVersion.update({ where: { id: where.versionId }, data: { note: "neu" } })).rejects.toThrow(
			/never changed/,
		);
		await expect(db.textVersion.delete({ where: { id: where.versionId } })).rejects.toThrow(/never changed/);
		await db.textVersion.update({ where: { id: where.versionId }, data: { changedById: null } });
	});
});

describe("a remark", () => {
	it("is anchored where its words stand, with what is around them", async () => {
		const { textId } = await made();
		const { id } = await annotation(world(ute), { textId, quote: "acht Wochen", suggestion: "sechs Wochen" });
		expect(
			await db.annotation.findUnique({ where: { contributionId: id }, include: { places: true, contribution: true } }),
		).toMatchObject({
			quote: "acht Wochen",
			before: "ie Verwaltung antwortet innerhalb von ".slice(-32),
			after: " auf jeden Beitrag.",
			whole: false,
			suggestion: "sechs Wochen",
			contribution: { kind: "annotation", title: "Zu ‚acht Wochen‘" },
			places: [{ how: "exact", start: 39, end: 50 }],
		});
	});

	it.each([
		["words that stand elsewhere", { quote: "wann die Stadt" }, ["quote-not-found"]],
		["too many words", { quote: "x".repeat(1_001) }, ["quote-not-found", "quote-too-long"]],
		["a suggestion without end", { suggestion: "x".repeat(2_001) }, ["suggestion-too-long"]],
		["control characters", { suggestion: "sechs\u202eWochen" }, ["text-bad-character"]],
		["nothing to say", { comment: richTextFromMarkdown("Nein.") }, ["text-too-short"]],
	])("is refused with %s, and leaves nothing", async (_, more, refusals) => {
		const { textId } = await made();
		const blockKey = await blockWith(world(house), textId, "acht Wochen");
		expect(codes(await annotate(world(ute), draftOf(textId, { blockKey, ...more })))).toEqual(refusals);
		expect(await db.annotation.count({ where: { textId } })).toBe(0);
	});

	it("may be a suggestion alone; for the text as a whole there are no other words", async () => {
		const { textId } = await made();
		const blockKey = await blockWith(world(house), textId, "acht Wochen");
		const comment = richTextFromMarkdown("");
		const { id } = must(
			await annotate(
				world(ute),
				draftOf(textId, { blockKey, quote: "acht", suggestion: "**sechs** oder 7)", comment }),
			),
		);
		expect((await db.contribution.findUniqueOrThrow({ where: { id } })).excerpt).toContain("**sechs** oder 7)");
		expect(codes(await annotate(world(ute), draftOf(textId, { suggestion: "alles anders" })))).toEqual([
			"suggestion-needs-passage",
		]);
	});

	it("sent twice is one remark, changed to what was sent last", async () => {
		const { textId } = await made();
		const blockKey = await blockWith(world(house), textId, "acht Wochen");
		const given = draftOf(textId, { blockKey, quote: "acht Wochen" });
		must(await annotate(world(ute), given));
		must(await annotate(world(ute), { ...given, quote: "jeden Beitrag" }));
		expect(await db.annotation.findMany({ where: { textId }, select: { quote: true } })).toEqual([
			{ quote: "jeden Beitrag" },
		]);
	});

	it("stands beside its paragraph and not among the ideas; hidden and withdrawn ones stand nowhere", async () => {
		const { id: processId, textId, slug, code } = await made();
		const shown = await annotation(world(ute), { textId, quote: "acht Wochen" });
		const hidden = await annotation(world(ute), { textId, quote: "die Menschen" });
		const gone = await annotation(world(ute), { textId, quote: "am Telefon" });
		must(
			await hideContribution(world(moderator), { id: hidden.id, rule: "insult", reason: "Das beleidigt Menschen." }),
		);
		must(await withdraw(world(ute), { key: { code: gone.code } }));
		const page = await textPage(world(guest), {
			place: "mayen",
			process: slug,
			text: code,
			version: null,
			preview: null,
		});
		expect(page.annotations.map(({ id }) => id)).toEqual([shown.id]);
		const filter = { words: "", category: null, area: null, sort: "newest" as const, page: 1 };
		expect((await listContributions(world(guest), processId, filter)).total).toBe(0);
	});
});

describe("the next version", () => {
	it("finds every passage again or says that it is lost", async () => {
		const { textId } = await made();
		const [kept, changed, whole, lost] = await Promise.all([
			annotation(world(ute), { textId, quote: "wann die Stadt" }),
			annotation(world(ute), { textId, quote: "antwortet innerhalb von acht Wochen auf jeden Beitrag" }),
			annotation(world(ute), { textId, quote: "acht Wochen", whole: true }),
			annotation(world(ute), { textId, quote: "am Telefon" }),
		]);
		const next = rulesText
			.replace("acht Wochen", "sechs Wochen")
			.replace(/\n\n- .*$/s, "\n\nWeitere Wege nennen wir später.");
		const { id } = await nextVersion(world(manager), { textId, text: next });
		const beside = await annotationsBeside(world(house), textId, id);
		const how = new Map(beside.map((one) => [one.id, one.how]));
		expect([kept, changed, whole, lost].map((one) => how.get(one.id))).toEqual(["exact", "similar", "similar", "lost"]);
	});

	it("also finds the remark that is handed in late, on the version before", async () => {
		const { textId } = await made();
		const blockKey = await blockWith(world(house), textId, "acht Wochen");
		await nextVersion(world(manager), { textId, text: `Neu davor.\n\n${rulesText}` });
		const { id } = must(await annotate(world(ute), draftOf(textId, { blockKey, quote: "acht Wochen" })));
		const places = await db.annotationPlace.findMany({
			where: { contributionId: id },
			orderBy: { version: { number: "asc" } },
			select: { how: true, blockKey: true },
		});
		expect(places).toEqual([
			{ how: "exact", blockKey },
			{ how: "exact", blockKey },
		]);
	});

	it("loses no remark that arrives in the moment it is published", async () => {
		const { textId } = await made();
		const { revision } = await versionInHand(world(manager), { textId, text: `${rulesText}\n\nNeu.`, note: "Neu." });
		const blockKey = await blockWith(world(house), textId, "acht Wochen");
		const remarks = Array.from({ length: 6 }, () =>
			annotate(world(ute), draftOf(textId, { blockKey, quote: "acht Wochen" })),
		);
		await Promise.all([...remarks, publishVersion(world(manager), { textId, revision })]);
		const annotations = await db.annotation.findMany({ where: { textId }, include: { places: true } });
		expect(annotations).toHaveLength(6);
		for (const { places } of annotations) expect(places).toHaveLength(2);
	});
});

describe("what changed because of whom", () => {
	it("is noted in the version in work, taken back there, and stands when it is published", async () => {
		const { textId, slug, code } = await made();
		const remark = await annotation(world(ute), { textId, quote: "acht Wochen" });
		const text = rulesText.replace("acht Wochen", "sechs Wochen");
		const { id: versionId } = await versionInHand(world(manager), { textId, text, note: "Schneller." });
		const blockKey = await blockWith(world(house), textId, "sechs Wochen", versionId);
		const credit = { contributionId: remark.id, versionId, blockKey };
		await expect(creditAnnotation(world(stranger), credit)).rejects.toThrow(Forbidden);
		must(await creditAnnotation(world(moderator), credit));
		expect(codes(await creditAnnotation(world(moderator), credit))).toEqual(["already-credited"]);
		must(await uncreditAnnotation(world(moderator), credit));
		must(await creditAnnotation(world(moderator), credit));
		const at = { place: "mayen", process: slug, text: code, from: null, to: null };
		await expect(comparisonPage(world(guest), at)).rejects.toThrow(NotFound);
		await nextVersion(world(manager), { textId, text, note: "Schneller." });
		const compared = await comparisonPage(world(guest), at);
		const changed = compared.blocks.filter(({ kind }) => kind !== "same");
		expect(changed.map(({ kind, because }) => [kind, because.map(({ id }) => id)])).toEqual([["changed", [remark.id]]]);
		expect(codes(await uncreditAnnotation(world(moderator), credit))).toEqual(["version-is-published"]);
		expect(await db.traceLink.count({ where: { fromId: remark.id, relation: "became", toId: versionId } })).toBe(1);
		const told = await noticesOf("participation.text.version-published", textId);
		expect(told).toMatchObject([{ to: { personId: ute.personId }, kind: "service" }]);
		expect(told[0]?.paragraphs.join(" ")).toContain(`Anmerkung ${remark.number} ist in diese Fassung eingeflossen`);
	});

	it("cannot be the version itself, nor a paragraph that is not there", async () => {
		const { textId } = await made();
		const remark = await annotation(world(ute), { textId, quote: "acht Wochen" });
		const [own] = (await textById(world(house), textId)).versions;
		const given = {
			contributionId: remark.id,
			versionId: own?.id ?? "",
			blockKey: await blockWith(world(house), textId, "acht"),
		};
		expect(codes(await creditAnnotation(world(moderator), given))).toEqual(["version-not-later"]);
		const { id: versionId } = await versionInHand(world(manager), { textId, text: rulesText });
		expect(codes(await creditAnnotation(world(moderator), { ...given, versionId, blockKey: "weg" }))).toEqual([
			"block-unknown",
		]);
	});

	it("is told by one letter per person; guests hear only of what went in", async () => {
		const { textId } = await made();
		await annotation(world(ute), { textId, quote: "acht Wochen" });
		await annotation(world(ute), { textId, quote: "am Telefon" });
		const guests = await annotation(world(ute), { textId, quote: "schriftlich" });
		await db.contribution.update({
			where: { id: guests.id },
			data: { authorId: null, guestEmail: "gast@example.org" },
		});
		await nextVersion(world(manager), { textId, text: rulesText.replace("- am Telefon", "- am Apparat") });
		const told = await noticesOf("participation.text.version-published", textId);
		expect(told.map(({ to, kind }) => ({ to, kind }))).toEqual([{ to: { personId: ute.personId }, kind: "digest" }]);
	});
});

describe("a statement in parts", () => {
	const said = "Acht Wochen sind zu lang.\n\nUnd wer antwortet am Telefon?";

	it("keeps its words, is weighed part by part, and proposes the answer", async () => {
		const { id: processId, textId } = await made();
		const { id: contributionId } = await annotation(world(ute), { textId, quote: "acht Wochen", comment: said });
		const divide = (divided: string, actor: Actor = moderator) =>
			divideStatement(world(actor), { contributionId, divided });
		await expect(divide(said, stranger)).rejects.toThrow(Forbidden);
		expect(codes(await divide("Acht Wochen sind gut."))).toEqual(["words-changed"]);
		must(await divide(said.replace("\n\n", "\n---\n")));
		const parts = await db.statementSegment.findMany({ where: { contributionId }, orderBy: { position: "asc" } });
		expect(parts.map(({ words }) => words)).toEqual(said.split("\n\n"));
		const weigh = (index: number, vote: string | null, comment: string | null) =>
			weighPart(world(moderator), { contributionId, id: parts[index]?.id ?? "", vote, comment });
		expect(codes(await weigh(0, "maybe", null))).toEqual(["vote-unknown"]);
		must(await weigh(0, "followed", "Es werden sechs."));
		expect(await proposedAnswer(world(moderator), contributionId)).toBeNull();
		must(await weigh(1, "not-followed", "Das steht schon an anderer Stelle."));
		expect(await proposedAnswer(world(moderator), contributionId)).toEqual({
			disposition: "partly-adopted",
			reason: expect.stringContaining(
				"Zu „Acht Wochen sind zu lang.“: Der Anregung wird entsprochen. Es werden sechs.",
			),
		});
		expect((await publicSegments(world(guest), [contributionId])).size).toBe(0);
		await answer(world(manager), { processId, contributionIds: [contributionId], releasedBy: "asked" });
		expect(codes(await weigh(0, "noted", null))).toEqual(["answer-given"]);
		expect(codes(await divide(said))).toEqual(["answer-given"]);
	});

	it("stands in public with the answer, and parts that stay keep their vote", async () => {
		const { id: processId, textId } = await made();
		const { id: contributionId } = await annotation(world(ute), { textId, quote: "acht Wochen", comment: said });
		must(await divideStatement(world(moderator), { contributionId, divided: said.replace("\n\n", "\n---\n") }));
		const [first] = await db.statementSegment.findMany({ where: { contributionId }, orderBy: { position: "asc" } });
		must(await weighPart(world(moderator), { contributionId, id: first?.id ?? "", vote: "noted", comment: null }));
		const finer = said.replace("\n\n", "\n---\n").replace("wer antwortet", "wer\n---\nantwortet");
		must(await divideStatement(world(moderator), { contributionId, divided: finer }));
		await answer(world(manager), { processId, contributionIds: [contributionId], releasedBy: colleague });
		const shown = (await publicSegments(world(guest), [contributionId])).get(contributionId);
		expect(shown?.map(({ vote }) => vote)).toEqual(["noted", null, null]);
	});
});

describe("what the house knows of texts", () => {
	it("is shown once there is something to read, and found by its words", async () => {
		const { textId, code } = await made();
		const resolved = await textSubject.resolve({ ...world(guest) }, [textId]);
		expect(resolved.get(textId)).toMatchObject({ title: "Entwurf: Regeln für die Beteiligung", state: "Fassung 1" });
		expect(await textSubject.findByCode?.(world(guest), code)).toBe(textId);
		expect((await textSubject.searchText?.(db, textId))?.body).toContain("innerhalb von acht Wochen");
		const [version] = (await textById(world(house), textId)).versions;
		const versions = await versionSubject.resolve(world(guest), [version?.id ?? ""]);
		expect([...versions.values()]).toMatchObject([{ title: "Entwurf: Regeln für die Beteiligung, Fassung 1" }]);
	});

	it("is hidden while the process is a draft", async () => {
		const { textId, slug, code } = await made({ published: false });
		expect((await textSubject.resolve(world(guest), [textId])).size).toBe(0);
		expect(await textSubject.searchText?.(db, textId)).toBeNull();
		const at = { place: "mayen", process: slug, text: code, version: null, preview: null };
		await expect(textPage(world(guest), at)).rejects.toThrow(NotFound);
		expect((await textPage(world(manager), at)).blocks).toHaveLength(4);
	});
});

async function noticesOf(type: string, subjectId: string) {
	const event = await db.auditEvent.findFirstOrThrow({ where: { type, subjectId }, orderBy: { position: "desc" } });
	const tell = notices[type];
	if (!tell) throw new Error(`${type} tells nobody`);
	return db.$transaction((transaction) =>
		tell(transaction, {
			id: event.id,
			type,
			subject: { kind: event.subjectKind, id: event.subjectId },
			facts: event.facts as Record<string, string | number | boolean | null>,
			ownerId: event.ownerId ?? "",
			at: event.at,
			actorPersonId: null,
		}),
	);
}
