import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { storedHtml } from "../../stored-text.server";

/** The draft behind the link of a mail, or null when the link is used, run out, replaced or never was. */
export async function linkedDraft(
	view: View,
	linkToken: string,
): Promise<{ title: string; html: string; process: string } | null> {
	const link = await view.db.guestConfirmation.findUnique({
		where: { tokenHash: hashToken(linkToken) },
		include: { contribution: { include: { process: { select: { title: true } } } } },
	});
	if (!link || link.usedAt || link.expiresAt <= view.now || link.contribution.submittedAt) return null;
	const { title, body, process } = link.contribution;
	return { title, html: storedHtml(body), process: process.title };
}
