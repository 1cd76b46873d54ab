import { newId } from "../tokens.server";
import type { View } from "../world.server";
import type { Letter } from "./letter";
import { composeLetter } from "./letter.server";

export type QueuedMail = {
	/** Names the occasion: the same key twice makes one mail. */
	key: string;
	to: string;
	letter: Omit<Letter, "to">;
};

/**
 * Writes a mail into the outgoing post, inside the caller's transaction; the worker sends it after the commit.
 * @returns whether it was written: false when a mail of this key exists already
 */
export async function queueMail(view: View, { key, to, letter }: QueuedMail): Promise<boolean> {
	const id = newId(view.now);
	const mail = composeLetter({ ...letter, to });
	const { count } = await view.db.mail.createMany({
		data: [{ id, key, ...mail, createdAt: view.now, nextTryAt: view.now }],
		skipDuplicates: true,
	});
	if (count === 0) return false;
	await view.db.$executeRaw`SELECT graphile_worker.add_job('send-mail', ${JSON.stringify({ mailId: id })}::json)`;
	return true;
}
