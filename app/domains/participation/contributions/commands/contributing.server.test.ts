import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newToken } from "~/platform/tokens.server";
import { must } from "~tests/factories/outcome";
import {
	codeIn,
	contribution,
	draftOf,
	guestContribution,
	human,
	personWith,
	place,
	process,
	worldOf,
} from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { archiveProcess } from "../../processes/commands/archive-process.server";
import { stateOf } from "../contribution";
import { contributionPage } from "../queries/contribution-page.server";
import { contributionVersions } from "../queries/contribution-versions.server";
import { contributionById, ownContribution } from "../queries/find-contribution.server";
import { changeContribution, reopenDraft } from "./change-contribution.server";
import { askForCode, confirmByCode, confirmByLink } from "./confirm-as-guest.server";
import { handIn } from "./hand-in.server";
import { publishContribution } from "./moderate.server";
import { storeDraft } from "./store-draft.server";
import { withdraw } from "./withdraw.server";

const now = new Date("2026-06-15T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const days = (count: number) => hours(24 * count);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor;
let ute: Actor & { kind: "person" };

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4220"); // Vite puts its own BASE_URL "/" there
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Petra") });
	ute = personWith([], mayen.organisationId, { personId: await human(db, now, "Ute"), displayName: "Ute W." });
});

const world = (actor: Actor = guest, at = now) => worldOf(db, actor, at);
const running = (more: Partial<Parameters<typeof process>[1]> = {}) =>
	process(world(manager), { organisationId: mayen.organisationId, responsiblePostId: mayen.postId, ...more });
const code = (outcome: Awaited<ReturnType<typeof handIn | typeof storeDraft | typeof confirmByCode>>) =>
	outcome.done ? "done" : outcome.refusals[0]?.code;

async function mailTo(email: string) {
	return db.mail.findFirstOrThrow({ where: { to: email }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
}

describe("a member hands in", () => {
	it("stores the draft first, then numbers it and names its author", async () => {
		const { id: processId } = await running();
		const token = newToken();
		must(await storeDraft(world(ute), { ...draftOf({ processId }), token }));
		expect(stateOf(await ownContribution(world(), { token }))).toBe("draft");
		const { id, number } = must(await handIn(world(ute), { key: { token }, withName: true }));
		const stored = await contributionById(world(), id);
		expect([number, stateOf(stored), stored.authorName]).toEqual([1, "waiting-for-moderation", "Ute W."]);
		const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { position: "asc" } });
		expect(events.map(({ type }) => type)).toEqual([
			"participation.contribution.drafted",
			"participation.contribution.handed-in",
		]);
		expect(JSON.stringify(events.map(({ facts }) => facts))).not.toMatch(/Ute|Bäume/);
	});

	it("appears at once where the process says so", async () => {
		const { id: processId } = await running({ moderation: "after" });
		const { id } = await contribution(world(ute), { processId, withName: false });
		const stored = await contributionById(world(), id);
		expect([stateOf(stored), stored.authorName]).toEqual(["published", null]);
	});

	it("makes one contribution of a page that is sent many times", async () => {
		const { id: processId } = await running();
		const token = newToken();
		const stored = await Promise.all(
			Array.from({ length: 8 }, () => storeDraft(world(ute), { ...draftOf({ processId }), token })),
		);
		expect(stored.every((outcome) => outcome.done)).toBe(true);
		const handedIn = await Promise.all(
			Array.from({ length: 8 }, () => handIn(world(ute), { key: { token }, withName: true })),
		);
		expect(handedIn.map(code).sort()).toEqual([...Array(7).fill("already-handed-in"), "done"]);
		expect(await db.contribution.count({ where: { processId } })).toBe(1);
		expect(code(await storeDraft(world(ute), { ...draftOf({ processId }), token }))).toBe("already-handed-in");
		expect((await db.process.findUniqueOrThrow({ where: { id: processId } })).nextNumber).toBe(2);
	});

	it("gives 50 parallel hand-ins the numbers 1 to 50, without gaps and doubles", async () => {
		const { id: processId } = await running();
		const tokens = await Promise.all(
			Array.from({ length: 50 }, async () => {
				const token = newToken();
				must(await storeDraft(world(ute), { ...draftOf({ processId }), token }));
				return token;
			}),
		);
		const outcomes = await Promise.all(tokens.map((token) => handIn(world(ute), { key: { token }, withName: true })));
		const numbers = outcomes.map((outcome) => must(outcome).number).sort((one, other) => one - other);
		expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
	});

	it("needs a sign-in, and not somebody else's draft", async () => {
		const { id: processId } = await running();
		const token = newToken();
		must(await storeDraft(world(ute), { ...draftOf({ processId }), token }));
		await expect(handIn(world(), { key: { token }, withName: true })).rejects.toThrow(SignInNeeded);
		const other = personWith([], mayen.organisationId, { personId: await human(db, now, "Olaf") });
		expect(code(await handIn(world(other), { key: { token }, withName: true }))).toBe("not-yours");
		await expect(handIn(world(ute), { key: { token: newToken() }, withName: true })).rejects.toThrow(NotFound);
	});
});

describe("a guest hands in", () => {
	it("by the code of the mail, and gets a receipt with the status link", async () => {
		const { id: processId } = await running();
		const { id, statusToken } = await guestContribution(world(), { processId, email: "Ute@Example.org ", name: "Ute" });
		const stored = await contributionById(world(), id);
		expect([stored.number, stored.guestEmail, stored.authorName, stateOf(stored)]).toEqual([
			1,
			"ute@example.org",
			"Ute",
			"waiting-for-moderation",
		]);
		expect((await ownContribution(world(), { token: statusToken })).id).toBe(id);
		const receipt = await db.mail.findUniqueOrThrow({ where: { key: `contribution-receipt:${id}` } });
		expect(receipt.text).toContain(`/stand/${statusToken}`);
		expect(receipt.text).toContain(stored.code);
	});

	it("by the link of the mail, once", async () => {
		const { id: processId } = await running();
		const token = newToken();
		must(await storeDraft(world(), { ...draftOf({ processId }), token }));
		must(await askForCode(world(), { token, email: "link@example.org" }));
		expect(stateOf(await ownContribution(world(), { token }))).toBe("waiting-for-confirmation");
		const linkToken = /beitrag-bestaetigen\/([\w-]+)/.exec((await mailTo("link@example.org")).text)?.[1] ?? "";
		const both = await Promise.all([confirmByLink(world(), { linkToken }), confirmByLink(world(), { linkToken })]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(
			await db.mail.count({ where: { to: "link@example.org", key: { startsWith: "contribution-receipt:" } } }),
		).toBe(1);
		await expect(confirmByLink(world(), { linkToken: newToken() })).rejects.toThrow(NotFound);
	});

	it("five wrong codes lock, also when guessed at once; a new code opens again", async () => {
		const { id: processId } = await running();
		const token = newToken();
		must(await storeDraft(world(), { ...draftOf({ processId }), token }));
		must(await askForCode(world(), { token, email: "wrong@example.org" }));
		const right = codeIn((await mailTo("wrong@example.org")).subject);
		const wrong = right === "000000" ? "000001" : "000000";
		const guesses = await Promise.all(Array.from({ length: 12 }, () => confirmByCode(world(), { token, code: wrong })));
		const left = guesses.flatMap((guess) => (guess.done && !guess.value.handedIn ? [guess.value.attemptsLeft] : []));
		expect(left.sort()).toEqual([0, 1, 2, 3, 4]);
		expect(code(await confirmByCode(world(), { token, code: right }))).toBe("code-locked");
		must(await askForCode(world(guest, hours(1)), { token, email: "wrong@example.org" }));
		const fresh = codeIn((await mailTo("wrong@example.org")).subject);
		const outcome = must(await confirmByCode(world(), { token, code: `${fresh.slice(0, 3)} ${fresh.slice(3)}` }));
		expect(outcome.handedIn).toBe(true);
	});

	it("not after 48 hours, and not with the code before the last", async () => {
		const { id: processId } = await running();
		const token = newToken();
		must(await storeDraft(world(), { ...draftOf({ processId }), token }));
		must(await askForCode(world(), { token, email: "late@example.org" }));
		const first = await mailTo("late@example.org");
		must(await askForCode(world(guest, hours(1)), { token, email: "late@example.org" }));
		const second = await mailTo("late@example.org");
		const linkToken = /beitrag-bestaetigen\/([\w-]+)/.exec(first.text)?.[1] ?? "";
		expect(await confirmByLink(world(guest, hours(2)), { linkToken })).toMatchObject({
			refusals: [{ code: "link-expired" }],
		});
		const late = await confirmByCode(world(guest, hours(49)), { token, code: codeIn(second.subject) });
		expect(code(late)).toBe("code-expired");
		expect(code(await confirmByCode(world(guest, hours(48)), { token, code: codeIn(second.subject) }))).toBe("done");
	});

	it("at most five codes a day for one address, also asked for at once", async () => {
		const { id: processId } = await running();
		const outcomes = await Promise.all(
			Array.from({ length: 9 }, async () => {
				const token = newToken();
				must(await storeDraft(world(), { ...draftOf({ processId }), token }));
				return askForCode(world(), { token, email: "many@example.org" });
			}),
		);
		expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(5);
	});

	it("with a link waits for a moderator even where others appear at once", async () => {
		const { id: processId } = await running({ moderation: "after" });
		const { id } = await guestContribution(world(), {
			processId,
			email: "a@example.org",
			text: "Siehe [hier](https://example.com)!",
		});
		expect(stateOf(await contributionById(world(), id))).toBe("waiting-for-moderation");
	});

	it("not where guests are not welcome", async () => {
		const { id: processId } = await running({ guestsWelcome: false });
		const token = newToken();
		must(await storeDraft(world(), { ...draftOf({ processId }), token }));
		expect(await askForCode(world(), { token, email: "b@example.org" })).toMatchObject({
			refusals: [{ code: "guests-not-welcome" }],
		});
	});

	it("or signs in midway and hands in as oneself; the address is forgotten", async () => {
		const { id: processId } = await running();
		const token = newToken();
		must(await storeDraft(world(), { ...draftOf({ processId }), token }));
		must(await askForCode(world(), { token, email: "c@example.org" }));
		const { id } = must(await handIn(world(ute), { key: { token }, withName: true }));
		expect(await contributionById(world(), id)).toMatchObject({ guestEmail: null, authorId: ute.personId });
		const late = await confirmByCode(world(), { token, code: codeIn((await mailTo("c@example.org")).subject) });
		expect(code(late)).toBe("already-handed-in");
	});
});

describe("when it is possible", () => {
	it.each([
		["exists", {}, 0, "done", "done"],
		["before", { days: { first: 3, last: 9, answered: 20 } }, 0, "not found", "closed"],
		["during, last minute", { days: { first: -3, last: 0, answered: 20 } }, 0.49, "done", "done"],
		["after", { days: { first: -3, last: -1 + 1, answered: 20 } }, 1, "done", "closed"],
		["draft process", { published: false }, 0, "not found", "closed"],
	] as const)("%s: storing %#", async (_name, given, later, stored, handedIn) => {
		const { id: processId } = await running(given);
		const token = newToken();
		const at = days(later);
		const storing = storeDraft(world(ute, at), { ...draftOf({ processId }), token });
		if (stored === "not found") return expect(storing).rejects.toThrow(NotFound);
		must(await storing);
		expect(code(await handIn(world(ute, at), { key: { token }, withName: true }))).toBe(handedIn);
		// the text is kept
		expect((await ownContribution(world(), { token })).title).toBe("Mehr Bäume am Marktplatz");
	});

	it("not in an archived process, not in a hidden organisation", async () => {
		const { id: processId } = await running();
		const token = newToken();
		must(await storeDraft(world(ute), { ...draftOf({ processId }), token }));
		must(await archiveProcess(world(manager), { id: processId }));
		expect(code(await handIn(world(ute), { key: { token }, withName: true }))).toBe("closed");
		const away = await place(db, now, { slug: "weg", name: "Weg" });
		const boss = personWith(["participation-manager"], away.organisationId, { personId: await human(db, now, "B") });
		const hidden = await process(world(boss), { organisationId: away.organisationId, responsiblePostId: away.postId });
		await db.space.update({ where: { slug: "weg" }, data: { openedAt: days(3) } });
		await expect(storeDraft(world(ute), { ...draftOf({ processId: hidden.id }), token: newToken() })).rejects.toThrow(
			NotFound,
		);
	});

	it("refuses texts that are too short or too long, unknown categories; nothing is stored", async () => {
		const { id: processId } = await running();
		const attempt = (more: object) => storeDraft(world(), { ...draftOf({ processId }), token: newToken(), ...more });
		expect(code(await attempt({ title: "Weg" }))).toBe("title-too-short");
		expect(code(await attempt({ text: richTextFromMarkdown("x".repeat(5001)) }))).toBe("text-too-long");
		expect(code(await attempt({ category: "Gibt es nicht" }))).toBe("category-unknown");
		expect(await db.contribution.count({ where: { processId } })).toBe(0);
	});
});

describe("the author's own", () => {
	it("can be changed while it waits, by account or by secret link", async () => {
		const { id: processId } = await running();
		const waiting = await contribution(world(ute), { processId });
		const changed = { ...draftOf({ processId }), title: "Noch mehr Bäume" };
		must(await changeContribution(world(ute), { key: { code: waiting.code }, ...changed }));
		must(await changeContribution(world(), { key: { token: waiting.token }, ...changed, title: "Sehr viele Bäume" }));
		expect((await contributionById(world(), waiting.id)).title).toBe("Sehr viele Bäume");
	});

	it("can be changed for a day after it appeared; the earlier text stays, and it is read again", async () => {
		const { id: processId } = await running();
		const { id, code: reference } = await contribution(world(ute), { processId, publishedBy: manager });
		const key = { code: reference };
		const changed = { ...draftOf({ processId }), title: "Noch mehr Bäume" };
		expect(await changeContribution(world(ute, hours(24)), { key, ...changed })).toMatchObject({
			refusals: [{ code: "no-longer-to-change" }],
		});
		expect(must(await changeContribution(world(ute, hours(1)), { key, ...changed }))).toEqual({ waits: true });
		expect(await contributionPage(world(), reference)).toMatchObject({ shown: "placeholder", state: "changed" });
		must(await publishContribution(world(manager, hours(2)), { id }));
		expect((await contributionVersions(world(), reference)).versions.map(({ title }) => title)).toEqual([
			"Mehr Bäume am Marktplatz",
		]);
		expect(await contributionPage(world(), reference)).toMatchObject({ shown: "text", title: "Noch mehr Bäume" });
	});

	it("changed at once twice keeps both earlier texts", async () => {
		const { id: processId } = await running({ moderation: "after" });
		const { code: reference } = await contribution(world(ute), { processId });
		const titles = ["Erste Änderung", "Zweite Änderung"];
		await Promise.all(
			titles.map((title) =>
				changeContribution(world(ute), { key: { code: reference }, ...draftOf({ processId }), title }),
			),
		);
		const { versions, title } = await contributionVersions(world(), reference);
		expect([title, ...versions.map((version) => version.title)].sort()).toEqual(
			[...titles, "Mehr Bäume am Marktplatz"].sort(),
		);
	});

	it("can be withdrawn once, and not by others", async () => {
		const { id: processId } = await running();
		const { code: reference, id } = await contribution(world(ute), { processId, publishedBy: manager });
		const other = personWith([], mayen.organisationId, { personId: await human(db, now, "Olga") });
		for (const actor of [guest, other, manager]) {
			await expect(withdraw(world(actor), { key: { code: reference } })).rejects.toThrow(NotFound);
		}
		const both = await Promise.all([1, 2].map(() => withdraw(world(ute), { key: { code: reference } })));
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(stateOf(await contributionById(world(), id))).toBe("withdrawn");
	});

	it("gets a new address for a draft, the old one is gone", async () => {
		const { id: processId } = await running();
		const token = newToken();
		const { id } = must(await storeDraft(world(ute), { ...draftOf({ processId }), token }));
		const { code: reference } = await contributionById(world(), id);
		const fresh = must(await reopenDraft(world(ute), { code: reference }));
		await expect(ownContribution(world(), { token })).rejects.toThrow(NotFound);
		expect((await ownContribution(world(), { token: fresh.token })).id).toBe(id);
	});
});
