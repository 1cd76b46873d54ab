import { createHash } from "node:crypto";
import { houseAddress } from "~/platform/address.server";
import type { Locale } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { queueMail } from "~/platform/mail/queue.server";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { reachedAt, senderOf } from "../queries/address.server";

/**
 * Tells everybody whom one event concerns: a person by a message in the house, at once also by mail when it is a service
 * message, otherwise in the next digest; a bare address (a guest's) by mail alone. Runs inside the transaction that marks
 * the event as handled. Each notice has the key event + place in the list + recipient, so a second time tells nobody twice.
 * @param notices all notices of this event, of all domains, in a stable order
 */
export async function deliver(view: View, event: RecordedEvent, notices: Notice[]): Promise<void> {
	if (notices.length === 0) return;
	const sender = await senderOf(view.db, event.ownerId);
	for (const [index, notice] of notices.entries()) {
		const { to } = notice;
		if ("personId" in to) {
			await tellPerson(view, event, notice, {
				sender,
				personId: to.personId,
				key: `${event.id}:${index}:${to.personId}`,
			});
		} else {
			const recipient = createHash("sha256").update(to.email.toLowerCase()).digest("hex");
			const letter = letterOf(notice, to.locale, sender);
			const { attachments } = notice;
			await queueMail(view, { key: `notice:${event.id}:${index}:${recipient}`, to: to.email, letter, attachments });
		}
	}
}

async function tellPerson(
	view: View,
	event: RecordedEvent,
	notice: Notice,
	{ sender, personId, key }: { sender: Letter["sender"]; personId: string; key: string },
): Promise<void> {
	const address = await reachedAt(view.db, personId);
	if (!address) return;
	const email = notice.kind === "service" ? address.email : null;
	const { count } = await view.db.notification.createMany({
		data: [
			{
				id: newId(view.now),
				key,
				personId,
				eventType: event.type,
				kind: notice.kind,
				topic: notice.topic ?? "news",
				aboutKind: notice.quotes?.kind ?? null,
				aboutId: notice.quotes?.id ?? null,
				subject: notice.subject,
				body: notice.paragraphs,
				path: notice.action?.path ?? null,
				label: notice.action?.label ?? null,
				because: notice.because,
				createdAt: view.now,
				mailedAt: email === null ? null : view.now,
			},
		],
		skipDuplicates: true,
	});
	if (count === 0 || email === null) return;
	const letter = letterOf(notice, address.locale, sender);
	await queueMail(view, { key: `notice:${key}`, to: email, letter, attachments: notice.attachments });
}

function letterOf(notice: Notice, locale: Locale, sender: Letter["sender"]): Omit<Letter, "to"> {
	const { subject, paragraphs, action, because } = notice;
	return {
		locale,
		subject,
		blocks: [...paragraphs, ...(action ? [{ button: { href: houseAddress(action.path), label: action.label } }] : [])],
		because,
		sender,
	};
}
