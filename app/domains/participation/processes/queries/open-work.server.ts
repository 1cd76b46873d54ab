import type { OpenWork } from "~/domains/organisations/index.server";
import { fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** The processes for which a post is responsible and that are not archived; due is the day by which answers are promised. */
export async function openWork({ db }: Pick<View, "db">, { postId }: { postId: string }): Promise<OpenWork[]> {
	const rows = await db.process.findMany({
		where: { responsiblePostId: postId, archivedAt: null },
		select: { id: true, answeredUntil: true },
		orderBy: { id: "asc" },
		take: 200,
	});
	return rows.map(({ id, answeredUntil }) => ({
		kind: "PROCESS",
		subject: { kind: "process", id },
		dueOn: answeredUntil && fromStored(answeredUntil).toString(),
	}));
}
