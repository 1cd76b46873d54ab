import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { actingAs, mayPlan } from "../../policy.server";
import { type Axis, isPrecedence, type Shape, usualPrecedence } from "../coverage-plan";
import { namedBy } from "../queries/plans.server";

export type PlanWanted = {
	ownerId: string;
	name: string;
	axis: Axis;
	/** Which shape of rule is asked first; the axis' usual order when left out. */
	precedence?: readonly Shape[];
	validFrom: Date;
	/** First day on which it no longer counts; null for open. */
	validUntil: Date | null;
	/** Why it is so, for citizens. */
	reason: string;
	fallbackPostId: string | null;
};

/**
 * Drafts a plan; it counts only when it is approved.
 * @returns its id; refused with "period-empty", "precedence-wrong", "post-elsewhere"
 * @throws NotFound for an owner that is not there; Forbidden or SignInNeeded
 */
export const createPlan = command(
	"guides.create-plan",
	async (
		world,
		{ ownerId, name, axis, precedence = usualPrecedence(axis), validFrom, validUntil, reason, ...wanted }: PlanWanted,
	): Promise<Outcome<{ planId: string }, "period-empty" | "precedence-wrong" | "post-elsewhere">> => {
		const { db, actor, now } = world;
		if ((await db.organisation.count({ where: { id: ownerId } })) === 0) throw new NotFound();
		demand(mayPlan, actor, { organisationId: ownerId });
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		if (!isPrecedence(precedence)) return refused("precedence-wrong", { field: "axis" });
		const { fallbackPostId } = wanted;
		if (fallbackPostId) {
			const found = await db.post.count({ where: { id: fallbackPostId, ...namedBy(ownerId, today(now)) } });
			if (found === 0) return refused("post-elsewhere", { field: "fallbackPost" });
		}
		const id = newId(now);
		await db.coveragePlan.create({
			data: {
				id,
				ownerId,
				name,
				axis,
				precedence: [...precedence],
				validFrom,
				validUntil,
				reason,
				fallbackPostId,
				createdAt: now,
			},
		});
		const facts = { axis, fallbackPost: fallbackPostId };
		world.record({
			type: "guides.plan.created",
			subject: { kind: "coverage-plan", id },
			...actingAs(actor, ownerId).recorded,
			facts,
		});
		return done({ planId: id });
	},
);
