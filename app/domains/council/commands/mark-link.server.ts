import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayRecordResolutions } from "../policy.server";
import { resolutionById } from "../queries/find-resolution.server";
import type { LinkState } from "../resolution";

/** Says whether the address still leads to the resolution, seen by a person. */
export const markLink = command(
	"council.mark-link",
	async (
		world: ActWorld,
		{ id, state }: { id: string; state: LinkState },
	): Promise<Outcome<null, "address-missing">> => {
		const found = await resolutionById(world, id);
		demand(mayRecordResolutions, world.actor, found);
		if (found.address === null) return refused("address-missing");
		await world.db.resolution.update({ where: { id }, data: { linkState: state, linkCheckedAt: world.now } });
		world.record({
			type: "council.resolution.link-checked",
			subject: { kind: "resolution", id },
			ownerId: found.organisationId,
			facts: { state, before: found.linkState },
		});
		return done(null);
	},
);
