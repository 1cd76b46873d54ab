import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { newCode, newId } from "~/platform/tokens.server";
import { mayModerate } from "../policy.server";
import type { FoundContribution } from "../queries/find-contribution.server";
import { rulesOf } from "../queries/rules.server";

/**
 * Writes down a comment that somebody wrote or said elsewhere, inside the act of whoever types it in. A moderator has read
 * it by typing it; from others it waits where the process says so. The caller asks the policy, checks the text and sees to
 * it that the contribution can be commented.
 * @param id given by the caller, who keeps how its author is told
 * @param draftHash hash of the secret with which its author opens the page of the own comment
 * @returns its code and its number below the contribution
 */
export async function commentOnBehalf(
	world: ActWorld,
	contribution: FoundContribution,
	input: {
		id: string;
		text: string;
		/** Its author wants an answer of the administration to it. */
		isQuestion: boolean;
		authorName: string | null;
		channel: string;
		draftHash: string;
	},
): Promise<{ code: string; number: number }> {
	const { id: contributionId, process, processId, organisationId } = contribution;
	const [row] = await world.db.$queryRaw<{ number: number }[]>`
		UPDATE contribution SET next_comment = next_comment + 1
		WHERE id = ${contributionId}::uuid RETURNING next_comment - 1 AS number`;
	if (!row) throw new Error(`contribution ${contributionId} has gone`);
	const read = mayModerate(world.actor, { organisationId, processId });
	const appears = read || (await rulesOf(world, process)).commentsAppear === "after";
	const { id } = input;
	const code = newCode();
	await world.db.comment.create({
		data: {
			id,
			organisationId,
			processId,
			contributionId,
			number: row.number,
			thread: row.number,
			code,
			text: input.text,
			isQuestion: input.isQuestion,
			authorName: input.authorName,
			draftHash: input.draftHash,
			createdAt: world.now,
			updatedAt: world.now,
			submittedAt: world.now,
			publishedAt: appears ? world.now : null,
		},
	});
	const subject = { kind: "comment", id };
	const facts = { contribution: contributionId, number: row.number };
	world.record({
		type: "participation.comment.handed-in",
		subject,
		ownerId: organisationId,
		facts: { ...facts, channel: input.channel, guest: true, waits: !appears },
	});
	if (appears) {
		const by = read ? "moderator" : "process";
		if (read) {
			const moderatorId = personIdOf(world.actor);
			await world.db.commentModeration.create({
				data: { id: newId(world.now), commentId: id, outcome: "published", moderatorId, at: world.now },
			});
		}
		world.record({
			type: "participation.comment.published",
			subject,
			ownerId: organisationId,
			facts: { ...facts, by },
		});
	}
	return { code, number: row.number };
}
