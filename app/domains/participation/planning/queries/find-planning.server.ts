import type { ActWorld } from "~/platform/act.server";
import { dayOf } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { type FoundProcess, processAt, processById } from "../../processes/index.server";
import { mayManagePlanning } from "../policy.server";

export type At = { place: string; process: string };

const whole = {
	displays: { orderBy: { round: "asc" } },
	steps: { orderBy: { recordedAt: "asc" } },
} as const;

function rowOf(view: Pick<View, "db">, processId: string) {
	return view.db.planning.findUnique({ where: { processId }, include: whole });
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
type StoredDisplay = Row["displays"][number];
export type FoundDisplay = ReturnType<typeof displayOf>;
export type FoundPlanning = Omit<Row, "displays" | "steps"> & {
	displays: FoundDisplay[];
	steps: { stage: string; on: string }[];
	process: FoundProcess;
};

const text = (day: Date) => day.toISOString().slice(0, 10);

function displayOf({ startsOn, endsOn, earliestEnd, announcedOn, ...display }: StoredDisplay) {
	return {
		...display,
		startsOn: text(startsOn),
		endsOn: text(endsOn),
		earliestEnd: text(earliestEnd),
		announcedOn: announcedOn && text(announcedOn),
		announced: announcedOn !== null,
	};
}

function found(row: Row, process: FoundProcess): FoundPlanning {
	return {
		...row,
		process,
		displays: row.displays.map(displayOf),
		steps: row.steps.map(({ stage, on }) => ({ stage, on: text(on) })),
	};
}

/** The plan of a process by its address, as far as this reader may see the process. @throws NotFound */
export async function planningAt(view: View, at: At): Promise<FoundPlanning> {
	const process = await processAt(view, at);
	const row = await rowOf(view, process.id);
	if (!row) throw new NotFound();
	return found(row, process);
}

/** The same for those who work on it. @throws NotFound, Forbidden */
export async function planningToManage(view: View, at: At): Promise<FoundPlanning> {
	const planning = await planningAt(view, at);
	demand(mayManagePlanning, view.actor, planning);
	return planning;
}

/** The plan of a process whose policy the caller asks; null when the process has none. */
export async function planningOf(view: Pick<View, "db" | "now">, processId: string): Promise<FoundPlanning | null> {
	const row = await rowOf(view, processId);
	return row && found(row, await processById(view, processId));
}

/** The plan for an act, its row locked until the act is over; the caller asks the policy. @throws NotFound */
export async function lockedPlanning(world: ActWorld, processId: string): Promise<FoundPlanning> {
	await world.db.$queryRaw`SELECT 1 FROM planning WHERE process_id = ${processId}::uuid FOR UPDATE`;
	const planning = await planningOf(world, processId);
	if (!planning) throw new NotFound();
	return planning;
}

/** Today in Germany, YYYY-MM-DD. */
export function dayNow({ now }: Pick<View, "now">): string {
	return dayOf(now).toString();
}

/** The first two digits of the organisation's official key, or null. */
export async function landOf(view: Pick<View, "db">, organisationId: string): Promise<string | null> {
	const organisation = await view.db.organisation.findUnique({
		where: { id: organisationId },
		select: { ars: true, ags: true },
	});
	return (organisation?.ars ?? organisation?.ags)?.slice(0, 2) ?? null;
}

/** Whether a process accompanies the procedure of a plan, for somebody who works on its plans. */
export async function hasPlanning(view: View, processId: string): Promise<boolean> {
	const row = await view.db.planning.findUnique({ where: { processId }, select: { organisationId: true } });
	return row !== null && mayManagePlanning(view.actor, row);
}
