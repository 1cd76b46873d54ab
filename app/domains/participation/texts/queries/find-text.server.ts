import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { type FoundProcess, processAt, processById } from "../../processes/index.server";

const ordered = { versions: { orderBy: { number: "asc" } } } as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
export type FoundText = Row & { process: FoundProcess };
export type FoundVersion = Row["versions"][number];

function rowOf(view: Pick<View, "db">, where: { id: string } | { code: string }) {
	return view.db.processText.findUnique({ where, include: ordered });
}

/**
 * A text of a process by its address, as far as this reader may see the process.
 * @throws NotFound when it is not there, or of another process
 */
export async function textAt(
	view: View,
	at: { place: string; process: string; text: string; preview?: string | null },
): Promise<FoundText> {
	const process = await processAt(view, at);
	const row = await rowOf(view, { code: at.text.toUpperCase() });
	if (!row || row.processId !== process.id) throw new NotFound();
	return { ...row, process };
}

/** A text by its id, for acts that already know it; the caller asks the policy. @throws NotFound */
export async function textById(view: Pick<View, "db" | "now">, id: string): Promise<FoundText> {
	const row = await rowOf(view, { id });
	if (!row) throw new NotFound();
	return { ...row, process: await processById(view, row.processId) };
}

/** The versions that people read, oldest first. */
export function publishedVersions({ versions }: Pick<FoundText, "versions">): FoundVersion[] {
	return versions.filter(({ publishedAt }) => publishedAt !== null);
}

/** The version that is being worked on, if there is one. */
export function versionInWork({ versions }: Pick<FoundText, "versions">): FoundVersion | null {
	return versions.find(({ publishedAt }) => publishedAt === null) ?? null;
}

/** The address of a text below its process. */
export function textPath(place: string, process: string, code: string): string {
	return `/o/${place}/beteiligung/${process}/text/${code}`;
}
