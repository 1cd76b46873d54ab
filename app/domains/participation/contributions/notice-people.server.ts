import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { Locale } from "~/platform/i18n";
import type { Recipient } from "~/platform/manifest.server";
import { type ModerationRule, moderationRules } from "./contribution";

type Db = Prisma.TransactionClient;

/** Whoever wrote a text, with the language to write in; nobody when a guest's address is gone or the account was erased. */
export async function writerOf(
	db: Db,
	text: { authorId: string | null; guestEmail: string | null; locale: string },
): Promise<{ to: Recipient; locale: Locale } | null> {
	if (text.authorId) return { to: { personId: text.authorId }, locale: await localeOf(db, text.authorId) };
	const locale: Locale = text.locale === "en" ? "en" : "de";
	return text.guestEmail ? { to: { email: text.guestEmail, locale }, locale } : null;
}

/** The language of a person's mails. */
export async function localeOf(db: Db, personId: string): Promise<Locale> {
	const account = await db.account.findUnique({ where: { personId }, select: { locale: true } });
	return account?.locale === "en" ? "en" : "de";
}

/** People who hold the role of a moderator or participation manager at the organisation today, themselves or by post. */
export async function moderatorsOf(db: Db, organisationId: string, at: Date): Promise<string[]> {
	const day = today(at);
	const grants = await db.roleGrant.findMany({
		where: {
			role: { in: ["moderator", "participation-manager"] },
			scopeKind: "organisation",
			scopeId: organisationId,
			...inForce(day),
		},
		select: { personId: true, post: { select: { holdings: { where: inForce(day), select: { personId: true } } } } },
	});
	const people = grants.flatMap(({ personId, post }) => [
		...(personId ? [personId] : []),
		...(post?.holdings.map((holding) => holding.personId) ?? []),
	]);
	return [...new Set(people)].sort();
}

/** The rule of a moderation; what is no longer a rule counts as off the topic. */
export function ruleOf(rule: unknown): ModerationRule {
	return moderationRules.find((known) => known === rule) ?? "off-topic";
}
