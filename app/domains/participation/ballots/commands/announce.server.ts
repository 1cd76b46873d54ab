import type { ActWorld } from "~/platform/act.server";
import type { BoxKind } from "../ballot";

/** Says of the boxes of a process that they are public from now on, inside the act that publishes it: so they are found. */
export async function announceBoxes(world: ActWorld, processId: string, kind: BoxKind): Promise<void> {
	const boxes = await world.db.ballotBox.findMany({
		where: { processId, kind },
		select: { id: true, organisationId: true },
		orderBy: { position: "asc" },
	});
	for (const { id, organisationId } of boxes) {
		world.record({ type: `participation.${kind}.announced`, subject: { kind, id }, ownerId: organisationId });
	}
}
