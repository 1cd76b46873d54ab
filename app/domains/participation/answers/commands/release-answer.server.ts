// the name without "use", which linters take for a hook of React
import { revokeLinks, useLink as spendLink } from "~/domains/accounts/index.server";
import { resultForConcerns } from "~/domains/guides/index.server";
import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { countHolders } from "../../holders.server";
import { type ReleaseWay, releaseBy } from "../../second-person";
import { actingAs, answeringRoles, mayorPurpose, passFor, releaserOf } from "../policy.server";
import { answerById, type FoundAnswer } from "../queries/find-answer.server";
import { mayHappen, stateOf } from "../release";
import { contributionsOf } from "./prepare-answer.server";

export type ReleaseRefusal =
	| "changed-meanwhile"
	| "not-waiting"
	| "second-person-needed"
	| "own-people-release"
	| "wait-24-hours";

/**
 * Releases an answer, so that everybody reads it and every author is told. Bound to the revision that was read. A second
 * person does it; the exceptions of `release.ts` are recorded and stand below the answer.
 */
export const releaseAnswer = command(
	"participation.release-answer",
	async (
		world: ActWorld,
		{ id, revision }: { id: string; revision: number },
	): Promise<Outcome<{ how: ReleaseWay }, ReleaseRefusal>> => {
		const answer = await answerById(world, id);
		const releaser = releaserOf(world.actor, answer);
		if (!releaser.holdsRole && !releaser.actsFor && !releaser.hasMayorLink) {
			throw world.actor.kind === "guest" ? new SignInNeeded() : new Forbidden();
		}
		// One after the other: who comes second finds it released.
		await world.db.$queryRaw`SELECT 1 FROM official_answer WHERE id = ${id}::uuid FOR UPDATE`;
		const { releaseAskedAt, preparedById, ...current } = await answerById(world, id);
		if (!mayHappen(stateOf({ ...current, releaseAskedAt }), "release") || !releaseAskedAt)
			return refused("not-waiting");
		if (current.revision !== revision) return refused("changed-meanwhile");
		const holders = await countHolders(world, current.organisationId, answeringRoles);
		const decision = releaseBy(releaser, { preparedById, releaseAskedAt, holders, now: world.now });
		if (!decision.may) {
			if (decision.why === "not-yours") throw new Forbidden();
			return refused(decision.why);
		}
		if (decision.how === "mayor-link") {
			const pass = passFor(world.actor, mayorPurpose, "answer");
			if (!(await spendLink(world, pass.linkId))) throw new NotFound();
		}
		await publish(world, { ...current, releaseAskedAt, preparedById }, decision.how);
		return done({ how: decision.how });
	},
);

async function publish(world: ActWorld, answer: FoundAnswer, how: ReleaseWay): Promise<void> {
	const { id, revision, processId, organisationId } = answer;
	const released = { revision, disposition: answer.disposition, duplicateOfId: answer.duplicateOfId };
	await world.db.answerRevision.create({
		data: {
			...released,
			answerId: id,
			reason: answer.reason ?? {},
			reasonText: answer.reasonText,
			preparedById: answer.preparedById,
			// A link proves a mailbox, not a person, even when its bearer is signed in.
			releasedById: how === "mayor-link" ? null : personIdOf(world.actor),
			releasedAt: world.now,
			releasedHow: how,
		},
	});
	await world.db.officialAnswer.update({
		where: { id },
		data: { releasedRevision: revision, releasedAt: world.now, releaseAskedAt: null },
	});
	await revokeLinks(world, { subject: { kind: "answer", id }, purpose: mayorPurpose });
	const contributions = contributionsOf(answer);
	for (const contribution of contributions) {
		await link(world, {
			from: { kind: "contribution", id: contribution },
			relation: "answered-by",
			to: { kind: "answer", id },
		});
	}
	const process = await world.db.process.findUniqueOrThrow({
		where: { id: processId },
		select: { responsiblePostId: true },
	});
	if (process.responsiblePostId) {
		await link(world, {
			from: { kind: "post", id: process.responsiblePostId },
			relation: "responsible-for",
			to: { kind: "answer", id },
		});
	}
	world.record({
		type: answer.releasedRevision === null ? "participation.answer.released" : "participation.answer.corrected",
		subject: { kind: "answer", id },
		ownerId: organisationId,
		facts: { process: processId, revision, disposition: answer.disposition, how, contributions },
		...actingAs(world.actor, organisationId),
	});
	await resultForConcerns(world, { kind: "answer", id });
}
