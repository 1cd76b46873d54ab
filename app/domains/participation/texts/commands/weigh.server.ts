import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayTreat } from "../policy.server";
import { annotationById, type FoundAnnotation, isAnswerGiven } from "../queries/find-annotation.server";
import { isVote, partsIn, statementLimits } from "../statement";

async function toTreat(world: ActWorld, contributionId: string): Promise<FoundAnnotation> {
	// one after the other per statement
	await world.db.$queryRaw`SELECT 1 FROM annotation WHERE contribution_id = ${contributionId}::uuid FOR UPDATE`;
	const annotation = await annotationById(world, contributionId);
	const { contribution } = annotation;
	demand(mayTreat, world.actor, contribution);
	if (!contribution.publishedAt || contribution.hiddenAt || contribution.withdrawnAt) throw new NotFound();
	return annotation;
}

/**
 * Divides a statement into parts that are weighed one by one; its words stay what they are. Parts that stay the same keep
 * their vote. Refused once an answer waits for its release or was given.
 */
export const divideStatement = command(
	"participation.divide-statement",
	async (
		world: ActWorld,
		{ contributionId, divided }: { contributionId: string; divided: string },
	): Promise<Outcome<{ parts: number }, "answer-given" | "words-changed" | "too-many-parts">> => {
		const { contribution, segments } = await toTreat(world, contributionId);
		if (await isAnswerGiven(world, contributionId)) return refused("answer-given");
		const parts = partsIn(contribution.excerpt, divided);
		if (!parts) return refused("words-changed", { field: "divided" });
		const most = statementLimits.parts;
		if (parts.length > most) return refused("too-many-parts", { field: "divided", values: { most } });
		const weighed = new Map(segments.map((segment) => [segment.words, segment]));
		await world.db.statementSegment.deleteMany({ where: { contributionId } });
		await world.db.statementSegment.createMany({
			data: parts.map((words, position) => {
				const { vote = null, comment = null, weighedById = null, weighedAt = null } = weighed.get(words) ?? {};
				return { id: newId(world.now), contributionId, position, words, vote, comment, weighedById, weighedAt };
			}),
		});
		world.record({
			type: "participation.statement.divided",
			subject: { kind: "contribution", id: contributionId },
			ownerId: contribution.organisationId,
			facts: { parts: parts.length },
		});
		return done({ parts: parts.length });
	},
);

/**
 * Stores vote and comment on one part of a statement; without a vote the part is open again. Refused once an answer waits for
 * its release or was given.
 */
export const weighPart = command(
	"participation.weigh-part",
	async (
		world: ActWorld,
		input: { contributionId: string; id: string; vote: string | null; comment: string | null },
	): Promise<Outcome<null, "answer-given" | "changed-meanwhile" | "vote-unknown" | "comment-too-long">> => {
		const { contributionId, id, vote } = input;
		const { contribution } = await toTreat(world, contributionId);
		if (await isAnswerGiven(world, contributionId)) return refused("answer-given");
		if (vote !== null && !isVote(vote)) return refused("vote-unknown", { field: "vote" });
		const comment = input.comment?.trim() || null;
		const most = statementLimits.commentMost;
		if (comment !== null && comment.length > most)
			return refused("comment-too-long", { field: "comment", values: { most, now: comment.length } });
		const by = vote === null ? null : { weighedById: personIdOf(world.actor), weighedAt: world.now };
		const { count } = await world.db.statementSegment.updateMany({
			where: { id, contributionId },
			data: { vote, comment, ...(by ?? { weighedById: null, weighedAt: null }) },
		});
		// divided anew by somebody else in the meantime
		if (count === 0) return refused("changed-meanwhile");
		world.record({
			type: "participation.statement.part-weighed",
			subject: { kind: "contribution", id: contributionId },
			ownerId: contribution.organisationId,
			facts: { part: id, vote },
		});
		return done(null);
	},
);
