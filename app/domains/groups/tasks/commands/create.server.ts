import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { type StoredDate, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import { mayRunGroup } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";
import { dayText } from "../../queries/names.server";
import { canAnswerFor } from "../../queries/responsible-posts.server";
import { isInOffice } from "../queries/find-task.server";

type Wanted = {
	groupId: string;
	title: string;
	text: string;
	/** Out of a meeting or a decision, or of neither. */
	meetingId: string | null;
	recommendationId: string | null;
	/** The post that keeps it. */
	postId: string;
	/** A member who does it. */
	memberId: string | null;
	dueOn: StoredDate;
	isPublic: boolean;
};

/**
 * Gives a task to a post, out of a meeting or a decision. A member may do it: then the post keeps it for the member and has
 * it back when the member leaves.
 * @returns its id; refused with "post-missing", "not-a-member", "due-in-the-past", "title-missing"
 * @throws NotFound for a group, meeting or decision that are not there; Forbidden or SignInNeeded
 */
export const createTask = command(
	"groups.create-task",
	async (
		world: ActWorld,
		wanted: Wanted,
	): Promise<Outcome<{ id: string }, "post-missing" | "not-a-member" | "due-in-the-past" | "title-missing">> => {
		const group = await groupById(world, wanted.groupId);
		demand(mayRunGroup, world.actor, group);
		const { meetingId, recommendationId, postId, memberId, dueOn } = wanted;
		const title = wanted.title.trim();
		if (title.length < 3 || title.length > 160) return refused("title-missing", { field: "title" });
		if (dueOn < today(world.now)) return refused("due-in-the-past", { field: "dueOn" });
		if (!(await canAnswerFor(world, postId, group.organisationId))) return refused("post-missing", { field: "postId" });
		const of = { groupId: group.id };
		const decision = recommendationId
			? await world.db.recommendation.findFirst({ where: { id: recommendationId, ...of } })
			: null;
		if (recommendationId && !decision) throw new NotFound();
		const from = meetingId ?? decision?.meetingId ?? null;
		if (from && (await world.db.meeting.count({ where: { id: from, ...of } })) === 0) throw new NotFound();
		if (memberId) {
			const member = await world.db.groupMembership.findFirst({ where: { id: memberId, ...of } });
			if (!member || !isInOffice(member, today(world.now))) return refused("not-a-member", { field: "memberId" });
		}
		const id = newId(world.now);
		await world.db.actionItem.create({
			data: {
				id,
				groupId: group.id,
				organisationId: group.organisationId,
				title,
				text: wanted.text.trim(),
				meetingId: from,
				recommendationId,
				postId,
				memberId,
				dueOn,
				isPublic: wanted.isPublic,
				state: "open",
				createdAt: world.now,
				createdById: personIdOf(world.actor),
			},
		});
		const subject = { kind: "task", id };
		if (recommendationId) {
			await link(world, { from: { kind: "recommendation", id: recommendationId }, relation: "became", to: subject });
		} else if (from) await link(world, { from: subject, relation: "part-of", to: { kind: "meeting", id: from } });
		await link(world, { from: { kind: "post", id: postId }, relation: "responsible-for", to: subject });
		world.record({
			type: "groups.task.created",
			subject,
			ownerId: group.organisationId,
			facts: { post: postId, member: memberId, due: dayText(dueOn), decision: recommendationId, meeting: from },
		});
		return done({ id });
	},
);
