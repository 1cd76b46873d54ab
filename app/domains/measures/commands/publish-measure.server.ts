import { type ActWorld, command } from "~/platform/act.server";
import { done, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageMeasures } from "../policy.server";
import { measureById } from "../queries/find-measure.server";
import { tellConcerns } from "./move-measure.server";

/** Shows the measure to everybody, for good: what was public stays part of the public record. */
export const publishMeasure = command("measures.publish-measure", async (world: ActWorld, { id }: { id: string }) => {
	const found = await measureById(world, id);
	demand(mayManageMeasures, world.actor, found);
	if (!found.spaceIsOpen) return refused("no-space");
	const { count } = await world.db.measure.updateMany({
		where: { id, publishedAt: null },
		data: { publishedAt: world.now },
	});
	if (count === 0) return refused("already-published");
	world.record({
		type: "measures.measure.published",
		subject: { kind: "measure", id },
		ownerId: found.organisationId,
	});
	await tellConcerns(world, { ...found, publishedAt: world.now });
	return done({ code: found.code });
});
