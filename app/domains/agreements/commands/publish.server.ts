import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayActFor } from "../policy.server";
import { holdAgreement } from "../queries/find-agreement.server";
import { mayStep } from "../state";

/**
 * A party agrees that everybody may read the concluded agreement; it is public once all parties have.
 * @returns whether it is public now; refused with "step-not-now" or "published-already"
 */
export const agreeToPublication = command(
	"agreements.agree-to-publication",
	async (
		world,
		{ code, organisationId }: { code: string; organisationId: string },
	): Promise<Outcome<{ published: boolean }, "step-not-now" | "published-already">> => {
		const agreement = await holdAgreement(world, code);
		demand(mayActFor, world.actor, { ...agreement, organisationId });
		if (!agreement.partyIds.includes(organisationId)) throw new NotFound();
		if (!mayStep(agreement.state, "publish")) return refused("step-not-now");
		if (agreement.publishedBy.includes(organisationId)) return refused("published-already");
		await world.db.agreementPublication.create({
			data: { agreementId: agreement.id, organisationId, at: world.now },
		});
		const agreed = [...agreement.publishedBy, organisationId];
		const published = agreement.partyIds.every((id) => agreed.includes(id));
		world.record({
			type: published ? "agreements.agreement.published" : "agreements.publication.agreed",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { organisation: organisationId },
		});
		return done({ published });
	},
);
