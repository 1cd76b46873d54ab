import { type ActWorld, command } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageProjects } from "../policy.server";
import { isOver } from "../project";
import { lockedProject } from "../queries/find-project.server";
import {
	type ProjectInput,
	type ProjectValueRefusal,
	projectValues,
	reviewDueAfter,
	tie,
} from "./project-values.server";

type ChangeRefusal = ProjectValueRefusal | "changed-meanwhile" | "project-over" | "post-missing";

/**
 * Changes what is said about a project; that is a confirmation too. Refused when somebody else changed it since `revision`
 * was read, and once it is over.
 */
export const changeProject = command(
	"participation.change-project",
	async (
		world: ActWorld,
		{ id, revision, ...input }: ProjectInput & { id: string; revision: number },
	): Promise<Outcome<{ code: string }, ChangeRefusal>> => {
		const found = await lockedProject(world, id);
		demand(mayManageProjects, world.actor, found);
		if (isOver(found.stage)) return refused("project-over");
		if (found.revision !== revision) return refused("changed-meanwhile");
		const values = await projectValues(world, found.organisationId, input);
		if (!values.done) return values;
		if (found.publishedAt !== null && values.value.responsiblePostId === null) {
			return refused("post-missing", { field: "responsiblePostId" });
		}
		await world.db.listedProject.update({
			where: { id },
			data: {
				...values.value,
				description: values.value.description ?? Prisma.DbNull,
				revision: { increment: 1 },
				confirmedAt: world.now,
				reviewDueOn: reviewDueAfter(world.now),
			},
		});
		await tie(world, id, found, values.value);
		world.record({
			type: "participation.project.changed",
			subject: { kind: "project", id },
			ownerId: found.organisationId,
			facts: { revision: revision + 1, participation: input.participation, before: found.participation },
		});
		return done({ code: found.code });
	},
);
