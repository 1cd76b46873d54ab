import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, type Refusal } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { lockedProcess } from "../../processes/queries/find-process.server";
import type { Grade, Principle } from "../assessment";
import { mayEvaluate } from "../policy.server";

/** One principle as it was filled in; `grade` null leaves it open. */
export type Assessment = { principle: Principle; grade: Grade | null; remark: string };

/**
 * Keeps the self-evaluation of a process as it stands now. Where a principle was kept in part or not at all, a remark says
 * what was missing; without one it is refused.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const assess = command(
	"participation.assess",
	async (
		world: ActWorld,
		{ processId, assessments }: { processId: string; assessments: readonly Assessment[] },
	): Promise<Outcome<null, "remark-missing">> => {
		const process = await lockedProcess(world, processId);
		demand(mayEvaluate, world.actor, process);
		const bare = assessments.filter(({ grade, remark }) => grade !== null && grade !== "kept" && remark.length < 3);
		if (bare.length > 0) {
			const refusals = bare.map(
				({ principle }): Refusal<"remark-missing"> => ({ code: "remark-missing", field: `remark-${principle}` }),
			);
			return { done: false, refusals };
		}
		for (const { principle, grade, remark } of assessments) {
			const where = { processId_principle: { processId, principle } };
			if (grade === null) {
				await world.db.processAssessment.deleteMany({ where: { processId, principle } });
				continue;
			}
			const data = { grade, remark, byId: personIdOf(world.actor), at: world.now };
			await world.db.processAssessment.upsert({ where, create: { processId, principle, ...data }, update: data });
		}
		world.record({
			type: "participation.process.assessed",
			subject: { kind: "process", id: processId },
			ownerId: process.organisationId,
			facts: { assessed: assessments.filter(({ grade }) => grade !== null).length },
		});
		return done(null);
	},
);
