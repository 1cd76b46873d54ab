import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { type GroupMade, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../../manifest.server";
import { managedMeeting } from "../../queries/managed-groups.server";
import { addAgendaItem, planMeeting } from "../commands/meetings.server";
import { beginMeeting } from "../running/commands/run-meeting.server";
import { decideMotion, submitMotion } from "./commands/motions.server";
import { moveAgendaItem } from "./commands/move-item.server";
import { managedMotion, motionPage, motionsOf } from "./queries/motions.server";

const now = new Date("2026-11-22T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let manager: Actor;
let member: Actor;
let stranger: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const codeOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.done ? "done" : outcome.refusals?.[0]?.code;

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const personId = await human(db, now, "Berta");
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		members: [
			{ bench: "citizens", person: { personId } },
			{ bench: "politics", person: { personId: await human(db, now, "Rat") } },
		],
	});
	member = { ...personWith([], mayen.organisationId, { personId }), secondFactor: false };
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Amt") });
	stranger = personWith([], mayen.organisationId, { personId: await human(db, now, "Fremd") });
});

async function planned(startsAt: Date, items: readonly string[] = []) {
	const { meetingId } = must(
		await planMeeting(world(manager), {
			groupId: group.id,
			title: "Sitzung",
			startsAt,
			place: "Rathaus",
			isPublic: true,
		}),
	);
	for (const title of items) {
		must(await addAgendaItem(world(manager), { meetingId, title, isPublic: true, takenUpId: null }));
	}
	return meetingId;
}
const agendaOf = (meetingId: string) => db.agendaItem.findMany({ where: { meetingId }, orderBy: { position: "asc" } });
const titles = async (meetingId: string) => (await agendaOf(meetingId)).map(({ title }) => title);
const itemOf = async (meetingId: string, title: string) => {
	const item = (await agendaOf(meetingId)).find((one) => one.title === title);
	if (!item) throw new Error("no item");
	return item.id;
};

describe("the order of an agenda", () => {
	it("changes by one place at a time until the meeting begins, for who runs the group", async () => {
		const meetingId = await planned(
			days(10),
			["A", "B", "C"].map((letter) => `Punkt ${letter}`),
		);
		const move = async (actor: Actor, title: string, direction: "up" | "down") =>
			moveAgendaItem(world(actor), { meetingId, itemId: await itemOf(meetingId, title), direction });
		must(await move(manager, "Punkt C", "up"));
		expect(await titles(meetingId)).toEqual(["Punkt A", "Punkt C", "Punkt B"]);
		must(await move(manager, "Punkt A", "down"));
		expect(await titles(meetingId)).toEqual(["Punkt C", "Punkt A", "Punkt B"]);
		expect(codeOf(await move(manager, "Punkt C", "up"))).toBe("not-now");
		expect(codeOf(await move(manager, "Punkt B", "down"))).toBe("not-now");
		await expect(move(member, "Punkt B", "up")).rejects.toThrow(Forbidden);
		await expect(move(guest, "Punkt B", "up")).rejects.toThrow(SignInNeeded);
		const elsewhere = await planned(days(11), ["Anderswo"]);
		const foreign = { meetingId, itemId: await itemOf(elsewhere, "Anderswo"), direction: "up" as const };
		await expect(moveAgendaItem(world(manager), foreign)).rejects.toThrow(NotFound);
		expect(await titles(meetingId)).toEqual(["Punkt C", "Punkt A", "Punkt B"]);
	});

	it("two at once leave every number once, in whatever order", async () => {
		const meetingId = await planned(days(12), ["Punkt A", "Punkt B", "Punkt C"]);
		const itemId = await itemOf(meetingId, "Punkt B");
		await Promise.all(
			(["up", "down"] as const).map((direction) => moveAgendaItem(world(manager), { meetingId, itemId, direction })),
		);
		const agenda = await agendaOf(meetingId);
		expect(agenda.map(({ position }) => position)).toEqual([1, 2, 3]);
		expect(agenda.map(({ title }) => title).toSorted()).toEqual(["Punkt A", "Punkt B", "Punkt C"]);
	});

	it("stays from the beginning on", async () => {
		const meetingId = await planned(new Date(now.getTime() + 600_000), ["Punkt A", "Punkt B"]);
		const itemId = await itemOf(meetingId, "Punkt B");
		must(await beginMeeting(world(manager), { meetingId }));
		expect(codeOf(await moveAgendaItem(world(manager), { meetingId, itemId, direction: "up" }))).toBe("meeting-begun");
		expect(await managedMeeting(world(manager), at(meetingId))).toMatchObject({ mayMove: false });
	});
});

const at = (meeting: string) => ({ place: "mayen", group: group.slug, meeting });
const motion = { title: "Licht am Radweg", text: "Es ist dort abends zu dunkel." };

describe("a motion for the agenda", () => {
	it("comes from a seat until the charter's deadline, on its last day still", async () => {
		// the charter says seven days
		const meetingId = await planned(days(10));
		const submit = (actor: Actor, when = now) => submitMotion(world(actor, when), { meetingId, ...motion });
		expect((await motionsOf(world(member), at(meetingId)))?.may).toBe(true);
		must(await submit(member, days(3)));
		expect(codeOf(await submit(member, days(4)))).toBe("motions-closed");
		await expect(submit(stranger)).rejects.toThrow(Forbidden);
		await expect(submit(guest)).rejects.toThrow(SignInNeeded);
		await expect(motionPage(world(member, days(4)), at(meetingId))).rejects.toThrow(NotFound);
		expect(await motionsOf(world(stranger), at(meetingId))).toBeNull();
		for (let count = 0; count < 4; count += 1) must(await submit(member));
		expect(codeOf(await submit(member))).toBe("too-many-motions");
		expect(await db.agendaMotion.count({ where: { meetingId } })).toBe(5);
	});

	it("goes onto the agenda, or is declined with a reason, once; the member reads what became of it", async () => {
		const meetingId = await planned(days(20), ["Begrüßung"]);
		const [first, second] = [
			must(await submitMotion(world(member), { meetingId, ...motion })).motionId,
			must(await submitMotion(world(member), { meetingId, ...motion, title: "Bänke" })).motionId,
		];
		const decide = (actor: Actor, motionId: string, take: boolean, reason = "") =>
			decideMotion(world(actor), { meetingId, motionId, take, isPublic: true, reason });
		await expect(decide(member, first, true)).rejects.toThrow(Forbidden);
		await expect(managedMotion(world(member), { ...at(meetingId), motion: first })).rejects.toThrow(Forbidden);
		must(await decide(manager, first, true));
		expect(codeOf(await decide(manager, second, false))).toBe("reason-missing");
		must(await decide(manager, second, false, "Das gehört in den Bauausschuss."));
		expect(codeOf(await decide(manager, second, true))).toBe("not-now");
		expect(await titles(meetingId)).toEqual(["Begrüßung", "Licht am Radweg"]);
		const list = (await motionsOf(world(member), at(meetingId)))?.list ?? [];
		expect(new Map(list.map(({ title, position, declined }) => [title, position ?? declined]))).toEqual(
			new Map<string, number | string>([
				["Licht am Radweg", 2],
				["Bänke", "Das gehört in den Bauausschuss."],
			]),
		);
	});

	it("two decisions at once are one", async () => {
		const meetingId = await planned(days(30));
		const { motionId } = must(await submitMotion(world(member), { meetingId, ...motion }));
		const decide = (take: boolean) =>
			decideMotion(world(manager), { meetingId, motionId, take, isPublic: true, reason: "Später." });
		const both = await Promise.all([decide(true), decide(false)]);
		expect(both.map(codeOf).toSorted()).toEqual(["done", "not-now"]);
		expect(await db.agendaItem.count({ where: { meetingId } })).toBe(both[0]?.done ? 1 : 0);
	});
});

it("the deadlines are those of the charter of the meeting's day", async () => {
	const meetingId = await planned(days(10));
	const page = await managedMeeting(world(manager), at(meetingId));
	expect(page.inviteUntil).toBe(
		daysFrom(today(days(10)), -14)
			.toISOString()
			.slice(0, 10),
	);
});
