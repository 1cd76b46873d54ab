import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayRecordResolutions } from "../policy.server";
import { lockedResolution } from "../queries/find-resolution.server";
import { type ResolutionInput, type ResolutionValueRefusal, resolutionValues } from "./resolution-values.server";

/**
 * Changes what is written down. Once it is public, everybody reads when it was corrected and what was wrong.
 * Refused when somebody else changed it since `revision` was read. A new address has not been checked yet.
 */
export const correctResolution = command(
	"council.correct-resolution",
	async (
		world: ActWorld,
		{
			id,
			revision,
			correctionNote,
			...input
		}: ResolutionInput & { id: string; revision: number; correctionNote: string },
	): Promise<Outcome<{ code: string }, ResolutionValueRefusal | "changed-meanwhile" | "correction-note-missing">> => {
		const found = await lockedResolution(world, id);
		demand(mayRecordResolutions, world.actor, found);
		if (found.revision !== revision) return refused("changed-meanwhile");
		const isPublic = found.publishedAt !== null;
		if (isPublic && correctionNote === "") return refused("correction-note-missing", { field: "correctionNote" });
		const values = resolutionValues(input, world.now);
		if (!values.done) return values;
		await world.db.resolution.update({
			where: { id },
			data: {
				...values.value,
				revision: { increment: 1 },
				...(values.value.address !== found.address && { linkState: "unchecked", linkCheckedAt: null }),
				...(isPublic && { correctedAt: world.now, correctionNote }),
			},
		});
		world.record({
			type: isPublic ? "council.resolution.corrected" : "council.resolution.changed",
			subject: { kind: "resolution", id },
			ownerId: found.organisationId,
			facts: { revision: revision + 1, outcome: values.value.outcome, before: found.outcome },
		});
		return done({ code: found.code });
	},
);
