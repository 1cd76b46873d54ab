import { randomInt } from "node:crypto";
import type { ActWorld } from "~/platform/act.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import { codeHash } from "../code-hash.server";
import { guestCodeLetter } from "../comment-letters.server";
import { confirmation } from "../contribution";
import { refusedByBan } from "../queries/ban.server";
import type { FoundContribution } from "../queries/find-contribution.server";

export type AskCodeRefusal = "too-many-codes" | "email-unreadable" | "banned";

/**
 * Sends a guest a six-digit code and a link for one act: a comment, or the support of a contribution. Both count for 48
 * hours; a new code for the same page makes the one before it invalid. Records the event of the asking act.
 * @param pageToken the secret in the address of the page where the code is typed in
 */
export async function sendGuestCode(
	world: ActWorld,
	{
		contribution,
		commentId,
		email,
		pageToken,
	}: { contribution: FoundContribution; commentId: string | null; email: string; pageToken: string },
): Promise<Outcome<null, AskCodeRefusal>> {
	const address = readMailAddress(email)?.toLowerCase();
	if (!address) return refused("email-unreadable", { field: "email" });
	const banned = await refusedByBan(world, { organisationId: contribution.organisationId, email: address });
	if (banned) return banned;
	const since = new Date(world.now.getTime() - 24 * 60 * 60 * 1000);
	// One after the other per address, so that parallel questions cannot pass the limit together.
	await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`guest-code:${address}`}, 0))`;
	const asked = await world.db.guestCode.count({ where: { createdAt: { gt: since }, email: address } });
	if (asked >= confirmation.codesPerDay) return refused("too-many-codes", { field: "email" });
	const pageHash = hashToken(pageToken);
	await world.db.guestCode.updateMany({
		where: { pageHash, usedAt: null, expiresAt: { gt: world.now } },
		data: { expiresAt: world.now },
	});
	const id = newId(world.now);
	const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
	const linkToken = newToken();
	await world.db.guestCode.create({
		data: {
			id,
			commentId,
			contributionId: commentId ? null : contribution.id,
			email: address,
			codeHash: codeHash(id, code),
			pageHash,
			linkHash: hashToken(linkToken),
			createdAt: world.now,
			expiresAt: new Date(world.now.getTime() + confirmation.hours * 60 * 60 * 1000),
		},
	});
	const purpose = commentId ? "comment" : "support";
	const letter = guestCodeLetter(world.locale, { contribution, purpose, code, linkToken });
	await queueMail(world, { key: `guest-code:${id}`, to: address, letter });
	world.record({
		type: "participation.guest-code.asked",
		subject: commentId ? { kind: "comment", id: commentId } : { kind: "contribution", id: contribution.id },
		ownerId: contribution.organisationId,
		facts: { purpose },
	});
	return done(null);
}
