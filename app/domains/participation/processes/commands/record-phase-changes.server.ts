import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

/** Records once that a phase has opened or closed. Only the house does that. */
const recordPhaseChange = command(
	"participation.record-phase-change",
	async (world: ActWorld, { phaseId, what }: { phaseId: string; what: "opened" | "closed" }) => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const recordedAt = what === "opened" ? "openingRecordedAt" : "closingRecordedAt";
		const { count } = await world.db.phase.updateMany({
			where: { id: phaseId, [recordedAt]: null },
			data: { [recordedAt]: world.now },
		});
		const phase = await world.db.phase.findUnique({ where: { id: phaseId }, include: { process: true } });
		if (count === 0 || !phase) return refused("already-recorded");
		world.record({
			type: `participation.phase.${what}`,
			subject: { kind: "process", id: phase.processId },
			ownerId: phase.process.organisationId,
			facts: { phase: phaseId, position: phase.position, switches: phase.switches },
		});
		return done(null);
	},
);

/**
 * Records the openings and closings that came due, oldest first, also when late.
 * @returns how many were recorded now
 */
export async function recordPhaseChanges(world: World): Promise<number> {
	const process = { publishedAt: { lte: world.now }, archivedAt: null };
	const [opened, closed] = await Promise.all([
		world.db.phase.findMany({
			where: { openingRecordedAt: null, opensAt: { lte: world.now }, process },
			select: { id: true },
			orderBy: [{ opensAt: "asc" }, { id: "asc" }],
			take: 500,
		}),
		world.db.phase.findMany({
			where: { closingRecordedAt: null, closesAt: { lte: world.now }, process },
			select: { id: true },
			orderBy: [{ closesAt: "asc" }, { id: "asc" }],
			take: 500,
		}),
	]);
	let recorded = 0;
	for (const { id } of opened)
		recorded += (await recordPhaseChange(world, { phaseId: id, what: "opened" })).done ? 1 : 0;
	for (const { id } of closed)
		recorded += (await recordPhaseChange(world, { phaseId: id, what: "closed" })).done ? 1 : 0;
	return recorded;
}
