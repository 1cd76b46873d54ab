import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { fromStored, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { keepWord, partyWord } from "../../on-behalf/commands/party-word.server";
import type { DecisionGiven, OnBehalfRefusal } from "../../on-behalf/on-behalf";
import { mayActFor, mayBind } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";

type WaiveRefusal = "waiver-reason" | "waiver-done" | "waiver-agreed" | OnBehalfRefusal | TextRefusal;

/**
 * A party does without one date of an obligation: the first one says why, the others agree to that. It counts on the day
 * on which the last party has agreed, and stays (entities of the specification: WAIVED needs all parties). The others are
 * told of a proposal, and all of its end.
 * @param organisationId the party for which this person speaks
 * @param reason needed from the first party only
 * @param decision where the word is given on behalf: what it rests on
 * @returns whether it counts now; refused with "waiver-done" for what is met or waived already, "waiver-agreed" for a party
 * that has agreed, "waiver-reason" or what may not stand in a text
 * @throws NotFound for a date of another agreement, Forbidden for whoever does not speak for the party
 */
export const waiveObligation = command(
	"agreements.waive-obligation",
	async (
		world,
		input: {
			code: string;
			dateId: string;
			organisationId: string;
			reason: string;
			decision?: Omit<DecisionGiven, "document"> | null;
		},
	): Promise<Outcome<{ waived: boolean }, WaiveRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const { organisationId, dateId } = input;
		demand(mayActFor, world.actor, { ...agreement, organisationId });
		const date = await world.db.agreementObligationDate.findFirst({
			where: { id: dateId, obligation: { agreementId: agreement.id } },
			include: { waivers: { where: { end: null }, include: { consents: true } } },
		});
		if (!date || !agreement.partyIds.includes(organisationId)) throw new NotFound();
		if (date.doneOn || date.waivedOn) return refused("waiver-done");
		const [waiver] = date.waivers;
		const agreed = new Set(waiver?.consents.map((consent) => consent.organisationId));
		if (agreed.has(organisationId)) return refused("waiver-agreed");
		const reason = checkText(input.reason);
		if (!reason.done) return reason;
		const personId = personIdOf(world.actor);
		const waiverId = waiver?.id ?? newId(world.now);
		if (!waiver && reason.value === "") return refused("waiver-reason", { field: "reason" });
		const about = { act: "waiver" as const, subjectId: waiverId, organisationId };
		const word = await partyWord(world, agreement, {
			...about,
			sides: [...agreed],
			decision: input.decision ? { ...input.decision, document: false } : null,
		});
		if (!word.done) return word;
		if (!waiver) {
			const proposed = { proposedForId: organisationId, proposedById: personId, proposedAt: world.now };
			await world.db.agreementWaiver.create({ data: { id: waiverId, dateId, reason: reason.value, ...proposed } });
		}
		await world.db.agreementWaiverConsent.create({ data: { waiverId, organisationId, personId, at: world.now } });
		await keepWord(world, agreement, word.value, about);
		agreed.add(organisationId);
		const waived = agreement.partyIds.every((party) => agreed.has(party));
		if (waived) {
			await world.db.agreementObligationDate.update({ where: { id: dateId }, data: { waivedOn: today(world.now) } });
		}
		world.record({
			type: waived
				? "agreements.obligation.waived"
				: waiver
					? "agreements.waiver.agreed"
					: "agreements.waiver.proposed",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { date: dateId, dueOn: fromStored(date.dueOn).toString(), waiver: waiverId, organisation: organisationId },
		});
		return done({ waived });
	},
);

/**
 * A proposed waiver comes to nothing: the party that proposed it takes it back, or another one declines. It stays on the page
 * with who said so; the date stays due, and a waiver can be proposed anew. By a party's own people.
 * @returns refused with "waiver-done" when it counts already or has ended, "waiver-agreed" for a party that has agreed (its
 * word stays; only who proposed takes back), "waiver-reason" for declining without one, or what may not stand in a text
 * @throws NotFound for a waiver of another agreement, Forbidden for whoever does not bind the party
 */
export const endWaiver = command(
	"agreements.end-waiver",
	async (
		world,
		input: { code: string; waiverId: string; organisationId: string; reason: string },
	): Promise<
		Outcome<{ kind: "withdrawn" | "declined" }, "waiver-done" | "waiver-agreed" | "waiver-reason" | TextRefusal>
	> => {
		const agreement = await holdAgreement(world, input.code);
		const { organisationId, waiverId } = input;
		demand(mayBind, world.actor, { ...agreement, organisationId });
		const waiver = await world.db.agreementWaiver.findFirst({
			where: { id: waiverId, date: { obligation: { agreementId: agreement.id } } },
			include: { end: true, consents: true, date: { select: { waivedOn: true, doneOn: true } } },
		});
		if (!waiver || !agreement.partyIds.includes(organisationId)) throw new NotFound();
		if (waiver.end || waiver.date.waivedOn || waiver.date.doneOn) return refused("waiver-done");
		const kind = waiver.proposedForId === organisationId ? "withdrawn" : "declined";
		const agreed = waiver.consents.some((consent) => consent.organisationId === organisationId);
		if (kind === "declined" && agreed) return refused("waiver-agreed");
		const reason = checkText(input.reason);
		if (!reason.done) return reason;
		if (kind === "declined" && reason.value === "") return refused("waiver-reason", { field: "endReason" });
		await world.db.agreementWaiverEnd.create({
			data: { waiverId, kind, organisationId, reason: reason.value, personId: personIdOf(world.actor), at: world.now },
		});
		world.record({
			type: `agreements.waiver.${kind}`,
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { date: waiver.dateId, waiver: waiverId, organisation: organisationId },
		});
		return done({ kind });
	},
);
