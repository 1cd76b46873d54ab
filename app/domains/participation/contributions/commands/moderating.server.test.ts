import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { newToken } from "~/platform/tokens.server";
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
import { archiveProcess } from "../../processes/commands/archive-process.server";
import { stateOf } from "../contribution";
import { mayRead } from "../policy.server";
import { contributionById } from "../queries/find-contribution.server";
import { deleteOldDrafts, forgetGuestAddresses } from "./forget-what-is-over.server";
import { hideContribution, publishContribution } from "./moderate.server";
import { askForReview, decideReview } from "./review.server";
import { storeDraft } from "./store-draft.server";
import { support, withdrawSupport } from "./support.server";
import { withdraw } from "./withdraw.server";

const now = new Date("2026-06-15T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const why = { rule: "insult", reason: "Bitte ohne Beschimpfung." } as const;
let db: PrismaClient;
let manager: Actor;
let moderator: Actor;
let stranger: Actor;
let ute: Actor & { kind: "person" };
let running: (more?: Partial<Parameters<typeof process>[1]>) => Promise<string>;

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4220"); // Vite puts its own BASE_URL "/" there
	({ db } = await freshDatabase());
	const mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	const person = async (roles: Parameters<typeof personWith>[0], at: string, name: string) =>
		personWith(roles, at, { personId: await human(db, now, name), displayName: name });
	manager = await person(["participation-manager"], mayen.organisationId, "Petra");
	moderator = await person(["moderator"], mayen.organisationId, "Max");
	stranger = await person(["moderator", "participation-manager"], koblenz.organisationId, "Knut");
	ute = await person([], mayen.organisationId, "Ute");
	running = async (more = {}) =>
		(await process(world(manager), { organisationId: mayen.organisationId, responsiblePostId: mayen.postId, ...more }))
			.id;
});

const world = (actor: Actor, at = now) => worldOf(db, actor, at);
const stateNow = async (id: string) => stateOf(await contributionById(world(house), id));

describe("moderation", () => {
	it("publishes, and of two moderators at once one wins and the other is told", async () => {
		const { id } = await contribution(world(ute), { processId: await running() });
		const outcomes = await Promise.all([
			publishContribution(world(moderator), { id }),
			hideContribution(world(manager), { id, ...why }),
		]);
		const told = outcomes.flatMap((outcome) => (outcome.done ? ["won"] : outcome.refusals.map(({ code }) => code)));
		// Hiding what has just been published is possible; deciding the same twice is not.
		expect(
			told.filter((word) => word === "won").length + told.filter((word) => word === "already-decided").length,
		).toBe(2);
		const again = await Promise.all([1, 2].map(() => hideContribution(world(manager), { id, ...why })));
		expect(again.filter((outcome) => outcome.done).length).toBeLessThanOrEqual(1);
		expect(await db.moderation.count({ where: { contributionId: id, outcome: "hidden" } })).toBe(1);
	});

	it("publishes once, of five at once", async () => {
		const { id } = await contribution(world(ute), { processId: await running() });
		const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => publishContribution(world(moderator), { id })));
		expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await db.moderation.count({ where: { contributionId: id } })).toBe(1);
	});

	it("is nobody else's", async () => {
		const { id } = await contribution(world(ute), { processId: await running() });
		for (const act of [
			publishContribution,
			(w: ReturnType<typeof world>, input: { id: string }) => hideContribution(w, { ...input, ...why }),
		]) {
			await expect(act(world(stranger), { id })).rejects.toThrow(Forbidden);
			await expect(act(world(ute), { id })).rejects.toThrow(Forbidden);
			await expect(act(world(guest), { id })).rejects.toThrow(SignInNeeded);
		}
		expect(await stateNow(id)).toBe("waiting-for-moderation");
	});

	it("can be granted for one process", async () => {
		const [own, other] = [await running(), await running()];
		const helper = personWith([], "", { personId: await human(db, now, "Helga") });
		helper.grants.push({
			role: "moderator",
			scope: { kind: "process", id: own },
			postId: null,
			onBehalfOfId: null,
			deputy: false,
		});
		const [mine, theirs] = [
			await contribution(world(ute), { processId: own }),
			await contribution(world(ute), { processId: other }),
		];
		must(await publishContribution(world(helper), { id: mine.id }));
		await expect(publishContribution(world(helper), { id: theirs.id })).rejects.toThrow(Forbidden);
	});
});

describe("a review", () => {
	async function hidden() {
		const made = await contribution(world(ute), { processId: await running(), publishedBy: moderator });
		must(await hideContribution(world(moderator), { id: made.id, ...why }));
		return made;
	}

	it("is asked for once by the author and decided once by a second person", async () => {
		const { id, code } = await hidden();
		const asked = await Promise.all(
			[1, 2].map(() => askForReview(world(ute), { key: { code }, text: "Ich war höflich." })),
		);
		expect(asked.filter((outcome) => outcome.done)).toHaveLength(1);
		const { id: moderation } = await db.moderation.findFirstOrThrow({
			where: { contributionId: id, outcome: "hidden" },
		});
		const decision = { id: moderation, outcome: "reversed", reason: "Der Ton ist in Ordnung." } as const;
		expect(await decideReview(world(moderator), decision)).toMatchObject({
			refusals: [{ code: "second-person-needed" }],
		});
		await expect(decideReview(world(stranger), decision)).rejects.toThrow(Forbidden);
		const decided = await Promise.all([1, 2].map(() => decideReview(world(manager), decision)));
		expect(decided.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await stateNow(id)).toBe("published");
	});

	it("can uphold, and cannot be asked for twice", async () => {
		const { id, code } = await hidden();
		must(await askForReview(world(ute), { key: { code }, text: "Bitte noch einmal lesen." }));
		const { id: moderation } = await db.moderation.findFirstOrThrow({
			where: { contributionId: id, outcome: "hidden" },
		});
		must(await decideReview(world(manager), { id: moderation, outcome: "upheld", reason: "Es bleibt dabei." }));
		expect(await stateNow(id)).toBe("hidden");
		expect(await askForReview(world(ute), { key: { code }, text: "Noch einmal bitte." })).toMatchObject({
			refusals: [{ code: "review-asked-before" }],
		});
	});

	it("is not for what is not hidden", async () => {
		const { code } = await contribution(world(ute), { processId: await running() });
		expect(await askForReview(world(ute), { key: { code }, text: "Warum?" })).toMatchObject({
			refusals: [{ code: "not-hidden" }],
		});
	});
});

describe("who reads what", () => {
	it("shows texts, placeholders or nothing", async () => {
		const processId = await running();
		const waiting = await contribution(world(ute), { processId });
		const shown = await contribution(world(ute), { processId, publishedBy: moderator });
		const hidden = await contribution(world(ute), { processId, publishedBy: moderator });
		must(await hideContribution(world(moderator), { id: hidden.id, ...why }));
		const gone = await contribution(world(ute), { processId, publishedBy: moderator });
		must(await withdraw(world(ute), { key: { code: gone.code } }));
		const olaf = personWith([], "", { personId: await human(db, now, "Olaf") });
		const seen = async (actor: Actor) =>
			Promise.all(
				[waiting, shown, hidden, gone].map(async ({ id }) => mayRead(actor, await contributionById(world(house), id))),
			);
		expect(await seen(guest)).toEqual(["nothing", "text", "placeholder", "placeholder"]);
		expect(await seen(olaf)).toEqual(["nothing", "text", "placeholder", "placeholder"]);
		expect(await seen(stranger)).toEqual(["nothing", "text", "placeholder", "placeholder"]);
		expect(await seen(ute)).toEqual(["text", "text", "text", "text"]);
		expect(await seen(moderator)).toEqual(["text", "text", "text", "text"]);
	});
});

describe("support", () => {
	it("is one per person and idea, of 100 at once", async () => {
		const { id } = await contribution(world(ute), { processId: await running(), publishedBy: moderator });
		const outcomes = await Promise.all(Array.from({ length: 100 }, () => support(world(ute), { id })));
		expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await db.support.count({ where: { contributionId: id } })).toBe(1);
		must(await withdrawSupport(world(ute), { id }));
		expect(await withdrawSupport(world(ute), { id })).toMatchObject({ refusals: [{ code: "not-supported" }] });
		must(await support(world(ute), { id }));
	}, 60_000);

	it("only for what is public, while the phase allows it, signed in", async () => {
		const processId = await running({ moderation: "after", days: { first: -2, last: 5, answered: 30 } });
		const { id } = await contribution(world(ute), { processId });
		await expect(support(world(guest), { id })).rejects.toThrow(SignInNeeded);
		expect(await support(world(ute, days(6)), { id })).toMatchObject({ refusals: [{ code: "support-closed" }] });
		must(await hideContribution(world(moderator), { id, ...why }));
		expect(await support(world(manager), { id })).toMatchObject({ refusals: [{ code: "support-closed" }] });
	});
});

describe("what is over is forgotten", () => {
	it("deletes drafts after 14 days without a change, and nothing else", async () => {
		const processId = await running();
		const token = newToken();
		const { id } = must(await storeDraft(world(ute), { ...draftOf({ processId }), token }));
		const kept = await contribution(world(ute), { processId });
		await deleteOldDrafts(world(house, days(13.9)));
		expect(await db.contribution.count({ where: { id } })).toBe(1);
		expect(await deleteOldDrafts(world(house, days(14.1)))).toBeGreaterThan(0);
		expect(await deleteOldDrafts(world(house, days(14.1)))).toBe(0);
		expect(await db.contribution.count({ where: { id } })).toBe(0);
		expect(await db.contribution.count({ where: { id: kept.id } })).toBe(1);
	});

	it("deletes guests' addresses 30 days after the process was archived", async () => {
		const processId = await running();
		const { id } = await guestContribution(world(guest), { processId, email: "gast@example.org" });
		must(await archiveProcess(world(manager), { id: processId }));
		const address = async () => (await contributionById(world(house), id)).guestEmail;
		await forgetGuestAddresses(world(house, days(29)));
		expect(await address()).toBe("gast@example.org");
		await forgetGuestAddresses(world(house, days(30)));
		expect(await address()).toBeNull();
		expect(await db.guestConfirmation.count({ where: { contributionId: id } })).toBe(0);
	});
});
