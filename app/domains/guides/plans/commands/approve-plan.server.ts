import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { mayApprove } from "../../policy.server";
import { checkedPlan } from "../queries/checked-plan.server";
import { planById } from "../queries/plans.server";
import { lockedPlan } from "./draft-plan.server";
import { proposeHandOvers } from "./propose-hand-overs.server";

type Refused = "plan-approved" | "plan-in-past" | "cells-failing" | "plan-overlaps";

/**
 * Puts a plan in force from its first day on; the plan before it ends there. Answers of earlier days stay as they were:
 * a plan never begins before today. For open concerns that it gives to other posts it proposes hand-overs from that day on.
 * @returns the plan that ends thereby, or null, and how many hand-overs; refused with "cells-failing" (how many municipality × topic × days have no
 * or two answers; `checkedPlan` names them), "plan-in-past", "plan-overlaps" with one that begins on that day or later or
 * goes on after its end, "plan-approved"
 * @throws NotFound for a plan that is not there; Forbidden or SignInNeeded
 */
export const approvePlan = command(
	"guides.approve-plan",
	async (
		world,
		input: { ownerId: string; planId: string },
	): Promise<Outcome<{ endedPlanId: string | null; handOvers: number }, Refused>> => {
		const { db, actor, now } = world;
		const { plan, recorded } = await lockedPlan(world, input, mayApprove);
		const { ownerId, planId } = input;
		if (plan.approvedAt) return refused("plan-approved");
		if (plan.validFrom < today(now)) return refused("plan-in-past");
		const asked = await planById(db, planId);
		if (!asked) throw new Error("a locked plan is gone");
		const { failing } = await checkedPlan(world, ownerId, asked);
		if (failing.length > 0) return refused("cells-failing", { values: { count: failing.length } });
		const overlapping = await db.coveragePlan.findMany({
			where: {
				ownerId,
				approvedAt: { not: null },
				OR: [{ validUntil: null }, { validUntil: { gt: plan.validFrom } }],
				...(plan.validUntil ? { validFrom: { lt: plan.validUntil } } : {}),
			},
		});
		const [before] = overlapping;
		const goesOn =
			plan.validUntil !== null && before && (before.validUntil === null || before.validUntil > plan.validUntil);
		if (overlapping.length > 1 || goesOn || (before && before.validFrom >= plan.validFrom)) {
			return refused("plan-overlaps");
		}
		if (before) await db.coveragePlan.update({ where: { id: before.id }, data: { validUntil: plan.validFrom } });
		const approvedById = actor.kind === "person" ? actor.personId : null;
		const written = await kept(
			db.coveragePlan.update({ where: { id: planId }, data: { approvedAt: now, approvedById } }),
			{ coverage_plan_one_in_force: { code: "plan-overlaps" as const } },
		);
		if (!written.done) return written;
		const proposed = await proposeHandOvers(world, { ownerId, plan: asked, effectiveOn: plan.validFrom, recorded });
		const firstDay = plan.validFrom.toISOString().slice(0, 10);
		world.record({
			type: "guides.plan.approved",
			subject: { kind: "coverage-plan", id: planId },
			...recorded,
			facts: { firstDay, ended: before?.id ?? null, ...proposed },
		});
		return done({ endedPlanId: before?.id ?? null, handOvers: proposed.handOvers });
	},
);
