import { command } from "~/platform/act.server";
import { done, NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayCareForMail } from "../policy.server";

/** Tries a mail again that was given up or waits for its next attempt; three days after it was written one attempt is left. */
export const retryMail = command("notifications.retry-mail", async (world, { id }: { id: string }) => {
	demand(mayCareForMail, world.actor, null);
	const { count } = await world.db.mail.updateMany({
		where: { id, sentAt: null, OR: [{ failedAt: { not: null } }, { lastError: { not: null } }] },
		data: { failedAt: null, nextTryAt: world.now },
	});
	if (count === 0) throw new NotFound();
	world.later({ name: "send-mail", payload: { mailId: id } });
	world.record({ type: "notifications.mail.retried", subject: { kind: "mail", id }, ownerId: null });
	return done(null);
});
