import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resolutionsAbout } from "~/domains/council/index.server";
import { answerByLink } from "~/domains/groups/calls/commands/answer.server";
import { conclude, constitute } from "~/domains/groups/charter/commands/lifecycle.server";
import { castSecretVote, castVote } from "~/domains/groups/deciding/commands/cast-vote.server";
import { closeVote } from "~/domains/groups/deciding/commands/close-vote.server";
import { certify, publish } from "~/domains/groups/deciding/commands/votes.server";
import { groupFilesOf } from "~/domains/groups/documents/queries/group-files.server";
import { manifest as groups } from "~/domains/groups/manifest.server";
import { endMeeting } from "~/domains/groups/meetings/running/commands/run-meeting.server";
import { groupById } from "~/domains/groups/queries/find-group.server";
import { reportStep } from "~/domains/groups/recommendations/commands/follow-up.server";
import { recommendationPage } from "~/domains/groups/recommendations/queries/recommendation-page.server";
import { createTask } from "~/domains/groups/tasks/commands/create.server";
import { beginTextFromGroup, returnTextToGroup } from "~/domains/participation/texts/commands/hand-over.server";
import { publishVersion } from "~/domains/participation/texts/commands/publish-version.server";
import { type Actor, guest, house } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { answer } from "../factories/answers";
import { resolution } from "../factories/council";
import { groupDocument, groupDraft, groupVersion } from "../factories/group-documents";
import { runningMeeting } from "../factories/group-meetings";
import { workingGroup } from "../factories/groups";
import { application, drawn, groupFile, seatCall } from "../factories/groups.seats";
import { openedVote } from "../factories/groups-deciding";
import { holder, post } from "../factories/organisations";
import { must } from "../factories/outcome";
import { human, personWith, place, worldOf } from "../factories/participation";
import { annotation, nextVersion, textProcess } from "../factories/texts";
import { freshDatabase } from "../support/database";

/**
 * What Kaiserslautern did from 2019 on: people from administration, politics, advisory boards and citizens by lot write
 * guidelines in eight meetings, everybody may comment, and the council resolves upon them; a new post keeps them alive.
 */
const began = new Date("2025-01-13T09:00:00Z");
const days = (count: number) => new Date(began.getTime() + count * 86_400_000);
let db: PrismaClient;
let folder: string;
let town: Awaited<ReturnType<typeof place>>;
const world = (actor: Actor = house, day = 0) => worldOf(db, actor, days(day));

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), "guidelines-"));
	process.env.DATA_DIR = folder;
	({ db } = await freshDatabase());
	introduce([groups]);
	town = await place(db, began, { slug: "lautern", name: "Stadt Lautern" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("a town's guidelines go from the open call over eight meetings and sixty remarks to the council and a post that keeps them", async () => {
	const manager = personWith(["participation-manager"], town.organisationId, {
		personId: await human(db, began, "Mara"),
	});
	const colleague = personWith(["moderator"], town.organisationId, { personId: await human(db, began, "Karl") });
	const chairId = await human(db, began, "Vera");
	const chair: Actor = { ...personWith([], town.organisationId, { personId: chairId }), grants: [] };

	// Mandate, benches, and two seats for citizens who are not there yet.
	const founded = daysFrom(today(began), 0);
	const group = await workingGroup(world(), {
		organisationId: town.organisationId,
		name: "Arbeitskreis Bürgerbeteiligung",
		members: [
			{ bench: "politics", person: { personId: chairId }, function: "chair" },
			{ bench: "politics", person: { personId: await human(db, began, "Rolf") } },
			{ bench: "administration", person: { personId: await human(db, began, "Anke") } },
			{ bench: "advisory", person: { personId: await human(db, began, "Bea") } },
		],
		benches: [
			{ kind: "politics", minSeats: 1, maxSeats: 4 },
			{ kind: "administration", minSeats: 1, maxSeats: 3 },
			{ kind: "advisory", minSeats: 1, maxSeats: 3 },
			{ kind: "citizens", minSeats: 2, maxSeats: 2 },
		],
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
		validFrom: founded,
	});
	const stateNow = async (day: number) => (await groupById(world(house, day), group.id)).state;
	const asked = { groupId: group.id, day: founded, reason: "" };
	expect(await constitute(world(manager), asked)).toMatchObject({ refusals: [{ code: "composition-gap" }] });

	// Open call with deadline, lot, one who declines and the next of the list.
	const call = await seatCall(world(house, 1), { groupId: group.id, seats: 2 });
	const applied: { id: string; token: string }[] = [];
	for (const name of ["ada", "bob", "cem", "dora", "emil"]) {
		applied.push(await application(world(guest, 3), { callId: call.id, email: `${name}@example.org` }));
	}
	const drawnAt = await drawn(world(), call);
	const offered = () =>
		db.seatApplication.findMany({ where: { callId: call.id, state: "offered" }, orderBy: { rank: "asc" } });
	const tokenOf = (id: string) => applied.find((one) => one.id === id)?.token ?? "";
	const [first, second] = await offered();
	const afterLot = worldOf(db, guest, new Date(drawnAt.getTime() + 3_600_000));
	must(await answerByLink(afterLot, tokenOf(first?.id ?? ""), "decline"));
	must(await answerByLink(afterLot, tokenOf(second?.id ?? ""), "accept"));
	const [third] = await offered();
	must(await answerByLink(afterLot, tokenOf(third?.id ?? ""), "accept"));
	must(await constitute(world(manager, 30), { groupId: group.id, day: today(days(30)), reason: "" }));
	const memberships = await db.groupMembership.findMany({ where: { groupId: group.id }, orderBy: { id: "asc" } });
	expect(memberships.map(({ benchKind }) => benchKind).sort()).toEqual([
		"administration",
		"advisory",
		"citizens",
		"citizens",
		"politics",
		"politics",
	]);
	const seats = memberships.map(({ id }) => id);

	// Eight meetings; the text grows from one to the next, and is frozen before everybody sees it.
	const document = await groupDocument(world(house, 31), {
		groupId: group.id,
		text: "## Wozu?\n\nAlle können mitreden.",
	});
	let text = "## Wozu?\n\nAlle können mitreden.";
	const meetings: { meetingId: string; itemIds: string[]; day: number }[] = [];
	const meet = async (number: number) => {
		const day = 30 + number * 30;
		const items = [`Leitlinien, Kapitel ${number}`];
		const held = await runningMeeting(world(), { groupId: group.id, startsAt: days(day), items, seats });
		meetings.push({ ...held, day });
		return { ...held, day };
	};
	for (let number = 1; number <= 6; number++) {
		const { meetingId, day } = await meet(number);
		text += `\n\nRegel ${number}: Die Stadt antwortet auf jeden Beitrag, Fassung ${number}.`;
		await groupDraft(world(house, day), { documentId: document.id, text });
		must(await endMeeting(world(house, day + 0.1), { meetingId }));
	}
	expect(await stateNow(215)).toBe("active");
	const draft = await groupVersion(world(house, 211), { documentId: document.id, isPublic: true });

	// Public annotation: sixty remarks, each answered, and the treated text comes back to the group.
	const made = await textProcess(world(manager, 215), {
		organisationId: town.organisationId,
		responsiblePostId: town.postId,
		days: { first: -1, last: 30, answered: 60 },
	});
	const { id: textId } = must(
		await beginTextFromGroup(world(manager, 216), { processId: made.id, versionId: draft.id }),
	);
	const { revision } = await db.textVersion.findFirstOrThrow({ where: { textId } });
	must(await publishVersion(world(manager, 216), { textId, revision }));
	const remarks: string[] = [];
	for (let number = 0; number < 60; number++) {
		const author = personWith([], town.organisationId, { personId: await human(db, began, `Bürger ${number}`) });
		const quote = `Regel ${(number % 6) + 1}`;
		const comment = `Anmerkung ${number}: Bitte auch in einfacher Sprache.`;
		const { id } = await annotation(world(author, 220), { textId, quote, comment, publishedBy: manager });
		remarks.push(id);
	}
	for (const [part, disposition] of [
		[remarks.slice(0, 40), "adopted"],
		[remarks.slice(40), "acknowledged"],
	] as const) {
		const reason = "Die Leitlinien gibt es auch in einfacher Sprache.";
		await answer(world(manager, 250), {
			processId: made.id,
			contributionIds: part,
			disposition,
			reason,
			releasedBy: colleague,
		});
	}
	await nextVersion(world(manager, 252), { textId, text: `${text}\n\nDiese Leitlinien gibt es in einfacher Sprache.` });
	expect(must(await returnTextToGroup(world(manager, 253), { textId }))).toEqual({ draft: 2 });
	const final = await groupVersion(world(house, 254), { documentId: document.id, isPublic: true });
	expect(final.number).toBe(2);
	const written = await db.groupDocumentVersion.findUniqueOrThrow({ where: { id: final.id } });
	expect(JSON.stringify(written.content)).toContain("einfacher Sprache");

	// Seventh meeting: consent by name. Eighth: the recommendation in secret, two thirds of six.
	const actorOf = (personId: string): Actor =>
		personId === chairId ? chair : { ...personWith([], town.organisationId, { personId }), secondFactor: false };
	const voteOn = async (number: number, mode: "named" | "secret") => {
		const { meetingId, itemIds, day } = await meet(number);
		const { id, code } = await openedVote(world(house, day + 0.05), {
			meetingId,
			agendaItemId: itemIds[0] ?? "",
			responsiblePostId: town.postId,
			title: mode === "named" ? "Leitlinien, Fassung 2" : "Leitlinien dem Stadtrat vorlegen",
			wording: `Der Arbeitskreis empfiehlt die Leitlinien in Fassung 2 (${final.hash}).`,
			ballot: mode === "named" ? { mode, method: { method: "consent" } } : { mode },
		});
		for (const [index, { id: membershipId, personId }] of memberships.entries()) {
			const at = world(actorOf(personId), day + 0.06);
			const choice = mode === "named" ? (index === 0 ? "reservation" : "consent") : index < 4 ? "yes" : "no";
			const cast = mode === "named" ? castVote : castSecretVote;
			must(await cast(at, { id, membershipId, choice, reason: choice === "reservation" ? "Das kostet Zeit." : "" }));
		}
		must(await closeVote(world(house, day + 0.07), { id }));
		const { votesRecordedAt } = await db.recommendation.findUniqueOrThrow({ where: { id } });
		const recordedAt = votesRecordedAt ?? days(day);
		const { result } = must(await certify(world(chair, day + 0.08), { id, recordedAt }));
		must(await publish(world(house, day + 0.09), { id }));
		must(await endMeeting(world(house, day + 0.1), { meetingId }));
		return { id, code, result, day };
	};
	expect((await voteOn(7, "named")).result).toBe("adopted");
	const decided = await voteOn(8, "secret");
	expect(decided.result).toBe("adopted");
	expect(meetings).toHaveLength(8);
	const read = await recommendationPage(world(guest, 300), decided.code);
	expect(read).toMatchObject({ code: decided.code, result: "adopted" });

	// The council's resolution stands at the recommendation, as a resolution of its own.
	await resolution(world(manager, 320), {
		organisationId: town.organisationId,
		about: { kind: "recommendation", id: decided.id },
		title: "Leitlinien für Bürgerbeteiligung",
		body: "Stadtrat",
	});
	expect(await resolutionsAbout(world(guest, 321), { kind: "recommendation", id: decided.id })).toHaveLength(1);

	// A post is created for it; the group's work goes there, with what is needed to learn it.
	const newPost = await post(world(house, 330), {
		organisationId: town.organisationId,
		label: "Stabsstelle Bürgerbeteiligung",
	});
	const successor = await holder(world(house, 330), {
		postId: newPost,
		holder: { givenName: "Nora", familyName: "Neu" },
	});
	must(
		await createTask(world(house, 331), {
			groupId: group.id,
			title: "Leitlinien anwenden und jährlich berichten",
			text: "",
			meetingId: null,
			recommendationId: decided.id,
			postId: newPost,
			memberId: null,
			dueOn: daysFrom(today(days(331)), 90),
			isPublic: true,
		}),
	);
	const grants = [
		{
			role: "staff" as const,
			scope: { kind: "organisation" as const, id: town.organisationId },
			postId: newPost,
			onBehalfOfId: null,
			deputy: false,
		},
	];
	const nora: Actor = { ...personWith([], town.organisationId, { personId: successor.personId }), grants };
	const waits = (await groups.waiting?.(world(nora, 415))) ?? [];
	expect(waits.map(({ href }) => href).join(" ")).toContain("aufgaben");
	await groupFile(world(house, 332), { groupId: group.id, title: "Schulung: Leitlinien im Alltag", isPublic: true });
	const papers = await groupFilesOf(world(guest, 333), await groupById(world(guest, 333), group.id));
	expect(papers.map(({ title }) => title)).toEqual(["Schulung: Leitlinien im Alltag"]);
	must(
		await reportStep(world(house, 340), {
			id: decided.id,
			state: "done",
			text: "Der Stadtrat hat die Leitlinien beschlossen.",
		}),
	);
	const lastDay = today(days(350));
	must(await conclude(world(manager, 350), { groupId: group.id, lastDay, reason: "Der Auftrag ist erfüllt." }));
	expect(await stateNow(352)).toBe("concluded");
	expect((await brokenChains(db)).broken).toEqual([]);
});
