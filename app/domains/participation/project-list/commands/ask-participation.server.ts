import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { refusedByBan } from "../../contributions/queries/ban.server";
import { mayManageProjects, mayPublishProjects, mayReadProject } from "../policy.server";
import { requestState } from "../project";
import { type FoundProject, lockedProject } from "../queries/find-project.server";

type WishRefusal = "request-closed" | "already-asked" | "not-asked" | "banned";

/** Marks that enough people asked: from here on the responsible post owes an answer. The row has to be locked. */
async function reach(world: ActWorld, project: FoundProject, wishes: number, threshold: number): Promise<void> {
	if (project.reachedAt !== null || wishes < threshold) return;
	await world.db.listedProject.update({
		where: { id: project.id },
		data: { reachedAt: world.now, reachedWith: wishes },
	});
	world.record({
		type: "participation.project.request-reached",
		subject: { kind: "project", id: project.id },
		ownerId: project.organisationId,
		facts: { wishes, threshold },
	});
}

async function askable(world: ActWorld, id: string) {
	if (world.actor.kind !== "person") throw new SignInNeeded();
	// The lock also puts those who ask at the same time one after the other, so that exactly one of them reaches the number.
	const project = await lockedProject(world, id);
	if (!mayReadProject(world.actor, project, world.now)) throw new NotFound();
	const state = requestState(project, world.now);
	return { project, personId: world.actor.personId, open: state === "open" || state === "reached" };
}

/** Asks for participation in a project: one per person, the key of the row is the person. */
export const askParticipation = command(
	"participation.ask-participation",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<{ wishes: number }, WishRefusal>> => {
		const { project, personId, open } = await askable(world, id);
		if (!open) return refused("request-closed");
		const banned = await refusedByBan(world, { organisationId: project.organisationId });
		if (banned) return banned;
		const { count } = await world.db.participationWish.createMany({
			data: [{ projectId: id, personId, at: world.now }],
			skipDuplicates: true,
		});
		if (count === 0) return refused("already-asked");
		world.record({
			type: "participation.project.asked",
			subject: { kind: "project", id },
			ownerId: project.organisationId,
		});
		const wishes = await world.db.participationWish.count({ where: { projectId: id } });
		await reach(world, project, wishes, project.threshold);
		return done({ wishes });
	},
);

/** Takes the own request back, as long as it has not been answered. */
export const takeBackWish = command(
	"participation.take-back-wish",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, WishRefusal>> => {
		const { project, personId, open } = await askable(world, id);
		if (!open) return refused("request-closed");
		const { count } = await world.db.participationWish.deleteMany({ where: { projectId: id, personId } });
		if (count === 0) return refused("not-asked");
		world.record({
			type: "participation.project.wish-taken-back",
			subject: { kind: "project", id },
			ownerId: project.organisationId,
		});
		return done(null);
	},
);

/** Says how many people it takes. Projects for which so many have asked already have reached it now. */
export const setThreshold = command(
	"participation.set-threshold",
	async (
		world: ActWorld,
		{ organisationId, threshold }: { organisationId: string; threshold: number },
	): Promise<Outcome<null>> => {
		demand(mayPublishProjects, world.actor, { organisationId });
		await world.db.projectListRules.upsert({
			where: { organisationId },
			create: { organisationId, threshold, changedAt: world.now },
			update: { threshold, changedAt: world.now },
		});
		world.record({
			type: "participation.project-list.threshold-set",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { threshold },
		});
		const asked = await world.db.listedProject.findMany({
			where: { organisationId, reachedAt: null, requestAnsweredAt: null, wishes: { some: {} } },
			select: { id: true },
			orderBy: { id: "asc" },
		});
		for (const { id } of asked) {
			const project = await lockedProject(world, id);
			if (requestState(project, world.now) !== "open") continue;
			await reach(world, project, await world.db.participationWish.count({ where: { projectId: id } }), threshold);
		}
		return done(null);
	},
);

export type RequestAnswer = { id: string; answer: "yes" | "no"; reason: string; how: string };

/** Answers the request with a reason; all who asked are told. A yes becomes part of the entry, with the way. */
export const answerRequest = command(
	"participation.answer-request",
	async (
		world: ActWorld,
		{ id, answer, reason, how }: RequestAnswer,
	): Promise<Outcome<null, "nothing-to-answer" | "how-missing">> => {
		const project = await lockedProject(world, id);
		demand(mayManageProjects, world.actor, project);
		if (requestState(project, world.now) !== "reached") return refused("nothing-to-answer");
		if (answer === "yes" && how === "" && project.processId === null) return refused("how-missing", { field: "how" });
		await world.db.listedProject.update({
			where: { id },
			data: {
				requestAnswer: answer,
				requestReason: reason,
				requestAnsweredAt: world.now,
				participation: answer,
				participationReason: reason,
				...(answer === "yes" && how !== "" && { participationHow: how }),
				revision: { increment: 1 },
			},
		});
		world.record({
			type: "participation.project.request-answered",
			subject: { kind: "project", id },
			ownerId: project.organisationId,
			facts: { answer, wishes: await world.db.participationWish.count({ where: { projectId: id } }) },
		});
		return done(null);
	},
);
