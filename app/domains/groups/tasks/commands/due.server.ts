import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { dayText } from "../../queries/names.server";
import { openStates, soon } from "../task";

const most = 500;
const open = { state: { in: [...openStates] } };

/** Says once that a task is due soon or now, for this due day. Only the house does that. */
const remindOfTask = command(
	"groups.remind-of-task",
	async (world: ActWorld, { id, due, when }: { id: string; due: Date; when: "soon" | "due" }) => {
		if (world.actor.kind !== "house") throw new Forbidden();
		// a reminder on the day makes the one before it needless
		const data = when === "due" ? { soonRemindedFor: due, dueRemindedFor: due } : { soonRemindedFor: due };
		const column = when === "due" ? "dueRemindedFor" : "soonRemindedFor";
		const { count } = await world.db.actionItem.updateMany({
			where: { id, dueOn: due, ...open, OR: [{ [column]: null }, { [column]: { not: due } }] },
			data,
		});
		const task = await world.db.actionItem.findUnique({ where: { id }, select: { organisationId: true } });
		if (count === 0 || !task) return refused("already-reminded");
		world.record({
			type: "groups.task.reminded",
			subject: { kind: "task", id },
			ownerId: task.organisationId,
			facts: { due: dayText(due), when },
		});
		return done(null);
	},
);

/**
 * Reminds of open tasks: once within the week before, once when due; also when the sweep comes late.
 * @returns how many reminders were recorded now
 */
export async function remindOfTasks(world: World): Promise<number> {
	const day = today(world.now);
	const { dueOn } = world.db.actionItem.fields;
	const order = {
		select: { id: true, dueOn: true },
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: most,
	} satisfies Prisma.ActionItemFindManyArgs;
	const due = await world.db.actionItem.findMany({
		where: {
			...open,
			dueOn: { lte: day },
			OR: [{ dueRemindedFor: null }, { dueRemindedFor: { lt: dueOn } }, { dueRemindedFor: { gt: dueOn } }],
		},
		...order,
	});
	const near = await world.db.actionItem.findMany({
		where: {
			...open,
			dueOn: { gt: day, lte: daysFrom(day, soon) },
			OR: [{ soonRemindedFor: null }, { soonRemindedFor: { lt: dueOn } }, { soonRemindedFor: { gt: dueOn } }],
		},
		...order,
	});
	let reminded = 0;
	for (const [when, rows] of [
		["due", due],
		["soon", near],
	] as const) {
		for (const row of rows) {
			if ((await remindOfTask(world, { id: row.id, due: row.dueOn, when })).done) reminded += 1;
		}
	}
	return reminded;
}

const giveBack = command("groups.give-task-back", async (world: ActWorld, { id }: { id: string }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const { count } = await world.db.actionItem.updateMany({
		where: { id, ...open, member: { validUntil: { lte: today(world.now) } } },
		data: { memberId: null },
	});
	const task = await world.db.actionItem.findUnique({ where: { id }, select: { organisationId: true, postId: true } });
	if (count === 0 || !task) return refused("not-left");
	world.record({
		type: "groups.task.given-back",
		subject: { kind: "task", id },
		ownerId: task.organisationId,
		facts: { post: task.postId },
	});
	return done(null);
});

/**
 * Gives the open tasks of members who have left back to the posts that keep them; the posts are told. Until it runs the
 * member can do nothing any more either: whether somebody is in office is asked on every page.
 * @returns how many tasks
 */
export async function giveTasksBack(world: World): Promise<number> {
	const rows = await world.db.actionItem.findMany({
		where: { ...open, member: { validUntil: { lte: today(world.now) } } },
		select: { id: true },
		orderBy: { id: "asc" },
		take: most,
	});
	let given = 0;
	for (const { id } of rows) if ((await giveBack(world, { id })).done) given += 1;
	return given;
}
