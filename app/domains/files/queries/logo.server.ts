import type { View } from "~/platform/world.server";

/** Longest edge of a preview, as the storage draws it. */
const previewEdge = 480;

export type Logo = { src: string; width: number; height: number; alt: string };

/** A place's logo as every page of it shows it, or null. Everybody may see it. */
export async function logoOf({ db }: Pick<View, "db">, fileId: string | null): Promise<Logo | null> {
	if (!fileId) return null;
	const file = await db.file.findUnique({
		where: { id: fileId, removedAt: null },
		select: { width: true, height: true, description: true },
	});
	if (!file?.width || !file.height) return null;
	const scale = Math.min(1, previewEdge / Math.max(file.width, file.height));
	return {
		src: `/datei/${fileId}/vorschau`,
		width: Math.max(1, Math.round(file.width * scale)),
		height: Math.max(1, Math.round(file.height * scale)),
		alt: file.description,
	};
}
