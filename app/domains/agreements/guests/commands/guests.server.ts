import { inviteToOne, revokeLinks } from "~/domains/accounts/index.server";
import { command } from "~/platform/act.server";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import { contractName } from "../../contract-name";
import { checkTexts, type TextRefusal } from "../../drafting/text-check";
import { hasOwnPeople } from "../../on-behalf/queries/own-people.server";
import { mayLead, mayNameSignatory, maySpeakFor } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";

type Refused = "not-presented" | "already-invited" | "post-elsewhere" | "party-is-here" | TextRefusal;

/**
 * Invites somebody without an account to this one agreement, for one of its parties: by who speaks for that party, or by the
 * lead where nobody of it is on the platform. The mail leads to a password; signing asks for a second factor as for all.
 * After a step-up.
 * @param postId for which of the party's posts this person signs; null: reads and comments
 * @returns refused with "not-presented", "already-invited", "post-elsewhere", "party-is-here" (nobody else names a
 * signatory of a party that can do so itself, also not who acts on its behalf) or a forbidden character in the name
 */
export const inviteGuest = command(
	"agreements.invite-guest",
	async (
		world,
		input: {
			code: string;
			partyId: string;
			postId: string | null;
			email: string;
			givenName: string;
			familyName: string;
		},
	): Promise<Outcome<{ guestId: string }, Refused>> => {
		const agreement = await holdAgreement(world, input.code);
		const party = await world.db.agreementParty.findFirst({
			where: { id: input.partyId, agreementId: agreement.id },
			include: { organisation: { select: { id: true, name: true, registerType: true } } },
		});
		if (!party) throw new NotFound();
		const { organisation } = party;
		const ofParty = maySpeakFor(world.actor, { organisationId: organisation.id });
		if (!ofParty && !mayLead(world.actor, agreement)) throw new Forbidden();
		demandStepUp(world);
		if (agreement.state !== "presented" && agreement.state !== "frozen") return refused("not-presented");
		const texts = checkTexts({ givenName: input.givenName, familyName: input.familyName });
		if (!texts.done) return texts;
		if (input.postId !== null) {
			const there = await world.db.post.count({ where: { id: input.postId, organisationId: organisation.id } });
			if (there === 0) return refused("post-elsewhere", { field: "postId" });
			const names = mayNameSignatory(world.actor, { organisationId: organisation.id });
			if (!names && (await hasOwnPeople(world, organisation.id))) return refused("party-is-here", { field: "postId" });
		}
		const open = await world.db.agreementGuest.count({
			where: {
				agreementId: agreement.id,
				endedAt: null,
				invitation: { email: input.email, OR: [{ acceptedAt: { not: null } }, { expiresAt: { gt: world.now } }] },
			},
		});
		if (open > 0) return refused("already-invited", { field: "email" });
		const { invitationId } = await inviteToOne(world, {
			organisationId: ofParty ? organisation.id : agreement.ownerId,
			email: input.email,
			...texts.value,
			role: "signatory",
			scope: { kind: "agreement", id: agreement.id },
			title: agreement.title,
			forWhom: contractName(organisation),
		});
		const guestId = newId(world.now);
		await world.db.agreementGuest.create({
			data: {
				id: guestId,
				agreementId: agreement.id,
				partyId: party.id,
				postId: input.postId,
				invitationId,
				invitedAt: world.now,
			},
		});
		world.record({
			type: "agreements.guest.invited",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { guest: guestId, organisation: organisation.id, post: input.postId ?? "" },
		});
		return done({ guestId });
	},
);

/** Ends what a guest may do here, also before the invitation was accepted. What they signed stays. @throws NotFound */
export const endGuest = command(
	"agreements.end-guest",
	async (world, { code, guestId }: { code: string; guestId: string }): Promise<Outcome<null>> => {
		const agreement = await holdAgreement(world, code);
		const guest = await world.db.agreementGuest.findFirst({
			where: { id: guestId, agreementId: agreement.id, endedAt: null },
			include: { party: { select: { organisationId: true } } },
		});
		if (!guest) throw new NotFound();
		const { organisationId } = guest.party;
		if (!maySpeakFor(world.actor, { organisationId }) && !mayLead(world.actor, agreement)) throw new Forbidden();
		await world.db.agreementGuest.update({ where: { id: guest.id }, data: { endedAt: world.now } });
		await revokeLinks(world, { subject: { kind: "invitation", id: guest.invitationId } });
		world.record({
			type: "agreements.guest.ended",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { guest: guest.id, organisation: organisationId },
		});
		return done(null);
	},
);
