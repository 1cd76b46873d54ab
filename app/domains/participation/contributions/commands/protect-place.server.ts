import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayModerate } from "../policy.server";

/** Says for a place whether browsers prove a little work before a text of somebody signed in appears at once. */
export const protectPlace = command(
	"participation.protect-place",
	async (
		world: ActWorld,
		{ organisationId, proofOfWork }: { organisationId: string; proofOfWork: boolean },
	): Promise<Outcome<null>> => {
		demand(mayModerate, world.actor, { organisationId });
		await world.db.placeProtection.upsert({
			where: { organisationId },
			create: { organisationId, proofOfWork },
			update: { proofOfWork },
		});
		world.record({
			type: "participation.place.protected",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { proofOfWork },
		});
		return done(null);
	},
);
