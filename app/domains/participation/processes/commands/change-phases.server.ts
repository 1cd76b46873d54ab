import { type ActWorld, command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { momentsOf, type Switch } from "../phase";
import { actingFor, mayChangeProcess, mayManage } from "../policy.server";
import { isPublished, type MissingPart, missingParts } from "../process";
import { type FoundProcess, lockedProcess } from "../queries/find-process.server";
import { frameOf } from "../queries/frame.server";
import { changesTheVote, inOrder, phasesMost } from "../schedule";
import { changed } from "./changed.server";

/** A phase as people name it: days as YYYY-MM-DD, both included. */
export type PhaseInput = { title: string; firstDay: string; lastDay: string; switches: Switch[] };

export type PhaseRefusal =
	| MissingPart
	| "process-archived"
	| "day-unknown"
	| "days-in-wrong-order"
	| "too-many-phases"
	| "vote-has-begun";

type StoredPhase = FoundProcess["phases"][number];

/** Adds a phase; phases may overlap. */
export const addPhase = command(
	"participation.add-phase",
	async (world: ActWorld, { id, ...input }: PhaseInput & { id: string }): Promise<Outcome<null, PhaseRefusal>> => {
		const process = await changeable(world, id);
		if (!process.done) return process;
		const { phases } = process.value;
		if (phases.length >= phasesMost) return refused("too-many-phases", { values: { most: phasesMost } });
		const moments = momentsFor(input);
		if (!moments.done) return moments;
		const fresh: StoredPhase = {
			id: newId(world.now),
			processId: id,
			position: phases.length,
			title: input.title,
			switches: input.switches,
			openingRecordedAt: null,
			closingRecordedAt: null,
			...moments.value,
		};
		return store(world, process.value, { later: [...phases, fresh], act: "added", phaseId: fresh.id });
	},
);

/** Changes title, days or switches of a phase; what is recorded of it again comes due again. */
export const changePhase = command(
	"participation.change-phase",
	async (
		world: ActWorld,
		{ id, phaseId, ...input }: PhaseInput & { id: string; phaseId: string },
	): Promise<Outcome<null, PhaseRefusal>> => {
		const process = await changeable(world, id);
		if (!process.done) return process;
		const before = process.value.phases.find((phase) => phase.id === phaseId);
		if (!before) throw new NotFound();
		const moments = momentsFor(input);
		if (!moments.done) return moments;
		const { opensAt, closesAt } = moments.value;
		const after: StoredPhase = {
			...before,
			title: input.title,
			switches: input.switches,
			opensAt,
			closesAt,
			// a date moved into the future will be recorded again when it comes
			...(opensAt > world.now && { openingRecordedAt: null }),
			...(closesAt > world.now && { closingRecordedAt: null }),
		};
		const later = process.value.phases.map((phase) => (phase.id === phaseId ? after : phase));
		return store(world, process.value, { later, act: "changed", phaseId });
	},
);

/** Takes a phase away; refused for the last one in which people can take part, once the process is published. */
export const removePhase = command(
	"participation.remove-phase",
	async (world: ActWorld, { id, phaseId }: { id: string; phaseId: string }): Promise<Outcome<null, PhaseRefusal>> => {
		const process = await changeable(world, id);
		if (!process.done) return process;
		if (!process.value.phases.some((phase) => phase.id === phaseId)) throw new NotFound();
		const later = process.value.phases.filter((phase) => phase.id !== phaseId);
		return store(world, process.value, { later, act: "removed", phaseId });
	},
);

async function changeable(world: ActWorld, id: string): Promise<Outcome<FoundProcess, "process-archived">> {
	const process = await lockedProcess(world, id);
	demand(mayManage, world.actor, process);
	return mayChangeProcess(world.actor, process, world.now) ? done(process) : refused("process-archived");
}

function momentsFor({ firstDay, lastDay }: PhaseInput): Outcome<ReturnType<typeof momentsOf>, PhaseRefusal> {
	if (!parseDay(firstDay)) return refused("day-unknown", { field: "firstDay" });
	if (!parseDay(lastDay)) return refused("day-unknown", { field: "lastDay" });
	if (lastDay < firstDay) return refused("days-in-wrong-order", { field: "lastDay" });
	return done(momentsOf(firstDay, lastDay));
}

/** Writes the whole schedule in order, if the process may have it. */
async function store(
	world: ActWorld,
	process: FoundProcess,
	{ later, act, phaseId }: { later: StoredPhase[]; act: "added" | "changed" | "removed"; phaseId: string },
): Promise<Outcome<null, PhaseRefusal>> {
	if (process.firstVoteAt && changesTheVote(process.phases, later)) return refused("vote-has-begun");
	const refusals = scheduleGaps(process, later, world.now);
	if (refusals.length > 0) return { done: false, refusals };
	const kept = later.map(({ id }) => id);
	await world.db.phase.deleteMany({ where: { processId: process.id, id: { notIn: kept } } });
	// positions are unique per process: all step aside before they take their new ones
	await world.db.phase.updateMany({ where: { processId: process.id }, data: { position: { increment: 1000 } } });
	for (const [position, { id, ...phase }] of inOrder(later).entries()) {
		const data = { ...phase, position };
		await world.db.phase.upsert({ where: { id }, create: { id, ...data }, update: data });
	}
	await world.db.process.update({ where: { id: process.id }, data: changed });
	world.record({
		type: `participation.phase.${act}`,
		subject: { kind: "process", id: process.id },
		ownerId: process.organisationId,
		facts: { phase: phaseId },
		...actingFor(world.actor, process),
	});
	return done(null);
}

/** What the schedule would lack: only what depends on phases, and no more than its days while it is a draft. */
function scheduleGaps(process: FoundProcess, phases: StoredPhase[], now: Date): Refusal<MissingPart>[] {
	const missing = missingParts({ ...frameOf(process, { openChecks: 0, bound: true }), phases }, now);
	const about = isPublished(process, now)
		? (["missing-phase", "answered-too-early"] as const)
		: (["answered-too-early"] as const);
	return about.filter((code) => missing.includes(code)).map((code) => ({ code, field: "lastDay" }));
}
