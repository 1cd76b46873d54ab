import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { groupDocument, groupDraft, groupVersion } from "~tests/factories/group-documents";
import { attendance, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { groupFile } from "~tests/factories/groups.seats";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { oparlFaults } from "~tests/support/oparl-schema";
import { showFile } from "../documents/commands/group-files.server";
import { beginDraft } from "../drafting/commands/versions.server";
import { manifest } from "../manifest.server";
import { cancelMeeting } from "../meetings/commands/change-meeting.server";
import { addAgendaItem } from "../meetings/commands/meetings.server";
import { beginMinutes } from "../minutes/commands/begin.server";
import { circulate } from "../minutes/commands/circulate.server";
import { addAddendum, finalise, sign } from "../minutes/commands/finish.server";
import { saveNote } from "../minutes/commands/notes.server";
import { setParticulars } from "../recommendations/commands/particulars.server";
import { oparlAnswer } from "./answer.server";
import { noteServedObjects } from "./note-objects.server";

const startsAt = new Date("2026-11-21T17:00:00Z");
const now = new Date("2026-11-21T20:00:00Z");
const after = new Date("2026-12-10T09:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let chair: Extract<Actor, { kind: "person" }>;
let clerk: Extract<Actor, { kind: "person" }>;
let chairId = "";
let memberId = "";

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const read = (path: string, query = "", at = after) => oparlAnswer(world(guest, at), path, new URLSearchParams(query));
type Json = { [name: string]: unknown } & { id: string };
async function listOf(path: string, query = "", at = after): Promise<Json[]> {
	const answer = await read(path, query, at);
	if (!("json" in answer)) throw new Error(`${path} answered ${answer.status}`);
	const { data } = answer.json as { data: Json[] };
	expect(data.flatMap(oparlFaults)).toEqual([]);
	return data;
}
/** The text behind a file, whose size and checksum are those that its object says. */
async function textOf(file: unknown): Promise<string> {
	const { downloadUrl, size, sha512Checksum } = file as { [name: string]: string };
	const answer = await read(String(downloadUrl).split("/oparl/v1/")[1] ?? "");
	if (!("text" in answer)) throw new Error(`${downloadUrl} answered ${answer.status}`);
	expect(Buffer.byteLength(answer.text)).toBe(size);
	expect(createHash("sha512").update(answer.text).digest("hex")).toBe(sha512Checksum);
	return answer.text;
}

const group = (name: string, bodyKind: "informal" | "deciding") =>
	workingGroup(world(), {
		organisationId: mayen.organisationId,
		name,
		bodyKind,
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
		benches: [{ kind: "citizens", minSeats: 1, maxSeats: 4 }],
		members: [
			{ bench: "citizens", person: { personId: chairId }, function: "chair" },
			{ bench: "citizens", person: { personId: memberId }, nameIsPublic: false },
		],
	});

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "https://haus.example.de");
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const clerkId = await human(db, now, "Petra Protokoll");
	chairId = await human(db, now, "Vera Vorsitz");
	memberId = await human(db, now, "Sina Still");
	clerk = personWith(["participation-manager"], mayen.organisationId, { personId: clerkId });
	chair = { ...personWith([], mayen.organisationId, { personId: chairId }), grants: [] };
});

describe("meetings", () => {
	const of = async (title: string) => (await listOf("meetings")).find(({ name }) => name === title);

	it("say that they are off, and carry the public part of their invitation", async () => {
		const { id: groupId } = await group("Arbeitskreis Einladung", "informal");
		const dropped = await meeting(world(), {
			groupId,
			startsAt: new Date("2026-12-20T17:00:00Z"),
			title: "Sitzung, die ausfällt",
			item: "Rufbus",
		});
		const secret = { title: "Personalsache", isPublic: false, takenUpId: null };
		must(await addAgendaItem(world(), { ...secret, meetingId: dropped.meetingId }));
		const invitation = await textOf((await of("Sitzung, die ausfällt"))?.invitation);
		expect(invitation).toContain("1. Rufbus");
		expect(invitation).not.toContain("Personalsache");
		must(await cancelMeeting(world(clerk), { meetingId: dropped.meetingId, reason: "Die Halle ist gesperrt." }));
		expect(await of("Sitzung, die ausfällt")).toMatchObject({ cancelled: true, meetingState: "eingeladen" });
	});

	it("carry final minutes, in their public version only", async () => {
		const { id: groupId, members } = await group("Arbeitskreis Protokoll", "informal");
		const made = await meeting(world(), { groupId, startsAt, item: "Rufbus", title: "Sitzung mit Protokoll" });
		const secret = { title: "Personalsache", isPublic: false, takenUpId: null };
		must(await addAgendaItem(world(), { ...secret, meetingId: made.meetingId }));
		await attendance(
			world(),
			made.meetingId,
			members.map(({ membershipId }) => membershipId),
		);
		const officers = { presidedById: chairId, minuteTakerId: clerk.personId };
		const { id: minutesId } = must(await beginMinutes(world(clerk), { meetingId: made.meetingId, ...officers }));
		const note = { minutesId, noteId: null, agendaItemId: made.agendaItemId, speakerId: null };
		must(await saveNote(world(clerk), { ...note, text: "Der Bus soll bis 23 Uhr fahren.", isPublic: true }));
		must(await saveNote(world(clerk), { ...note, text: "Das bleibt unter uns.", isPublic: false }));
		const objectionsUntil = daysFrom(today(now), 14);
		const { sha256 } = must(await circulate(world(clerk), { minutesId, objectionsUntil }));
		const before = await of("Sitzung mit Protokoll");
		expect(before).toMatchObject({ cancelled: false, meetingState: "durchgeführt" });
		expect(before).not.toHaveProperty("resultsProtocol");

		for (const actor of [chair, clerk]) must(await sign(world(steppedUp(actor, after), after), { minutesId, sha256 }));
		must(await finalise(world(clerk, after), { minutesId }));
		must(await addAddendum(world(clerk, after), { minutesId, text: "Gemeint ist die Linie 815.", isPublic: true }));
		must(await addAddendum(world(clerk, after), { minutesId, text: "Nur für uns.", isPublic: false }));
		const minutes = await textOf((await of("Sitzung mit Protokoll"))?.resultsProtocol);
		for (const word of ["Der Bus soll bis 23 Uhr fahren.", "Vera Vorsitz", sha256, "Linie 815"]) {
			expect(minutes).toContain(word);
		}
		for (const word of ["Personalsache", "Das bleibt unter uns", "Sina Still", "Nur für uns"]) {
			expect(minutes).not.toContain(word);
		}
	});
});

describe("texts and papers", () => {
	it("are there as far as they are public, with all public versions, and go as stumps", async () => {
		const { id: groupId } = await group("Arbeitskreis Texte", "informal");
		const { id: documentId, code } = await groupDocument(world(), { groupId, title: "Leitlinien der Beteiligung" });
		await groupVersion(world(), { documentId, isPublic: true });
		must(await beginDraft(world(), { documentId }));
		await groupDraft(world(), { documentId, text: "## Ziele\n\nNoch geheim." });
		const closed = await groupVersion(world(), { documentId });
		const paperId = await groupFile(world(), { groupId, title: "Karte der Wege", isPublic: true });
		await groupFile(world(), { groupId, title: "Interner Vermerk" });
		const papers = await listOf("papers");
		expect(JSON.stringify(papers)).not.toContain("Interner Vermerk");
		const text = papers.find(({ reference }) => reference === code);
		expect(text).not.toHaveProperty("auxiliaryFile");
		expect(await textOf(text?.mainFile)).toContain("Alle können mitreden.");
		expect((await read(`file/${closed.id}`)).status).toBe(404);
		expect((await read(`download/${closed.id}`)).status).toBe(404);

		await noteServedObjects(world(house, after));
		const paper = (await listOf("papers")).find(({ name }) => name === "Karte der Wege");
		expect(paper).toMatchObject({ paperType: "Unterlage", mainFile: { fileName: "unterlage.txt" } });
		must(await showFile(world(clerk, after), { id: paperId, isPublic: false }));
		const later = new Date("2026-12-11T09:00:00Z");
		await noteServedObjects(world(house, later));
		const since = `modified_since=${later.toISOString()}`;
		const gone = (await listOf("papers", since, later)).find(({ id }) => id === paper?.id);
		expect(gone).toMatchObject({ deleted: true });
		expect(gone).not.toHaveProperty("name");
	});
});

describe("what a body is", () => {
	it("decides whether it is said to decide: a Beschluss only where the charter says so", async () => {
		const made = new Map<string, string>();
		for (const bodyKind of ["informal", "deciding"] as const) {
			const { id: groupId, members } = await group(`Gremium ${bodyKind}`, bodyKind);
			const held = await meeting(world(), { groupId, startsAt, item: `Punkt ${bodyKind}` });
			await attendance(
				world(),
				held.meetingId,
				members.map(({ membershipId }) => membershipId),
			);
			const decided = await recommendation(world(), {
				...held,
				votedAt: now,
				responsiblePostId: mayen.postId,
				chair,
				votes: { citizens: { yes: 2, no: 0, abstain: 0 } },
				published: false,
			});
			if (bodyKind === "deciding") {
				const rest = { reasons: "Weil alle dafür sind.", validFrom: null, validUntil: null };
				must(await setParticulars(world(clerk), { id: decided.id, kind: "resolution", ...rest }));
			}
			await db.recommendation.update({ where: { id: decided.id }, data: { publishedAt: now } });
			made.set(bodyKind, decided.code);
		}
		const organisations = await listOf("organizations");
		const kindOf = (name: string) => organisations.find((one) => one.name === name);
		expect(kindOf("Gremium informal")).toMatchObject({ classification: "AG", "gemeinwerk:bodyKind": "informell" });
		expect(kindOf("Gremium deciding")).toMatchObject({
			classification: "Kommission",
			"gemeinwerk:bodyKind": "beschließend",
		});
		const papers = await listOf("papers");
		const paperOf = (kind: string) => papers.find(({ reference }) => reference === made.get(kind));
		expect(paperOf("informal")).toMatchObject({
			paperType: "Empfehlung",
			"gemeinwerk:result": "empfohlen",
			consultation: [{ authoritative: false, role: "Empfehlung" }],
		});
		expect(paperOf("deciding")).toMatchObject({
			paperType: "Beschluss",
			"gemeinwerk:result": "angenommen",
			consultation: [{ authoritative: true, role: "Entscheidung" }],
		});
		const items = await listOf("agendaitems");
		expect(items.find(({ name }) => name === "Punkt deciding")).toMatchObject({ result: "angenommen" });
	});
});
