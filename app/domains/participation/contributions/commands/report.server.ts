import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { commentShown } from "../comment";
import type { ModerationRule } from "../contribution";
import { mayModerate, mayRead } from "../policy.server";
import { commentById } from "../queries/find-comment.server";
import { contributionById } from "../queries/find-contribution.server";

/**
 * Somebody says that a contribution or a comment breaks a rule; nothing happens to the text by that. Needs no account.
 * @param text what the reporter adds, at most 1,000 characters
 * @throws NotFound for what this reader cannot read; refuses a second open report of the same person
 */
export const report = command(
	"participation.report",
	async (
		world: ActWorld,
		{
			contributionId,
			commentId,
			rule,
			text,
		}: { contributionId: string; commentId: string | null; rule: ModerationRule; text: string },
	): Promise<Outcome<null, "already-reported">> => {
		const contribution = await contributionById(world, contributionId);
		if (mayRead(world.actor, contribution) !== "text") throw new NotFound();
		if (commentId) {
			const comment = await commentById(world, commentId);
			if (comment.contributionId !== contributionId || commentShown(comment) !== "text") throw new NotFound();
		}
		const reporterId = personIdOf(world.actor);
		// One after the other per text, so that pressing twice at once is reporting once.
		await world.db
			.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report:${commentId ?? contributionId}`}, 0))`;
		const before =
			reporterId &&
			(await world.db.report.findFirst({ where: { contributionId, commentId, reporterId, settledAt: null } }));
		if (before) return refused("already-reported");
		const id = newId(world.now);
		await world.db.report.create({
			data: {
				id,
				organisationId: contribution.organisationId,
				processId: contribution.processId,
				contributionId,
				commentId,
				rule,
				text: text.trim() || null,
				reporterId,
				at: world.now,
			},
		});
		world.record({
			type: "participation.report.made",
			subject: commentId ? { kind: "comment", id: commentId } : { kind: "contribution", id: contributionId },
			ownerId: contribution.organisationId,
			facts: { report: id, rule, guest: reporterId === null },
		});
		return done(null);
	},
);

/** Closes the open reports of a text, as part of an act that decided on it. @returns how many there were */
export async function settleReports(
	world: ActWorld,
	{
		contributionId,
		commentId,
		outcome,
	}: { contributionId: string; commentId: string | null; outcome: "hidden" | "kept" },
): Promise<number> {
	const { count } = await world.db.report.updateMany({
		where: { contributionId, commentId, settledAt: null },
		data: { settledAt: world.now, settledById: personIdOf(world.actor), outcome },
	});
	return count;
}

/** A moderator has looked at what was reported and leaves it as it is. */
export const keepReported = command(
	"participation.keep-reported",
	async (
		world: ActWorld,
		{ contributionId, commentId }: { contributionId: string; commentId: string | null },
	): Promise<Outcome<null, "already-decided">> => {
		const contribution = await contributionById(world, contributionId);
		demand(mayModerate, world.actor, contribution);
		const count = await settleReports(world, { contributionId, commentId, outcome: "kept" });
		if (count === 0) return refused("already-decided");
		world.record({
			type: "participation.report.kept",
			subject: commentId ? { kind: "comment", id: commentId } : { kind: "contribution", id: contributionId },
			ownerId: contribution.organisationId,
			facts: { reports: count },
		});
		return done(null);
	},
);
