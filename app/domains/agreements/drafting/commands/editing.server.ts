import type { ActWorld } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayLead } from "../../policy.server";
import { type Found, holdAgreement } from "../../queries/find-agreement.server";
import { mayStep } from "../../state";

/**
 * Holds a draft for a change by its lead party and notes that it changed.
 * @param chapter which part, for the log
 * @returns the agreement; refused with "not-editable" once it is frozen
 */
export async function holdForEditing(
	world: ActWorld,
	code: string,
	chapter: string,
): Promise<Outcome<Found, "not-editable">> {
	const agreement = await holdAgreement(world, code);
	demand(mayLead, world.actor, agreement);
	if (!mayStep(agreement.state, "edit")) return refused("not-editable");
	await world.db.agreement.update({ where: { id: agreement.id }, data: { changes: { increment: 1 } } });
	world.record({
		type: "agreements.draft.changed",
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
		facts: { chapter },
	});
	return done(agreement);
}
