import { newId } from "../tokens.server";
import type { View } from "../world.server";
import type { Letter } from "./letter";
import { composeLetter } from "./letter.server";

/**
 * What goes along: a file of the house, whose bytes are read when the mail leaves, or a short text such as a calendar
 * entry, which stands in the mail itself and goes with it.
 */
export type MailAttachment = { name: string; mediaType: string } & ({ fileId: string } | { text: string });

export type QueuedMail = {
	/** Names the occasion: the same key twice makes one mail. */
	key: string;
	to: string;
	letter: Omit<Letter, "to">;
	attachments?: readonly MailAttachment[];
};

/**
 * Writes a mail into the outgoing post, inside the caller's transaction; the worker sends it after the commit.
 * @returns whether it was written: false when a mail of this key exists already
 */
export async function queueMail(view: View, { key, to, letter, attachments = [] }: QueuedMail): Promise<boolean> {
	const id = newId(view.now);
	const mail = composeLetter({ ...letter, to });
	const { count } = await view.db.mail.createMany({
		data: [{ id, key, ...mail, attachments: [...attachments], createdAt: view.now, nextTryAt: view.now }],
		skipDuplicates: true,
	});
	if (count === 0) return false;
	await view.db.$executeRaw`SELECT graphile_worker.add_job('send-mail', ${JSON.stringify({ mailId: id })}::json)`;
	return true;
}
