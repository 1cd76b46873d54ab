import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageProjects, mayPublishProjects } from "../policy.server";
import { isOver, nextStages, type ProjectStage } from "../project";
import { lockedProject } from "../queries/find-project.server";
import { reviewDueAfter } from "./project-values.server";

/** Shows the entry to everybody, for good; only with a post that answers for it. */
export const publishProject = command(
	"participation.publish-project",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<{ code: string }, "post-missing" | "no-space" | "already-published">> => {
		const found = await lockedProject(world, id);
		demand(mayPublishProjects, world.actor, found);
		if (!found.spaceIsOpen) return refused("no-space");
		if (found.responsiblePostId === null) return refused("post-missing", { field: "responsiblePostId" });
		if (found.publishedAt !== null) return refused("already-published");
		await world.db.listedProject.update({ where: { id }, data: { publishedAt: world.now } });
		world.record({
			type: "participation.project.published",
			subject: { kind: "project", id },
			ownerId: found.organisationId,
		});
		return done({ code: found.code });
	},
);

/** „Noch aktuell“: somebody read the entry as it stands and says that it is still so; good for half a year. */
export const confirmProject = command(
	"participation.confirm-project",
	async (
		world: ActWorld,
		{ id, revision }: { id: string; revision: number },
	): Promise<Outcome<null, "project-over" | "changed-meanwhile">> => {
		const found = await lockedProject(world, id);
		demand(mayManageProjects, world.actor, found);
		if (isOver(found.stage)) return refused("project-over");
		if (found.revision !== revision) return refused("changed-meanwhile");
		await world.db.listedProject.update({
			where: { id },
			data: { confirmedAt: world.now, reviewDueOn: reviewDueAfter(world.now) },
		});
		world.record({
			type: "participation.project.confirmed",
			subject: { kind: "project", id },
			ownerId: found.organisationId,
			facts: { revision },
		});
		return done(null);
	},
);

type MoveRefusal = "stage-not-next" | "moved-meanwhile" | "note-missing";

/** Records that a project came to another stage. Whoever gives one up has to say why. */
export const moveProject = command(
	"participation.move-project",
	async (
		world: ActWorld,
		{ id, from, to, note }: { id: string; from: ProjectStage; to: ProjectStage; note: string },
	): Promise<Outcome<null, MoveRefusal>> => {
		const found = await lockedProject(world, id);
		demand(mayManageProjects, world.actor, found);
		if (found.stage !== from) return refused("moved-meanwhile");
		if (!nextStages(from).includes(to)) return refused("stage-not-next", { field: "to" });
		if (to === "dropped" && note === "") return refused("note-missing", { field: "note" });
		const position = (await world.db.projectStep.count({ where: { projectId: id } })) + 1;
		await world.db.projectStep.create({
			data: { projectId: id, position, stage: to, onDay: today(world.now), note: note || null, recordedAt: world.now },
		});
		await world.db.listedProject.update({
			where: { id },
			data: { stage: to, confirmedAt: world.now, reviewDueOn: isOver(to) ? null : reviewDueAfter(world.now) },
		});
		world.record({
			type: "participation.project.moved",
			subject: { kind: "project", id },
			ownerId: found.organisationId,
			facts: { from, to },
		});
		return done(null);
	},
);
