import { link } from "~/domains/trace/index.server";
import type { ActWorld } from "~/platform/act.server";
import type { AssignmentCause } from "~/platform/database/generated/enums";
import { newId } from "~/platform/tokens.server";
import type { Explanation } from "../../plans/queries/route.server";

/**
 * Gives a concern to a post from now on; the post before it keeps its days. Called inside an act that holds the concern's
 * lock; the database refuses a second one for the same time.
 */
export async function assign(
	world: ActWorld,
	given: { concernId: string; postId: string; cause: AssignmentCause; explanation: Explanation },
): Promise<void> {
	const { db, now } = world;
	const { concernId, postId, cause, explanation } = given;
	await db.assignment.updateMany({ where: { concernId, untilAt: null }, data: { untilAt: now } });
	await db.assignment.create({
		data: { id: newId(now), concernId, postId, fromAt: now, cause, planId: explanation.planId, explanation },
	});
	await link(world, {
		from: { kind: "post", id: postId },
		relation: "responsible-for",
		to: { kind: "concern", id: concernId },
	});
}
