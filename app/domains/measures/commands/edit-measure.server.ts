import { type ActWorld, command } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageMeasures } from "../policy.server";
import { measureById } from "../queries/find-measure.server";
import { type MeasureInput, type MeasureValueRefusal, measureValues } from "./measure-values.server";

/**
 * Changes what is said about a measure. Refused when somebody else changed it since `revision` was read, and once it ended.
 */
export const editMeasure = command(
	"measures.edit-measure",
	async (
		world: ActWorld,
		{ id, revision, ...input }: MeasureInput & { id: string; revision: number },
	): Promise<Outcome<{ code: string }, MeasureValueRefusal | "changed-meanwhile" | "measure-ended">> => {
		await world.db.$queryRaw`SELECT 1 FROM measure WHERE id = ${id}::uuid FOR UPDATE`;
		const found = await measureById(world, id);
		demand(mayManageMeasures, world.actor, found);
		if (found.stage === "ENDED") return refused("measure-ended");
		if (found.revision !== revision) return refused("changed-meanwhile");
		const values = measureValues(input);
		if (!values.done) return values;
		const { measure, origins, criteria } = values.value;
		await world.db.measure.update({
			where: { id },
			data: {
				...measure,
				description: measure.description ?? Prisma.DbNull,
				revision: { increment: 1 },
				origins: { deleteMany: {}, create: origins },
				criteria: { deleteMany: {}, create: criteria },
			},
		});
		world.record({
			type: "measures.measure.changed",
			subject: { kind: "measure", id },
			ownerId: found.organisationId,
			facts: { revision: revision + 1, stopCriteria: criteria.length },
		});
		return done({ code: found.code });
	},
);
