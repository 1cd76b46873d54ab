import { filesOf } from "~/domains/files/index.server";
import { houseAddress } from "~/platform/address.server";
import { holidayActs } from "~/platform/holidays";
import type { View } from "~/platform/world.server";
import { daysOf, momentsOf } from "../../processes/phase";
import { periodFrom } from "../deadline";
import { displayRuns, isRunning, type MissingInPlanning, recordableAfter, roundInWork } from "../planning";
import { documentsArePublic, mayManagePlanning, mayState, openDisplay } from "../policy.server";
import {
	type At,
	dayNow,
	type FoundPlanning,
	landOf,
	planningAt,
	planningOf,
	planningToManage,
} from "./find-planning.server";
import { headOf } from "./head.server";

function shownDisplay(view: View, { process, displays, way }: FoundPlanning) {
	const today = dayNow(view);
	const announced = displays.filter((display) => display.announced);
	const display =
		announced.find((given) => isRunning(given, today)) ??
		announced.find(({ startsOn }) => startsOn > today) ??
		announced.at(-1);
	if (!display) return null;
	const { round, startsOn, endsOn, changes, secondAccess, environmentalInfo } = display;
	const when = endsOn < today ? ("over" as const) : startsOn > today ? ("later" as const) : ("now" as const);
	const at = { now: view.now, today };
	return {
		round,
		startsOn,
		endsOn,
		changes,
		secondAccess,
		environmentalInfo,
		when,
		takes: mayState(process, { way, displays }, at),
		links: way === "link" && openDisplay(process, displays, at) !== null,
	};
}

/** The plan on the public page of its process; null when the process has none, or nothing of it is to be read yet. */
export async function loadPlanningPart(view: View, { id }: { id: string }) {
	const planning = await planningOf(view, id);
	if (!planning) return null;
	const mayManage = mayManagePlanning(view.actor, planning);
	const display = shownDisplay(view, planning);
	if (!display && !mayManage) return null;
	const { process, name } = planning;
	return {
		name: name || process.title,
		display,
		manageHref: mayManage
			? `/o/${process.organisation.space?.slug ?? ""}/verwaltung/beteiligung/${process.slug}/bauleitplanung`
			: null,
	};
}

export type LoadedPlanning = NonNullable<Awaited<ReturnType<typeof loadPlanningPart>>>;

/** What is missing before the process of a plan may be published. */
export async function missingForPlanning(
	view: Pick<View, "db" | "now">,
	processId: string,
): Promise<MissingInPlanning[]> {
	const planning = await planningOf(view, processId);
	if (!planning) return [];
	const display = planning.displays.at(-1);
	const reachable = planning.way === "link" ? planning.systemAddress !== null : planning.officeEmail !== null;
	const checks: [MissingInPlanning, boolean][] = [
		["details", planning.name === "" || planning.office === "" || !reachable],
		["display", !display],
		["phase", display !== undefined && !hasPhase(planning, display)],
	];
	return checks.flatMap(([code, missing]) => (missing ? [code] : []));
}

function hasPhase({ process }: FoundPlanning, { startsOn, endsOn }: { startsOn: string; endsOn: string }): boolean {
	const { opensAt, closesAt } = momentsOf(startsOn, endsOn);
	return process.phases.some(
		(phase) =>
			phase.switches.includes("statement") &&
			phase.opensAt.getTime() === opensAt.getTime() &&
			phase.closesAt.getTime() === closesAt.getTime(),
	);
}

/** The public page of a plan. @throws NotFound */
export async function planningPage(view: View, at: At) {
	const planning = await planningAt(view, at);
	const { area, way, systemAddress, office, officeAddress, stage, steps } = planning;
	return {
		...headOf(planning, at.place),
		area,
		systemAddress: way === "link" ? systemAddress : null,
		way: way === "take" ? ("take" as const) : ("link" as const),
		office,
		officeAddress,
		phone: planning.process.organisation.space?.phone ?? null,
		stage,
		steps,
		display: shownDisplay(view, planning),
		documents: await filesOf(view, { kind: "planning", id: planning.processId }),
		documentsExpected: !documentsArePublic(planning.displays, dayNow(view)),
		may: { manage: mayManagePlanning(view.actor, planning) },
	};
}

/** The page from which the office works on a plan. @throws NotFound, Forbidden */
export async function managedPlanning(view: View, at: At) {
	const planning = await planningToManage(view, at);
	return {
		...headOf(planning, at.place),
		stage: planning.stage,
		steps: planning.steps,
		next: recordableAfter(planning.stage),
		way: planning.way,
		details: detailsOf(planning),
		missing: await missingForPlanning(view, planning.processId),
		displays: planning.displays.map(({ round, startsOn, endsOn, announcedOn }) => ({
			round,
			startsOn,
			endsOn,
			announcedOn,
		})),
		statements: planning.nextNumber - 1,
		authorities: await view.db.planningAuthority.count({ where: { processId: planning.processId, removedAt: null } }),
		notified: await view.db.planningNotification.count({
			where: {
				processId: planning.processId,
				round: planning.displays.at(-1)?.round ?? 0,
				authority: { removedAt: null },
			},
		}),
		today: dayNow(view),
		documents: await filesOf(view, { kind: "planning", id: planning.processId }),
		documentsFixed: displayRuns(planning, dayNow(view)),
	};
}

function detailsOf({ kind, name, area, way, systemAddress, office, officeEmail, officeAddress }: FoundPlanning) {
	return {
		kind,
		name,
		area,
		way,
		systemAddress: systemAddress ?? "",
		office,
		officeEmail: officeEmail ?? "",
		officeAddress,
	};
}

/** The display that is being prepared, with the calculator's answer for a first day. @throws NotFound, Forbidden */
export async function displayPage(view: View, at: At & { startsOn: string | null }) {
	const planning = await planningToManage(view, at);
	const round = roundInWork(planning);
	const stored = planning.displays.find((display) => display.round === round);
	const phase = planning.process.phases.find(({ switches }) => switches.includes("statement"));
	const startsOn = at.startsOn ?? stored?.startsOn ?? (phase && round === 1 ? daysOf(phase).firstDay : null);
	const land = await landOf(view, planning.organisationId);
	const last = planning.displays.at(-1);
	return {
		...headOf(planning, at.place),
		round,
		startsOn,
		period: startsOn === null ? null : periodFrom(startsOn, land),
		act: land === null ? null : (holidayActs[land]?.act ?? null),
		stored: stored ?? null,
		/** What the display before said: the second access and the kinds of information seldom change. */
		before: planning.displays.at(-1) ?? null,
		isRunning: last?.announced === true && dayNow(view) <= last.endsOn,
	};
}

/** The announcement of the display that is not announced yet, or of the last one. @throws NotFound, Forbidden */
export async function announcementPage(view: View, at: At) {
	const planning = await planningToManage(view, at);
	const { area, way, systemAddress, office, officeEmail, officeAddress, process } = planning;
	return {
		...headOf(planning, at.place),
		municipality: process.organisation.shortName,
		area,
		way,
		systemAddress,
		office,
		officeEmail,
		officeAddress,
		phone: process.organisation.space?.phone ?? null,
		address: houseAddress(`/o/${at.place}/beteiligung/${process.slug}/bauleitplanung`),
		display: planning.displays.at(-1) ?? null,
		stage: planning.stage,
	};
}
