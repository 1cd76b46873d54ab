import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayLead } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { after, mayStep } from "../../state";

async function move(
	world: ActWorld,
	code: string,
	step: "present" | "take-back",
): Promise<Outcome<null, "step-not-now">> {
	const agreement = await holdAgreement(world, code);
	demand(mayLead, world.actor, agreement);
	if (!mayStep(agreement.state, step)) return refused("step-not-now");
	await world.db.agreement.update({ where: { id: agreement.id }, data: { state: after(agreement.state, step) } });
	world.record({
		type: `agreements.agreement.${step === "present" ? "presented" : "taken-back"}`,
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
	});
	return done(null);
}

/** Shows the draft to its parties: "liegt den Partnern vor". */
export const present = command("agreements.present", (world, { code }: { code: string }) =>
	move(world, code, "present"),
);

/** Takes the draft back; the partners no longer see it. */
export const takeBack = command("agreements.take-back", (world, { code }: { code: string }) =>
	move(world, code, "take-back"),
);
