import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { demandReply } from "../commands/forward-concern.server";

const parts = { post: { select: { id: true, label: true } } } as const;

/** The questions about a concern to other posts, with their answers, oldest first. Asked by those who may read them. */
export async function threadOf({ db }: Pick<View, "db">, concernId: string) {
	const rows = await db.concernForwarding.findMany({
		where: { concernId },
		include: parts,
		orderBy: [{ forwardedAt: "asc" }, { id: "asc" }],
		take: 50,
	});
	return rows.map(({ id, post, question, forwardedAt, dueOn, end, endedAt, reply }) => ({
		id,
		post: post.label,
		question,
		forwardedAt,
		dueOn: dayText(dueOn),
		end: end && endedAt ? { what: end, at: endedAt } : null,
		reply,
	}));
}

export type Thread = Awaited<ReturnType<typeof threadOf>>;

/**
 * One question, for those who are or stand in for the post that is asked; the concern without its asker.
 * @throws NotFound; Forbidden or SignInNeeded
 */
export async function forwardingPage(
	view: View,
	{ ownerId, code, forwardingId }: { ownerId: string; code: string; forwardingId: string },
) {
	const row = await view.db.concernForwarding.findFirst({
		where: { id: forwardingId, concern: { ownerId, code } },
		include: {
			...parts,
			concern: {
				select: {
					kind: true,
					text: true,
					capturedAt: true,
					municipality: { select: { shortName: true } },
					topic: { select: { name: true } },
					assignments: { where: { untilAt: null }, take: 1, select: { post: { select: { label: true } } } },
				},
			},
		},
	});
	if (!row) throw new NotFound();
	await demandReply(view, { ownerId, postId: row.postId });
	const { concern } = row;
	return {
		id: row.id,
		post: row.post.label,
		asking: concern.assignments[0]?.post.label ?? "",
		question: row.question,
		dueOn: dayText(row.dueOn),
		over: row.endedAt !== null,
		code,
		kind: concern.kind,
		text: concern.text,
		place: concern.municipality?.shortName ?? null,
		topic: concern.topic?.name ?? null,
	};
}
