import { personIdOf } from "~/platform/actor";
import { daysFrom, inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { postView } from "../../../organisations/index.server";
import { mayRunGroup, seesInside } from "../../policy.server";
import { actingPosts } from "../../queries/acting-posts.server";
import { readableGroup } from "../../queries/group-page.server";
import { dayText, memberName, personSelection } from "../../queries/names.server";
import { mayReadTask, mayWorkOnTask } from "../policy.server";
import { openStates, taskState, urgencyOf } from "../task";
import { isInOffice, taskById } from "./find-task.server";

const listed = {
	id: true,
	title: true,
	dueOn: true,
	state: true,
	endedAt: true,
	isPublic: true,
	post: { select: { label: true, organisation: { select: { shortName: true } } } },
	member: {
		select: { nameIsPublic: true, validFrom: true, validUntil: true, person: { select: personSelection } },
	},
	group: { select: { name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
	recommendation: { select: { code: true, title: true, publishedAt: true } },
} satisfies Prisma.ActionItemSelect;

type Row = Prisma.ActionItemGetPayload<{ select: typeof listed }>;

function shown(view: View, row: Row, inside: boolean) {
	const day = today(view.now);
	const open = openStates.includes(taskState(row.state));
	const member = row.member && (!open || isInOffice(row.member, day)) ? row.member : null;
	return {
		id: row.id,
		title: row.title,
		href: taskPath(row.group, row.id),
		group: row.group.name,
		state: taskState(row.state),
		urgency: open ? urgencyOf(row.dueOn, day) : null,
		dueOn: dayText(row.dueOn),
		post: `${row.post.label}, ${row.post.organisation.shortName}`,
		member: member && (memberName(view, member, inside) ?? null),
		hasMember: member !== null,
		decision: row.recommendation && { code: row.recommendation.code, title: row.recommendation.title },
	};
}

export type ListedTask = ReturnType<typeof shown>;

function taskPath(group: { slug: string; organisation: { space: { slug: string } | null } }, id: string): string {
	return `/o/${group.organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}/aufgaben/${id}`;
}

const order = [{ dueOn: "asc" }, { id: "asc" }] satisfies Prisma.ActionItemOrderByWithRelationInput[];
const open = { state: { in: [...openStates] } };

/** The tasks of a group for those inside: open ones by due day, then those that ended lately. At most 200 and 50. */
export async function groupTasks(view: View, at: { place: string; group: string }) {
	const group = await readableGroup(view, at);
	demand(seesInside, view.actor, group);
	const [waiting, ended] = await Promise.all([
		view.db.actionItem.findMany({ where: { groupId: group.id, ...open }, select: listed, orderBy: order, take: 200 }),
		view.db.actionItem.findMany({
			where: { groupId: group.id, endedAt: { not: null } },
			select: listed,
			orderBy: [{ endedAt: "desc" }, { id: "desc" }],
			take: 50,
		}),
	]);
	return {
		place: group.place,
		group: { name: group.name, slug: group.slug },
		may: { run: mayRunGroup(view.actor, group) },
		open: waiting.map((row) => shown(view, row, true)),
		ended: ended.map((row) => shown(view, row, true)),
	};
}

/** The tasks that came out of a decision, as far as this reader may see them. At most 100. */
export async function tasksOfDecision(view: View, recommendationId: string, inside: boolean): Promise<ListedTask[]> {
	const rows = await view.db.actionItem.findMany({
		where: { recommendationId, ...(inside ? {} : { isPublic: true }) },
		select: listed,
		orderBy: order,
		take: 100,
	});
	return rows.map((row) => shown(view, row, inside));
}

/** The open tasks of this reader: of the posts as which they act, and their own as a member. At most 200. */
export async function myTasks(view: View): Promise<ListedTask[]> {
	if (!personIdOf(view.actor)) throw new SignInNeeded();
	const where = await mine(view);
	const rows = await view.db.actionItem.findMany({
		where: { ...where, ...open },
		select: listed,
		orderBy: order,
		take: 200,
	});
	return rows.map((row) => shown(view, row, true));
}

async function mine(view: View): Promise<Prisma.ActionItemWhereInput> {
	const posts = await actingPosts(view);
	const personId = personIdOf(view.actor) ?? "";
	return { OR: [{ postId: { in: posts } }, { member: { personId, ...inForce(today(view.now)) } }] };
}

/** How many of this reader's tasks are due soon or now, and how many are overdue. */
export async function countMyTasks(view: View): Promise<{ near: number; overdue: number }> {
	if (!personIdOf(view.actor)) return { near: 0, overdue: 0 };
	const where = await mine(view);
	const day = today(view.now);
	const [near, overdue] = await Promise.all([
		view.db.actionItem.count({ where: { ...where, ...open, dueOn: { gte: day, lte: daysFrom(day, 7) } } }),
		view.db.actionItem.count({ where: { ...where, ...open, dueOn: { lt: day } } }),
	]);
	return { near, overdue };
}

/** One task with how it went on. @throws NotFound, Forbidden, SignInNeeded */
export async function taskPage(view: View, at: { place: string; group: string; task: string }) {
	const { task, group, member, given } = await taskById(view, at.task);
	if (group.slug !== at.group || group.place.slug !== at.place) throw new NotFound();
	demand(mayReadTask, view.actor, given);
	const inside = seesInside(view.actor, group) || given.holds;
	const notes = inside
		? await view.db.actionItemNote.findMany({
				where: { taskId: task.id },
				include: { by: { select: personSelection } },
				orderBy: [{ at: "desc" }, { id: "desc" }],
				take: 200,
			})
		: [];
	const post = await postView(view, task.postId);
	const state = taskState(task.state);
	const isOpen = openStates.includes(state);
	return {
		id: task.id,
		groupId: group.id,
		place: group.place,
		group: { name: group.name, slug: group.slug },
		title: task.title,
		text: task.text,
		state,
		urgency: isOpen ? urgencyOf(task.dueOn, today(view.now)) : null,
		dueOn: dayText(task.dueOn),
		endedAt: task.endedAt,
		post,
		postId: task.postId,
		memberId: member?.id ?? null,
		member: member && { name: memberName(view, member, inside) },
		decision: task.recommendation && { code: task.recommendation.code, title: task.recommendation.title },
		meeting: task.meeting && inside ? task.meeting : null,
		inside,
		notes: notes.map(({ id, text, state: then, at: moment, by }) => ({
			id,
			text,
			state: taskState(then),
			at: moment,
			by: by && memberName(view, { person: by, nameIsPublic: true }, true),
		})),
		may: {
			work: isOpen && mayWorkOnTask(view.actor, given),
			run: isOpen && mayRunGroup(view.actor, group),
		},
	};
}
