import { type ActWorld, command } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isEmptyRichText } from "~/platform/rich-text/schema";
import { mayChangeProcess, mayManageProcesses } from "../policy.server";
import { isPublished, type Level, type MissingPart, missingParts } from "../process";
import { processById } from "../queries/find-process.server";
import { type ProcessInput, type ProcessValueRefusal, processValues } from "./process-values.server";

export type ProcessChange = ProcessInput & {
	level: Level;
	costCents: bigint | null;
	easyLanguage: string;
	/** Organisations that take part besides the owner. */
	participating: string[];
};

/**
 * Changes a draft or a published process. What is published keeps its whole decision frame: a change that would leave a
 * gap is refused with the missing parts. Archived ones stay as they are.
 */
export const editProcess = command(
	"participation.edit-process",
	async (
		world: ActWorld,
		{ id, ...input }: ProcessChange & { id: string },
	): Promise<Outcome<{ slug: string }, ProcessValueRefusal | MissingPart | "process-archived">> => {
		await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${id}::uuid FOR UPDATE`;
		const process = await processById(world, id);
		demand(mayManageProcesses, world.actor, process);
		if (!mayChangeProcess(world.actor, process, world.now)) return refused("process-archived");
		const values = await processValues(world, process.organisationId, input);
		if (!values.done) return values;
		const { columns, collect, answer } = values.value;
		const known = await world.db.organisation.count({ where: { id: { in: input.participating } } });
		if (known !== new Set(input.participating).size) throw new Forbidden();
		const times = (position: number) => (position === 0 ? collect : position === 1 ? answer : null);
		const phases = process.phases.map((phase) => ({ ...phase, ...times(phase.position) }));
		if (isPublished(process, world.now)) {
			const missing = missingParts(
				{
					purposeIsThere: !isEmptyRichText(input.purpose),
					fixedPointsAreThere: !isEmptyRichText(input.fixedPoints),
					openQuestionsAreThere: !isEmptyRichText(input.openQuestions),
					level: input.level,
					decidedBy: columns.decidedBy,
					answeredUntil: columns.answeredUntil,
					responsiblePostId: columns.responsiblePostId,
					phases,
				},
				world.now,
				// a phase that is over may be corrected in its other parts
			).filter((code) => code !== "phase-over");
			if (missing.length > 0) return { done: false, refusals: missing.map((code) => ({ code })) };
		}
		await world.db.process.update({
			where: { id },
			data: {
				...columns,
				purpose: columns.purpose ?? Prisma.DbNull,
				fixedPoints: columns.fixedPoints ?? Prisma.DbNull,
				openQuestions: columns.openQuestions ?? Prisma.DbNull,
				level: input.level,
				costCents: input.costCents,
				easyLanguage: input.easyLanguage || null,
				participating: {
					deleteMany: {},
					create: [...new Set(input.participating)]
						.filter((organisationId) => organisationId !== process.organisationId)
						.map((organisationId) => ({ organisationId })),
				},
			},
		});
		for (const { id: phaseId, opensAt, closesAt } of phases) {
			// a date moved into the future will be recorded again when it comes
			const again = {
				...(opensAt > world.now && { openingRecordedAt: null }),
				...(closesAt > world.now && { closingRecordedAt: null }),
			};
			await world.db.phase.update({ where: { id: phaseId }, data: { opensAt, closesAt, ...again } });
		}
		world.record({
			type: "participation.process.changed",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
		});
		return done({ slug: process.slug });
	},
);
