import type { Policy } from "~/platform/policy";
import { isOpenFor } from "../processes/index.server";
import { type GivenProcess, mayManageProcesses } from "../processes/policy.server";
import { type DisplayDays, isRunning } from "./planning";

/** Sets the plan up, reads its statements and weighs them: the organisation's own office, never a helping one. */
export const mayManagePlanning: Policy<{ organisationId: string }> = mayManageProcesses;

type GivenDisplay = DisplayDays & { announced: boolean };
type GivenPlanning = { way: string; displays: readonly GivenDisplay[] };

/** The display that people can make statements in on this day: announced before it began, and open in the schedule too. */
export function openDisplay<Display extends GivenDisplay>(
	process: GivenProcess,
	displays: readonly Display[],
	{ now, today }: { now: Date; today: string },
): Display | null {
	if (!isOpenFor(process, "statement", now)) return null;
	return displays.find((display) => display.announced && isRunning(display, today)) ?? null;
}

/** Whether statements are taken here now; anybody makes them, with an account or without. */
export function mayState(process: GivenProcess, planning: GivenPlanning, at: { now: Date; today: string }): boolean {
	return planning.way === "take" && openDisplay(process, planning.displays, at) !== null;
}

/** Whether a notified authority may state its view here: until the weighing is resolved, also after its last day. */
export function mayAnswerNotice({ way, stage }: { way: string; stage: string }): boolean {
	return way === "take" && stage === "displayed";
}

/** Assessing begins when no display runs or is still to come, and ends with the resolution on the weighing. */
export function isTimeToWeigh({ stage, displays }: { stage: string; displays: readonly DisplayDays[] }, today: string) {
	return stage === "displayed" && displays.every(({ endsOn }) => endsOn < today);
}

/** The documents of a display stand in public from its first day on, and stay. */
export function documentsArePublic(displays: readonly GivenDisplay[], today: string): boolean {
	return displays.some(({ announced, startsOn }) => announced && startsOn <= today);
}
