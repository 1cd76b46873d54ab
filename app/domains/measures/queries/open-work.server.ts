import type { OpenWork } from "~/domains/organisations/index.server";
import { fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** The measures for which a post is responsible and that have not ended; due is their next report. */
export async function openWork({ db }: Pick<View, "db">, { postId }: { postId: string }): Promise<OpenWork[]> {
	const rows = await db.measure.findMany({
		where: { responsiblePostId: postId, stage: { notIn: ["ENDED"] } },
		select: { id: true, updateDueOn: true },
		orderBy: { id: "asc" },
		take: 200,
	});
	return rows.map(({ id, updateDueOn }) => ({
		kind: "MEASURE",
		subject: { kind: "measure", id },
		dueOn: updateDueOn && fromStored(updateDueOn).toString(),
	}));
}
