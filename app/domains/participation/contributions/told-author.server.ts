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

/** Whoever wrote a text, with the language to write in; nobody when a guest's address is gone or the account was erased. */
export async function authorOf(
	db: Db,
	text: { authorId: string | null; guestEmail: string | null; locale: string },
): Promise<{ to: Recipient; locale: Locale } | null> {
	if (text.authorId) return { to: { personId: text.authorId }, locale: await localeOf(db, text.authorId) };
	const locale: Locale = text.locale === "en" ? "en" : "de";
	return text.guestEmail ? { to: { email: text.guestEmail, locale }, locale } : null;
}

/** The language to write to a person in. */
export async function localeOf(db: Db, personId: string): Promise<Locale> {
	const account = await db.account.findUnique({ where: { personId }, select: { locale: true } });
	return account?.locale === "en" ? "en" : "de";
}
