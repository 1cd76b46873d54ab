import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { mayManageProcesses } from "../policy.server";
import { lockedProcess } from "../queries/find-process.server";
import { changed } from "./changed.server";

/** How long a draft can be taken out of the bin again. */
export const binDays = 30;
const day = 24 * 60 * 60 * 1000;

/** Puts a draft into the bin (Papierkorb); refused for what people have already seen. */
export const binProcess = command(
	"participation.bin-process",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "already-published" | "in-the-bin">> => {
		const process = await lockedProcess(world, id);
		demand(mayManageProcesses, world.actor, process);
		if (process.publishedAt) return refused("already-published");
		if (process.binnedAt) return refused("in-the-bin");
		await world.db.process.update({
			where: { id },
			data: { ...changed, binnedAt: world.now, previewTokenHash: null },
		});
		world.record({
			type: "participation.process.binned",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
		});
		return done(null);
	},
);

/** Takes a draft out of the bin again, within 30 days. */
export const restoreProcess = command(
	"participation.restore-process",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<{ slug: string }, "not-in-the-bin">> => {
		const process = await lockedProcess(world, id);
		demand(mayManageProcesses, world.actor, process);
		if (!process.binnedAt || isPast(process.binnedAt, world.now)) return refused("not-in-the-bin");
		await world.db.process.update({ where: { id }, data: { binnedAt: null } });
		world.record({
			type: "participation.process.restored",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
		});
		return done({ slug: process.slug });
	},
);

function isPast(binnedAt: Date, now: Date): boolean {
	return now.getTime() >= binnedAt.getTime() + binDays * day;
}

/** Deletes one draft for good. Only the house does that. */
const deleteBinned = command(
	"participation.delete-binned-process",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-in-the-bin">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const process = await lockedProcess(world, id);
		if (!process.binnedAt || !isPast(process.binnedAt, world.now)) return refused("not-in-the-bin");
		// drafts that people had begun to write before it was binned cannot exist: it was never open; what was taken over can
		await world.db.comment.deleteMany({ where: { processId: id } });
		await world.db.contribution.deleteMany({ where: { processId: id } });
		await world.db.process.delete({ where: { id } });
		world.record({
			type: "participation.process.deleted",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
		});
		return done(null);
	},
);

/** Empties the bin of what has lain there for 30 days; returns how many were deleted. */
export async function emptyBin(world: World): Promise<number> {
	const due = await world.db.process.findMany({
		where: { binnedAt: { lte: new Date(world.now.getTime() - binDays * day) } },
		orderBy: { binnedAt: "asc" },
		select: { id: true },
		take: 100,
	});
	let deleted = 0;
	for (const { id } of due) deleted += (await deleteBinned(world, { id })).done ? 1 : 0;
	return deleted;
}
