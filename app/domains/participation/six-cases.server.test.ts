import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "~tests/factories/outcome";
import { contribution, draftOf, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { voteBetween } from "~tests/factories/votes";
import { freshDatabase } from "~tests/support/database";
import { openPaper } from "./ballots/commands/open-paper.server";
import { paperToken, voterKey } from "./ballots/voter-key.server";
import { handIn } from "./contributions/commands/hand-in.server";
import { storeDraft } from "./contributions/commands/store-draft.server";
import { support } from "./contributions/commands/support.server";
import { archiveProcess } from "./processes/commands/archive-process.server";
import { addPhase } from "./processes/commands/change-phases.server";
import { processAt } from "./processes/queries/find-process.server";
import { castVote } from "./votes/commands/cast.server";

const now = new Date("2026-06-15T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
let db: PrismaClient;
let ute: Actor;
let places = 0;

beforeAll(async () => {
	({ db } = await freshDatabase());
	const personId = await human(db, now, "Ute");
	const accountId = newId(now);
	await db.account.create({
		data: { id: accountId, personId, email: "ute@example.org", emailConfirmedAt: now, createdAt: now },
	});
	ute = { ...personWith([], "00000000-0000-7000-8000-000000000000", { personId }), accountId };
});

/**
 * The six standard cases: "exists" is published and running without an open phase of this kind, "private" belongs to an
 * organisation without an open place.
 */
type Case = "exists" | "before" | "during" | "private" | "draft" | "archived";

/** A process of a place of its own with a contribution on it, in the wanted case. */
async function inCase(which: Case) {
	places += 1;
	const own = await place(db, now, { slug: `fall-${places}`, name: `Fall ${places}` });
	const manager = personWith(["participation-manager"], own.organisationId, { personId: await human(db, now, "P") });
	const early = worldOf(db, manager, days(-15));
	const made = await process(early, {
		organisationId: own.organisationId,
		responsiblePostId: own.postId,
		days: { first: 1, last: 40, answered: 80 },
		moderation: "after",
	});
	const world = worldOf(db, manager, now);
	const token = newToken();
	const idea = await contribution(worldOf(db, ute, days(-12)), { processId: made.id });
	must(await storeDraft(worldOf(db, ute, days(-12)), { ...draftOf({ processId: made.id }), token }));
	const [first] = await db.phase.findMany({ where: { processId: made.id }, orderBy: { position: "asc" } });
	const dates = which === "exists" ? [days(-20), days(-10)] : which === "before" ? [days(5), days(20)] : null;
	if (dates) await db.phase.update({ where: { id: first?.id ?? "" }, data: { opensAt: dates[0], closesAt: dates[1] } });
	if (which === "exists") {
		must(
			await addPhase(world, {
				id: made.id,
				title: "Rundgang",
				firstDay: "2026-06-10",
				lastDay: "2026-06-20",
				switches: ["annotate"],
			}),
		);
	}
	const voteId = await frozenVote(world, made.id, first?.id ?? "");
	if (which === "private") await db.space.update({ where: { slug: own.slug }, data: { openedAt: days(30) } });
	if (which === "draft") await db.process.update({ where: { id: made.id }, data: { publishedAt: null } });
	if (which === "archived") must(await archiveProcess(world, { id: made.id }));
	return { ...made, place: own.slug, token, ideaId: idea.id, voteId };
}

/** A vote with a frozen rule; its phase is the first one, which then also takes ballots. */
async function frozenVote(world: World, processId: string, phaseId: string): Promise<string> {
	const { opensAt } = await db.phase.findUniqueOrThrow({ where: { id: phaseId } });
	const before = { ...world, now: new Date(Math.min(opensAt.getTime(), now.getTime()) - 86_400_000) };
	const { id } = await voteBetween(before, { processId, options: [{ title: "Ja" }, { title: "Anders" }] });
	await db.phase.update({
		where: { id: phaseId },
		data: { switches: ["contribute", "comment", "support", "vote"] },
	});
	return id;
}

/** The address of Ute's ballot paper, as if she had opened it while one could, with something chosen. */
async function paperOf(voteId: string): Promise<string> {
	const keyHash = voterKey(voteId, "mail", "ute@example.org");
	const token = paperToken(voteId, keyHash);
	await db.ballotVoter.upsert({
		where: { boxId_keyHash: { boxId: voteId, keyHash } },
		create: { boxId: voteId, keyHash, tokenHash: hashToken(token), draft: { 1: 1 } },
		update: { draft: { 1: 1 } },
	});
	return token;
}

type Given = Awaited<ReturnType<typeof inCase>>;
const asUte = () => worldOf(db, ute, now);

const acts = {
	"read the process": ({ place, slug }: Given) => processAt(asUte(), { place, process: slug }),
	"store a draft": ({ id }: Given) => storeDraft(asUte(), { ...draftOf({ processId: id }), token: newToken() }),
	"hand in": ({ token }: Given) => handIn(asUte(), { key: { token }, withName: true }),
	support: ({ ideaId }: Given) => support(asUte(), { id: ideaId }),
	"open a ballot paper": ({ voteId }: Given) => openPaper(asUte(), { boxId: voteId }),
	"cast a ballot": async ({ voteId }: Given) => castVote(asUte(), { token: await paperOf(voteId), seen: { 1: 1 } }),
};

async function resultOf(act: Promise<unknown>): Promise<string> {
	try {
		const outcome = await act;
		if (typeof outcome !== "object" || outcome === null || !("done" in outcome)) return "done";
		if (outcome.done) return "done";
		return "refused";
	} catch (error) {
		if (error instanceof NotFound) return "not found";
		throw error;
	}
}

describe("the six standard cases of every act of a citizen", () => {
	const open = ["done", "done", "done", "done", "done", "done"];
	it.each<[Case, string[]]>([
		["exists", ["done", "done", "refused", "refused", "refused", "refused"]],
		["before", ["done", "not found", "refused", "refused", "refused", "refused"]],
		["during", open],
		["private", ["not found", "not found", "refused", "refused", "refused", "refused"]],
		["draft", ["not found", "not found", "refused", "refused", "refused", "refused"]],
		["archived", ["done", "not found", "refused", "refused", "refused", "refused"]],
	])("%s", async (which, expected) => {
		const given = await inCase(which);
		const results: string[] = [];
		for (const act of Object.values(acts)) results.push(await resultOf(act(given)));
		expect(results).toEqual(expected);
	});
});
