import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { RichText } from "~/platform/rich-text/schema";
import { lockedProcess } from "../../processes/queries/find-process.server";
import { mayEvaluate } from "../policy.server";

/**
 * Keeps the final report of a process; published, everybody reads it on the page of the evaluation. A later text replaces
 * it, and taking it back makes it a draft again.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const writeReport = command(
	"participation.write-report",
	async (
		world: ActWorld,
		{ processId, text, publish }: { processId: string; text: RichText; publish: boolean },
	): Promise<Outcome<{ published: boolean }, never>> => {
		const process = await lockedProcess(world, processId);
		demand(mayEvaluate, world.actor, process);
		const before = await world.db.processReport.findUnique({ where: { processId } });
		const data = {
			text: { ...text },
			changedById: personIdOf(world.actor),
			changedAt: world.now,
			publishedAt: publish ? (before?.publishedAt ?? world.now) : null,
		};
		await world.db.processReport.upsert({ where: { processId }, create: { processId, ...data }, update: data });
		world.record({
			type: publish ? "participation.report.published" : "participation.report.written",
			subject: { kind: "process", id: processId },
			ownerId: process.organisationId,
		});
		return done({ published: publish });
	},
);
