import type { View } from "~/platform/world.server";

/** The text of a working group from which this text was made; null when it was made here. */
export async function groupDocumentOf({ db }: Pick<View, "db">, textId: string): Promise<string | null> {
	const found = await db.traceLink.findFirst({
		where: { fromKind: "group-document", relation: "became", toKind: "text", toId: textId },
		select: { fromId: true },
	});
	return found?.fromId ?? null;
}
