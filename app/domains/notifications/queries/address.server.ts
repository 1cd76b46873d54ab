import type { Locale } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import type { View } from "~/platform/world.server";

/**
 * Where a person is reached by mail: the address of the account (which exists only once it is confirmed), its language, and
 * how they want to be called.
 * @returns null when there is no such person (any more); `email` is null without an account
 */
export async function reachedAt(
	db: View["db"],
	personId: string,
): Promise<{ email: string | null; locale: Locale; displayName: string } | null> {
	const person = await db.person.findUnique({
		where: { id: personId, erasedAt: null },
		select: { displayName: true, account: { select: { email: true, locale: true } } },
	});
	if (!person) return null;
	const { account, displayName } = person;
	return {
		email: account?.email ?? null,
		locale: account?.locale === "en" ? "en" : "de",
		displayName,
	};
}

const house = { name: "Gemeinwerk" };

/** Who writes: the organisation under the name of its space, with its telephone and mailbox; otherwise the house itself. */
export async function senderOf(db: View["db"], ownerId: string): Promise<Letter["sender"]> {
	const organisation = await db.organisation.findUnique({
		where: { id: ownerId },
		select: { shortName: true, space: { select: { name: true, phone: true, email: true } } },
	});
	if (!organisation) return house;
	const { space, shortName } = organisation;
	return {
		name: space?.name ?? shortName,
		lines: [space?.phone, space?.email].filter((line): line is string => Boolean(line)),
	};
}
