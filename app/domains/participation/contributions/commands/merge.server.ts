import { link, unlink } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayHappen, stateOf } from "../contribution";
import { mayModerate } from "../policy.server";
import { contributionById } from "../queries/find-contribution.server";

type MergeRefusal =
	| "number-unknown"
	| "same-contribution"
	| "already-merged"
	| "leads-others"
	| "answer-begun"
	| "not-mergeable";

const nodeOf = (id: string) => ({ kind: "contribution", id });

/**
 * Joins a contribution with another one of the process that says the same. Both keep number, page and author; an answer
 * to the leading one is an answer to all. A group has one leading contribution: what leads others cannot be merged itself.
 * Refused when the administration has begun to answer the merged one.
 * @param intoNumber number of the leading contribution, as people know it
 */
export const mergeContribution = command(
	"participation.merge-contribution",
	async (
		world: ActWorld,
		{ id, intoNumber }: { id: string; intoNumber: number },
	): Promise<Outcome<{ intoCode: string }, MergeRefusal>> => {
		const first = await contributionById(world, id);
		demand(mayModerate, world.actor, first);
		// One merge after the other in a process, so that two that cross do not make a circle.
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`merge:${first.processId}`}, 0))`;
		const contribution = await contributionById(world, id);
		const { processId } = contribution;
		const leading = await world.db.contribution.findFirst({
			where: {
				processId,
				kind: contribution.kind,
				number: intoNumber,
				publishedAt: { not: null },
				hiddenAt: null,
				withdrawnAt: null,
			},
			include: { mergedInto: true },
		});
		if (!leading || leading.mergedInto) return refused("number-unknown", { field: "number" });
		if (leading.id === id) return refused("same-contribution", { field: "number" });
		if (contribution.mergedInto) return refused("already-merged");
		if (!mayHappen(stateOf(contribution), "merge")) return refused("not-mergeable");
		const [leads, answered] = await Promise.all([
			world.db.contributionMerge.count({ where: { intoId: id } }),
			world.db.answeredContribution.count({ where: { contributionId: { in: [id, leading.id] } } }),
		]);
		if (leads > 0) return refused("leads-others");
		if (answered > 0) return refused("answer-begun");
		await world.db.contributionMerge.create({
			data: { contributionId: id, intoId: leading.id, mergedById: personIdOf(world.actor), at: world.now },
		});
		await link(world, { from: nodeOf(id), relation: "merged-into", to: nodeOf(leading.id) });
		world.record({
			type: "participation.contribution.merged",
			subject: nodeOf(id),
			ownerId: contribution.organisationId,
			facts: { process: processId, number: contribution.number, into: leading.id },
		});
		return done({ intoCode: leading.code });
	},
);

/** Undoes a merge; answers that were given to both stay with both. */
export const unmergeContribution = command(
	"participation.unmerge-contribution",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-merged">> => {
		const contribution = await contributionById(world, id);
		demand(mayModerate, world.actor, contribution);
		const merge = await world.db.contributionMerge.findUnique({ where: { contributionId: id } });
		if (!merge) return refused("not-merged");
		const { count } = await world.db.contributionMerge.deleteMany({
			where: { contributionId: id, intoId: merge.intoId },
		});
		if (count === 0) return refused("not-merged");
		await unlink(world, { from: nodeOf(id), relation: "merged-into", to: nodeOf(merge.intoId) });
		world.record({
			type: "participation.contribution.unmerged",
			subject: nodeOf(id),
			ownerId: contribution.organisationId,
			facts: { process: contribution.processId, number: contribution.number, from: merge.intoId },
		});
		return done(null);
	},
);
