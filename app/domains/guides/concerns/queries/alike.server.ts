import type { ConcernKind } from "~/platform/database/generated/enums";
import type { View } from "~/platform/world.server";

export type Alike = { code: string; kind: ConcernKind; place: string | null; text: string };

const most = 30;

/**
 * Other open concerns of the owner that may be about the same: those alike in words first, then of the same topic and place.
 * Those of its own bundle are left out. Asked for those who handle them.
 */
export async function alikeConcerns({ db }: Pick<View, "db">, concernId: string): Promise<Alike[]> {
	// SQL, because Prisma has no trigrams; an owner has some hundred open concerns, so no index is needed.
	return db.$queryRaw<Alike[]>`
		SELECT other.code, other.kind::text AS kind, o.short_name AS place, left(other.text, 200) AS text
		FROM concern c
		JOIN concern other ON other.owner_id = c.owner_id AND other.id <> c.id
		LEFT JOIN organisation o ON o.id = other.municipality_id
		WHERE c.id = ${concernId}::uuid AND other.state NOT IN ('ANSWERED', 'CLOSED')
		  AND (c.bundle_id IS NULL OR other.bundle_id IS DISTINCT FROM c.bundle_id)
		ORDER BY round(similarity(lower(other.text), lower(c.text))::numeric, 1) DESC,
			(other.topic_id IS NOT DISTINCT FROM c.topic_id) DESC,
			(other.municipality_id IS NOT DISTINCT FROM c.municipality_id) DESC, other.captured_at DESC, other.id
		LIMIT ${most}`;
}

/** The others of a concern's bundle. Asked for those who handle them. */
export async function bundledWith({ db }: Pick<View, "db">, concern: { id: string; bundleId: string | null }) {
	if (!concern.bundleId) return [];
	return db.concern.findMany({
		where: { bundleId: concern.bundleId, id: { not: concern.id } },
		select: { id: true, code: true, kind: true, state: true },
		orderBy: { code: "asc" },
		take: 200,
	});
}
