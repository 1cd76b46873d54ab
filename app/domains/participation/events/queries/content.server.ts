import type { View } from "~/platform/world.server";

/** The events of a process as they are read before its release; null without events. */
export async function eventContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	const events = await view.db.processEvent.findMany({
		where: { processId },
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		select: {
			title: true,
			mode: true,
			startsAt: true,
			endsAt: true,
			place: true,
			directions: true,
			accessibility: true,
			onlineAddress: true,
			agenda: true,
			registers: true,
			seats: true,
			registrationEndsAt: true,
			cancelReason: true,
		},
	});
	return events.length > 0 ? events : null;
}
