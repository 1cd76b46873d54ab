import { contentOf } from "~/domains/files/index.server";
import { log } from "~/platform/log.server";
import type { MailAttachment } from "~/platform/mail/queue.server";
import type { Delivery, Postman } from "~/platform/mail/transport.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { nextTry } from "../mail-attempts";

/**
 * For so long a mail belongs to the one who sends it. Longer than the postman waits for a silent server, so that nobody
 * else takes it meanwhile; a killed sender's mail is taken up again after it.
 */
const heldFor = 10 * 60_000;

type Held = {
	id: string;
	to: string;
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
	attachments: MailAttachment[];
	created_at: Date;
	attempts: number;
};

/**
 * Sends one mail if it is due and nobody else is at it. The claim is one conditional update, so of two workers one gets
 * it; the SMTP talk is outside of any transaction. The Message-ID is the same at every attempt.
 * @returns what came of it; "not-due" also when it has been sent, was given up or is in other hands
 */
export async function sendMail(
	world: World,
	postman: Postman,
	mailId: string,
): Promise<"sent" | "failed" | "later" | "not-due"> {
	const [mail] = await world.db.$queryRaw<Held[]>`
		UPDATE mail SET attempts = attempts + 1, next_try_at = ${new Date(world.now.getTime() + heldFor)}
		WHERE id = ${mailId}::uuid AND sent_at IS NULL AND failed_at IS NULL AND next_try_at <= ${world.now}
		RETURNING id, "to", subject, text, html, headers, attachments, created_at, attempts`;
	if (!mail) return "not-due";
	const { id, attempts, created_at: createdAt } = mail;
	const attachments = await contentsOf(mail.attachments);
	const delivery: Delivery = attachments ? await postman.send({ ...mail, attachments }) : { never: "attachment" };
	if ("sent" in delivery) {
		await world.db.mail.update({ where: { id }, data: { sentAt: world.now, lastError: null } });
		return "sent";
	}
	const next = "retry" in delivery ? nextTry({ attempts, createdAt, now: world.now }) : null;
	const reason = "retry" in delivery ? delivery.retry : delivery.never;
	await world.db.mail.update({
		where: { id },
		data: next ? { nextTryAt: next, lastError: reason } : { failedAt: world.now, lastError: reason },
	});
	log.warn({ mail: id, reason, attempts, givenUp: next === null }, "mail did not leave");
	return next ? "later" : "failed";
}

/** null when one of the files is not there (any more): a letter that speaks of an attachment does not go without it. */
async function contentsOf(attachments: readonly MailAttachment[]) {
	try {
		return await Promise.all(
			attachments.map(async ({ name, mediaType, ...given }) => ({
				name,
				mediaType,
				content: "text" in given ? Buffer.from(given.text) : await contentOf(given.fileId),
			})),
		);
	} catch (error) {
		if (error instanceof NotFound) return null;
		throw error;
	}
}

/** So many mails are sent in one sweep; the next follows half a minute later. */
const sweepSize = 200;

/** After so many failures in a row the server is taken to be away, and the others wait without an attempt of their own. */
const patience = 3;

/** Sends what is due, the longest waiting first. Returns how many left. */
export async function sendWaiting(world: World, postman: Postman): Promise<number> {
	const due = await world.db.mail.findMany({
		where: { sentAt: null, failedAt: null, nextTryAt: { lte: world.now } },
		orderBy: [{ nextTryAt: "asc" }, { id: "asc" }],
		take: sweepSize,
		select: { id: true },
	});
	let sent = 0;
	let inVain = 0;
	for (const { id } of due) {
		const result = await sendMail(world, postman, id);
		if (result === "sent") sent += 1;
		inVain = result === "later" ? inVain + 1 : 0;
		if (inVain === patience) break;
	}
	return sent;
}
