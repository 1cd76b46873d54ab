import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import { attendance, type GroupMade, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../manifest.server";
import { addAgendaItem } from "../meetings/commands/meetings.server";
import { beginMinutes } from "./commands/begin.server";
import { circulate, freezeAgain } from "./commands/circulate.server";
import { addAddendum, finalise, sign } from "./commands/finish.server";
import { saveNote } from "./commands/notes.server";
import { decideObjection, object } from "./commands/objections.server";
import { contentHash } from "./hash.server";
import { minutesPaper } from "./paper.server";
import { minutesPage } from "./queries/minutes-page.server";

const startsAt = new Date("2026-11-21T17:00:00Z");
const now = new Date("2026-11-21T20:00:00Z");
const after = new Date("2026-12-10T09:00:00Z");

let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let clerk: Extract<Actor, { kind: "person" }>;
let chair: Extract<Actor, { kind: "person" }>;
let member: Extract<Actor, { kind: "person" }>;
let stranger: Extract<Actor, { kind: "person" }>;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const bare = (personId: string) => ({ ...personWith([], mayen.organisationId, { personId }), grants: [] });

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const ids = await Promise.all(["Petra", "Vera", "Mia", "Fremd"].map((name) => human(db, now, name)));
	const [clerkId = "", chairId = "", memberId = "", strangerId = ""] = ids;
	clerk = personWith(["participation-manager"], mayen.organisationId, { personId: clerkId });
	[chair, member, stranger] = [bare(chairId), bare(memberId), bare(strangerId)];
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
		benches: [
			{ kind: "politics", minSeats: 1, maxSeats: 4 },
			{ kind: "citizens", minSeats: 1, maxSeats: 4 },
		],
		members: [
			{ bench: "politics", person: { personId: chairId }, function: "chair" },
			{ bench: "citizens", person: { personId: memberId }, nameIsPublic: false },
			{ bench: "citizens", person: { givenName: "Rudi", familyName: "Rat" } },
		],
	});
});

/** A held meeting with an open and a closed item and an adopted recommendation on the first. */
async function held({ decided = true } = {}) {
	const made = await meeting(world(), { groupId: group.id, startsAt, item: "Rufbus" });
	const closed = must(
		await addAgendaItem(world(), {
			meetingId: made.meetingId,
			title: "Personalsache",
			isPublic: false,
			takenUpId: null,
		}),
	);
	await attendance(
		world(),
		made.meetingId,
		group.members.map(({ membershipId }) => membershipId),
	);
	if (decided) {
		await recommendation(world(), {
			...made,
			votedAt: now,
			responsiblePostId: mayen.postId,
			chair,
			votes: { politics: { yes: 1, no: 0, abstain: 0 }, citizens: { yes: 1, no: 0, abstain: 1 } },
		});
	}
	return { ...made, closedItemId: closed.agendaItemId };
}

async function begun(given: { decided?: boolean } = {}) {
	const made = await held(given);
	const officers = { presidedById: chair.personId, minuteTakerId: clerk.personId };
	const { id } = must(await beginMinutes(world(clerk), { meetingId: made.meetingId, ...officers }));
	return { ...made, id };
}

const until = () => daysFrom(today(now), 14);
const note = (id: string, agendaItemId: string, text: string, isPublic = true) => ({
	minutesId: id,
	noteId: null,
	agendaItemId,
	text,
	speakerId: group.members[1]?.membershipId ?? null,
	isPublic,
});

async function circulated(given: { decided?: boolean } = {}) {
	const made = await begun(given);
	must(await saveNote(world(clerk), note(made.id, made.agendaItemId, "Der Bus soll bis 23 Uhr fahren.")));
	const { sha256 } = must(await circulate(world(clerk), { minutesId: made.id, objectionsUntil: until() }));
	return { ...made, sha256 };
}

async function signed(made: { id: string; sha256: string }) {
	for (const actor of [chair, clerk]) {
		must(await sign(world(steppedUp(actor, after), after), { minutesId: made.id, sha256: made.sha256 }));
	}
}

const pageOf = (actor: Actor, made: { meetingId: string }, at = now, version: number | null = null) =>
	minutesPage(
		world(actor, at),
		{ place: mayen.slug, group: group.slug, meeting: made.meetingId },
		{ version, asPublic: false },
	);

describe("beginning", () => {
	it("takes two people who were there or write", async () => {
		const made = await held();
		const begin = (presidedById: string, minuteTakerId: string, actor: Actor = clerk) =>
			beginMinutes(world(actor), { meetingId: made.meetingId, presidedById, minuteTakerId });
		expect(await begin(stranger.personId, clerk.personId)).toMatchObject({ refusals: [{ code: "not-there" }] });
		expect(await begin(chair.personId, stranger.personId)).toMatchObject({ refusals: [{ code: "not-there" }] });
		expect(await begin(chair.personId, chair.personId)).toMatchObject({ refusals: [{ code: "same-person" }] });
		expect(await db.minutes.count({ where: { meetingId: made.meetingId } })).toBe(0);
		await expect(begin(chair.personId, stranger.personId, stranger)).rejects.toThrow(Forbidden);
		must(await begin(chair.personId, clerk.personId));
		must(await begin(chair.personId, member.personId));
		expect(await db.minutes.count({ where: { meetingId: made.meetingId, minuteTakerId: member.personId } })).toBe(1);
		// whoever took them over writes, without any role
		must(
			await saveNote(
				world(member),
				note((await minutesId(made)) ?? "", made.agendaItemId, "Von der Bürgerin notiert."),
			),
		);
	});
	const minutesId = async (made: { meetingId: string }) =>
		(await db.minutes.findUnique({ where: { meetingId: made.meetingId } }))?.id;
});

describe("the text", () => {
	it("is put together from the facts; notes alter neither counts nor wording", async () => {
		const made = await circulated();
		const before = (await pageOf(clerk, made)).content;
		const decision = before.items[0]?.decisions[0];
		expect(decision).toMatchObject({ result: "adopted", title: "Rufbus am Abend und am Wochenende erproben" });
		expect(decision?.benches.map(({ bench, yes, abstain }) => [bench, yes, abstain])).toEqual([
			["citizens", 1, 1],
			["politics", 1, 0],
		]);
		expect(before.participants.filter(({ present }) => present)).toHaveLength(3);
		must(await saveNote(world(clerk), note(made.id, made.agendaItemId, "Ja: 9, Nein: 0")));
		must(await freezeAgain(world(clerk), { minutesId: made.id, reason: "Notiz ergänzt" }));
		const { content } = await pageOf(clerk, made);
		expect(content.items[0]?.decisions).toEqual(before.items[0]?.decisions);
		expect(content.items[0]?.notes).toHaveLength(2);
		expect(contentHash(content)).toBe((await pageOf(clerk, made)).version?.sha256);
	});

	it("says who was biased in a matter and so did not vote", async () => {
		const made = await begun({ decided: false });
		const [, biased] = group.members;
		if (!biased) throw new Error("no member");
		await openedVote(world(), {
			meetingId: made.meetingId,
			agendaItemId: made.agendaItemId,
			responsiblePostId: mayen.postId,
			biased: [biased.membershipId],
		});
		const { content, names } = await pageOf(clerk, made);
		const [decision] = content.items.flatMap(({ decisions }) => decisions);
		const { displayName } = await db.person.findUniqueOrThrow({ where: { id: biased.personId } });
		expect(decision?.biased.map((key) => names.find((one) => one.key === key)?.name)).toEqual([displayName]);
	});

	it("keeps every version readable and unchangeable, in the database too", async () => {
		const made = await circulated();
		expect(await freezeAgain(world(clerk), { minutesId: made.id, reason: "Nichts anders" })).toMatchObject({
			refusals: [{ code: "nothing-changed" }],
		});
		must(await saveNote(world(clerk), note(made.id, made.agendaItemId, "Ein zweiter Satz.")));
		must(await freezeAgain(world(clerk), { minutesId: made.id, reason: "Einwand übernommen" }));
		expect((await pageOf(member, made, now, 1)).content.items[0]?.notes).toHaveLength(1);
		expect((await pageOf(member, made)).content.items[0]?.notes).toHaveLength(2);
		const where = { minutesId_number: { minutesId: made.id, number: 1 } };
		await expect(db.minutesVersion.update({ where, data: { reason: "anders" } })).rejects.toThrow(/permission denied/);
		await expect(db.minutesName.updateMany({ data: { name: "Erfunden" } })).rejects.toThrow(/only ever forgotten/);
	});

	it("is for those inside; a draft is for who writes it", async () => {
		const draft = await begun();
		await expect(pageOf(member, draft)).rejects.toThrow(NotFound);
		expect((await pageOf(clerk, draft)).state).toBe("draft");
		const made = await circulated();
		expect((await pageOf(member, made)).audience).toBe("inside");
		for (const actor of [guest, stranger]) await expect(pageOf(actor, made)).rejects.toThrow(NotFound);
		await expect(saveNote(world(member), note(made.id, made.agendaItemId, "Nein"))).rejects.toThrow(Forbidden);
		await expect(circulate(world(guest), { minutesId: draft.id, objectionsUntil: until() })).rejects.toThrow(
			SignInNeeded,
		);
	});
});

describe("objections", () => {
	it("are of those who belonged to the group, until the last day, and decided once", async () => {
		const made = await circulated();
		const text = "Bei TOP 1 war von 22 Uhr die Rede.";
		await expect(object(world(stranger), { minutesId: made.id, text })).rejects.toThrow(Forbidden);
		await expect(object(world(guest), { minutesId: made.id, text })).rejects.toThrow(SignInNeeded);
		expect(await object(world(member, after), { minutesId: made.id, text })).toMatchObject({
			refusals: [{ code: "objections-over" }],
		});
		const { id } = must(await object(world(member), { minutesId: made.id, text }));
		expect(
			await sign(world(steppedUp(chair, after), after), { minutesId: made.id, sha256: made.sha256 }),
		).toMatchObject({
			refusals: [{ code: "objections-open" }],
		});
		const decide = (outcome: "accepted" | "rejected") =>
			decideObjection(world(clerk), {
				minutesId: made.id,
				objectionId: id,
				outcome,
				reason: "Mehrere haben es so gehört.",
			});
		expect(await finalise(world(clerk, after), { minutesId: made.id })).toMatchObject({
			refusals: [{ code: "objections-open" }],
		});
		const silent = { minutesId: made.id, objectionId: id, outcome: "rejected" as const, reason: " nö " };
		expect(await decideObjection(world(clerk), silent)).toMatchObject({ refusals: [{ code: "reason-missing" }] });
		const outcomes = await Promise.all([decide("accepted"), decide("rejected")]);
		expect(outcomes.filter((one) => one.done)).toHaveLength(1);
		const [objection] = (await pageOf(member, made)).objections;
		expect(objection).toMatchObject({ text, version: 1, reason: "Mehrere haben es so gehört." });
		await expect(db.minutesObjection.update({ where: { id }, data: { text: "anders" } })).rejects.toThrow(/as it was/);
	});
});

describe("signatures and the end", () => {
	it("need a fresh step-up of the two who sign, after the last day, once each", async () => {
		const made = await circulated();
		const input = { minutesId: made.id, sha256: made.sha256 };
		await expect(sign(world(chair, after), input)).rejects.toThrow(SignInNeeded);
		await expect(sign(world(steppedUp(member, after), after), input)).rejects.toThrow(Forbidden);
		expect(await sign(world(steppedUp(chair, now)), input)).toMatchObject({ refusals: [{ code: "not-yet" }] });
		const signing = () => sign(world(steppedUp(chair, after), after), input);
		const outcomes = await Promise.all([signing(), signing()]);
		expect(outcomes.map((one) => (one.done ? "done" : one.refusals[0]?.code)).toSorted()).toEqual([
			"already-signed",
			"done",
		]);
		expect(await sign(world(steppedUp(clerk, after), after), { ...input, sha256: "0".repeat(64) })).toMatchObject({
			refusals: [{ code: "text-changed" }],
		});
	});

	it("names everything that is missing", async () => {
		const made = await circulated();
		expect(await finalise(world(clerk), { minutesId: made.id })).toMatchObject({ refusals: [{ code: "not-yet" }] });
		const outcome = await finalise(world(clerk, after), { minutesId: made.id });
		expect(outcome).toMatchObject({
			refusals: [{ code: "missing-chair-signature" }, { code: "missing-minute-taker-signature" }],
		});
		expect((await pageOf(clerk, made, after)).state).toBe("closing");
	});

	it("wants the newest text signed", async () => {
		const made = await circulated();
		await signed(made);
		must(await saveNote(world(clerk, after), note(made.id, made.agendaItemId, "Nachgetragen.")));
		expect(await finalise(world(clerk, after), { minutesId: made.id })).toMatchObject({
			refusals: [{ code: "facts-changed" }],
		});
		must(await freezeAgain(world(clerk, after), { minutesId: made.id, reason: "Ergänzung" }));
		expect(await finalise(world(clerk, after), { minutesId: made.id })).toMatchObject({
			refusals: [{ code: "missing-chair-signature" }, { code: "missing-minute-taker-signature" }],
		});
	});

	it("makes the public version everybody's and the text unchangeable; later only addenda", async () => {
		const made = await begun();
		must(await saveNote(world(clerk), note(made.id, made.agendaItemId, "Öffentlich gesagt.")));
		must(await saveNote(world(clerk), note(made.id, made.agendaItemId, "Unter uns gesagt.", false)));
		must(await saveNote(world(clerk), note(made.id, made.closedItemId, "Vertraulich gesagt.")));
		const { sha256 } = must(await circulate(world(clerk), { minutesId: made.id, objectionsUntil: until() }));
		await signed({ id: made.id, sha256 });
		await expect(pageOf(guest, made, after)).rejects.toThrow(NotFound);
		must(await finalise(world(clerk, after), { minutesId: made.id }));

		const seen = await pageOf(guest, made, new Date(after.getTime() + 1000));
		expect(seen.audience).toBe("public");
		const said = JSON.stringify(seen);
		for (const word of ["Unter uns", "Vertraulich", "Personalsache", "Mia", "Petra"]) expect(said).not.toContain(word);
		expect(said).toContain("Vera");
		expect(seen.omitted).toEqual({ items: 1, notes: 1, names: 2 });
		expect(seen.objections).toEqual([]);
		expect(seen.versions).toEqual([]);

		expect(await saveNote(world(clerk, after), note(made.id, made.agendaItemId, "Zu spät."))).toMatchObject({
			refusals: [{ code: "final" }],
		});
		await expect(db.minutesNote.deleteMany({ where: { minutesId: made.id } })).rejects.toThrow(/never changed/);
		await expect(db.minutes.update({ where: { id: made.id }, data: { finalAt: null } })).rejects.toThrow(
			/never changed/,
		);
		const addendum = { minutesId: made.id, text: "Es waren 22 Uhr, nicht 23 Uhr.", isPublic: true };
		must(await addAddendum(world(clerk, after), addendum));
		expect((await pageOf(guest, made, new Date(after.getTime() + 1000))).addenda).toHaveLength(1);
	});

	it("forgets names on erasure and keeps the checksum", async () => {
		const made = await circulated();
		const before = await pageOf(clerk, made);
		await manifest.personalData?.erase(world(), member.personId);
		const page = await pageOf(clerk, made);
		expect(page.names.find(({ key }) => key === group.members[1]?.membershipId)?.name).toBeNull();
		expect(contentHash(page.content)).toBe(before.version?.sha256);
	});
});

const hasPoppler = spawnSync("pdfinfo", ["-v"]).error === undefined;

describe.skipIf(!hasPoppler)("the PDF", () => {
	it("is tagged and says the same, of the public version without what is left out", async () => {
		const made = await circulated();
		const folder = await mkdtemp(path.join(tmpdir(), "minutes-"));
		const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8" });
		for (const asPublic of [false, true]) {
			const page = await minutesPage(
				world(clerk),
				{ place: mayen.slug, group: group.slug, meeting: made.meetingId },
				{ version: null, asPublic },
			);
			const file = path.join(folder, "minutes.pdf");
			await writeFile(file, await plainPaper(minutesPaper("de", page), now));
			expect(run("pdfinfo", file)).toMatch(/Tagged:\s+yes/);
			expect(run("pdfinfo", file)).toMatch(/Title:\s+Protokoll: Dritte Sitzung/);
			const structure = run("pdfinfo", "-struct", file);
			for (const tag of ["H1", "Table", "TH", "L"]) expect(structure).toMatch(new RegExp(`\\b${tag}\\b`));
			const text = run("pdftotext", "-layout", file, "-");
			expect(text).toContain("bis 23 Uhr");
			expect(text.includes("Personalsache")).toBe(!asPublic);
			expect(text.includes("Was hier fehlt")).toBe(asPublic);
		}
		await rm(folder, { recursive: true });
	});
});
