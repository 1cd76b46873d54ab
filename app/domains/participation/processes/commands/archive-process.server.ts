import { type ActWorld, command } from "~/platform/act.server";
import { done, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayArchiveProcess, mayManageProcesses } from "../policy.server";
import { processById } from "../queries/find-process.server";

/** Closes a published process for good: it stays readable, nothing can be done in it any more. */
export const archiveProcess = command(
	"participation.archive-process",
	async (world: ActWorld, { id }: { id: string }) => {
		const process = await processById(world, id);
		demand(mayManageProcesses, world.actor, process);
		if (!mayArchiveProcess(world.actor, process, world.now)) return refused("not-to-archive");
		const { count } = await world.db.process.updateMany({
			where: { id, archivedAt: null },
			data: { archivedAt: world.now },
		});
		if (count === 0) return refused("not-to-archive");
		world.record({
			type: "participation.process.archived",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
		});
		return done({ slug: process.slug });
	},
);
