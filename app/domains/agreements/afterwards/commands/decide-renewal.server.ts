import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import type { RenewalDecision } from "../radar";

/**
 * Notes what an organisation decided about something that ends: renew, renegotiate or let it end; with a reason. A later
 * decision takes the place of an earlier one, the audit log keeps both.
 * @param endsOn first day after
 * @returns refused with "reason-missing"
 * @throws NotFound when the organisation has nothing to decide about it
 */
export const decideRenewal = command(
	"agreements.decide-renewal",
	async (
		world,
		input: {
			organisationId: string;
			subjectKind: "agreement" | "existing-contract";
			subjectId: string;
			endsOn: string;
			decision: RenewalDecision;
			reason: string;
		},
	): Promise<Outcome<null, "reason-missing" | TextRefusal>> => {
		const { organisationId, subjectKind, subjectId, decision } = input;
		demand(mayLead, world.actor, { ownerId: organisationId });
		const endsOn = parseDay(input.endsOn);
		const known =
			subjectKind === "agreement"
				? await world.db.agreement.count({
						where: { id: subjectId, state: "concluded", parties: { some: { organisationId } } },
					})
				: await world.db.existingContract.count({ where: { id: subjectId, ownerId: organisationId } });
		if (!endsOn || known === 0) throw new NotFound();
		const reason = checkText(input.reason);
		if (!reason.done) return { done: false, refusals: reason.refusals.map((one) => ({ ...one, field: "reason" })) };
		if (reason.value === "") return refused("reason-missing", { field: "reason" });
		const decided = {
			decision,
			reason: reason.value,
			decidedById: personIdOf(world.actor),
			decidedOn: today(world.now),
		};
		const about = { organisationId, subjectKind, subjectId, endsOn };
		await world.db.agreementRenewal.upsert({
			where: { organisationId_subjectKind_subjectId_endsOn: about },
			create: { id: newId(world.now), ...about, ...decided },
			update: decided,
		});
		world.record({
			type: "agreements.renewal.decided",
			subject: { kind: subjectKind, id: subjectId },
			ownerId: organisationId,
			facts: { decision, endsOn: input.endsOn },
		});
		return done(null);
	},
);
