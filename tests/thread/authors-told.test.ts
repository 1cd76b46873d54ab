import { beforeAll, expect, test } from "vitest";
import { takeUp } from "~/domains/groups/commands/take-up.server";
import { hideContribution } from "~/domains/participation/contributions/commands/moderate.server";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { World } from "~/platform/world.server";
import { handleEvent } from "~/server/events.server";
import { introduceDomains } from "~/server/manifests.server";
import { actingAs, person } from "~tests/factories/accounts";
import { attendance, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { contribution, guestContribution, human, personWith, place, process } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";

const now = new Date("2026-11-21T20:00:00Z");
const startsAt = new Date("2026-11-21T17:00:00Z");
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let chair: Actor & { kind: "person" };
let anna: Actor & { kind: "person" };
let processId: string;
const world = (actor: Actor): World => ({ db, actor, now, locale: "de" });

beforeAll(async () => {
	introduceDomains();
	({ db } = await freshDatabase());
	town = await place(db, now);
	manager = personWith(["participation-manager"], town.organisationId, { personId: await human(db, now, "Petra") });
	chair = personWith([], town.organisationId, { personId: await human(db, now, "Vera") });
	const made = await person(world(house), { displayName: "Anna", email: "anna@example.org" });
	anna = await actingAs(world(house), made.personId);
	await db.account.update({ where: { personId: made.personId }, data: { locale: "en" } });
	processId = (await process(world(manager), { organisationId: town.organisationId, responsiblePostId: town.postId }))
		.id;
});

const group = (isPublic = true) =>
	workingGroup(world(house), {
		organisationId: town.organisationId,
		name: isPublic ? "Arbeitskreis Grün" : "Arbeitskreis Intern",
		isPublic,
		members: [
			{ bench: "administration", person: { givenName: "Probe", familyName: "Amt" } },
			{ bench: "politics", person: { personId: chair.personId }, function: "chair" },
			{ bench: "advisory", person: { givenName: "Probe", familyName: "Beirat" } },
			{ bench: "citizens", person: { givenName: "Probe", familyName: "Bürgerin" } },
		],
	});

/** Handles every event of this type twice, as the worker may, and returns the letters it wrote: to whom, subject, text. */
async function lettersAfter(type: string) {
	const before = await db.mail.findMany({ select: { id: true } });
	const events = await db.auditEvent.findMany({ where: { type }, orderBy: [{ at: "asc" }, { position: "asc" }] });
	for (const { id } of [...events, ...events]) await handleEvent(world(house), id);
	return db.mail.findMany({ where: { id: { notIn: before.map(({ id }) => id) } }, orderBy: { to: "asc" } });
}

test("authors with and without account are told once when a public group takes up their idea and when it has voted", async () => {
	const mine = await contribution(world(anna), { processId, title: "Mehr Bäume", publishedBy: manager });
	const theirs = await guestContribution(world(house), {
		processId,
		title: "Ein Brunnen",
		email: "gast@example.org",
		publishedBy: manager,
	});
	const { id: groupId, members } = await group();
	must(await takeUp(world(house), { groupId, kind: "contribution", id: theirs.id }));
	const made = await meeting(world(house), { groupId, startsAt, about: { kind: "contribution", id: mine.id } });

	const takenUp = await lettersAfter("groups.subject.taken-up");
	expect(takenUp.map(({ to, subject }) => [to, subject])).toEqual([
		["anna@example.org", "A working group discusses your contribution “Mehr Bäume”"],
		["gast@example.org", "Ein Arbeitskreis berät Ihren Beitrag „Ein Brunnen“"],
	]);
	expect(takenUp[1]?.text).toContain("„Arbeitskreis Grün“ hat Ihren Beitrag");
	expect(takenUp[1]?.text).toContain("/o/mayen/arbeitskreise/arbeitskreis-gruen");
	expect(takenUp[1]?.text).not.toContain("Mehr Bäume");

	const seats = members.map(({ membershipId }) => membershipId);
	await attendance(world(house), made.meetingId, seats);
	const one = { yes: 1, no: 0, abstain: 0 };
	const { code } = await recommendation(world(house), {
		...made,
		votedAt: now,
		responsiblePostId: town.postId,
		chair,
		title: "Linden pflanzen",
		votes: { administration: one, politics: one, advisory: one, citizens: one },
	});
	const recommended = await lettersAfter("groups.recommendation.published");
	expect(recommended.map(({ to, subject }) => [to, subject])).toEqual([
		["anna@example.org", "There is a recommendation on your contribution “Mehr Bäume”"],
	]);
	expect(recommended[0]?.text).toContain("Linden pflanzen");
	expect(recommended[0]?.text).toContain(`/empfehlung/${code}`);
});

test("nobody is told of a group that is not public, of a hidden idea, or once the address is forgotten", async () => {
	const ideas = [];
	for (const email of ["eins@example.org", "zwei@example.org", "drei@example.org"]) {
		ideas.push(
			await guestContribution(world(house), { processId, email, title: `Idee ${email}`, publishedBy: manager }),
		);
	}
	const [inside, hidden, forgotten] = ideas;
	if (!inside || !hidden || !forgotten) throw new Error("three ideas");
	const closed = await group(false);
	const open = await group();
	must(await takeUp(world(house), { groupId: closed.id, kind: "contribution", id: inside.id }));
	for (const { id } of [hidden, forgotten]) {
		must(await takeUp(world(house), { groupId: open.id, kind: "contribution", id }));
	}
	must(await hideContribution(world(manager), { id: hidden.id, rule: "off-topic", reason: "Gehört nicht hierher." }));
	await db.contribution.update({ where: { id: forgotten.id }, data: { guestEmail: null } });
	expect(await lettersAfter("groups.subject.taken-up")).toEqual([]);
});
