import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { mayPlan } from "../../policy.server";
import { namedBy } from "../queries/plans.server";
import { lockedPlan } from "./draft-plan.server";

type RuleWanted = {
	ownerId: string;
	planId: string;
	/** Null for all areas. */
	areaId: string | null;
	/** Null for all topics. */
	topicId: string | null;
	postId: string;
	level?: "PRIMARY" | "SECONDARY";
	/** The plan's own days when left out. */
	validFrom?: Date;
	validUntil?: Date | null;
};

type Refused =
	| "plan-approved"
	| "area-unknown"
	| "topic-unknown"
	| "post-elsewhere"
	| "period-empty"
	| "outside-plan"
	| "rule-there";

/**
 * Says in a draft which post answers for an area and a topic.
 * @returns its id; refused with "rule-there" when another post is the primary one for that cell on one of these days, and
 * with the other codes of `Refused`
 * @throws NotFound for a plan that is not there; Forbidden or SignInNeeded
 */
export const addRule = command(
	"guides.add-rule",
	async (world, input: RuleWanted): Promise<Outcome<{ ruleId: string }, Refused>> => {
		const { db, now } = world;
		const { plan, recorded } = await lockedPlan(world, input, mayPlan);
		const { ownerId, planId, areaId, topicId, postId, level = "PRIMARY" } = input;
		const { validFrom = plan.validFrom, validUntil = plan.validUntil } = input;
		if (plan.approvedAt) return refused("plan-approved");
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		const tooEarly = validFrom < plan.validFrom;
		const tooLate = plan.validUntil !== null && (validUntil === null || validUntil > plan.validUntil);
		if (tooEarly || tooLate) return refused("outside-plan", { field: tooEarly ? "firstDay" : "lastDay" });
		if (areaId && (await db.area.count({ where: { id: areaId, ownerId } })) === 0) {
			return refused("area-unknown", { field: "area" });
		}
		if (topicId && (await db.topic.count({ where: { id: topicId, ownerId } })) === 0) {
			return refused("topic-unknown", { field: "topic" });
		}
		if ((await db.post.count({ where: { id: postId, ...namedBy(ownerId, today(now)) } })) === 0) {
			return refused("post-elsewhere", { field: "post" });
		}
		const id = newId(now);
		const written = await kept(
			db.coverageRule.create({ data: { id, planId, areaId, topicId, postId, level, validFrom, validUntil } }),
			{ coverage_rule_primary_once: { code: "rule-there" as const, field: "area" } },
		);
		if (!written.done) return written;
		world.record({
			type: "guides.rule.added",
			subject: { kind: "coverage-plan", id: planId },
			...recorded,
			facts: { rule: id, area: areaId, topic: topicId, post: postId, level },
		});
		return done({ ruleId: id });
	},
);

/** Takes a rule out of a draft. Refused with "plan-approved". @throws NotFound when it is not there; Forbidden, SignInNeeded */
export const removeRule = command(
	"guides.remove-rule",
	async (
		world,
		input: { ownerId: string; planId: string; ruleId: string },
	): Promise<Outcome<null, "plan-approved">> => {
		const { plan, recorded } = await lockedPlan(world, input, mayPlan);
		if (plan.approvedAt) return refused("plan-approved");
		const { count } = await world.db.coverageRule.deleteMany({ where: { id: input.ruleId, planId: plan.id } });
		if (count === 0) throw new NotFound();
		world.record({
			type: "guides.rule.removed",
			subject: { kind: "coverage-plan", id: plan.id },
			...recorded,
			facts: { rule: input.ruleId },
		});
		return done(null);
	},
);
