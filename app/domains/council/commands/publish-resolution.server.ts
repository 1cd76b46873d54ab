import { resultForConcerns } from "~/domains/guides/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayRecordResolutions } from "../policy.server";
import { aboutOf, resolutionById } from "../queries/find-resolution.server";

/**
 * Shows the resolution to everybody, for good. Where a recommendation or a process lay before the body, it must say first
 * whether the resolution follows it.
 */
export const publishResolution = command(
	"council.publish-resolution",
	async (world: ActWorld, { id }: { id: string }) => {
		const found = await resolutionById(world, id);
		demand(mayRecordResolutions, world.actor, found);
		if (!found.spaceIsOpen) return refused("no-space");
		const about = await aboutOf(world, id);
		if (found.deviation === null && about.some(({ kind }) => kind === "recommendation" || kind === "process")) {
			return refused("deviation-missing");
		}
		const { count } = await world.db.resolution.updateMany({
			where: { id, publishedAt: null },
			data: { publishedAt: world.now },
		});
		if (count === 0) return refused("already-published");
		world.record({
			type: "council.resolution.published",
			subject: { kind: "resolution", id },
			ownerId: found.organisationId,
			facts: { outcome: found.outcome, deviates: found.deviation === "deviates" },
		});
		await resultForConcerns(world, { kind: "resolution", id });
		return done({ code: found.code });
	},
);
