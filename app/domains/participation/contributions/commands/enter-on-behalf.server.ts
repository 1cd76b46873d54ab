import { link } from "~/domains/trace/index.server";
import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import type { FoundProcess } from "../../processes/index.server";
import { mayModerate } from "../policy.server";

/**
 * Writes down what somebody said or wrote elsewhere, inside the act of whoever types it in; who typed it stands in the
 * audit log. It counts as handed in at once. A moderator has read it by typing it, so it appears; from others it waits
 * where the process says so. The caller asks the policy and sees to it that the process still takes contributions.
 * @returns id, code and the number of the contribution in its process
 */
export async function enterOnBehalf(
	world: ActWorld,
	process: FoundProcess,
	input: { title: string; text: RichText; category: string | null; channel: "event" | "paper" | "phone" | "counter" },
): Promise<{ id: string; code: string; number: number }> {
	const [row] = await world.db.$queryRaw<{ number: number }[]>`
		UPDATE process SET next_number = next_number + 1 WHERE id = ${process.id}::uuid RETURNING next_number - 1 AS number`;
	if (!row) throw new Error(`process ${process.id} has gone`);
	const id = newId(world.now);
	const code = newCode();
	const read = mayModerate(world.actor, { organisationId: process.organisationId, processId: process.id });
	const appears = read || process.moderation === "after";
	await world.db.contribution.create({
		data: {
			id,
			processId: process.id,
			organisationId: process.organisationId,
			number: row.number,
			code,
			title: input.title,
			body: { ...input.text },
			excerpt: plainText(input.text),
			category: input.category,
			channel: input.channel,
			createdAt: world.now,
			updatedAt: world.now,
			submittedAt: world.now,
			publishedAt: appears ? world.now : null,
		},
	});
	const subject = { kind: "contribution", id };
	const ownerId = process.organisationId;
	const facts = { process: process.id, number: row.number };
	await link(world, { from: subject, relation: "part-of", to: { kind: "process", id: process.id } });
	world.record({
		type: "participation.contribution.handed-in",
		subject,
		ownerId,
		facts: { ...facts, channel: input.channel, guest: true, waits: !appears },
	});
	if (appears) {
		if (read) {
			await world.db.moderation.create({
				data: {
					id: newId(world.now),
					contributionId: id,
					outcome: "published",
					moderatorId: personIdOf(world.actor),
					at: world.now,
				},
			});
		}
		const by = read ? "moderator" : "process";
		world.record({ type: "participation.contribution.published", subject, ownerId, facts: { ...facts, by } });
	}
	return { id, code, number: row.number };
}
