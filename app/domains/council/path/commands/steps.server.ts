import type { ActWorld } from "~/platform/act.server";
import { command } from "~/platform/act.server";
import { dayOf, parseDay } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { aboutOf } from "../../queries/find-resolution.server";
import { ownedSubject } from "../owned-subject.server";
import { type ConsultationRole, type StepProblem, type StepResult, stepProblems } from "../path";

/** What a person writes down about one body on the way. */
export type StepInput = {
	body: string;
	/** YYYY-MM-DD, or empty while the day is not known. */
	sessionOn: string;
	role: ConsultationRole;
	authoritative: boolean;
	result: StepResult | null;
	note: string;
	/** The resolution in which this body said it, where it has been written down. */
	resolutionId: string | null;
};

export type StepRefusal = StepProblem | "day-unknown" | "resolution-unknown" | "too-many-steps";

/** Longer than any way through committees and council, there and back. */
const most = 20;

/** The path of an object, made when there is none yet, and kept for this act alone. */
export async function pathOf(world: ActWorld, subject: { kind: string; id: string }, organisationId: string) {
	const key = { subjectKind: subject.kind, subjectId: subject.id };
	await world.db.councilPath.createMany({
		data: [{ id: newId(world.now), organisationId, ...key, createdAt: world.now }],
		skipDuplicates: true,
	});
	await world.db.$queryRaw`
		SELECT FROM council_path WHERE subject_kind = ${subject.kind} AND subject_id = ${subject.id}::uuid FOR UPDATE`;
	return world.db.councilPath.findUniqueOrThrow({
		where: { subjectKind_subjectId: key },
		include: { steps: { orderBy: { position: "asc" } } },
	});
}

type Path = Awaited<ReturnType<typeof pathOf>>;

/** The columns of a step; refuses what does not fit together, all at once. */
async function valuesOf(world: ActWorld, path: Path, input: StepInput, own: string | null) {
	const refusals: Refusal<StepRefusal>[] = [];
	const sessionOn = input.sessionOn === "" ? null : parseDay(input.sessionOn);
	if (input.sessionOn !== "" && !sessionOn) refusals.push({ code: "day-unknown", field: "sessionOn" });
	const others = path.steps.filter(({ id }) => id !== own);
	const step = { ...input, sessionOn: sessionOn && input.sessionOn };
	refusals.push(...stepProblems(step, others, dayOf(world.now).toString()));
	if (input.resolutionId !== null) {
		const about = await aboutOf(world, input.resolutionId);
		const belongs = about.some(({ kind, id }) => kind === path.subjectKind && id === path.subjectId);
		if (!belongs) refusals.push({ code: "resolution-unknown", field: "resolutionId" });
	}
	const { body, role, authoritative, result, resolutionId } = input;
	const values = { body, sessionOn, role, authoritative, result, note: input.note || null, resolutionId };
	return refusals.length > 0 ? { done: false as const, refusals } : done(values);
}

/** Adds a body to the way, as its last. @returns the step's id */
export const addStep = command(
	"council.add-step",
	async (
		world: ActWorld,
		{ subject, ...input }: StepInput & { subject: { kind: string; id: string } },
	): Promise<Outcome<{ stepId: string }, StepRefusal>> => {
		const { organisationId } = await ownedSubject(world, subject);
		const path = await pathOf(world, subject, organisationId);
		if (path.steps.length >= most) return refused("too-many-steps", { values: { most } });
		const values = await valuesOf(world, path, input, null);
		if (!values.done) return values;
		const stepId = newId(world.now);
		const position = (path.steps.at(-1)?.position ?? 0) + 1;
		await world.db.consultationStep.create({ data: { id: stepId, pathId: path.id, position, ...values.value } });
		const { role, authoritative, result } = values.value;
		world.record({
			type: "council.path.step-added",
			subject,
			ownerId: organisationId,
			facts: { step: stepId, role, authoritative, result },
		});
		return done({ stepId });
	},
);

/** Changes what is written down of one body, above all what came out of its session. */
export const changeStep = command(
	"council.change-step",
	async (
		world: ActWorld,
		{ subject, stepId, ...input }: StepInput & { subject: { kind: string; id: string }; stepId: string },
	): Promise<Outcome<null, StepRefusal>> => {
		const { organisationId } = await ownedSubject(world, subject);
		const path = await pathOf(world, subject, organisationId);
		const before = path.steps.find(({ id }) => id === stepId);
		if (!before) throw new NotFound();
		const values = await valuesOf(world, path, input, stepId);
		if (!values.done) return values;
		await world.db.consultationStep.update({ where: { id: stepId }, data: values.value });
		world.record({
			type: "council.path.step-changed",
			subject,
			ownerId: organisationId,
			facts: { step: stepId, before: before.result, result: values.value.result },
		});
		return done(null);
	},
);

/** Takes a body off the way that has not said anything yet. Refused with "step-has-result". */
export const removeStep = command(
	"council.remove-step",
	async (
		world: ActWorld,
		{ subject, stepId }: { subject: { kind: string; id: string }; stepId: string },
	): Promise<Outcome<null, "step-has-result">> => {
		const { organisationId } = await ownedSubject(world, subject);
		const path = await pathOf(world, subject, organisationId);
		const step = path.steps.find(({ id }) => id === stepId);
		if (!step) throw new NotFound();
		if (step.result !== null) return refused("step-has-result");
		await world.db.consultationStep.delete({ where: { id: stepId } });
		world.record({ type: "council.path.step-removed", subject, ownerId: organisationId, facts: { step: stepId } });
		return done(null);
	},
);
