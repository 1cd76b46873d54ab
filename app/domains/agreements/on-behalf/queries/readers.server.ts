import { inForce, today } from "~/platform/calendar.server";
import type { Locale } from "~/platform/i18n";
import type { View } from "~/platform/world.server";

export type Reader = { personId: string; locale: Locale };

const roles = ["staff", "organisation-admin", "signatory"];

/**
 * Who reads for a party in an agreement: people with an account who work or sign for it today, and its guests who sign here.
 * Each once, in no meaning of the order. Asks nobody: it is for messages.
 */
export async function readersOf(
	db: View["db"],
	{ agreementId, organisationId, at }: { agreementId: string; organisationId: string; at: Date },
): Promise<Reader[]> {
	const counting = inForce(today(at));
	const post = {
		organisationId,
		roleGrants: { some: { role: { in: roles }, scopeKind: "organisation", scopeId: organisationId, ...counting } },
	};
	const signing = { agreementSignatories: { some: { party: { agreementId, organisationId } } } };
	const accounts = await db.account.findMany({
		where: {
			person: {
				OR: [
					{ holdings: { some: { ...counting, post: { OR: [post, { organisationId, ...signing }] } } } },
					{
						roleGrants: {
							some: { ...counting, role: { in: roles }, scopeKind: "organisation", scopeId: organisationId },
						},
					},
				],
			},
		},
		orderBy: { personId: "asc" },
		take: 200,
		select: { personId: true, locale: true },
	});
	const guests = await db.agreementGuest.findMany({
		where: { agreementId, endedAt: null, postId: { not: null }, party: { organisationId } },
		select: { invitation: { select: { acceptedById: true } } },
		take: 100,
	});
	const guestAccounts = await db.account.findMany({
		where: { personId: { in: guests.flatMap(({ invitation }) => invitation.acceptedById ?? []) } },
		select: { personId: true, locale: true },
	});
	const all = [...accounts, ...guestAccounts].map(
		({ personId, locale }): Reader => ({ personId, locale: locale === "en" ? "en" : "de" }),
	);
	return [...new Map(all.map((one) => [one.personId, one])).values()];
}
