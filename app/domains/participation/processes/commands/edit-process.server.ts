import { type ActWorld, command } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isEmptyRichText } from "~/platform/rich-text/schema";
import { actingFor, mayChangeProcess, mayManage } from "../policy.server";
import { isPublished, type Level, type MissingPart, missingParts } from "../process";
import { lockedProcess } from "../queries/find-process.server";
import { isBound } from "../queries/frame.server";
import { changed } from "./changed.server";
import { type ProcessInput, type ProcessValueRefusal, processValues } from "./process-values.server";

type ProcessChange = ProcessInput & {
	level: Level;
	costCents: bigint | null;
	easyLanguage: string;
	/** Organisations that take part besides the owner. */
	participating: string[];
};

/**
 * Changes a draft or a published process; its phases have acts of their own. What is published keeps its whole decision
 * frame: a change that would leave a gap is refused with the missing parts. Archived ones stay as they are.
 */
export const editProcess = command(
	"participation.edit-process",
	async (
		world: ActWorld,
		{ id, ...input }: ProcessChange & { id: string },
	): Promise<Outcome<{ slug: string }, ProcessValueRefusal | MissingPart | "process-archived">> => {
		const process = await lockedProcess(world, id);
		demand(mayManage, world.actor, process);
		if (!mayChangeProcess(world.actor, process, world.now)) return refused("process-archived");
		const values = await processValues(world, process.organisationId, input);
		if (!values.done) return values;
		const columns = values.value;
		const known = await world.db.organisation.count({ where: { id: { in: input.participating } } });
		if (known !== new Set(input.participating).size) throw new Forbidden();
		const missing = missingParts(
			{
				purposeIsThere: !isEmptyRichText(input.purpose),
				fixedPointsAreThere: !isEmptyRichText(input.fixedPoints),
				openQuestionsAreThere: !isEmptyRichText(input.openQuestions),
				level: input.level,
				decidedBy: columns.decidedBy,
				answeredUntil: columns.answeredUntil,
				responsiblePostId: columns.responsiblePostId,
				phases: process.phases,
				isBound: await isBound(world, { id, level: input.level }),
				openChecks: 0,
			},
			world.now,
		).filter((code) =>
			// a phase that is over may be corrected in its other parts; a draft may have gaps, but no impossible days
			isPublished(process, world.now) ? code !== "phase-over" : code === "answered-too-early",
		);
		if (missing.length > 0) return { done: false, refusals: missing.map((code) => ({ code, field: fieldOf[code] })) };
		await world.db.process.update({
			where: { id },
			data: {
				...columns,
				...changed,
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
		world.record({
			type: "participation.process.changed",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
			...actingFor(world.actor, process),
		});
		return done({ slug: process.slug });
	},
);

/** Where in the form a gap is mended. */
const fieldOf: Partial<Record<MissingPart, string>> = {
	"missing-purpose": "purpose",
	"missing-fixed-points": "fixedPoints",
	"missing-open-questions": "openQuestions",
	"missing-level": "level",
	"level-needs-resolution": "level",
	"missing-decider": "decidedBy",
	"missing-answered-until": "answeredUntil",
	"answered-too-early": "answeredUntil",
	"missing-responsible": "responsiblePostId",
};
