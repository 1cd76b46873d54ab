import type { View } from "~/platform/world.server";
import { processById } from "../../processes/index.server";
import { recipeOf } from "../../processes/recipe";
import { mayManageEvents } from "../policy.server";
import { listEvents } from "./calendar.server";

/** The events of a process as its public page shows them; null when this reader has nothing of them. */
export async function loadEventsPart(view: View, { id }: { id: string }) {
	const [events, process] = await Promise.all([listEvents(view, { processId: id }), processById(view, id)]);
	const mayManage = mayManageEvents(view.actor, process) && recipeOf(process.recipe).parts.includes("events");
	if (events.coming.length + events.over.length === 0 && !mayManage) return null;
	return {
		...events,
		manageHref: mayManage
			? `/o/${process.organisation.space?.slug ?? ""}/verwaltung/beteiligung/${process.slug}/termine`
			: null,
	};
}

export type LoadedEvents = NonNullable<Awaited<ReturnType<typeof loadEventsPart>>>;

/** What is missing before a process may be published: a series of events needs a first one. */
export async function missingForEvents(view: Pick<View, "db" | "now">, processId: string): Promise<"no-event"[]> {
	const process = await processById(view, processId);
	if (recipeOf(process.recipe).parts[0] !== "events") return [];
	const events = await view.db.processEvent.count({ where: { processId, cancelledAt: null } });
	return events === 0 ? ["no-event"] : [];
}

/** How many events of a series still want their documentation: over, not cancelled, without minutes. */
export async function waitingInEvents(view: Pick<View, "db" | "now">, processId: string): Promise<number> {
	const process = await processById(view, processId);
	if (recipeOf(process.recipe).parts[0] !== "events") return 0;
	return view.db.processEvent.count({
		where: { processId, cancelledAt: null, minutesPublishedAt: null, endsAt: { lte: view.now } },
	});
}
