import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { processById } from "../../processes/index.server";
import { type CardCode, lettersAtOnce, type Reach, reachProblems } from "../paper";
import { mayWriteLetters } from "../policy.server";
import { pendingReplies } from "../queries/pending-replies.server";
import { reachOf } from "./enter-card.server";

/**
 * Puts the letters that nobody has printed yet into one batch, at most `lettersAtOnce`. The process is locked: two who
 * press at once get different letters or none. @throws NotFound, Forbidden, SignInNeeded
 */
export const printLetters = command(
	"participation.print-letters",
	async (
		world: ActWorld,
		{ processId }: { processId: string },
	): Promise<Outcome<{ batchId: string; letters: number }, "no-letters">> => {
		await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${processId}::uuid FOR UPDATE`;
		const process = await processById(world, processId);
		demand(mayWriteLetters, world.actor, process);
		const letters = await pendingReplies(world, { processId, way: "letter", most: lettersAtOnce });
		if (letters.length === 0) return refused("no-letters");
		const last = await world.db.letterBatch.aggregate({ where: { processId }, _max: { number: true } });
		const batchId = newId(world.now);
		await world.db.letterBatch.create({
			data: {
				id: batchId,
				processId,
				organisationId: process.organisationId,
				number: (last._max.number ?? 0) + 1,
				printedById: personIdOf(world.actor),
				printedAt: world.now,
			},
		});
		await world.db.paperReply.createMany({
			data: letters.map(({ entryId, answerId, revision }) => ({
				id: newId(world.now),
				entryId,
				answerId,
				revision,
				way: "letter",
				batchId,
			})),
		});
		world.record({
			type: "participation.letters.printed",
			subject: { kind: "process", id: processId },
			ownerId: process.organisationId,
			facts: { batch: batchId, letters: letters.length },
		});
		return done({ batchId, letters: letters.length });
	},
);

/** Says that the letters of a batch went into the post. @throws NotFound, Forbidden, SignInNeeded */
export const markSent = command(
	"participation.mark-letters-sent",
	async (world: ActWorld, { batchId }: { batchId: string }): Promise<Outcome<null, "sent-already">> => {
		const batch = await world.db.letterBatch.findUnique({ where: { id: batchId } });
		if (!batch) throw new NotFound();
		demand(mayWriteLetters, world.actor, await processById(world, batch.processId));
		const { count } = await world.db.letterBatch.updateMany({
			where: { id: batchId, sentAt: null },
			data: { sentAt: world.now },
		});
		if (count === 0) return refused("sent-already");
		const letters = await world.db.paperReply.updateMany({
			where: { batchId },
			data: { toldAt: world.now, toldById: personIdOf(world.actor) },
		});
		world.record({
			type: "participation.letters.sent",
			subject: { kind: "process", id: batch.processId },
			ownerId: batch.organisationId,
			facts: { batch: batchId, letters: letters.count },
		});
		return done(null);
	},
);

type CallInput = { processId: string; entryId: string };

const call = command(
	"participation.note-call",
	async (
		world: ActWorld,
		{ processId, entryId }: CallInput,
	): Promise<Outcome<{ number: number }, "called-already">> => {
		const process = await processById(world, processId);
		demand(mayWriteLetters, world.actor, process);
		const calls = await pendingReplies(world, { processId, way: "call" });
		const wanted = calls.find((one) => one.entryId === entryId);
		if (!wanted) return refused("called-already");
		const { answerId, revision, number, kind } = wanted;
		const toldById = personIdOf(world.actor);
		const id = newId(world.now);
		await world.db.paperReply.create({
			data: { id, entryId, answerId, revision, way: "call", toldAt: world.now, toldById },
		});
		world.record({
			type: "participation.call.made",
			subject: { kind, id: entryId },
			ownerId: process.organisationId,
			facts: { process: processId, answer: answerId, revision },
		});
		return done({ number });
	},
);

/** Ticks a call off; of two who do so at once the second is told. @throws NotFound, Forbidden, SignInNeeded */
export async function noteCall(world: World, input: CallInput): Promise<Outcome<{ number: number }, "called-already">> {
	try {
		return await call(world, input);
	} catch (error) {
		if (isTaken(error)) return refused("called-already");
		throw error;
	}
}

async function entryToChange(world: ActWorld, entryId: string) {
	const entry = await world.db.paperEntry.findUnique({ where: { id: entryId } });
	if (!entry) throw new NotFound();
	demand(mayWriteLetters, world.actor, await processById(world, entry.processId));
	return { ...entry, subject: { kind: entry.commentId ? "comment" : "contribution", id: entryId } };
}

/** Corrects how an author is told, e.g. a misspelt address. @throws NotFound, Forbidden, SignInNeeded */
export const changeReach = command(
	"participation.change-paper-reach",
	async (world: ActWorld, { entryId, ...reach }: Reach & { entryId: string }): Promise<Outcome<null, CardCode>> => {
		const entry = await entryToChange(world, entryId);
		const problems = reachProblems(reach);
		if (problems.length > 0) return { done: false, refusals: problems };
		await world.db.paperEntry.update({ where: { id: entryId }, data: { ...reachOf(reach), forgottenAt: null } });
		world.record({
			type: "participation.paper.reach-changed",
			subject: entry.subject,
			ownerId: entry.organisationId,
			facts: { wish: reach.wish },
		});
		return done(null);
	},
);

/** Deletes name, address and telephone number at once, because the author asks for it. @throws NotFound, Forbidden, SignInNeeded */
export const forgetReach = command(
	"participation.forget-paper-reach",
	async (world: ActWorld, { entryId }: { entryId: string }): Promise<Outcome<null>> => {
		const entry = await entryToChange(world, entryId);
		await world.db.paperEntry.update({
			where: { id: entryId },
			data: { name: null, street: null, town: null, phone: null, forgottenAt: world.now },
		});
		world.record({
			type: "participation.paper.reach-forgotten",
			subject: entry.subject,
			ownerId: entry.organisationId,
		});
		return done(null);
	},
);
