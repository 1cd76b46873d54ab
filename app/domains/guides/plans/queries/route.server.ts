import type { View } from "~/platform/world.server";
import { covers, type Day, type Plan, resolve, type Shape } from "../coverage-plan";
import { plansInForce } from "./plans.server";
import { bodiesAbove, cellOf, territoryOf } from "./territory.server";

/** Why a post answers, as codes and ids: kept with the assignment as it was then. */
export type Explanation = {
	day: Day;
	planId: string | null;
	by: Shape | "FALLBACK" | "MANUAL" | "HANDOVER";
	ruleId: string | null;
	areaId: string | null;
	topicId: string | null;
};

export type Routed = { postId: string; cause: "RULE" | "FALLBACK"; explanation: Explanation };

/** Which post answers for a place and topic on a day, by the plan in force. Null without a plan, or when it names nobody. */
export async function route(
	db: View["db"],
	asked: { ownerId: string; municipalityId: string | null; topicId: string | null; day: Day },
): Promise<Routed | null> {
	const { ownerId, municipalityId, topicId, day } = asked;
	const [plans, territory, bodies] = await Promise.all([
		plansInForce(db, ownerId),
		territoryOf(db, ownerId),
		bodiesAbove(db, municipalityId),
	]);
	const plan = plans.find((one) => covers(one, day));
	return plan ? routedBy(plan, cellOf(territory, bodies, topicId), day) : null;
}

/** The same for a plan and a cell that are known already. */
export function routedBy(plan: Plan, cell: ReturnType<typeof cellOf>, day: Day): Routed | null {
	const found = resolve(plan, cell, day);
	const base = { day, planId: plan.id };
	if (found.by === "rule") {
		const { id: ruleId, areaId, topicId } = found.rule;
		const explanation = { ...base, by: found.shape, ruleId, areaId, topicId };
		return { postId: found.postId, cause: "RULE", explanation };
	}
	if (found.by !== "fallback") return null;
	const explanation = { ...base, by: "FALLBACK" as const, ruleId: null, areaId: null, topicId: null };
	return { postId: found.postId, cause: "FALLBACK", explanation };
}
