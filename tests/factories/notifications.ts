import type { Actor } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { newId } from "~/platform/tokens.server";

/** Somebody with a confirmed address, as the accounts' commands leave it behind. */
export async function recipient(
	db: PrismaClient,
	{ email, locale = "de", now }: { email: string; locale?: "de" | "en"; now: Date },
): Promise<{ personId: string; actor: Extract<Actor, { kind: "person" }> }> {
	const personId = newId(now);
	await db.person.create({ data: { id: personId, displayName: email.split("@")[0] ?? email } });
	const account = await db.account.create({
		data: { personId, email, emailConfirmedAt: now, locale, createdAt: now },
	});
	return {
		personId,
		actor: {
			kind: "person",
			accountId: account.id,
			personId,
			displayName: email,
			sessionId: "session",
			secondFactor: false,
			steppedUpAt: null,
			grants: [],
			pass: null,
		},
	};
}
