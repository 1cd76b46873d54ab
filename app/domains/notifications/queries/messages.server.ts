import { personIdOf } from "~/platform/actor";
import { SignInNeeded } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { type Rhythms, rhythmsOf } from "../digest.server";
import { goneFrom } from "./gone.server";

export const pageSize = 30;

/** The person who asks; whoever has not signed in is asked to. */
export function recipient(view: View): string {
	const personId = personIdOf(view.actor);
	if (!personId) throw new SignInNeeded();
	return personId;
}

/** How many messages this person has not read yet, for the header of every page. Nothing for others than themselves. */
export async function unreadCount(view: View, personId: string): Promise<number> {
	if (personIdOf(view.actor) !== personId) return 0;
	return view.db.notification.count({ where: { personId, readAt: null } });
}

/** The reader's messages, newest first. `page` counts from 1. */
export async function messagesOf(view: View, page: number) {
	const personId = recipient(view);
	const [total, unread, messages] = await Promise.all([
		view.db.notification.count({ where: { personId } }),
		unreadCount(view, personId),
		view.db.notification.findMany({
			where: { personId },
			orderBy: [{ createdAt: "desc" }, { id: "desc" }],
			skip: (page - 1) * pageSize,
			take: pageSize,
			select: {
				id: true,
				subject: true,
				body: true,
				path: true,
				label: true,
				because: true,
				createdAt: true,
				readAt: true,
				aboutKind: true,
				aboutId: true,
			},
		}),
	]);
	const gone = await goneFrom(view.db, messages);
	return {
		total,
		unread,
		messages: messages.map(({ aboutKind: _kind, aboutId: _id, ...message }) => ({
			...message,
			/** What it quoted was hidden or withdrawn meanwhile: its words are kept back. */
			gone: gone.has(message.id),
			...(gone.has(message.id) ? { subject: "", body: [], path: null } : {}),
		})),
	};
}

/** How often the reader gets collected messages of each topic. */
export async function preferenceOf(view: View): Promise<Rhythms> {
	return rhythmsOf(await view.db.notificationPreference.findUnique({ where: { personId: recipient(view) } }));
}
