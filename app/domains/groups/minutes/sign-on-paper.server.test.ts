import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { circular, runningMeeting } from "~tests/factories/group-meetings";
import { attendance, type GroupMade, meeting, workingGroup } from "~tests/factories/groups";
import { storedText } from "~tests/factories/groups.seats";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../manifest.server";
import { answerInWriting } from "../meetings/circular/commands/answer-in-writing.server";
import { finishCircular } from "../meetings/circular/commands/finish-circular.server";
import { arrive, endMeeting, leave } from "../meetings/running/commands/run-meeting.server";
import { visitorArrives, visitorLeaves } from "../meetings/running/commands/visitors.server";
import { beginMinutes } from "./commands/begin.server";
import { circulate } from "./commands/circulate.server";
import { finalise, sign } from "./commands/finish.server";
import { bringInScan, checkScan } from "./commands/sign-on-paper.server";
import type { SignatureRole } from "./content";
import { paperCode } from "./paper-code";
import { minutesPage } from "./queries/minutes-page.server";

const now = new Date("2026-11-21T20:00:00Z");
const startsAt = new Date("2026-11-21T17:00:00Z");
const after = new Date("2026-12-10T09:00:00Z");
const hour = 60 * 60 * 1000;
const later = (hours: number, from = after) => new Date(from.getTime() + hours * hour);

type Person = Extract<Actor, { kind: "person" }>;
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let [clerk, colleague, chair, member, stranger]: Person[] = [];

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const code = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.[0]?.code;
/** Everybody is made before each test. */
function given(person: Person | undefined): Person {
	if (!person) throw new Error("not made yet");
	return person;
}

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const person = async (name: string, roles: Parameters<typeof personWith>[0] = []) => {
		const made = personWith(roles, mayen.organisationId, { personId: await human(db, now, name) });
		return roles.length > 0 ? made : { ...made, grants: [] };
	};
	clerk = await person("Petra", ["participation-manager"]);
	colleague = await person("Karl", ["participation-manager"]);
	const [vera, mia] = [await person("Vera"), await person("Mia")];
	[chair, member, stranger] = [vera, mia, await person("Fremd")];
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
		benches: [
			{ kind: "politics", minSeats: 1, maxSeats: 4 },
			{ kind: "citizens", minSeats: 1, maxSeats: 4 },
		],
		members: [
			{ bench: "politics", person: { personId: vera.personId }, function: "chair" },
			{ bench: "citizens", person: { personId: mia.personId } },
		],
	});
});

const seat = (index: number) => group.members[index]?.membershipId ?? "";
const pageOf = (meetingId: string, actor: Actor = given(clerk), at = now) =>
	minutesPage(
		world(actor, at),
		{ place: mayen.slug, group: group.slug, meeting: meetingId },
		{ version: null, asPublic: false },
	);

async function begun(meetingId: string, at = now): Promise<string> {
	const officers = { presidedById: given(chair).personId, minuteTakerId: given(clerk).personId };
	return must(await beginMinutes(world(given(clerk), at), { meetingId, ...officers })).id;
}

describe("who was there", () => {
	it("holds the format, everybody who came and went, and the guests with what they did", async () => {
		const items = ["Rufbus"];
		const { meetingId } = await runningMeeting(world(), { groupId: group.id, startsAt, items, seats: [seat(0)] });
		const acts = (minutes: number) => world(house, new Date(startsAt.getTime() + minutes * 60_000));
		const span = { meetingId, membershipId: seat(1) };
		must(await arrive(acts(10), { ...span, substituteId: null }));
		must(await leave(acts(30), span));
		must(await arrive(acts(60), { ...span, substituteId: null }));
		const named = { meetingId, visitor: { name: "Gisela Gast" }, capacity: "reporting" as const };
		must(await visitorArrives(acts(15), named));
		const { id: invitationId } = await db.meetingInvitation.findFirstOrThrow({
			where: { meetingId, guest: { name: "Gisela Gast" } },
		});
		must(await visitorLeaves(acts(45), { meetingId, invitationId }));
		must(await endMeeting(acts(120), { meetingId }));
		await begun(meetingId);
		const { content, names } = await pageOf(meetingId);
		expect(content.format).toBe("meeting");
		expect(content.participants.find(({ key }) => key === seat(1))).toMatchObject({
			present: true,
			from: "18:10",
			until: "18:30",
			again: [{ from: "19:00", representedBy: null }],
		});
		expect(content.visitors).toEqual([{ key: invitationId, capacity: "reporting", from: "18:15", until: "18:45" }]);
		expect(names).toContainEqual({ key: invitationId, name: "Gisela Gast" });
	});

	it("is in a circular procedure who answered; it needs no place and can become final", async () => {
		const made = await circular(world(), { groupId: group.id, title: "Logo", proposal: "Wir empfehlen das Logo." });
		const answer = { itemId: made.itemId, membershipId: seat(1), answer: "yes" as const, reason: "" };
		must(await answerInWriting(world(given(member)), answer));
		const over = later(1, made.endsAt);
		must(await finishCircular(world(house, over), { meetingId: made.meetingId }));
		const minutesId = await begun(made.meetingId, over);
		const { content } = await pageOf(made.meetingId, given(clerk), over);
		expect(content.format).toBe("circular");
		expect(content.participants.map(({ key, present }) => [key === seat(1), present])).toEqual(
			expect.arrayContaining([
				[true, true],
				[false, false],
			]),
		);
		const objectionsUntil = daysFrom(today(over), 14);
		const { sha256 } = must(await circulate(world(given(clerk), over), { minutesId, objectionsUntil }));
		const end = later(16 * 24, over);
		for (const actor of [chair, clerk]) {
			must(await sign(world(steppedUp(given(actor), end), end), { minutesId, sha256 }));
		}
		must(await finalise(world(given(clerk), end), { minutesId }));
	});
});

describe("minutes signed on paper", () => {
	async function circulated() {
		const { meetingId } = await meeting(world(), { groupId: group.id, startsAt, item: "Rufbus" });
		await attendance(world(), meetingId, [seat(0), seat(1)]);
		const minutesId = await begun(meetingId);
		const objectionsUntil = daysFrom(today(now), 14);
		const { sha256 } = must(await circulate(world(given(clerk)), { minutesId, objectionsUntil }));
		return { meetingId, minutesId, sha256 };
	}
	type Made = Awaited<ReturnType<typeof circulated>>;
	const both: SignatureRole[] = ["chair", "minute-taker"];
	const bring = (
		{ minutesId, sha256 }: Made,
		more: { actor?: Actor; at?: Date; roles?: SignatureRole[]; day?: Date },
	) =>
		bringInScan(world(more.actor ?? given(clerk), more.at ?? after), {
			minutesId,
			sha256,
			roles: more.roles ?? both,
			signedOn: more.day ?? today(after),
			stored: storedText(more.at ?? after),
		});
	const check = ({ minutesId, sha256 }: Made, scanId: string, more: Partial<Parameters<typeof checkScan>[1]> = {}) => ({
		minutesId,
		scanId,
		accepted: true,
		codeOnPaper: paperCode(sha256).toLowerCase(),
		signaturesComplete: true,
		originalPlace: "Hauptamt, Ordner 12",
		reason: "",
		...more,
	});
	const checker = (at = after) => world(steppedUp(given(colleague), at), at);

	it("count after a second person has read the code off the paper; then they become final", async () => {
		const made = await circulated();
		const { scanId } = must(await bring(made, {}));
		expect((await pageOf(made.meetingId, given(clerk), after)).signatures).toEqual([]);
		expect(await db.minutesSignature.count({ where: { scanId } })).toBe(0);
		must(await checkScan(checker(), check(made, scanId)));
		const { signatures } = await pageOf(made.meetingId, given(clerk), after);
		expect(signatures.map(({ role, paper }) => [role, paper])).toEqual(
			both.map((role) => [role, { signedOn: "2026-12-10", alone: false }]),
		);
		must(await finalise(world(given(clerk), after), { minutesId: made.minutesId }));
	});

	it("refuses whoever uploaded it for a day, another code, missing signatures and a paper without a place", async () => {
		const made = await circulated();
		const { scanId } = must(await bring(made, {}));
		const own = (at: Date) => world(steppedUp(given(clerk), at), at);
		expect(code(await checkScan(own(later(23)), check(made, scanId)))).toBe("second-person-needed");
		await expect(checkScan(world(given(colleague), after), check(made, scanId))).rejects.toThrow(SignInNeeded);
		for (const [wrong, refusal] of [
			[{ codeOnPaper: paperCode("0".repeat(64)) }, "paper-code-differs"],
			[{ signaturesComplete: false }, "signatures-missing"],
			[{ originalPlace: " " }, "place-missing"],
			[{ accepted: false }, "reason-missing"],
		] as const) {
			expect(code(await checkScan(checker(), check(made, scanId, wrong)))).toBe(refusal);
		}
		expect(await db.minutesScanCheck.count({ where: { scanId } })).toBe(0);
		expect(await db.minutesSignature.count({ where: { scanId } })).toBe(0);
		must(await checkScan(own(later(24)), check(made, scanId)));
		const { signatures } = await pageOf(made.meetingId, given(clerk), later(25));
		expect(signatures.map(({ paper }) => paper?.alone)).toEqual([true, true]);
	});

	it("refuses a scan too early, without roles, of another version or day, and a second one that waits", async () => {
		const made = await circulated();
		expect(code(await bring(made, { at: now, day: today(now) }))).toBe("not-yet");
		expect(code(await bring(made, { roles: [] }))).toBe("roles-missing");
		expect(code(await bring({ ...made, sha256: "0".repeat(64) }, {}))).toBe("text-changed");
		expect(code(await bring(made, { day: daysFrom(today(after), 1) }))).toBe("scan-date");
		expect(code(await bring(made, { day: daysFrom(today(now), -1) }))).toBe("scan-date");
		await expect(bring(made, { actor: given(member) })).rejects.toThrow(Forbidden);
		await expect(bring(made, { actor: guest })).rejects.toThrow(SignInNeeded);
		expect(await db.minutesScan.count({ where: { version: { minutesId: made.minutesId } } })).toBe(0);
		must(await bring(made, { roles: ["chair"] }));
		expect(code(await bring(made, { roles: ["minute-taker"] }))).toBe("scan-waits");
	});

	it("makes room after a rejected scan, and takes one signature by hand beside one that was given here", async () => {
		const made = await circulated();
		const first = must(await bring(made, { roles: ["chair"] }));
		must(await checkScan(checker(), check(made, first.scanId, { accepted: false, reason: "Seite 2 fehlt." })));
		expect(code(await checkScan(checker(), check(made, first.scanId)))).toBe("already-checked");
		must(await sign(world(steppedUp(given(clerk), after), after), { minutesId: made.minutesId, sha256: made.sha256 }));
		expect(code(await bring(made, {}))).toBe("already-signed");
		const second = must(await bring(made, { roles: ["chair"] }));
		const outcomes = await Promise.all([
			checkScan(checker(), check(made, second.scanId)),
			checkScan(checker(), check(made, second.scanId)),
		]);
		expect(outcomes.map((one) => (one.done ? "done" : code(one))).toSorted()).toEqual(["already-checked", "done"]);
		must(await finalise(world(given(clerk), after), { minutesId: made.minutesId }));
	});

	it("is read by those inside, never by others, and never changed", async () => {
		const made = await circulated();
		const { scanId } = must(await bring(made, {}));
		const reads = (actor: Actor) => manifest.subjects?.["minutes-scan"]?.mayReadFiles?.(world(actor, after), scanId);
		expect(await reads(given(member))).toBe(true);
		for (const actor of [given(stranger), guest]) expect(await reads(actor)).toBe(false);
		await expect(db.minutesScan.update({ where: { id: scanId }, data: { roles: ["chair"] } })).rejects.toThrow(
			/permission denied/,
		);
	});
});
