import { dayOf, inForce, today } from "~/platform/calendar.server";
import { Forbidden } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { mayLead, maySpeakFor } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";

/** The parties for which this reader invites, their posts, and who is invited. @throws Forbidden for who speaks for none */
export async function guestsPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const leads = mayLead(view.actor, agreement);
	const day = today(view.now);
	const rows = await view.db.agreementParty.findMany({
		where: { agreementId: agreement.id },
		orderBy: { position: "asc" },
		include: {
			organisation: {
				select: {
					id: true,
					name: true,
					registerType: true,
					posts: {
						where: inForce(day),
						orderBy: [{ label: "asc" }, { id: "asc" }],
						take: 100,
						select: { id: true, label: true },
					},
				},
			},
			guests: {
				where: { endedAt: null },
				orderBy: { invitedAt: "asc" },
				include: { invitation: true, post: { select: { label: true } } },
			},
		},
	});
	const mine = rows.filter(({ organisationId }) => leads || maySpeakFor(view.actor, { organisationId }));
	if (mine.length === 0) throw new Forbidden();
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		open: agreement.state === "presented" || agreement.state === "frozen",
		parties: mine.map(({ id, organisation, guests }) => ({
			id,
			name: contractName(organisation),
			posts: organisation.posts,
			guests: guests.map(({ id: guestId, invitation, post }) => ({
				id: guestId,
				name: `${invitation.givenName} ${invitation.familyName}`.trim(),
				email: invitation.email,
				post: post?.label ?? null,
				accepted: invitation.acceptedAt !== null,
				over: invitation.acceptedAt === null && invitation.expiresAt <= view.now,
				day: dayOf(invitation.acceptedAt ?? invitation.expiresAt).toString(),
			})),
		})),
	};
}

/** The agreements to which this reader was invited as a guest, for "Heute zu tun". */
export async function invitedTo(view: View): Promise<string[]> {
	const { actor } = view;
	if (actor.kind !== "person") return [];
	const ids = actor.grants.flatMap(({ scope }) => (scope.kind === "agreement" ? [scope.id] : []));
	if (ids.length === 0) return [];
	const rows = await view.db.agreement.findMany({
		where: {
			id: { in: ids },
			state: { in: ["presented", "frozen"] },
			guests: { some: { endedAt: null, invitation: { acceptedById: actor.personId } } },
		},
		orderBy: { id: "asc" },
		take: 50,
		select: { code: true },
	});
	return rows.map(({ code }) => code);
}
