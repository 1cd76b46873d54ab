import { enterCard } from "~/domains/participation/paper/commands/enter-card.server";
import { keepImport } from "~/domains/participation/paper/commands/import.server";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

type Entering = Parameters<typeof enterCard>[1];

export const emptyCard = {
	title: null,
	text: "Am Markt fehlen Bänke im Schatten.",
	category: null,
	place: null,
	name: null,
	street: null,
	town: null,
	phone: null,
	wish: "none",
	channel: "paper",
	nameIsPublic: false,
	textId: null,
} as const satisfies Omit<Entering, "processId" | "entry">;

export const letterTo = {
	wish: "letter",
	name: "Erika Muster",
	street: "Marktplatz 1",
	town: "56727 Mayen",
} as const;

/** Something that the world's actor typed in from paper. */
export async function card(
	world: World,
	given: Partial<Entering> & { processId: string },
): Promise<{ id: string; code: string; number: number }> {
	return must(await enterCard(world, { ...emptyCard, entry: newToken(), ...given }));
}

/** A table that the world's actor uploaded, by its rows; the first names the columns. */
export async function uploaded(
	world: World,
	{ processId, rows: [columns = [], ...rows] }: { processId: string; rows: string[][] },
): Promise<{ id: string; known: boolean }> {
	const table = { columns, rows: rows.map((cells, index) => ({ number: index + 2, cells })) };
	return must(await keepImport(world, { processId, fileName: "Beiträge.xlsx", table }));
}
