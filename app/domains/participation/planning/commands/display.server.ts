import { type ActWorld, command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { done, NotFound, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { addPhase, changePhase } from "../../processes/commands/change-phases.server";
import { daysOf } from "../../processes/phase";
import { recipeMessages } from "../../processes/recipe-messages";
import { periodFrom } from "../deadline";
import { type DisplayProblem, displayProblems, mayFollow, roundInWork } from "../planning";
import { mayManagePlanning } from "../policy.server";
import { dayNow, type FoundPlanning, landOf, lockedPlanning } from "../queries/find-planning.server";
import { record } from "./set-up.server";

type DisplayInput = {
	processId: string;
	startsOn: string;
	endsOn: string;
	shortenedBecause: string;
	changes: string;
	secondAccess: string;
	environmentalInfo: string;
};

type DisplayRefusal = DisplayProblem | "day-unknown" | "display-running" | "answered-too-early" | "schedule-refused";

/**
 * Stores the days of the display that is being prepared, and makes the phase of the process the same days: permission asks
 * the phase. When all earlier ones were announced and are over, this begins a renewed display (§ 4a (3) BauGB).
 */
export const setDisplay = command(
	"participation.set-display",
	async (
		world: ActWorld,
		{ processId, ...input }: DisplayInput,
	): Promise<Outcome<{ round: number }, DisplayRefusal>> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		const startsOn = parseDay(input.startsOn);
		const endsOn = parseDay(input.endsOn);
		if (!startsOn) return refused("day-unknown", { field: "startsOn" });
		if (!endsOn) return refused("day-unknown", { field: "endsOn" });
		const today = dayNow(world);
		const last = planning.displays.at(-1);
		if (last?.announced && today <= last.endsOn) return refused("display-running");
		const round = roundInWork(planning);
		const { earliest } = periodFrom(input.startsOn, await landOf(world, planning.organisationId));
		const problems: Refusal<DisplayProblem>[] = displayProblems({ ...input, round }, earliest, today);
		if (problems.length > 0) return { done: false, refusals: problems };
		const phased = await follow(world, planning, round, input);
		if (!phased.done) {
			const tooEarly = phased.refusals.some(({ code }) => code === "answered-too-early");
			return refused(tooEarly ? "answered-too-early" : "schedule-refused", { field: "endsOn" });
		}
		const columns = {
			startsOn,
			endsOn,
			earliestEnd: new Date(`${earliest}T00:00:00Z`),
			shortenedBecause: input.endsOn < earliest ? input.shortenedBecause : null,
			changes: round > 1 ? input.changes : null,
			secondAccess: input.secondAccess,
			environmentalInfo: input.environmentalInfo,
		};
		await world.db.planningDisplay.upsert({
			where: { processId_round: { processId, round } },
			create: { ...columns, processId, round },
			update: columns,
		});
		record(world, planning, "display-set", { round, startsOn: input.startsOn, endsOn: input.endsOn, earliest });
		return done({ round });
	},
);

/** Gives the phase with statements the days of the display: the recipe's or the one of this display, else a fresh one. */
async function follow(world: ActWorld, { process, displays }: FoundPlanning, round: number, days: DisplayInputDays) {
	const taken = displays.filter((display) => display.round !== round);
	const phase = process.phases.find(
		(given) =>
			given.switches.includes("statement") && !taken.some(({ startsOn }) => startsOn === daysOf(given).firstDay),
	);
	const t = textFor(world.locale, recipeMessages);
	const input = {
		id: process.id,
		title: phase?.title ?? t("phases.display"),
		firstDay: days.startsOn,
		lastDay: days.endsOn,
		switches: ["statement" as const],
	};
	return phase ? changePhase(world, { ...input, phaseId: phase.id }) : addPhase(world, input);
}

type DisplayInputDays = { startsOn: string; endsOn: string };

type AnnouncementRefusal = "day-unknown" | "day-in-future" | "announced-too-late" | "stage-not-now" | "details-missing";

/** Records that a display was announced, where and when: always before its first day (§ 3 (2) BauGB). */
export const recordAnnouncement = command(
	"participation.record-announcement",
	async (
		world: ActWorld,
		{ processId, round, on, where }: { processId: string; round: number; on: string; where: string },
	): Promise<Outcome<null, AnnouncementRefusal>> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		const display = planning.displays.find((given) => given.round === round && !given.announced);
		if (!display) throw new NotFound();
		const day = parseDay(on);
		if (!day) return refused("day-unknown", { field: "on" });
		if (on > dayNow(world)) return refused("day-in-future", { field: "on" });
		if (on >= display.startsOn) return refused("announced-too-late", { field: "on" });
		if (planning.name === "" || planning.office === "") return refused("details-missing");
		// the resolution on the draft and its publication comes first
		if (!mayFollow(planning.stage, "displayed")) return refused("stage-not-now");
		await world.db.planningDisplay.update({
			where: { processId_round: { processId, round } },
			data: { announcedOn: day, announcedIn: where },
		});
		await world.db.planning.update({ where: { processId }, data: { stage: "displayed" } });
		await world.db.planningStep.create({
			data: { id: newId(world.now), processId, stage: "displayed", on: day, recordedAt: world.now },
		});
		record(world, planning, "announced", { round, on });
		return done(null);
	},
);
