import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newToken } from "~/platform/tokens.server";
import { codeFor, comment, letComment, rules } from "~tests/factories/discussion";
import { must } from "~tests/factories/outcome";
import {
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
import { prepareAnswer } from "../../answers/commands/prepare-answer.server";
import { discussionNotices } from "../discussion-notices.server";
import { contributionPage } from "../queries/contribution-page.server";
import { ban, liftBan } from "./ban.server";
import { changeContribution } from "./change-contribution.server";
import { askForCode } from "./confirm-as-guest.server";
import { confirmGuestCode } from "./confirm-guest-code.server";
import { handIn } from "./hand-in.server";
import { mergeContribution, unmergeContribution } from "./merge.server";
import { hideContribution } from "./moderate.server";
import { keepReported, report } from "./report.server";
import { splitContribution, undoSplit } from "./split.server";
import { storeDraft } from "./store-draft.server";
import { support } from "./support.server";
import { askToSupport } from "./support-as-guest.server";
import { writeComment } from "./write-comment.server";

const now = new Date("2026-06-15T10:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let ute: Actor & { kind: "person" };
let olga: Actor & { kind: "person" };
let processId: string;

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4220"); // Vite puts its own BASE_URL "/" there
	vi.stubEnv("SECRET_KEY", "test ".repeat(10));
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const person = async (name: string, roles: Parameters<typeof personWith>[0] = []) =>
		personWith(roles, mayen.organisationId, { personId: await human(db, now, name), displayName: name });
	manager = await person("Petra", ["participation-manager"]);
	ute = await person("Ute");
	olga = await person("Olga");
});

beforeEach(async () => {
	({ id: processId } = await process(world(manager), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
		moderation: "after",
	}));
	await letComment(db, processId);
	await rules(world(manager), processId);
});

const world = (actor: Actor = guest, at = now) => worldOf(db, actor, at);
const codeOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.done ? "done" : outcome.refusals?.[0]?.code;

describe("merging", () => {
	it("keeps number, page and author of both; an answer to one is an answer to both; it can be undone", async () => {
		const first = await contribution(world(ute), { processId, title: "Bänke am Markt" });
		const same = await contribution(world(olga), { processId, title: "Sitzbänke am Marktplatz" });
		must(await support(world(olga), { id: first.id }));
		must(await support(world(olga), { id: same.id }));
		must(await mergeContribution(world(manager), { id: same.id, intoNumber: first.number }));
		expect(await contributionPage(world(), same.code)).toMatchObject({
			number: same.number,
			author: { name: "Olga" },
			support: "closed",
			arranged: { mergedInto: { number: first.number } },
		});
		expect(await contributionPage(world(), first.code)).toMatchObject({
			arranged: { merged: [{ number: same.number }], supportsTogether: 1 },
		});
		expect(codeOf(await support(world(ute), { id: same.id }))).toBe("support-closed");
		expect(await db.traceLink.count({ where: { fromId: same.id, relation: "merged-into", toId: first.id } })).toBe(1);
		must(await unmergeContribution(world(manager), { id: same.id }));
		expect(await db.traceLink.count({ where: { fromId: same.id, relation: "merged-into" } })).toBe(0);
		must(await mergeContribution(world(manager), { id: same.id, intoNumber: first.number }));
		const answer = must(
			await prepareAnswer(world(manager), {
				processId,
				contributionIds: [first.id],
				disposition: "adopted",
				reason: richTextFromMarkdown("Die Bänke werden im Herbst aufgestellt."),
				duplicateNumber: null,
			}),
		);
		const answered = await db.answeredContribution.findMany({ where: { answerId: answer.id } });
		expect(answered.map(({ contributionId }) => contributionId).sort()).toEqual([first.id, same.id].sort());
	});

	it("makes no circles, also when two merge crosswise at once", async () => {
		const one = await contribution(world(ute), { processId });
		const two = await contribution(world(olga), { processId });
		const both = await Promise.all([
			mergeContribution(world(manager), { id: one.id, intoNumber: two.number }),
			mergeContribution(world(manager), { id: two.id, intoNumber: one.number }),
		]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await db.contributionMerge.count({ where: { contribution: { processId } } })).toBe(1);
	});

	it("is for moderators, with a published one of the same process, before the answer", async () => {
		const one = await contribution(world(ute), { processId });
		const two = await contribution(world(olga), { processId });
		const merge = (intoNumber: number, actor: Actor = manager) =>
			mergeContribution(world(actor), { id: one.id, intoNumber });
		await expect(merge(two.number, olga)).rejects.toThrow(Forbidden);
		await expect(merge(two.number, guest)).rejects.toThrow(SignInNeeded);
		expect(codeOf(await merge(99))).toBe("number-unknown");
		expect(codeOf(await merge(one.number))).toBe("same-contribution");
		must(
			await prepareAnswer(world(manager), {
				processId,
				contributionIds: [two.id],
				disposition: "adopted",
				reason: richTextFromMarkdown("Das wird im Herbst gemacht, versprochen."),
				duplicateNumber: null,
			}),
		);
		expect(codeOf(await merge(two.number))).toBe("answer-begun");
		expect(codeOf(await changeContribution(world(olga), { key: { code: two.code }, ...draftOf({ processId }) }))).toBe(
			"answer-begun",
		);
	});
});

describe("splitting", () => {
	it("takes a part out with its own number and the same author, word for word; it can be undone once unused", async () => {
		const both = await contribution(world(ute), { processId, text: "Mehr Bäume am Markt.\n\nUnd ein Brunnen dazu." });
		const split = (text: string) =>
			splitContribution(world(manager), {
				id: both.id,
				title: "Ein Brunnen",
				text: richTextFromMarkdown(text),
				category: null,
			});
		expect(codeOf(await split("Ein Brunnen, den niemand verlangt hat."))).toBe("not-in-original");
		const part = must(await split("Und ein Brunnen dazu."));
		expect(part.number).toBe(both.number + 1);
		expect(await contributionPage(world(), part.code)).toMatchObject({
			author: { name: "Ute" },
			arranged: { splitFrom: { number: both.number } },
		});
		must(await support(world(olga), { id: part.id }));
		expect(codeOf(await undoSplit(world(manager), { id: part.id }))).toBe("part-in-use");
		await db.support.deleteMany({ where: { contributionId: part.id } });
		must(await undoSplit(world(manager), { id: part.id }));
		expect(await contributionPage(world(), part.code)).toMatchObject({ shown: "placeholder", state: "withdrawn" });
		await expect(split("Und ein Brunnen dazu.").then(() => undoSplit(world(olga), { id: part.id }))).rejects.toThrow(
			Forbidden,
		);
	});
});

describe("support", () => {
	it("under a hundred parallel attempts of one person is one", async () => {
		const idea = await contribution(world(ute), { processId });
		const attempts = await Promise.all(Array.from({ length: 100 }, () => support(world(olga), { id: idea.id })));
		expect(attempts.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await contributionPage(world(), idea.code)).toMatchObject({ supports: 1 });
	});

	it("of a guest counts with the code, once per address, and only where the process says so", async () => {
		const idea = await contribution(world(ute), { processId });
		const email = "stuetze@example.org";
		const asked = must(await askToSupport(world(), { id: idea.id, email }));
		const code = await codeFor(world(), email);
		const both = await Promise.all([1, 2].map(() => confirmGuestCode(world(), { pageToken: asked.pageToken, code })));
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		const later = new Date(now.getTime() + 60_000);
		const again = must(await askToSupport(world(guest, later), { id: idea.id, email }));
		expect(
			codeOf(await confirmGuestCode(world(), { pageToken: again.pageToken, code: await codeFor(world(), email) })),
		).toBe("already-supported");
		expect(await contributionPage(world(), idea.code)).toMatchObject({ supports: 1 });
		expect(JSON.stringify(await db.guestSupport.findMany())).not.toContain(email);
		await rules(world(manager), processId, { guestsSupport: false });
		expect(codeOf(await askToSupport(world(), { id: idea.id, email: "neu@example.org" }))).toBe("guests-not-welcome");
	});
});

describe("reports", () => {
	const given = (contributionId: string, commentId: string | null = null) => ({
		contributionId,
		commentId,
		rule: "insult" as const,
		text: "",
	});
	it("need no account, change nothing, and end with a decision", async () => {
		const idea = await contribution(world(ute), { processId });
		const { id } = await comment(world(ute), { contributionId: idea.id });
		must(await report(world(), given(idea.id)));
		must(await report(world(olga), given(idea.id, id)));
		expect(codeOf(await report(world(olga), given(idea.id, id)))).toBe("already-reported");
		expect(await contributionPage(world(), idea.code)).toMatchObject({ shown: "text" });
		await expect(keepReported(world(olga), { contributionId: idea.id, commentId: id })).rejects.toThrow(Forbidden);
		must(await keepReported(world(manager), { contributionId: idea.id, commentId: id }));
		must(await hideContribution(world(manager), { id: idea.id, rule: "insult", reason: "Bitte freundlich bleiben." }));
		const settled = await db.report.findMany({ where: { contributionId: idea.id }, orderBy: { id: "asc" } });
		expect(settled.map(({ outcome }) => outcome).sort()).toEqual(["hidden", "kept"]);
		await expect(report(world(), given(idea.id))).rejects.toThrow(NotFound);
	});
});

describe("a ban", () => {
	const lastDay = "2026-06-30";
	const because = { rule: "insult" as const, reason: "Mehrfach beleidigt, trotz Bitte." };
	it("is asked in every act of taking part until its day is over or it is lifted", async () => {
		const rude = personWith([], mayen.organisationId, { personId: await human(db, now, "Rolf"), displayName: "Rolf" });
		const idea = await contribution(world(ute), { processId });
		const own = await contribution(world(rude), { processId });
		const subject = { kind: "contribution" as const, id: own.id };
		await expect(ban(world(olga), { subject, ...because, lastDay })).rejects.toThrow(Forbidden);
		expect(codeOf(await ban(world(manager), { subject, ...because, lastDay: "2026-06-14" }))).toBe("ban-in-past");
		expect(codeOf(await ban(world(manager), { subject, ...because, lastDay: "2028-01-01" }))).toBe("ban-too-long");
		const banned = must(await ban(world(manager), { subject, ...because, lastDay }));
		const written = { contributionId: idea.id, replyTo: null, text: "Noch etwas", withName: true };
		const acts = async (at: Date) => {
			const token = newToken();
			must(await storeDraft(world(rude, at), { ...draftOf({ processId }), token })); // no text is lost
			return [
				await handIn(world(rude, at), { key: { token }, withName: true }),
				await writeComment(world(rude, at), { ...written, token: newToken() }),
				await support(world(rude, at), { id: idea.id }),
				await changeContribution(world(rude, at), { key: { code: own.code }, ...draftOf({ processId }) }),
			].map(codeOf);
		};
		expect(await acts(now)).toEqual(["banned", "banned", "banned", "banned"]);
		expect(await acts(new Date("2026-06-30T21:59:00Z"))).toEqual(
			expect.arrayContaining(["banned", "banned", "banned"]),
		);
		expect(
			codeOf(await writeComment(world(rude, new Date("2026-06-30T22:00:00Z")), { ...written, token: newToken() })),
		).toBe("done");
		must(await liftBan(world(manager), { id: banned.id }));
		expect(codeOf(await liftBan(world(manager), { id: banned.id }))).toBe("already-decided");
		expect((await acts(now)).slice(0, 3)).toEqual(["done", "done", "done"]);
	});

	it("reaches a guest by the address, and the person is told with reason and end", async () => {
		const email = "grob@example.org";
		const rude = await guestContribution(world(), { processId, email });
		const subject = { kind: "contribution" as const, id: rude.id };
		const { id } = must(await ban(world(manager), { subject, ...because, lastDay }));
		const token = newToken();
		must(await storeDraft(world(), { ...draftOf({ processId }), token }));
		expect(codeOf(await askForCode(world(), { token, email: "Grob@Example.org" }))).toBe("banned");
		expect(JSON.stringify(await db.ban.findUnique({ where: { id } }))).not.toContain(email);
		const type = "participation.person.banned";
		const told = await discussionNotices[type]?.(db, {
			id: "e",
			type,
			subject,
			facts: { ban: id },
			ownerId: mayen.organisationId,
			at: now,
			actorPersonId: manager.personId,
		});
		expect(told).toMatchObject([{ to: { email }, kind: "service" }]);
		expect(told?.[0]?.paragraphs.join(" ")).toMatch(/30\.\sJuni\s2026.*Mehrfach beleidigt/);
	});
});
