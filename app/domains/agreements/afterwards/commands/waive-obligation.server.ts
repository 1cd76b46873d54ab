import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { fromStored, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayActFor } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";

type WaiveRefusal = "waiver-reason" | "waiver-done" | "waiver-agreed" | TextRefusal;

/**
 * A party does without one date of an obligation: the first one says why, the others agree to that. It counts on the day
 * on which the last party has agreed, and stays (entities of the specification: WAIVED needs all parties).
 * @param organisationId the party for which this person speaks
 * @param reason needed from the first party only
 * @returns whether it counts now; refused with "waiver-done" for what is met or waived already, "waiver-agreed" for a party
 * that has agreed, "waiver-reason" or what may not stand in a text
 * @throws NotFound for a date of another agreement, Forbidden for whoever does not speak for the party
 */
export const waiveObligation = command(
	"agreements.waive-obligation",
	async (
		world,
		input: { code: string; dateId: string; organisationId: string; reason: string },
	): Promise<Outcome<{ waived: boolean }, WaiveRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const { organisationId, dateId } = input;
		demand(mayActFor, world.actor, { ...agreement, organisationId });
		const date = await world.db.agreementObligationDate.findFirst({
			where: { id: dateId, obligation: { agreementId: agreement.id } },
			include: { waiver: { include: { consents: true } } },
		});
		if (!date || !agreement.partyIds.includes(organisationId)) throw new NotFound();
		if (date.doneOn || date.waivedOn) return refused("waiver-done");
		const agreed = new Set(date.waiver?.consents.map((consent) => consent.organisationId));
		if (agreed.has(organisationId)) return refused("waiver-agreed");
		const reason = checkText(input.reason);
		if (!reason.done) return reason;
		const personId = personIdOf(world.actor);
		const waiverId = date.waiver?.id ?? newId(world.now);
		if (!date.waiver) {
			if (reason.value === "") return refused("waiver-reason", { field: "reason" });
			await world.db.agreementWaiver.create({
				data: { id: waiverId, dateId, reason: reason.value, proposedById: personId, proposedAt: world.now },
			});
		}
		await world.db.agreementWaiverConsent.create({ data: { waiverId, organisationId, personId, at: world.now } });
		agreed.add(organisationId);
		const waived = agreement.partyIds.every((party) => agreed.has(party));
		if (waived) {
			await world.db.agreementObligationDate.update({ where: { id: dateId }, data: { waivedOn: today(world.now) } });
		}
		world.record({
			type: waived ? "agreements.obligation.waived" : "agreements.waiver.agreed",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { date: dateId, dueOn: fromStored(date.dueOn).toString(), waiver: waiverId, organisation: organisationId },
		});
		return done({ waived });
	},
);
