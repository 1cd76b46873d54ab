import type { ActWorld } from "~/platform/act.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { type FoundProcess, processAt, processById } from "../../processes/index.server";
import { mayManageEvents } from "../policy.server";
import { registrationOfToken } from "../registration-token.server";

type Row = NonNullable<Awaited<ReturnType<View["db"]["processEvent"]["findUnique"]>>>;
export type FoundEvent = Row & { process: FoundProcess };
type At = { place: string; process: string; event: string };

/** An event of a process by its address, as far as this reader may see the process. @throws NotFound */
export async function eventAt(view: View, at: At): Promise<FoundEvent> {
	const process = await processAt(view, { place: at.place, process: at.process });
	const row = await view.db.processEvent.findUnique({ where: { code: at.event.toUpperCase() } });
	if (!row || row.processId !== process.id) throw new NotFound();
	return { ...row, process };
}

/** The same for those who work on it. @throws NotFound, Forbidden, SignInNeeded */
export async function managedEventAt(view: View, at: At): Promise<FoundEvent> {
	const event = await eventAt(view, at);
	demand(mayManageEvents, view.actor, event.process);
	return event;
}

/** An event by its id, whoever asks; the caller asks the policy. @throws NotFound */
async function eventById(view: Pick<View, "db" | "now">, id: string): Promise<FoundEvent> {
	const row = await view.db.processEvent.findUnique({ where: { id } });
	if (!row) throw new NotFound();
	return { ...row, process: await processById(view, row.processId) };
}

/** The same, locked until the act is over: seats are given out one after the other. @throws NotFound */
export async function lockedEvent(world: ActWorld, id: string): Promise<FoundEvent> {
	await world.db.$queryRaw`SELECT 1 FROM process_event WHERE id = ${id}::uuid FOR UPDATE`;
	return eventById(world, id);
}

/** The same for those who work on it. @throws NotFound, Forbidden, SignInNeeded */
export async function lockedManagedEvent(world: ActWorld, id: string): Promise<FoundEvent> {
	const event = await lockedEvent(world, id);
	demand(mayManageEvents, world.actor, event.process);
	return event;
}

/** The registration that a link from a mail opens. @throws NotFound for links that we did not make or that are over */
export async function registrationBehind(view: Pick<View, "db">, token: string) {
	const id = registrationOfToken(token);
	const registration = id && (await view.db.eventRegistration.findUnique({ where: { id } }));
	if (!registration) throw new NotFound();
	return registration;
}

/** The address of an event below its process. */
export function eventPath({ code, process }: Pick<FoundEvent, "code" | "process">): string {
	return `/o/${process.organisation.space?.slug ?? ""}/beteiligung/${process.slug}/termin/${code}`;
}
