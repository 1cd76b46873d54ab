import { inviteGuest } from "~/domains/agreements/guests/commands/guests.server";
import type { Actor } from "~/platform/actor";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { steppedUp } from "./agreements";
import { must } from "./outcome";

type Person = Extract<Actor, { kind: "person" }>;

/**
 * A guest of a party, invited by the world's actor, as the accounts domain leaves them behind once they have accepted.
 * @param postId for which of the party's posts they sign; null: they read and comment
 */
export async function agreementGuest(
	world: World & { actor: Person },
	{
		code,
		organisationId,
		familyName,
		postId,
	}: { code: string; organisationId: string; familyName: string; postId: string | null },
): Promise<{ guestId: string; guest: Person }> {
	const { db, actor, now } = world;
	const party = await db.agreementParty.findFirstOrThrow({ where: { agreement: { code }, organisationId } });
	const email = `${familyName.toLowerCase()}@gast.example`;
	const invited = { code, partyId: party.id, postId, email, givenName: "Gerda", familyName };
	const { guestId } = must(await inviteGuest(steppedUp(world, actor), invited));
	const { agreementId, invitationId } = await db.agreementGuest.findUniqueOrThrow({ where: { id: guestId } });
	const personId = newId(now);
	await db.person.create({ data: { id: personId, displayName: familyName, givenName: "Gerda", familyName } });
	await db.invitation.update({ where: { id: invitationId }, data: { acceptedAt: now, acceptedById: personId } });
	const scope = { kind: "agreement" as const, id: agreementId };
	const grants = [{ role: "signatory" as const, scope, postId: null, onBehalfOfId: null, deputy: false }];
	return { guestId, guest: { ...actor, accountId: newId(now), personId, grants } };
}
