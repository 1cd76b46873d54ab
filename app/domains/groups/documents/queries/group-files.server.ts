import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayAddFiles, mayReadGroup, mayRunGroup, seesInside } from "../../policy.server";
import { type FoundGroup, groupById } from "../../queries/find-group.server";
import { readableGroup } from "../../queries/group-page.server";
import { lastDayText } from "../../queries/names.server";
import { documentMessages } from "../messages";

const listSize = 300;

/** The papers of a group that this reader may open, newest change first, by words of title and file name. At most 300. */
export async function groupFilesOf(view: View, group: FoundGroup, words = "") {
	const wanted = words.toLocaleLowerCase("de").split(/\s+/).filter(Boolean);
	const rows = await view.db.groupFile.findMany({
		where: { groupId: group.id, removedAt: null, ...(seesInside(view.actor, group) ? {} : { isPublic: true }) },
		include: { versions: { orderBy: { number: "desc" }, take: 100 } },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: listSize,
	});
	return rows
		.filter(({ title, versions }) => {
			const text = [title, ...versions.map(({ name }) => name)].join(" ").toLocaleLowerCase("de");
			return wanted.every((word) => text.includes(word));
		})
		.map(({ id, title, isPublic, keepUntil, versions }) => ({
			id,
			title,
			isPublic,
			keepLast: keepUntil && lastDayText(keepUntil),
			versions: versions.map(({ fileId, number, name, bytes, sha256, note, at }) => ({
				number,
				name,
				bytes,
				sha256,
				note,
				at,
				href: `/datei/${fileId}`,
			})),
		}));
}

/** The page of a group's papers. @throws NotFound */
export async function documentsPage(view: View, at: { place: string; group: string }, words: string) {
	const group = await readableGroup(view, at);
	return {
		id: group.id,
		place: group.place,
		slug: group.slug,
		name: group.name,
		words,
		files: await groupFilesOf(view, group, words),
		may: { add: mayAddFiles(view.actor, group), run: mayRunGroup(view.actor, group) },
	};
}

/** A file and whether this reader may open it; null when it is not there. */
async function fileFor(view: View, id: string) {
	const file = await view.db.groupFile.findUnique({ where: { id, removedAt: null } });
	if (!file) return null;
	const group = await groupById(view, file.groupId);
	const may = mayReadGroup(view.actor, group) && (file.isPublic || seesInside(view.actor, group));
	return { file, group, may };
}

/** A paper of a group as others of the house see it: found by its title, opened by who may. */
export const groupFile: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, documentMessages);
		const found = await Promise.all(ids.map((id) => fileFor(view, id)));
		return new Map(
			found.flatMap((one): [string, SubjectView][] => {
				if (!one?.may) return [];
				const { file, group } = one;
				const href = `/o/${group.place.slug}/arbeitskreise/${group.slug}/unterlagen`;
				return [
					[
						file.id,
						{
							id: file.id,
							title: file.title,
							href,
							kindLabel: t("kind"),
							state: null,
							at: file.createdAt,
							organisationId: group.organisationId,
						},
					],
				];
			}),
		);
	},
	async searchText(db, id) {
		const row = await db.groupFile.findUnique({
			where: { id, removedAt: null },
			include: {
				group: { select: { name: true, organisationId: true, isPublic: true } },
				versions: { select: { name: true }, take: 20 },
			},
		});
		if (!row) return null;
		return {
			ownerId: row.group.organisationId,
			isPublic: row.isPublic && row.group.isPublic,
			title: row.title,
			body: [row.group.name, ...row.versions.map(({ name }) => name)].join("\n"),
			at: row.createdAt,
		};
	},
	async mayReadFiles(view, id) {
		return (await fileFor(view, id))?.may ?? false;
	},
	// files come and go by the acts of this part only, which keep their versions
	async mayWriteFiles() {
		return false;
	},
};
