import { SignInNeeded } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { draftDays, stateOf } from "../contribution";

/** "Ihre Beiträge": the newest hundred of the person who is signed in, with state and next date. */
export async function ownContributions(view: View) {
	if (view.actor.kind !== "person") throw new SignInNeeded();
	const rows = await view.db.contribution.findMany({
		where: { authorId: view.actor.personId },
		orderBy: [{ createdAt: "desc" }, { id: "asc" }],
		take: 100,
		select: {
			id: true,
			code: true,
			number: true,
			title: true,
			submittedAt: true,
			publishedAt: true,
			hiddenAt: true,
			withdrawnAt: true,
			updatedAt: true,
			process: { select: { title: true, answeredUntil: true } },
		},
	});
	return rows.map(({ process, ...row }) => ({
		id: row.id,
		code: row.code,
		number: row.number,
		title: row.title,
		state: stateOf({ ...row, confirmationPending: false }),
		processTitle: process.title,
		submittedAt: row.submittedAt,
		answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
		deletedOn: new Date(row.updatedAt.getTime() + draftDays * 24 * 60 * 60 * 1000),
	}));
}
