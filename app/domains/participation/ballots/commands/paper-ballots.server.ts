import { randomUUID } from "node:crypto";
import type { ActWorld } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { done, NotFound, type Outcome, type Refusal, refused, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { hashToken } from "~/platform/tokens.server";
import { writtenCode } from "../../letter-codes";
import { type Choice, written } from "../ballot";
import { mayTypeInPaper } from "../policy.server";
import { type FoundBox, storedChoice } from "../queries/find-box.server";
import { paperToken, voterKey } from "../voter-key.server";
import { isTakingBallots, putIntoBox } from "./cast.server";

export type PaperRefusal =
	| "no-paper"
	| "paper-closed"
	| "letter-unknown"
	| "already-voted"
	| "same-person"
	| "differs-already";

/** What became of an entry: the first of two, unlike the first, or in the box. */
export type PaperState = "once" | "different" | "taken";

/**
 * Types in a paper ballot, found by the code on it. The first entry waits for one by another person; when both are the same the
 * ballot goes into the box and what was typed in goes from here. When they differ, somebody decides (`settlePaperBallot`).
 * Refused where paper is not taken, for an unknown code, for somebody who voted already, and twice by one person.
 * @param problems why this ballot would not be valid, asked of what is voted on
 */
export async function enterPaperBallot<Code extends string>(
	world: ActWorld,
	box: FoundBox,
	{ code, choice, problems }: { code: string; choice: Choice; problems: (choice: Choice) => Refusal<Code>[] },
): Promise<Outcome<{ state: PaperState }, PaperRefusal | Code>> {
	demand(mayTypeInPaper, world.actor, box.process);
	const personId = typistOf(world);
	const closed = await whyNoPaper(world, box);
	if (closed) return refused(closed);
	const keyHash = voterKey(box.id, "letter", writtenCode(code));
	const known = { boxId_codeHash: { boxId: box.id, codeHash: keyHash } };
	if (!(await world.db.ballotLetterCode.findUnique({ where: known })))
		return refused("letter-unknown", { field: "letter" });
	const refusals = problems(choice);
	if (refusals.length > 0) return { done: false, refusals };
	const tokenHash = hashToken(paperToken(box.id, keyHash));
	await world.db.ballotVoter.createMany({
		data: [{ id: randomUUID(), boxId: box.id, keyHash, tokenHash }],
		skipDuplicates: true,
	});
	const voter = await world.db.ballotVoter.findUniqueOrThrow({
		where: { boxId_keyHash: { boxId: box.id, keyHash } },
		select: { hasVoted: true },
	});
	if (voter.hasVoted) return refused("already-voted", { field: "letter" });
	const { count } = await world.db.paperBallot.createMany({
		data: [{ id: randomUUID(), boxId: box.id, keyHash, first: { ...choice }, firstById: personId, state: "once" }],
		skipDuplicates: true,
	});
	const recorded = (state: PaperState) => {
		record(world, box, state);
		return done({ state });
	};
	if (count === 1) return recorded("once");
	await world.db
		.$queryRaw`SELECT 1 FROM paper_ballot WHERE box_id = ${box.id}::uuid AND key_hash = ${keyHash} FOR UPDATE`;
	const paper = await world.db.paperBallot.findUniqueOrThrow({ where: { boxId_keyHash: { boxId: box.id, keyHash } } });
	if (paper.state === "taken") return refused("already-voted", { field: "letter" });
	if (paper.state === "different") return refused("differs-already", { field: "letter" });
	if (paper.firstById === personId) return refused("same-person", { field: "letter" });
	if (written(storedChoice.parse(paper.first)) !== written(choice)) {
		await world.db.paperBallot.update({
			where: { id: paper.id },
			data: { second: { ...choice }, secondById: personId, state: "different" },
		});
		return recorded("different");
	}
	return (await take(world, box, paper, choice, personId)) ? recorded("taken") : refused("already-voted");
}

/**
 * Decides between two entries that differ, with the paper in hand: one of them is right and goes into the box, or neither is,
 * and it is typed in again. Refused when it was decided meanwhile, or its voter has voted in another way.
 */
export async function settlePaperBallot(
	world: ActWorld,
	box: FoundBox,
	{ id, right }: { id: string; right: "first" | "second" | "neither" },
): Promise<Outcome<null, "paper-closed" | "no-paper" | "decided-already" | "already-voted">> {
	demand(mayTypeInPaper, world.actor, box.process);
	typistOf(world);
	const closed = await whyNoPaper(world, box);
	if (closed) return refused(closed);
	await world.db.$queryRaw`SELECT 1 FROM paper_ballot WHERE id = ${id}::uuid FOR UPDATE`;
	const paper = await world.db.paperBallot.findUnique({ where: { id } });
	if (paper && paper.boxId !== box.id) throw new NotFound();
	if (paper?.state !== "different") return refused("decided-already");
	if (right === "neither") {
		await world.db.paperBallot.delete({ where: { id } });
		record(world, box, "again");
		return done(null);
	}
	const choice = storedChoice.parse(paper[right]);
	if (!(await take(world, box, paper, choice, paper.secondById))) return refused("already-voted");
	record(world, box, "decided");
	return done(null);
}

function typistOf({ actor }: ActWorld): string {
	if (actor.kind !== "person") throw new SignInNeeded();
	return actor.personId;
}

async function whyNoPaper(world: ActWorld, box: FoundBox): Promise<"no-paper" | "paper-closed" | null> {
	if (box.electorate !== "letter") return "no-paper";
	if (box.state !== "voting" && box.state !== "closed") return "paper-closed";
	return (await isTakingBallots(world, box)) ? null : "paper-closed";
}

/** Puts the ballot into the box and forgets what was typed in. @returns false when its voter has voted in another way */
async function take(
	world: ActWorld,
	box: FoundBox,
	paper: { id: string; keyHash: string },
	choice: Choice,
	secondById: string | null,
): Promise<boolean> {
	const voter = await world.db.ballotVoter.findUniqueOrThrow({
		where: { boxId_keyHash: { boxId: box.id, keyHash: paper.keyHash } },
		select: { id: true },
	});
	if ((await putIntoBox(world, box, voter, choice)) === null) return false;
	await world.db.paperBallot.update({
		where: { id: paper.id },
		data: { state: "taken", first: Prisma.DbNull, second: Prisma.DbNull, secondById },
	});
	return true;
}

/** Says that paper was typed in, not whose. */
function record(world: ActWorld, box: FoundBox, state: PaperState | "decided" | "again"): void {
	world.record({
		type: `participation.${box.kind}.paper-typed-in`,
		subject: { kind: box.kind, id: box.id },
		ownerId: box.organisationId,
		facts: { state },
	});
}
