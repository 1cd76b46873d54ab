import type { View } from "~/platform/world.server";

/** Where a process came from, for its public page; null when it began here. */
export async function loadOrigin(view: Pick<View, "db">, { id }: { id: string }) {
	const row = await view.db.importedProcess.findUnique({
		where: { processId: id },
		select: { source: true, licence: true, importedAt: true },
	});
	return row;
}

export type LoadedOrigin = NonNullable<Awaited<ReturnType<typeof loadOrigin>>>;
