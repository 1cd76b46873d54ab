import { z } from "zod";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayRead } from "../policy.server";

/** What a page shows of a file; `href` opens or downloads it. */
export type AttachedFile = {
	id: string;
	name: string;
	mediaType: string;
	bytes: number;
	description: string;
	width: number | null;
	height: number | null;
	href: string;
	/** A preview of at most 480 pixels, for pictures. */
	previewHref: string | null;
};

const listSize = 200;

/** The files of an object, oldest first; none for those who may not open them. */
export async function filesOf(view: View, subject: { kind: string; id: string }): Promise<AttachedFile[]> {
	if (!(await mayRead(view, subject))) return [];
	const rows = await view.db.file.findMany({
		where: { subjectKind: subject.kind, subjectId: subject.id, removedAt: null },
		orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
		take: listSize,
		select: {
			id: true,
			name: true,
			mediaType: true,
			bytes: true,
			description: true,
			width: true,
			height: true,
			hasThumbnail: true,
		},
	});
	return rows.map(({ hasThumbnail, ...file }) => ({
		...file,
		href: `/datei/${file.id}`,
		previewHref: hasThumbnail ? `/datei/${file.id}/vorschau` : null,
	}));
}

/**
 * One file for handing out, after asking the owner of its object.
 * @throws NotFound when it is not there, was taken away, or is not for this reader
 */
export async function fileToServe(view: View, id: string) {
	const file = z.uuid().safeParse(id).success
		? await view.db.file.findUnique({ where: { id, removedAt: null } })
		: null;
	if (!file || !(await mayRead(view, { kind: file.subjectKind, id: file.subjectId }))) throw new NotFound();
	return file;
}
