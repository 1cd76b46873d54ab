import { isOperator } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";

/**
 * Who runs the installation today or will, and who is invited to.
 * @throws Forbidden or SignInNeeded for others than operators
 */
export async function operatorsOf(view: View) {
	demand(isOperator, view.actor, null);
	const own = view.actor.kind === "person" ? view.actor.personId : null;
	const grants = await view.db.roleGrant.findMany({
		where: { role: "operator", OR: [{ validUntil: null }, { validUntil: { gt: today(view.now) } }] },
		select: { id: true, validFrom: true, personId: true, person: { select: { displayName: true } } },
		orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		take: 100,
	});
	const invitations = await view.db.invitation.findMany({
		where: { role: "operator", acceptedAt: null, revokedAt: null, expiresAt: { gt: view.now } },
		select: { id: true, email: true, givenName: true, familyName: true, expiresAt: true },
		orderBy: [{ createdAt: "desc" }, { id: "asc" }],
		take: 100,
	});
	return {
		operators: grants.map(({ person, personId, ...grant }) => ({
			...grant,
			name: person?.displayName ?? "–",
			self: personId !== null && personId === own,
		})),
		invitations,
	};
}
