import { textFor } from "~/platform/i18n";
import { resolveSubjects, type Subject } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "../path/messages";
import { mayRecordResolutions } from "../policy.server";

async function rowsOf(view: View, ids: string[]) {
	return view.db.paperLink.findMany({
		where: { id: { in: ids }, removedAt: null },
		select: {
			id: true,
			title: true,
			subjectKind: true,
			subjectId: true,
			organisationId: true,
			createdAt: true,
		},
	});
}

/** A link is seen by whoever sees what it belongs to; so are its copies. */
export const paperLink: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await rowsOf(view, ids);
		const owners = await resolveSubjects(
			view,
			rows.map((row) => ({ kind: row.subjectKind, id: row.subjectId })),
		);
		return new Map(
			rows.flatMap((row) => {
				const owner = owners.get(`${row.subjectKind}:${row.subjectId}`);
				if (!owner) return [];
				const { id, title, organisationId } = row;
				const shown = {
					id,
					title,
					href: owner.href,
					kindLabel: t("kind"),
					state: null,
					at: row.createdAt,
					organisationId,
				};
				return [[id, shown] as const];
			}),
		);
	},
	async mayReadFiles(view, id) {
		return (await paperLink.resolve(view, [id])).has(id);
	},
	async mayWriteFiles(view, id) {
		const [row] = await rowsOf(view, [id]);
		return row !== undefined && mayRecordResolutions(view.actor, row);
	},
};
