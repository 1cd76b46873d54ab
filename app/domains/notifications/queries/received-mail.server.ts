import { z } from "zod";
import { literally } from "~/platform/database/like-pattern.server";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";

const listSize = 100;

/** Mails of invented people, for everybody to read: in the demonstration and nowhere else. */
function demandDemonstration(): void {
	if (!env().DEMO) throw new NotFound();
}

/** What the demonstration's mailbox received, newest first; `address` narrows it down to those to (a part of) it. */
export async function receivedMails(view: View, address: string) {
	demandDemonstration();
	return view.db.receivedMail.findMany({
		where: address === "" ? {} : { to: { contains: literally(address), mode: "insensitive" } },
		orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
		take: listSize,
		select: { id: true, receivedAt: true, to: true, subject: true },
	});
}

const attachmentsShape = z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() }));
/** What came along with a mail; the mailbox keeps its fingerprint, not its content. */
export type ReceivedAttachment = z.infer<typeof attachmentsShape>[number];

/** One mail of the demonstration's mailbox. Throws NotFound. */
export async function receivedMail(view: View, id: string) {
	demandDemonstration();
	const mail = z.uuid().safeParse(id).success ? await view.db.receivedMail.findUnique({ where: { id } }) : null;
	if (!mail) throw new NotFound();
	return { ...mail, attachments: attachmentsShape.parse(mail.attachments) };
}
