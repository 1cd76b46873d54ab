import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { type StoredDate, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { link, unlink } from "../../../trace/index.server";
import { mayRunGroup } from "../../policy.server";
import { dayText } from "../../queries/names.server";
import { canAnswerFor } from "../../queries/responsible-posts.server";
import { mayWorkOnTask } from "../policy.server";
import { isInOffice, taskById } from "../queries/find-task.server";
import { mayBecome, openStates, type TaskState, taskState } from "../task";

async function lockedTask(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT FROM action_item WHERE id = ${id}::uuid FOR UPDATE`;
	const found = await taskById(world, id);
	return { ...found, recorded: { subject: { kind: "task", id }, ownerId: found.task.organisationId } };
}

/**
 * Reports how a task goes on, and in which state it is from now on; done and dropped with a note too. Dropping is for who
 * runs the group. The acting post stays with the note, also when a deputy writes it.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const reportOnTask = command(
	"groups.report-on-task",
	async (
		world: ActWorld,
		input: { id: string; state: TaskState; text: string },
	): Promise<Outcome<null, "task-ended" | "note-missing" | "only-the-group">> => {
		const { task, given, recorded } = await lockedTask(world, input.id);
		demand(mayWorkOnTask, world.actor, given);
		const text = input.text.trim();
		if (text.length < 3) return refused("note-missing", { field: "text" });
		if (!mayBecome(taskState(task.state), input.state)) return refused("task-ended");
		if (input.state === "dropped" && !mayRunGroup(world.actor, given))
			return refused("only-the-group", { field: "state" });
		const ended = !openStates.includes(input.state);
		await world.db.actionItem.update({
			where: { id: task.id },
			data: { state: input.state, endedAt: ended ? world.now : null },
		});
		const postId = given.holds ? task.postId : null;
		await world.db.actionItemNote.create({
			data: {
				id: newId(world.now),
				taskId: task.id,
				state: input.state,
				text,
				at: world.now,
				byId: personIdOf(world.actor),
				postId,
			},
		});
		world.record({
			type: ended ? "groups.task.ended" : "groups.task.reported",
			...recorded,
			postId: postId ?? undefined,
			facts: { state: input.state, from: task.state },
		});
		return done(null);
	},
);

/**
 * Gives an open task another day, post or member; who runs the group does that. A new day is reminded of anew.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const changeTask = command(
	"groups.change-task",
	async (
		world: ActWorld,
		input: { id: string; postId: string; memberId: string | null; dueOn: StoredDate },
	): Promise<Outcome<null, "task-ended" | "post-missing" | "not-a-member" | "due-in-the-past">> => {
		const { task, group, recorded } = await lockedTask(world, input.id);
		demand(mayRunGroup, world.actor, group);
		if (!openStates.includes(taskState(task.state))) return refused("task-ended");
		const { postId, memberId, dueOn } = input;
		const moved = dueOn.getTime() !== task.dueOn.getTime();
		if (moved && dueOn < today(world.now)) return refused("due-in-the-past", { field: "dueOn" });
		if (postId !== task.postId && !(await canAnswerFor(world, postId, group.organisationId))) {
			return refused("post-missing", { field: "postId" });
		}
		if (memberId && memberId !== task.memberId) {
			const member = await world.db.groupMembership.findFirst({ where: { id: memberId, groupId: group.id } });
			if (!member || !isInOffice(member, today(world.now))) return refused("not-a-member", { field: "memberId" });
		}
		await world.db.actionItem.update({ where: { id: task.id }, data: { postId, memberId, dueOn } });
		await moveResponsibility(world, task, postId);
		world.record({
			type: "groups.task.changed",
			...recorded,
			facts: { post: postId, member: memberId, due: dayText(dueOn), postBefore: task.postId },
		});
		return done(null);
	},
);

/** The thread names the post that answers now. */
async function moveResponsibility(
	world: ActWorld,
	task: { id: string; postId: string },
	postId: string,
): Promise<void> {
	if (postId === task.postId) return;
	const to = { kind: "task", id: task.id };
	await unlink(world, { from: { kind: "post", id: task.postId }, relation: "responsible-for", to });
	await link(world, { from: { kind: "post", id: postId }, relation: "responsible-for", to });
}
