import { isOpenSpace } from "~/domains/organisations/index.server";
import type { ActWorld } from "~/platform/act.server";
import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { type GivenProcess, mayReadProcess } from "../policy.server";

/** Organisations that help at present. */
export const helpers = {
	where: { acceptedAt: { not: null }, endedAt: null },
	select: { helperId: true },
} as const;
const phaseOrder = { orderBy: { position: "asc" } } as const;
const spaceOf = {
	select: {
		id: true,
		shortName: true,
		space: { select: { slug: true, name: true, phone: true, email: true, openedAt: true } },
	},
} as const;

const rowParts = { phases: phaseOrder, organisation: spaceOf, helps: helpers } as const;

type Row = Awaited<ReturnType<typeof rowOf>>;
export type FoundProcess = NonNullable<Row> & GivenProcess;

function rowOf(view: Pick<View, "db">, where: { id: string } | { code: string }) {
	return view.db.process.findUnique({ where, include: rowParts });
}

function given(row: NonNullable<Row>, now: Date): FoundProcess {
	return {
		...row,
		spaceIsOpen: isOpenSpace(row.organisation.space, now),
		helperIds: row.helps.map(({ helperId }) => helperId),
	};
}

/**
 * A process by its address, as far as this reader may see it. A valid preview token opens a draft for reading.
 * @throws NotFound when it is not there or not for this reader
 */
export async function processAt(
	view: View,
	{ place, process: slug, preview = null }: { place: string; process: string; preview?: string | null },
): Promise<FoundProcess> {
	const row = await view.db.process.findFirst({
		where: { slug, organisation: { space: { slug: place, openedAt: { lte: view.now } } } },
		include: rowParts,
	});
	if (!row) throw new NotFound();
	const found = given(row, view.now);
	const previewed = preview !== null && row.previewTokenHash !== null && row.previewTokenHash === hashToken(preview);
	if (found.binnedAt !== null || (!previewed && !mayReadProcess(view.actor, found, view.now))) throw new NotFound();
	return found;
}

/** A process by its short code. @throws NotFound when it is not there or not for this reader */
export async function processByCode(view: View, code: string): Promise<FoundProcess> {
	const row = await rowOf(view, { code: code.toUpperCase() });
	const found = row && given(row, view.now);
	if (!found || !mayReadProcess(view.actor, found, view.now)) throw new NotFound();
	return found;
}

/** A process by its id, for acts that already know it; the caller asks the policy. @throws NotFound when it is not there */
export async function processById(view: Pick<View, "db" | "now">, id: string): Promise<FoundProcess> {
	const row = await rowOf(view, { id });
	if (!row) throw new NotFound();
	return given(row, view.now);
}

/** The same for an act that changes it: the row is locked until the act is over. @throws NotFound when it is not there */
export async function lockedProcess(world: ActWorld, id: string): Promise<FoundProcess> {
	await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${id}::uuid FOR UPDATE`;
	return processById(world, id);
}

/** The path of the process with this short code. @throws NotFound */
export async function processAddress(view: View, code: string): Promise<string> {
	const { organisation, slug } = await processByCode(view, code);
	if (!organisation.space) throw new NotFound();
	return `/o/${organisation.space.slug}/beteiligung/${slug}`;
}
