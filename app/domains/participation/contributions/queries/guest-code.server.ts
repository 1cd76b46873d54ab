import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";

const about = {
	orderBy: { createdAt: "desc" },
	select: {
		usedAt: true,
		expiresAt: true,
		comment: { select: { text: true, contribution: { select: { code: true, title: true } } } },
		contribution: { select: { code: true, title: true } },
	},
} as const;

async function codeWhere(view: View, where: { pageHash: string } | { linkHash: string }) {
	const row = await view.db.guestCode.findFirst({ where, ...about });
	const contribution = row?.comment?.contribution ?? row?.contribution;
	if (!row || !contribution) throw new NotFound();
	return {
		purpose: row.comment ? ("comment" as const) : ("support" as const),
		text: row.comment?.text ?? null,
		contribution,
		used: row.usedAt !== null,
		gone: row.usedAt !== null || row.expiresAt <= view.now,
	};
}

/** What the page for typing in a code has to know. @throws NotFound when the address was never made */
export function guestCodeByPage(view: View, token: string) {
	return codeWhere(view, { pageHash: hashToken(token) });
}

/** The same for the link of the mail. @throws NotFound */
export function guestCodeByLink(view: View, token: string) {
	return codeWhere(view, { linkHash: hashToken(token) });
}
