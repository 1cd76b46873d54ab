import type { ActWorld } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { dayText } from "../../days.server";
import type { Explanation } from "../../plans/queries/route.server";
import { isOpen } from "../concern";
import { assign } from "./assign.server";

/**
 * Gives a concern to the post that took it over, inside the act of acceptance. One that was closed meanwhile, or went to
 * another post, stays where it is.
 * @returns false for what is no concern
 */
export async function handOnConcern(
	world: ActWorld,
	{ subject, fromPostId, toPostId }: { subject: { kind: string; id: string }; fromPostId: string; toPostId: string },
): Promise<boolean> {
	if (subject.kind !== "concern") return false;
	const { db, now } = world;
	await db.$queryRaw`SELECT FROM concern WHERE id = ${subject.id}::uuid FOR UPDATE`;
	const concern = await db.concern.findUnique({
		where: { id: subject.id },
		select: {
			ownerId: true,
			state: true,
			assignments: { where: { untilAt: null }, take: 1, select: { postId: true } },
		},
	});
	const present = concern?.assignments[0]?.postId;
	if (!concern || !isOpen(concern.state) || present !== fromPostId || fromPostId === toPostId) return true;
	const explanation: Explanation = {
		day: dayText(today(now)),
		planId: null,
		by: "HANDOVER",
		ruleId: null,
		areaId: null,
		topicId: null,
	};
	await assign(world, { concernId: subject.id, postId: toPostId, cause: "HANDOVER", explanation });
	world.record({
		type: "guides.concern.handed-over",
		subject,
		ownerId: concern.ownerId,
		postId: toPostId,
		facts: { from: fromPostId, to: toPostId },
	});
	return true;
}
