import { settleItem } from "~/domains/organisations/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { promisedDays } from "../../concerns/concern";
import { dayText } from "../../days.server";
import { messages } from "../change-over-messages";
import { covers } from "../coverage-plan";
import { plansInForce } from "../queries/plans.server";

const most = 200;

/**
 * What nobody took over two weeks after a change of plan goes to the team of the plan in force; without a team it stays with
 * the post that has it. @returns how many concerns
 */
export async function settleOverdue(world: World): Promise<number> {
	const { db, now } = world;
	const items = await db.handOverItem.findMany({
		where: {
			state: "OPEN",
			handOver: { cause: "PLAN_CHANGE", effectiveOn: { lte: daysFrom(today(now), -promisedDays.reply) } },
		},
		select: { id: true, handOverId: true, handOver: { select: { ownerId: true } } },
		orderBy: { id: "asc" },
		take: most,
	});
	const day = dayText(today(now));
	let settled = 0;
	for (const [ownerId, of] of Map.groupBy(items, ({ handOver }) => handOver.ownerId)) {
		const plan = (await plansInForce(db, ownerId)).find((one) => covers(one, day));
		const team = plan?.fallback && covers(plan.fallback, day) ? plan.fallback.postId : null;
		// The record is read by staff; the house writes German.
		const reason = textFor("de", messages)(team ? "overdue" : "overdueStays");
		for (const { id, handOverId } of of) {
			const outcome = await settleItem(world, { handOverId, itemId: id, reason, postId: team });
			if (outcome.done) settled += 1;
		}
	}
	return settled;
}
