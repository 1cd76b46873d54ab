import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayManageMeasures } from "../policy.server";
import { measureById } from "../queries/find-measure.server";
import { owesReports } from "../stage";
import { reportDueAfter } from "./move-measure.server";

export type Report = { id: string; progress: string; openProblems: string; nextSteps: string };

/**
 * Reports how a measure stands (Sachstand): what went on, and at least one open problem. Who only tells successes loses
 * trust at the first setback, so a report without a problem is refused.
 */
export const report = command("measures.report", async (world: ActWorld, { id, ...input }: Report) => {
	await world.db.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
	const measure = await measureById(world, id);
	demand(mayManageMeasures, world.actor, measure);
	if (measure.stage === "ENDED") return refused("measure-ended");
	if (input.progress.trim() === "") return refused("progress-missing", { field: "progress" });
	if (input.openProblems.trim() === "") return refused("problem-missing", { field: "openProblems" });
	const updateId = newId(world.now);
	await world.db.measureUpdate.create({
		data: {
			id: updateId,
			measureId: id,
			progress: input.progress.trim(),
			openProblems: input.openProblems.trim(),
			nextSteps: input.nextSteps.trim() || null,
			authorId: personIdOf(world.actor),
			at: world.now,
		},
	});
	if (owesReports(measure.stage)) {
		await world.db.measure.update({ where: { id }, data: { updateDueOn: reportDueAfter(today(world.now)) } });
	}
	world.record({
		type: "measures.measure.reported",
		subject: { kind: "measure", id },
		ownerId: measure.organisationId,
		facts: { update: updateId },
	});
	return done({ code: measure.code });
});
