import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";

/** Where a municipality gets post: the mailbox of its place, else of its first post that has one. Null without any. */
export async function mailboxOf(
	db: Prisma.TransactionClient,
	organisationId: string,
	at: Date,
): Promise<string | null> {
	const space = await db.space.findUnique({ where: { organisationId }, select: { email: true } });
	if (space?.email) return space.email;
	const post = await db.post.findFirst({
		where: { organisationId, mailbox: { not: null }, ...inForce(today(at)) },
		select: { mailbox: true },
		orderBy: [{ kind: "asc" }, { id: "asc" }],
	});
	return post?.mailbox ?? null;
}
