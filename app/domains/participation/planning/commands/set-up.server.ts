import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { readMailAddress } from "~/platform/mail/address";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { processById } from "../../processes/index.server";
import { displayRuns, isStage, mayFollow, planningLimits } from "../planning";
import { isTimeToWeigh, mayManagePlanning } from "../policy.server";
import { dayNow, type FoundPlanning, lockedPlanning } from "../queries/find-planning.server";
import { openStatements } from "../queries/statements.server";

/** Makes the plan with which a process „Auslegung“ begins; called inside the act that makes the process. */
export async function beginPlanning(world: ActWorld, processId: string): Promise<void> {
	const { organisationId } = await processById(world, processId);
	await world.db.planning.create({ data: { processId, organisationId, createdAt: world.now } });
	record(world, { processId, organisationId }, "begun");
}

/** Records what happened with a plan; its words and people's names never go along. */
export function record(
	world: ActWorld,
	{ processId, organisationId }: Pick<FoundPlanning, "processId" | "organisationId">,
	what: string,
	facts: Record<string, string | number | boolean | null> = {},
): void {
	world.record({
		type: `participation.planning.${what}`,
		subject: { kind: "planning", id: processId },
		ownerId: organisationId,
		facts,
	});
}

type Details = {
	processId: string;
	kind: string;
	name: string;
	area: string;
	way: "link" | "take";
	systemAddress: string;
	office: string;
	officeEmail: string;
	officeAddress: string;
};

/** Stores what the plan is, where statements go and who the office is; the way cannot change once a display was announced. */
export const describePlanning = command(
	"participation.describe-planning",
	async (
		world: ActWorld,
		{ processId, ...given }: Details,
	): Promise<Outcome<null, "system-address-missing" | "office-email-missing" | "way-is-announced">> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		const officeEmail = readMailAddress(given.officeEmail);
		if (given.way === "link" && !/^https:\/\/\S+$/.test(given.systemAddress))
			return refused("system-address-missing", { field: "systemAddress" });
		if (given.way === "take" && !officeEmail) return refused("office-email-missing", { field: "officeEmail" });
		if (given.way !== planning.way && planning.displays.some(({ announced }) => announced))
			return refused("way-is-announced", { field: "way" });
		await world.db.planning.update({
			where: { processId },
			data: { ...given, officeEmail, systemAddress: given.systemAddress || null },
		});
		record(world, planning, "described", { way: given.way });
		return done(null);
	},
);

type StepRefusal =
	| "day-unknown"
	| "day-in-future"
	| "before-previous"
	| "stage-not-now"
	| "display-running"
	| "statements-open";

/** Records that a stage of the procedure was reached; the weighing only when every statement has been weighed. */
export const recordStep = command(
	"participation.record-planning-step",
	async (
		world: ActWorld,
		{ processId, stage, on }: { processId: string; stage: string; on: string },
	): Promise<Outcome<null, StepRefusal>> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		const today = dayNow(world);
		const day = parseDay(on);
		if (!day) return refused("day-unknown", { field: "on" });
		if (on > today) return refused("day-in-future", { field: "on" });
		if (on < (planning.steps.at(-1)?.on ?? "")) return refused("before-previous", { field: "on" });
		// a display is reached by its announcement
		if (!isStage(stage) || stage === "displayed" || !mayFollow(planning.stage, stage))
			return refused("stage-not-now", { field: "stage" });
		if (stage === "weighed") {
			if (!isTimeToWeigh(planning, today)) return refused("display-running", { field: "stage" });
			if (on <= (planning.displays.at(-1)?.endsOn ?? "")) return refused("before-previous", { field: "on" });
			const count = await openStatements(world, processId);
			if (count > 0) return refused("statements-open", { field: "stage", values: { count } });
		}
		await world.db.planning.update({ where: { processId }, data: { stage } });
		await world.db.planningStep.create({
			data: { id: newId(world.now), processId, stage, on: day, recordedAt: world.now },
		});
		record(world, planning, stage === "weighed" ? "weighed" : "step-recorded", { stage, on });
		return done(null);
	},
);

/** Puts documents of the plan up; not while a display runs, which has to show the same from its first to its last day. */
export const addDocuments = command(
	"participation.add-planning-documents",
	async (
		world: ActWorld,
		{ processId, files }: { processId: string; files: readonly StoredFile[] },
	): Promise<Outcome<null, "display-running" | "files-missing" | "too-many-files">> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		if (displayRuns(planning, dayNow(world))) return refused("display-running", { field: "files" });
		if (files.length === 0) return refused("files-missing", { field: "files" });
		const subject = { kind: "planning", id: processId };
		const already = await world.db.file.count({
			where: { subjectKind: subject.kind, subjectId: subject.id, removedAt: null },
		});
		const most = planningLimits.files;
		if (already + files.length > most) return refused("too-many-files", { field: "files", values: { most } });
		for (const stored of files) await attach(world, { ownerId: planning.organisationId, subject, stored });
		return done(null);
	},
);
