import { resultForConcerns } from "~/domains/guides/index.server";
import type { ActWorld } from "~/platform/act.server";
import { daysFrom, fromStored, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { FoundMeasure } from "../queries/find-measure.server";
import { areAnswering } from "../queries/posts.server";
import { dayRefused, owesReports, type Stage, type StepDay } from "../stage";

export type Step = {
	to: Stage;
	/** The day it counts from. */
	on: Date;
	reason: string;
	/** The post that answers for the step. */
	postId: string;
};
export type StepRefusal = StepDay | "post-unknown" | "reason-missing";

/** Months within which the next honest report is owed. */
const reportMonths = 3;

/**
 * Takes one step: the transition, then the stage it leads to. Part of the acts that have asked what the step asks; the
 * caller holds the row lock of the measure, and has looked the step up in the table.
 */
export async function move(world: ActWorld, measure: FoundMeasure, step: Step): Promise<Outcome<null, StepRefusal>> {
	const last = await world.db.measureTransition.findUniqueOrThrow({
		where: { measureId_position: { measureId: measure.id, position: measure.moves } },
	});
	const day = dayRefused({ on: step.on, today: today(world.now), lastStep: last.onDay });
	if (day) return refused(day, { field: "on" });
	if (step.reason.trim() === "") return refused("reason-missing", { field: "reason" });
	if (!(await areAnswering(world, measure.organisationId, [step.postId]))) {
		return refused("post-unknown", { field: "postId" });
	}
	const position = measure.moves + 1;
	await world.db.measureTransition.create({
		data: {
			measureId: measure.id,
			position,
			fromStage: measure.stage,
			toStage: step.to,
			onDay: step.on,
			reason: step.reason.trim(),
			postId: step.postId,
			recordedAt: world.now,
		},
	});
	await world.db.measure.update({
		where: { id: measure.id },
		data: {
			stage: step.to,
			moves: position,
			updateDueOn: owesReports(step.to) ? reportDueAfter(step.on) : null,
		},
	});
	world.record({
		type: "measures.measure.moved",
		subject: { kind: "measure", id: measure.id },
		ownerId: measure.organisationId,
		postId: step.postId,
		facts: { from: measure.stage, to: step.to, position, on: fromStored(step.on).toString() },
	});
	await tellConcerns(world, { ...measure, stage: step.to });
	return done(null);
}

/** Stages of which people who wanted it hear: it is tried, it stays, it ended. */
const results: readonly Stage[] = ["PILOT", "REGULAR", "ENDED"];

/** Brings the stage back to the concerns behind the measure, where everybody may read it. */
export async function tellConcerns(
	world: ActWorld,
	{ id, stage, publishedAt }: { id: string; stage: Stage; publishedAt: Date | null },
): Promise<void> {
	if (publishedAt && results.includes(stage)) await resultForConcerns(world, { kind: "measure", id });
}

/** The day by which the next report is owed after one of this day. */
export function reportDueAfter(day: Date): Date {
	const from = fromStored(day);
	return daysFrom(day, from.until(from.add({ months: reportMonths })).days);
}
