import type { Prisma } from "~/platform/database/generated/client";
import { subjectOf } from "~/platform/manifest.server";

type Quoting = { id: string; aboutKind: string | null; aboutId: string | null };

/** The ids of those messages that quote a text which nobody else may read any more: hidden or withdrawn meanwhile. */
export async function goneFrom(db: Prisma.TransactionClient, messages: readonly Quoting[]): Promise<Set<string>> {
	const gone = new Set<string>();
	for (const [kind, quoting] of Map.groupBy(messages, ({ aboutKind }) => aboutKind)) {
		const standing = kind === null ? undefined : subjectOf(kind)?.standing;
		if (!standing) continue;
		const ids = quoting.flatMap(({ aboutId }) => (aboutId === null ? [] : [aboutId]));
		const readable = await standing(db, [...new Set(ids)]);
		for (const { id, aboutId } of quoting) if (aboutId !== null && !readable.has(aboutId)) gone.add(id);
	}
	return gone;
}
