import { createHash } from "node:crypto";
import { z } from "zod";
import { now } from "~/platform/clock.server";
import { type Mailbox, startMailbox } from "~/platform/mail/mailbox.server";
import { readSetting, writeSetting } from "~/platform/settings.server";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import type { ReceivedAttachment } from "./queries/received-mail.server";

const setting = "local-mailbox";

/**
 * Starts the mail server of the demonstration: what it receives stands at /demo/post. Its address is stored, so that a
 * worker in a process of its own finds it. What arrives twice is shown twice.
 */
export async function startLocalMailbox(db: View["db"]): Promise<Mailbox> {
	const mailbox = await startMailbox({
		async onMail({ messageId, from, recipients, subject, text, html, attachments: files }) {
			const attachments: ReceivedAttachment[] = files.map(({ name, content }) => ({
				name,
				bytes: content.length,
				sha256: createHash("sha256").update(content).digest("hex"),
			}));
			for (const to of recipients) {
				await db.receivedMail.create({
					data: { id: newId(now()), receivedAt: now(), messageId, from, to, subject, text, html, attachments },
				});
			}
		},
	});
	await writeSetting(db, setting, { url: mailbox.url });
	return mailbox;
}

/** Where the mailbox of the demonstration listens, or null when none was ever started. */
export async function localMailboxUrl(db: View["db"]): Promise<string | null> {
	return (await readSetting(db, setting, z.object({ url: z.string() })))?.url ?? null;
}
