import { Temporal } from "temporal-polyfill";

/** What people can do while a phase is open. */
export const switches = [
	"contribute",
	"comment",
	"support",
	"annotate",
	"survey",
	"vote",
	"statement",
	"results",
] as const;
export type Switch = (typeof switches)[number];

/** A dated part of a process, half-open: at `closesAt` it is over. Phases may overlap. */
export type Phase = { opensAt: Date; closesAt: Date; switches: readonly string[] };

/** Whether people can do something in it, be it only coming to an event; showing results alone is looking back. */
export function takesPart({ switches: on }: Pick<Phase, "switches">): boolean {
	return on.length === 0 || on.some((name) => name !== "results");
}

/** When taking part ends for good: the end of the last phase in which people can do something; null without one. */
export function endOfTakingPart(phases: readonly Phase[]): Date | null {
	const ends = phases.filter(takesPart).map((phase) => phase.closesAt.getTime());
	return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}

/** People here live by this clock. */
const zone = "Europe/Berlin";

export function isOpen(phase: Phase, now: Date): boolean {
	return phase.opensAt <= now && now < phase.closesAt;
}

/** Everything that is switched on by some open phase at this moment. */
export function switchesNow(phases: readonly Phase[], now: Date): Set<Switch> {
	const on = phases.filter((phase) => isOpen(phase, now)).flatMap((phase) => phase.switches);
	return new Set(switches.filter((name) => on.includes(name)));
}

/** The next moment at which a phase opens or closes, or null when all is over; where one follows another, its closing. */
export function nextChange(phases: readonly Phase[], now: Date): { at: Date; what: "opens" | "closes" } | null {
	const changes = phases
		.flatMap((phase) => [
			{ at: phase.opensAt, what: "opens" as const },
			{ at: phase.closesAt, what: "closes" as const },
		])
		.filter(({ at }) => at > now)
		.sort((one, other) => one.at.getTime() - other.at.getTime() || one.what.localeCompare(other.what));
	return changes[0] ?? null;
}

/** When this switch goes off for good (the last phase with it closes), or null when no phase has it. */
export function lastMomentFor(phases: readonly Phase[], wanted: Switch): Date | null {
	const ends = phases.filter((phase) => phase.switches.includes(wanted)).map((phase) => phase.closesAt.getTime());
	return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}

/** When this switch goes on next, or null when it never will again. */
export function nextOpeningFor(phases: readonly Phase[], wanted: Switch, now: Date): Date | null {
	const starts = phases
		.filter((phase) => phase.switches.includes(wanted) && phase.opensAt > now)
		.map((phase) => phase.opensAt.getTime());
	return starts.length > 0 ? new Date(Math.min(...starts)) : null;
}

/**
 * The moments of a phase that people name by its first and its last day: "until 30 June" ends on 1 July at 0:00 in
 * Germany, clock changes included.
 * @param firstDay @param lastDay calendar days as YYYY-MM-DD
 */
export function momentsOf(firstDay: string, lastDay: string): { opensAt: Date; closesAt: Date } {
	const start = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
	return {
		opensAt: start(Temporal.PlainDate.from(firstDay)),
		closesAt: start(Temporal.PlainDate.from(lastDay).add({ days: 1 })),
	};
}

/** First and last day of a phase as people name them, YYYY-MM-DD. */
export function daysOf(phase: Pick<Phase, "opensAt" | "closesAt">): { firstDay: string; lastDay: string } {
	const local = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
	return {
		firstDay: local(phase.opensAt.getTime()).toPlainDate().toString(),
		// the last moment that still counts, not the first that no longer does
		lastDay: local(phase.closesAt.getTime() - 1)
			.toPlainDate()
			.toString(),
	};
}

/** How many days are left until a moment, counting today as one: on the last day 1. */
export function daysLeft(until: Date, now: Date): number {
	const day = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
	return day(now.getTime()).until(day(until.getTime() - 1)).days + 1;
}

/** Whether people can take part in another way before this switch goes on for the first time; false when it never does. */
export function beginsLater(phases: readonly Phase[], wanted: Switch): boolean {
	const starts = (some: readonly Phase[]) => Math.min(...some.map((phase) => phase.opensAt.getTime()));
	const later = phases.filter((phase) => phase.switches.includes(wanted));
	return later.length > 0 && starts(phases.filter(takesPart)) < starts(later);
}
