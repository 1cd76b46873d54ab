import type { Prisma } from "~/platform/database/generated/client";
import type { Locale } from "~/platform/i18n";
import type { Recipient } from "~/platform/manifest.server";

type Db = Prisma.TransactionClient;

/** A contribution with what letters about it need, or null. */
export async function toldContribution(db: Db, id: string) {
	return db.contribution.findUnique({
		where: { id },
		include: { process: { include: { organisation: { select: { space: { select: { slug: true } } } } } } },
	});
}
export type Told = NonNullable<Awaited<ReturnType<typeof toldContribution>>>;

/** The author, with the language to write in; nobody when a guest's address is gone or the account was erased. */
export async function authorOf(db: Db, contribution: Told): Promise<{ to: Recipient; locale: Locale } | null> {
	if (contribution.authorId) {
		return { to: { personId: contribution.authorId }, locale: await localeOf(db, contribution.authorId) };
	}
	const locale: Locale = contribution.locale === "en" ? "en" : "de";
	return contribution.guestEmail ? { to: { email: contribution.guestEmail, locale }, locale } : null;
}

/** The language to write to a person in. */
export async function localeOf(db: Db, personId: string): Promise<Locale> {
	const account = await db.account.findUnique({ where: { personId }, select: { locale: true } });
	return account?.locale === "en" ? "en" : "de";
}
