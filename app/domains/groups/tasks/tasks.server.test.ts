import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type RecordedEvent, resolveSubjects } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { type GroupMade, meeting, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { completePlaces } from "../../organisations/index.server";
import { manifest } from "../manifest.server";
import { groupsAtPlace } from "../place-part.server";
import { endSeat } from "../seats/commands/leave.server";
import { createTask } from "./commands/create.server";
import { giveTasksBack, remindOfTasks } from "./commands/due.server";
import { tasksToAgenda } from "./commands/to-agenda.server";
import { changeTask, reportOnTask } from "./commands/work.server";
import { groupTasks, myTasks, taskPage } from "./queries/tasks.server";

const now = new Date("2026-11-22T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let manager: Actor;
let holder: Extract<Actor, { kind: "person" }>;
let member: Extract<Actor, { kind: "person" }>;
let stranger: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	completePlaces([groupsAtPlace]);
	mayen = await place(db, now);
	const ids = await Promise.all(["Petra", "Holger", "Mia", "Fremd"].map((name) => human(db, now, name)));
	const [managerId = "", holderId = "", memberId = "", strangerId = ""] = ids;
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: managerId });
	const bare = (personId: string) => ({ ...personWith([], mayen.organisationId, { personId }), grants: [] });
	[holder, member, stranger] = [bare(holderId), bare(memberId), bare(strangerId)];
	await db.postHolding.create({
		data: {
			id: newId(now),
			postId: mayen.postId,
			singleSeat: true,
			personId: holderId,
			validFrom: daysFrom(today(now), -300),
		},
	});
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		members: [
			{ bench: "administration", person: { givenName: "A", familyName: "Amt" } },
			{ bench: "citizens", person: { personId: memberId } },
		],
	});
});

const wanted = (change: object = {}) => ({
	groupId: group.id,
	title: "Angebot für den Rufbus einholen",
	text: "",
	meetingId: null,
	recommendationId: null,
	postId: mayen.postId,
	memberId: null as string | null,
	dueOn: daysFrom(today(now), 20),
	isPublic: false,
	...change,
});
const task = async (change: object = {}) => must(await createTask(world(manager), wanted(change))).id;
const events = (id: string) =>
	db.auditEvent.findMany({
		where: { subjectId: id },
		orderBy: [{ at: "asc" }, { position: "asc" }],
		select: { type: true },
	});
const noticesOf = (type: string, id: string, facts: RecordedEvent["facts"] = {}, at = now) =>
	manifest.notices?.[type]?.(db, {
		id: newId(at),
		type,
		subject: { kind: "task", id },
		facts,
		ownerId: mayen.organisationId,
		at,
		actorPersonId: null,
	});

describe("giving a task", () => {
	it("is for who runs the group, to a living post, not into the past", async () => {
		const before = await db.actionItem.count();
		for (const [change, code] of [
			[{ postId: newId(now) }, "post-missing"],
			[{ dueOn: daysFrom(today(now), -1) }, "due-in-the-past"],
			[{ memberId: newId(now) }, "not-a-member"],
			[{ title: " a " }, "title-missing"],
		] as const) {
			expect(await createTask(world(manager), wanted(change))).toMatchObject({ refusals: [{ code }] });
		}
		await expect(createTask(world(stranger), wanted())).rejects.toThrow(Forbidden);
		await expect(createTask(world(guest), wanted())).rejects.toThrow(SignInNeeded);
		await expect(createTask(world(manager), wanted({ recommendationId: newId(now) }))).rejects.toThrow(NotFound);
		expect(await db.actionItem.count()).toBe(before);
	});

	it("tells the post's holder, and stands in the holder's list and under what is open at the post", async () => {
		const id = await task();
		const notices = await noticesOf("groups.task.created", id);
		expect(notices?.map(({ to }) => to)).toEqual([{ personId: holder.personId }]);
		expect((await myTasks(world(holder))).map((one) => one.id)).toContain(id);
		expect((await myTasks(world(member))).map((one) => one.id)).not.toContain(id);
		const open = await groupsAtPlace.openWork?.(world(), { postId: mayen.postId, personId: null });
		expect(open).toContainEqual({ kind: "TASK", subject: { kind: "task", id }, dueOn: "2026-12-12" });
		await expect(taskPage(world(stranger), { place: mayen.slug, group: group.slug, task: id })).rejects.toThrow(
			Forbidden,
		);
		await expect(groupTasks(world(stranger), { place: mayen.slug, group: group.slug })).rejects.toThrow(Forbidden);
		expect((await resolveSubjects(world(stranger), [{ kind: "task", id }])).size).toBe(0);
		expect((await resolveSubjects(world(holder), [{ kind: "task", id }])).size).toBe(1);
	});
});

describe("working on it", () => {
	it("is the post's, the member's and the group's; done with a note, once", async () => {
		const id = await task();
		const done = (actor: Actor, text = "Drei Angebote liegen vor.") =>
			reportOnTask(world(actor), { id, state: "done", text });
		await expect(done(stranger)).rejects.toThrow(Forbidden);
		await expect(done(member)).rejects.toThrow(Forbidden);
		expect(await done(holder, " ")).toMatchObject({ refusals: [{ code: "note-missing" }] });
		expect(await reportOnTask(world(holder), { id, state: "dropped", text: "Keine Lust." })).toMatchObject({
			refusals: [{ code: "only-the-group" }],
		});
		const outcomes = await Promise.all([done(holder), done(manager)]);
		expect(outcomes.filter((one) => one.done)).toHaveLength(1);
		expect(await db.actionItemNote.count({ where: { taskId: id } })).toBe(1);
		expect(await reportOnTask(world(holder), { id, state: "under-way", text: "Doch noch nicht." })).toMatchObject({
			refusals: [{ code: "task-ended" }],
		});
		await expect(db.actionItemNote.updateMany({ where: { taskId: id }, data: { text: "x" } })).rejects.toThrow(
			/permission denied/,
		);
	});

	it("stays with the post when its holder goes", async () => {
		const id = await task();
		const { personId } = holder;
		await db.postHolding.updateMany({ where: { personId }, data: { validUntil: daysFrom(today(now), 1) } });
		const next = await human(db, now, "Nachfolge");
		const successor = { ...holder, personId: next };
		await db.postHolding.create({
			data: {
				id: newId(now),
				postId: mayen.postId,
				singleSeat: true,
				personId: next,
				validFrom: daysFrom(today(now), 1),
			},
		});
		expect((await myTasks(world(holder, later(2)))).map((one) => one.id)).not.toContain(id);
		expect((await myTasks(world(successor, later(2)))).map((one) => one.id)).toContain(id);
		await db.postHolding.deleteMany({ where: { personId: next } });
		await db.postHolding.updateMany({ where: { personId }, data: { validUntil: null } });
	});

	it("goes back to the post when the member leaves the group", async () => {
		const seat = await workingGroup(world(), {
			organisationId: mayen.organisationId,
			members: [{ bench: "citizens", person: { personId: member.personId } }],
		});
		const memberId = seat.members[0]?.membershipId ?? "";
		const id = must(await createTask(world(manager), wanted({ groupId: seat.id, memberId }))).id;
		expect((await myTasks(world(member))).map((one) => one.id)).toContain(id);
		must(await endSeat(world(), { groupId: seat.id, membershipId: memberId, endsOn: daysFrom(today(now), 3) }));
		expect(await giveTasksBack(world())).toBe(0);
		// from the day itself, whether or not the sweep came
		expect((await myTasks(world(member, later(3)))).map((one) => one.id)).not.toContain(id);
		await expect(reportOnTask(world(member, later(3)), { id, state: "done", text: "Noch schnell." })).rejects.toThrow(
			Forbidden,
		);
		expect(await giveTasksBack(world(house, later(3)))).toBe(1);
		expect(await giveTasksBack(world(house, later(3)))).toBe(0);
		const notices = await noticesOf("groups.task.given-back", id, {}, later(3));
		expect(notices?.map(({ to }) => to)).toEqual([{ personId: holder.personId }]);
		expect((await myTasks(world(holder, later(3)))).map((one) => one.id)).toContain(id);
	});
});

describe("reminders", () => {
	it("come once before and once when due, also late, and again for a new day", async () => {
		const id = await task();
		const reminded = async () => (await events(id)).filter(({ type }) => type === "groups.task.reminded").length;
		await remindOfTasks(world(house, later(12)));
		expect(await reminded()).toBe(0);
		await remindOfTasks(world(house, later(14)));
		await remindOfTasks(world(house, later(15)));
		expect(await reminded()).toBe(1);
		// the sweep did not run on the day
		await Promise.all([remindOfTasks(world(house, later(25))), remindOfTasks(world(house, later(25)))]);
		expect(await reminded()).toBe(2);
		must(
			await changeTask(world(manager, later(25)), {
				id,
				postId: mayen.postId,
				memberId: null,
				dueOn: daysFrom(today(now), 30),
			}),
		);
		await remindOfTasks(world(house, later(26)));
		expect(await reminded()).toBe(3);
		must(await reportOnTask(world(holder, later(27)), { id, state: "done", text: "Erledigt." }));
		await remindOfTasks(world(house, later(40)));
		expect(await reminded()).toBe(3);
	});

	it("count in what waits for the post", async () => {
		const count = async (at: Date) =>
			((await manifest.waiting?.(world(holder, at))) ?? []).map(({ label, count: number }) => [label, number]);
		const before = new Map((await count(later(70))) as [string, number][]);
		await task({ dueOn: daysFrom(today(now), 69) });
		const after = new Map((await count(later(70))) as [string, number][]);
		const label = "Überfällige Aufgaben aus Arbeitskreisen";
		expect((after.get(label) ?? 0) - (before.get(label) ?? 0)).toBe(1);
	});
});

describe("the next agenda", () => {
	it("takes what is due until the meeting, once, under one closed item", async () => {
		const due = await task({ dueOn: daysFrom(today(now), 5) });
		await task({ dueOn: daysFrom(today(now), 200) });
		const { meetingId } = await meeting(world(), { groupId: group.id, startsAt: later(10) });
		const put = () => tasksToAgenda(world(manager), { meetingId, itemTitle: "Fällige Aufgaben" });
		await Promise.all([put(), put()]);
		const items = await db.agendaItem.findMany({ where: { meetingId, tasks: { some: {} } }, include: { tasks: true } });
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ isPublic: false, title: "Fällige Aufgaben" });
		expect(items[0]?.tasks.map(({ taskId }) => taskId)).toContain(due);
		expect(await put()).toMatchObject({ refusals: [{ code: "nothing-due" }] });
		await expect(tasksToAgenda(world(stranger), { meetingId, itemTitle: "Fällige Aufgaben" })).rejects.toThrow(
			Forbidden,
		);
	});
});
