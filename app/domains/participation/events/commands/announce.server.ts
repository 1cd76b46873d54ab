import type { ActWorld } from "~/platform/act.server";

/** Says of every event of a process that people can find it from now on, inside the act that publishes the process. */
export async function announceEvents(world: ActWorld, processId: string): Promise<void> {
	const events = await world.db.processEvent.findMany({
		where: { processId },
		orderBy: { id: "asc" },
		select: { id: true, organisationId: true },
	});
	for (const { id, organisationId: ownerId } of events) {
		world.record({ type: "participation.event.announced", subject: { kind: "event", id }, ownerId });
	}
}
