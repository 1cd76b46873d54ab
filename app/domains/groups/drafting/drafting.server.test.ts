import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { storedRichText } from "~/platform/rich-text/check.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { groupDocument, groupDraft, groupVersion } from "~tests/factories/group-documents";
import { type GroupMade, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { addComment, resolveComment } from "./commands/comments.server";
import { beginDocument, writeDraft } from "./commands/documents.server";
import { giveRight } from "./commands/rights.server";
import { storeLive } from "./commands/store-live.server";
import { decideSuggestion, suggest, withdrawSuggestion } from "./commands/suggestions.server";
import { takeBackTreated } from "./commands/take-back.server";
import { beginDraft, freezeVersion, versionHash } from "./commands/versions.server";
import { draftingNotices } from "./notices.server";
import { creditable } from "./queries/credits.server";
import { documentList, documentPage, draftToFreeze } from "./queries/document-pages.server";
import { offeredVersions } from "./queries/offered-versions.server";
import { versionComparison, versionPage } from "./queries/version-pages.server";

const now = new Date("2026-11-22T12:00:00Z");
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let chair: Actor;
let anna: Actor;
let bodo: Actor;
let stranger: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const noAround = { before: "", after: "" };
const proposal = {
	...noAround,
	quote: "Alle können",
	replacement: "Alle sollen",
	reason: "Es ist gewollt",
	onBehalfOf: null,
};

async function one() {
	const { id, code } = await groupDocument(world(), { groupId: group.id });
	return { id, at: { place: town.slug, group: group.slug, document: code } };
}
const row = (id: string) => db.groupDocument.findUniqueOrThrow({ where: { id } });
const events = () => db.auditEvent.count();

beforeAll(async () => {
	({ db } = await freshDatabase());
	town = await place(db, now);
	const people = await Promise.all(["Vorsitz", "Anna", "Bodo", "Fremde"].map((name) => human(db, now, name)));
	const as = (at: number) => personWith([], town.organisationId, { personId: people[at] ?? "", displayName: "Probe" });
	[chair, anna, bodo, stranger] = [as(0), as(1), as(2), as(3)];
	group = await workingGroup(world(), {
		organisationId: town.organisationId,
		members: [
			{ bench: "politics", person: { personId: people[0] ?? "" }, function: "chair" },
			{ bench: "citizens", person: { personId: people[1] ?? "" } },
			{ bench: "citizens", person: { personId: people[2] ?? "" } },
		],
	});
});

describe("who may", () => {
	it("begins texts only with the right to run the group, and leaves no trace otherwise", async () => {
		const input = { groupId: group.id, title: "Leitlinien", body: richTextFromMarkdown("Text") };
		const before = await events();
		await expect(beginDocument(world(anna), input)).rejects.toThrow(Forbidden);
		await expect(beginDocument(world(guest), input)).rejects.toThrow(SignInNeeded);
		expect(await events()).toBe(before);
		expect(await beginDocument(world(chair), input)).toMatchObject({ done: true });
	});

	it("members write, strangers neither write, suggest, comment nor read", async () => {
		const { id, at } = await one();
		await groupDraft(world(anna), { documentId: id, text: "Neu." });
		const body = richTextFromMarkdown("Fremd.");
		const passage = { documentId: id, ...noAround, quote: "Neu." };
		await expect(writeDraft(world(stranger), { documentId: id, revision: 2, body })).rejects.toThrow(Forbidden);
		await expect(suggest(world(stranger), { ...proposal, ...passage })).rejects.toThrow(Forbidden);
		await expect(addComment(world(stranger), { ...passage, parentId: null, body: "So?" })).rejects.toThrow(Forbidden);
		await expect(documentPage(world(stranger), at)).rejects.toThrow(NotFound);
		expect((await documentList(world(stranger), at)).documents.filter(({ code }) => code === at.document)).toEqual([]);
		expect((await row(id)).words).toBe("Neu.");
	});

	it("a member who was made a reader no longer writes; a guest does, until their day", async () => {
		const { id, at } = await one();
		const right = (actor: Actor, kind: "write" | "read" | "none" | "as-group", validUntil: Date | null = null) =>
			giveRight(world(), {
				documentId: id,
				personId: "personId" in actor ? actor.personId : "",
				right: kind,
				validUntil,
			});
		must(await right(anna, "read"));
		const body = richTextFromMarkdown("Geändert.");
		await expect(writeDraft(world(anna), { documentId: id, revision: 1, body })).rejects.toThrow(Forbidden);
		expect((await documentPage(world(anna), at)).work?.may).toMatchObject({ write: false, remark: true });
		must(await right(anna, "none"));
		await expect(documentPage(world(anna), at)).rejects.toThrow(NotFound);
		must(await right(anna, "as-group"));
		expect(await writeDraft(world(anna), { documentId: id, revision: 1, body })).toMatchObject({ done: true });
		must(await right(stranger, "write", new Date("2026-11-24")));
		expect((await documentPage(world(stranger), at)).work?.may.write).toBe(true);
		const later = new Date("2026-11-24T12:00:00Z");
		await expect(documentPage(world(stranger, later), at)).rejects.toThrow(NotFound);
		await expect(right(bodo, "write", new Date("2026-11-22"))).resolves.toMatchObject({ done: false });
	});
});

describe("the plain form", () => {
	it("says that somebody was faster and stores nothing", async () => {
		const { id } = await one();
		await groupDraft(world(bodo), { documentId: id, text: "Von Bodo." });
		const before = await events();
		const outcome = await writeDraft(world(anna), {
			documentId: id,
			revision: 1,
			body: richTextFromMarkdown("Von Anna."),
		});
		expect(outcome).toMatchObject({ done: false, refusals: [{ code: "changed-meanwhile" }] });
		expect((await row(id)).words).toBe("Von Bodo.");
		expect(await events()).toBe(before);
	});

	it("of two at once one is stored and the other is told", async () => {
		const { id } = await one();
		const outcomes = await Promise.all(
			[anna, bodo].map((actor, index) =>
				writeDraft(world(actor), { documentId: id, revision: 1, body: richTextFromMarkdown(`Text ${index}.`) }),
			),
		);
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
	});
});

describe("versions", () => {
	it("are frozen with their checksum, and no statement changes or deletes them", async () => {
		const { id, at } = await one();
		await groupDraft(world(anna), { documentId: id, text: "Endgültig." });
		const version = await groupVersion(world(), { documentId: id, isPublic: true });
		const stored = await db.groupDocumentVersion.findUniqueOrThrow({ where: { id: version.id } });
		expect(stored.hash).toBe(versionHash({ title: stored.title, content: storedRichText(stored.content) }));
		expect(stored.hash).not.toBe(versionHash({ title: "Anders", content: storedRichText(stored.content) }));
		expect(stored.hash).not.toBe(versionHash({ title: stored.title, content: richTextFromMarkdown("Anders.") }));
		await expect(
			db.groupDocumentVersion.update({ where: { id: version.id }, data: { reason: "anders" } }),
		).rejects.toThrow();
		await expect(db.groupDocumentVersion.delete({ where: { id: version.id } })).rejects.toThrow();
		await expect(db.groupDocument.update({ where: { id }, data: { content: {} } })).rejects.toThrow(/frozen/);
		const state = Y.encodeStateAsUpdate(new Y.Doc());
		const typedOn = await storeLive(world(house), { documentId: id, update: state, writers: [] });
		expect(typedOn).toMatchObject({ done: false, refusals: [{ code: "draft-closed" }] });
		const late = await writeDraft(world(anna), { documentId: id, revision: 2, body: richTextFromMarkdown("Zu spät.") });
		expect(late).toMatchObject({ done: false, refusals: [{ code: "draft-closed" }] });
		expect(must(await beginDraft(world(chair), { documentId: id }))).toEqual({ draft: 2 });
		await groupDraft(world(anna), { documentId: id, text: "Weiter." });
		expect((await versionPage(world(guest), { ...at, number: 1 })).version.html).toContain("Endgültig.");
		expect((await versionPage(world(guest), { ...at, number: 1 })).authors).toBeNull();
		expect((await versionPage(world(bodo), { ...at, number: 1 })).authors).toEqual(["Anna"]);
		expect((await documentPage(world(guest), at)).work).toBeNull();
		const writers = { documentId: id, draft: 1, personId: "personId" in bodo ? bodo.personId : "" };
		await expect(db.groupDocumentWriter.create({ data: writers })).rejects.toThrow(/no more authors/);
	});

	it("are made once, of what was read, by who runs the group", async () => {
		const { id } = await one();
		const input = { documentId: id, revision: 1, reason: "Stand", isPublic: false };
		await expect(freezeVersion(world(anna), input)).rejects.toThrow(Forbidden);
		expect(await freezeVersion(world(chair), { ...input, revision: 7 })).toMatchObject({ done: false });
		const both = await Promise.all([freezeVersion(world(chair), input), freezeVersion(world(), input)]);
		expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(await beginDraft(world(chair), { documentId: id })).toMatchObject({ done: true });
		expect(await beginDraft(world(chair), { documentId: id })).toMatchObject({ done: false });
	});
});

describe("suggestions", () => {
	it("change nothing until somebody else accepts them; then exactly their passage", async () => {
		const { id } = await one();
		const { id: suggestionId } = must(await suggest(world(anna), { documentId: id, ...proposal }));
		const decide = { documentId: id, suggestionId, accept: true, decision: "" };
		expect((await row(id)).words).toContain("Alle können");
		expect(await decideSuggestion(world(anna), decide)).toMatchObject({ refusals: [{ code: "own-suggestion" }] });
		await expect(decideSuggestion(world(stranger), decide)).rejects.toThrow(Forbidden);
		const both = await Promise.all([decideSuggestion(world(bodo), decide), decideSuggestion(world(chair), decide)]);
		expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
		expect((await row(id)).words).toBe("Ziele\n\nAlle sollen mitreden.\n\nDie Stadt antwortet.");
	});

	it("are rejected only with a reason, which their author reads and is written", async () => {
		const { id, at } = await one();
		const { id: suggestionId } = must(await suggest(world(anna), { documentId: id, ...proposal }));
		const decide = { documentId: id, suggestionId, accept: false };
		expect(await decideSuggestion(world(bodo), { ...decide, decision: "  " })).toMatchObject({
			refusals: [{ code: "decision-missing", field: "decision" }],
		});
		await expect(
			db.groupDocumentSuggestion.update({
				where: { id: suggestionId },
				data: { state: "rejected", decidedAt: now, decision: "" },
			}),
		).rejects.toThrow();
		must(await decideSuggestion(world(bodo), { ...decide, decision: "Zu streng" }));
		expect((await documentPage(world(anna), at)).work?.suggestions).toMatchObject([
			{ state: "rejected", decision: "Zu streng" },
		]);
		const told = await draftingNotices["groups.document.suggestion-rejected"]?.(db, {
			...{
				id: "e",
				type: "groups.document.suggestion-rejected",
				ownerId: town.organisationId,
				at: now,
				actorPersonId: null,
			},
			subject: { kind: "group-document", id },
			facts: { suggestion: suggestionId },
		});
		expect(told?.[0]?.to).toEqual({ personId: "personId" in anna ? anna.personId : "" });
		expect(told?.[0]?.paragraphs.join()).toContain("Zu streng");
		expect(await withdrawSuggestion(world(anna), { documentId: id, suggestionId })).toMatchObject({ done: false });
		await expect(withdrawSuggestion(world(bodo), { documentId: id, suggestionId })).rejects.toThrow(NotFound);
	});

	it("whose passage was changed or is gone cannot be accepted any more", async () => {
		const { id, at } = await one();
		const changed = must(await suggest(world(anna), { documentId: id, ...proposal })).id;
		const gone = must(
			await suggest(world(anna), { documentId: id, ...proposal, quote: "Die Stadt", replacement: "Wir" }),
		).id;
		await groupDraft(world(bodo), { documentId: id, text: "## Ziele\n\nAlle Leute können mitreden." });
		const accept = (suggestionId: string) =>
			decideSuggestion(world(bodo), { documentId: id, suggestionId, accept: true, decision: "" });
		expect(await accept(changed)).toMatchObject({ refusals: [{ code: "passage-changed" }] });
		expect(await accept(gone)).toMatchObject({ refusals: [{ code: "passage-gone" }] });
		const shown = (await documentPage(world(bodo), at)).work?.suggestions ?? [];
		const fates = Object.fromEntries(shown.map(({ quote, passage }) => [quote, [passage.gone, passage.now]]));
		expect(fates).toEqual({ "Alle können": [false, "Alle Leute können"], "Die Stadt": [true, null] });
	});

	it("need words that stand in the text", async () => {
		const { id } = await one();
		const said = await suggest(world(anna), { documentId: id, ...proposal, quote: "Das steht hier nicht" });
		expect(said).toMatchObject({ done: false, refusals: [{ code: "quote-not-found", field: "quote" }] });
	});
});

describe("comments", () => {
	it("stay at their passage, are settled and opened again by an answer, and say when the passage is gone", async () => {
		const { id, at } = await one();
		const passage = { documentId: id, ...noAround, quote: "mitreden", parentId: null };
		const { id: commentId } = must(await addComment(world(anna), { ...passage, body: "Auch Kinder?" }));
		await groupDraft(world(bodo), {
			documentId: id,
			text: "Vorwort.\n\n## Ziele\n\nAlle können mitreden.\n\nDie Stadt antwortet.",
		});
		const shown = async () => (await documentPage(world(bodo), at)).work?.comments[0];
		expect((await shown())?.passage).toMatchObject({ block: 2, gone: false });
		must(await resolveComment(world(bodo), { documentId: id, commentId, resolved: true }));
		expect(await resolveComment(world(anna), { documentId: id, commentId, resolved: true })).toMatchObject({
			done: false,
		});
		must(await addComment(world(bodo), { ...passage, quote: "", parentId: commentId, body: "Ja." }));
		expect(await shown()).toMatchObject({ isResolved: false, answers: [{ body: "Ja." }] });
		await groupDraft(world(bodo), { documentId: id, text: "Alles neu." });
		expect((await shown())?.passage).toMatchObject({ gone: true, quote: "mitreden" });
		const other = await one();
		await expect(resolveComment(world(anna), { documentId: other.id, commentId, resolved: true })).rejects.toThrow(
			NotFound,
		);
	});
});

describe("comparing", () => {
	it("shows between any two versions what changed, who suggested and who accepted it", async () => {
		const { id, at } = await one();
		await groupVersion(world(), { documentId: id });
		must(await beginDraft(world(), { documentId: id }));
		const { id: suggestionId } = must(await suggest(world(anna), { documentId: id, ...proposal }));
		must(await decideSuggestion(world(bodo), { documentId: id, suggestionId, accept: true, decision: "" }));
		await groupVersion(world(), { documentId: id });
		must(await beginDraft(world(), { documentId: id }));
		await groupDraft(world(chair), {
			documentId: id,
			text: "## Vorwort\n\n## Ziele\n\nAlle sollen mitreden.\n\nDie Stadt antwortet schnell.",
		});
		await groupVersion(world(), { documentId: id, isPublic: true });
		const compared = await versionComparison(world(chair), { ...at, from: 1, to: 3 });
		const changed = compared.blocks.filter(({ kind }) => kind !== "same");
		expect(changed.map(({ kind, words }) => [kind, words])).toEqual([
			["added", "Vorwort"],
			["changed", "Alle sollen mitreden."],
			["changed", "Die Stadt antwortet schnell."],
		]);
		expect(changed[1]?.because).toMatchObject([{ author: "Anna", acceptedBy: "Bodo", reason: "Es ist gewollt" }]);
		expect(changed[2]?.because).toEqual([]);
		expect(compared.authors).toEqual(expect.arrayContaining(["Anna", "Vorsitz"]));
		// outside only public versions are compared, and there is one only
		await expect(versionComparison(world(guest), { ...at, from: null, to: null })).rejects.toThrow(NotFound);
	});

	it("counts what was accepted after the earlier version and up to the later one, and names nobody outside", async () => {
		const { id, at } = await one();
		const accept = async (quote: string, replacement: string) => {
			const given = { ...proposal, documentId: id, quote, replacement };
			const { id: suggestionId } = must(await suggest(world(anna), given));
			must(await decideSuggestion(world(bodo), { documentId: id, suggestionId, accept: true, decision: "" }));
		};
		await groupDraft(world(chair), {
			documentId: id,
			text: "## Ziele\n\nAlle können mitreden.\n\nDie Stadt antwortet.",
		});
		await accept("Die Stadt", "Die ganze Stadt");
		await groupVersion(world(), { documentId: id, isPublic: true });
		must(await beginDraft(world(), { documentId: id }));
		const refusedOne = { ...proposal, documentId: id, quote: "mitreden", replacement: "mitlesen" };
		const { id: refusedId } = must(await suggest(world(anna), refusedOne));
		const no = { documentId: id, suggestionId: refusedId, accept: false, decision: "Zu wenig" };
		must(await decideSuggestion(world(bodo), no));
		await accept("Alle können", "Alle sollen");
		await groupDraft(world(bodo), {
			documentId: id,
			text: "## Ziele\n\nAlle sollen mitreden.\n\nDie ganze Stadt antwortet.\n\nEin Satz für eine Fassung.",
		});
		await accept("Ein Satz", "Nur ein Satz");
		await groupVersion(world(), { documentId: id });
		must(await beginDraft(world(), { documentId: id }));
		await groupDraft(world(bodo), {
			documentId: id,
			text: "## Ziele\n\nAlle sollen mitreden.\n\nDie ganze Stadt antwortet.",
		});
		await groupVersion(world(), { documentId: id, isPublic: true });
		const inside = await versionComparison(world(anna), { ...at, from: 1, to: 3 });
		expect(inside.blocks.flatMap(({ because }) => because.map(({ replacement }) => replacement))).toEqual([
			"Alle sollen",
		]);
		// the paragraph came and went between the two
		expect(inside.elsewhere.map(({ replacement }) => replacement)).toEqual(["Nur ein Satz"]);
		expect(inside.authors.toSorted()).toEqual(["Anna", "Bodo"]);
		const outside = await versionComparison(world(guest), { ...at, from: 1, to: 3 });
		expect(outside.blocks.map(({ kind, words }) => [kind, words])).toEqual(
			inside.blocks.map(({ kind, words }) => [kind, words]),
		);
		expect(outside).toMatchObject({ inside: false, authors: [], elsewhere: [] });
		expect(JSON.stringify(outside)).not.toMatch(/Anna|Bodo|Es ist gewollt/);
		await expect(versionComparison(world(guest), { ...at, from: 1, to: 2 })).rejects.toThrow(NotFound);
	});
});

describe("handing over", () => {
	it("offers the newest frozen version, and begins a new draft with what came back", async () => {
		const { id, at } = await one();
		const version = await groupVersion(world(), { documentId: id, isPublic: true });
		const offered = await offeredVersions(world(chair), town.organisationId);
		expect(offered.find(({ documentId }) => documentId === id)).toMatchObject({
			id: version.id,
			number: 1,
			hash: version.hash,
		});
		expect(await offeredVersions(world(guest), town.organisationId)).not.toEqual([]);
		const back = {
			documentId: id,
			about: { kind: "text", id: group.id },
			content: richTextFromMarkdown("## Ziele\n\nAlle können mitreden, auch Kinder."),
			remarks: Array.from({ length: 60 }, () => ({ kind: "contribution", id: crypto.randomUUID() })),
			taken: [{ kind: "contribution", id: group.id }],
		};
		await expect(takeBackTreated(world(anna), back)).rejects.toThrow(Forbidden);
		expect(must(await takeBackTreated(world(chair), back))).toEqual({ draft: 2 });
		expect(await takeBackTreated(world(chair), back)).toMatchObject({ refusals: [{ code: "draft-open-already" }] });
		const page = await documentPage(world(anna), at);
		expect(page).toMatchObject({ draft: 2, draftOpen: true, work: { returned: { heard: 60, takenCount: 1 } } });
		expect((await row(id)).words).toContain("auch Kinder");
		expect((await versionPage(world(anna), { ...at, number: 1 })).version.html).not.toContain("auch Kinder");
	});
});

describe("what went into a version", () => {
	const freeze = async (documentId: string, credits: { kind: string; id: string }[], isPublic = true) => {
		const { revision } = await row(documentId);
		return freezeVersion(world(chair), { documentId, revision, reason: "Nach der Beratung", isPublic, credits });
	};

	it("is ticked by who freezes it; accepted suggestions count by themselves; outside the group's own are counted", async () => {
		const { id, at } = await one();
		const comment = must(
			await addComment(world(anna), { documentId: id, ...noAround, quote: "", parentId: null, body: "Auch Kinder?" }),
		).id;
		const made = { ...proposal, documentId: id };
		const accepted = must(await suggest(world(anna), made)).id;
		must(await decideSuggestion(world(bodo), { documentId: id, suggestionId: accepted, accept: true, decision: "" }));
		const open = must(
			await suggest(world(bodo), { ...made, quote: "antwortet", replacement: "antwortet bald", reason: "Genauer" }),
		).id;
		const page = await draftToFreeze(world(chair), at);
		expect(page.credits.map(({ value }) => value)).toEqual([`comment:${comment}`, `suggestion:${open}`]);
		expect(page.credits[0]).toMatchObject({ title: "Auch Kinder?", by: "Anna" });

		// of another text, and one that nobody made
		const foreign = await one();
		const elsewhere = must(
			await addComment(world(anna), { documentId: foreign.id, ...noAround, quote: "", parentId: null, body: "Dort" }),
		).id;
		for (const wrong of [elsewhere, group.id]) {
			expect(await freeze(id, [{ kind: "comment", id: wrong }])).toMatchObject({
				refusals: [{ code: "credit-unknown" }],
			});
		}
		expect(await db.groupDocumentVersion.count({ where: { documentId: id } })).toBe(0);
		must(await freeze(id, [{ kind: "comment", id: comment }]));
		const inside = await versionPage(world(anna), { ...at, number: 1 });
		expect(inside.credits.map(({ value }) => value).toSorted()).toEqual([
			`comment:${comment}`,
			`suggestion:${accepted}`,
		]);
		expect(inside.creditedInGroup).toBe(0);
		const outside = await versionPage(world(guest), { ...at, number: 1 });
		expect(outside).toMatchObject({ credits: [], creditedInGroup: 2 });
		expect(JSON.stringify(outside)).not.toMatch(/Anna|Kinder/);
		await expect(db.groupDocumentCredit.deleteMany({ where: { subjectId: comment } })).rejects.toThrow();
		// what went into an earlier version is not offered again
		must(await beginDraft(world(chair), { documentId: id }));
		expect((await draftToFreeze(world(chair), at)).credits).toEqual([]);
	});

	it("may be a remark that came back from a consultation; said there, it is ticked already", async () => {
		const { id } = await one();
		must(await freeze(id, []));
		const [went, other] = [crypto.randomUUID(), crypto.randomUUID()].map((one) => ({ kind: "contribution", id: one }));
		if (!went || !other) throw new Error("no remarks");
		must(
			await takeBackTreated(world(chair), {
				documentId: id,
				about: { kind: "text", id: group.id },
				content: richTextFromMarkdown("Die Stadt antwortet in sechs Wochen."),
				remarks: [went, other],
				taken: [went],
			}),
		);
		const { offered, taken } = await creditable(world(chair), { id, draft: 2 });
		expect([offered, taken]).toEqual([[went, other], [went]]);
		must(await freeze(id, [other]));
		const rows = await db.groupDocumentCredit.findMany({ where: { version: { documentId: id } } });
		expect(rows.map(({ subjectId }) => subjectId)).toEqual([other.id]);
	});
});
