import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { mayManageProjects } from "../policy.server";
import { isOver, type ProjectStage } from "../project";
import {
	type ProjectInput,
	type ProjectValueRefusal,
	projectValues,
	reviewDueAfter,
	tie,
} from "./project-values.server";

/**
 * Puts a project on the list of the organisation; nobody else sees it yet.
 * @returns id and code; refuses foreign posts and processes, and the same title a second time while the first is not over
 */
export const addProject = command(
	"participation.add-project",
	async (
		world: ActWorld,
		{ organisationId, stage, ...input }: ProjectInput & { organisationId: string; stage: ProjectStage },
	): Promise<Outcome<{ id: string; code: string }, ProjectValueRefusal | "already-listed">> => {
		demand(mayManageProjects, world.actor, { organisationId });
		const values = await projectValues(world, organisationId, input);
		if (!values.done) return values;
		// One after the other per organisation: a form sent twice must not make two entries.
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-list:${organisationId}`}, 0))`;
		const same = { organisationId, title: values.value.title, stage: { notIn: ["done", "dropped"] } };
		if ((await world.db.listedProject.count({ where: same })) > 0) return refused("already-listed", { field: "title" });
		const id = newId(world.now);
		const code = newCode();
		await world.db.listedProject.create({
			data: {
				...values.value,
				id,
				code,
				organisationId,
				stage,
				createdAt: world.now,
				confirmedAt: world.now,
				reviewDueOn: isOver(stage) ? null : reviewDueAfter(world.now),
				steps: { create: { position: 1, stage, onDay: today(world.now), recordedAt: world.now } },
			},
		});
		await tie(world, id, { processId: null, responsiblePostId: null }, values.value);
		world.record({
			type: "participation.project.added",
			subject: { kind: "project", id },
			ownerId: organisationId,
			facts: { stage, participation: input.participation },
		});
		return done({ id, code });
	},
);
