import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house, type Role } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import { holder } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { listedProject } from "~tests/factories/project-list";
import { freshDatabase } from "~tests/support/database";
import { manifest as processes } from "../processes/manifest.server";
import { answerRequest, askParticipation, setThreshold, takeBackWish } from "./commands/ask-participation.server";
import { changeProject } from "./commands/change-project.server";
import { confirmProject, moveProject, publishProject } from "./commands/keep-project.server";
import { remindProjectReviews } from "./commands/remind-reviews.server";
import { manifest } from "./manifest.server";
import { managedProjects } from "./queries/managed-projects.server";
import { placeOfProject } from "./queries/place-of-project.server";
import { extractProjects, listProjects } from "./queries/project-list.server";
import { projectPage } from "./queries/project-page.server";

const now = new Date("2026-11-22T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let koblenz: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let staff: Actor & { kind: "person" };
let stranger: Actor;
let ute: Actor & { kind: "person" };

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest, processes]);
	mayen = await place(db, now);
	koblenz = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	const person = async (name: string, role: Role[], at: string) =>
		personWith(role, at, { personId: await human(db, now, name), displayName: name });
	manager = await person("Petra", ["participation-manager"], mayen.organisationId);
	staff = await person("Sven", ["staff"], mayen.organisationId);
	stranger = await person("Knut", ["participation-manager"], koblenz.organisationId);
	ute = await person("Ute", [], mayen.organisationId);
});

const world = (actor: Actor = manager, at = now) => worldOf(db, actor, at);
let titles = 0;
const fresh = (given: Partial<Parameters<typeof listedProject>[1]> = {}, at = now) =>
	listedProject(world(manager, at), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
		title: `Vorhaben Nummer ${++titles}`,
		...given,
	});
const citizen = async () =>
	personWith([], mayen.organisationId, { personId: await human(db, now, "Bürgerin"), displayName: "B" });
const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);
const threshold = async (count: number) =>
	must(await setThreshold(world(), { organisationId: mayen.organisationId, threshold: count }));
const events = (id: string, type: string) => db.auditEvent.findMany({ where: { subjectId: id, type } });
const all = { place: null, stage: null, participation: null, words: "" };
const input = {
	title: "Neuer Titel des Vorhabens",
	summary: "Kurz.",
	place: "Überall",
	at: null,
	timeFrame: "offen",
	costCents: null,
	yearlyCents: null,
	payer: "",
	goal: "",
	participation: "no" as const,
	participationReason: "Darum.",
	participationHow: "",
	processId: null,
	description: richTextFromMarkdown(""),
};

describe("the list", () => {
	it("shows what is published, by filter and words, with its way", async () => {
		const { code, id } = await fresh({
			title: "Hallenbad erneuern",
			stage: "decided",
			at: { latitude: 50.33, longitude: 7.22 },
		});
		const hidden = await fresh({ title: "Hallenbad geheim", published: false });
		const { projects } = await listProjects(world(guest), { ...all, words: "hallenBAD", place: "mayen", page: 1 });
		expect(projects.map((one) => one.code)).toEqual([code]);
		expect((await extractProjects(world(guest), { ...all, stage: "decided" })).map((one) => one.code)).toContain(code);
		expect((await projectPage(world(guest), code.toLowerCase())).steps).toEqual([
			{ stage: "decided", on: "2026-11-22", note: null },
		]);
		expect(await manifest.subjects?.project?.searchText?.(db, id)).toMatchObject({ isPublic: true });
		expect(await manifest.subjects?.project?.searchText?.(db, hidden.id)).toBeNull();
		expect((await manifest.subjects?.project?.resolve(world(stranger), [hidden.id]))?.size).toBe(0);
	});

	it("has its place around a project's page, for whoever may see the project", async () => {
		const shown = await fresh();
		const hidden = await fresh({ published: false });
		expect(await placeOfProject(world(guest), `/vorhaben/${shown.code.toLowerCase()}`)).toBe("mayen");
		expect(await placeOfProject(world(guest), `/vorhaben/${hidden.code}`)).toBeNull();
		expect(await placeOfProject(world(), `/vorhaben/${hidden.code}`)).toBe("mayen");
		for (const path of ["/vorhaben", "/vorhaben/GIBTSNIE", `/o/mayen/vorhaben/${shown.code}`]) {
			expect(await placeOfProject(world(guest), path)).toBeNull();
		}
	});

	it("is published by those who may, and only with a post that answers", async () => {
		const { id } = await fresh({ published: false, responsiblePostId: null });
		await expect(publishProject(world(staff), { id })).rejects.toThrow(Forbidden);
		expect(codesOf(await publishProject(world(), { id }))).toEqual(["post-missing"]);
		must(
			await changeProject(world(staff), {
				...input,
				title: `Mit Stelle ${++titles}`,
				responsiblePostId: mayen.postId,
				id,
				revision: 1,
			}),
		);
		must(await publishProject(world(), { id }));
		expect(codesOf(await publishProject(world(), { id }))).toEqual(["already-published"]);
		const bare = { ...input, title: "Ohne Stelle", responsiblePostId: null, id, revision: 2 };
		expect(codesOf(await changeProject(world(), bare))).toEqual(["post-missing"]);
	});

	it("says how people are asked, and takes only its own posts and processes", async () => {
		await expect(fresh({ participation: "yes" })).rejects.toThrow("how-missing");
		await expect(fresh({ responsiblePostId: koblenz.postId })).rejects.toThrow("post-unknown");
		await expect(fresh({ processId: newId(now) })).rejects.toThrow("process-unknown");
		const made = await process(world(), { organisationId: mayen.organisationId, responsiblePostId: mayen.postId });
		const { code, id } = await fresh({ participation: "yes", processId: made.id });
		expect((await projectPage(world(guest), code)).process?.href).toBe(`/o/mayen/beteiligung/${made.slug}`);
		expect(await db.traceLink.count({ where: { fromId: made.id, relation: "part-of", toId: id } })).toBe(1);
		must(
			await changeProject(world(), {
				...input,
				title: "Ohne Verfahren",
				responsiblePostId: mayen.postId,
				id,
				revision: 1,
			}),
		);
		expect(await db.traceLink.count({ where: { fromId: made.id, toId: id } })).toBe(0);
	});

	it("makes one entry of a form sent twice at once; strangers make none", async () => {
		const both = await Promise.allSettled([fresh({ title: "Zweimal gesendet" }), fresh({ title: "Zweimal gesendet" })]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		await expect(listedProject(world(stranger), { organisationId: mayen.organisationId })).rejects.toThrow(Forbidden);
		await expect(managedProjects(world(guest), { place: "mayen", page: 1, due: false })).rejects.toThrow(SignInNeeded);
	});

	it("moves on by steps with a reason for giving up, and ends for good", async () => {
		const { id, code } = await fresh({ stage: "planning" });
		const move = (from: "planning" | "dropped", to: "idea" | "dropped" | "done", note: string) =>
			moveProject(world(), { id, from, to, note });
		expect(codesOf(await move("planning", "idea", ""))).toEqual(["stage-not-next"]);
		expect(codesOf(await move("planning", "dropped", ""))).toEqual(["note-missing"]);
		must(await move("planning", "dropped", "Das Land zahlt nicht."));
		expect(codesOf(await move("planning", "done", ""))).toEqual(["moved-meanwhile"]);
		expect(codesOf(await move("dropped", "done", ""))).toEqual(["stage-not-next"]);
		expect(
			codesOf(await changeProject(world(), { ...input, responsiblePostId: mayen.postId, id, revision: 1 })),
		).toEqual(["project-over"]);
		expect(codesOf(await confirmProject(world(), { id, revision: 1 }))).toEqual(["project-over"]);
		expect((await projectPage(world(guest), code)).steps.at(-1)).toMatchObject({
			stage: "dropped",
			note: "Das Land zahlt nicht.",
		});
	});
});

describe("the request for participation", () => {
	it("one person counts once, also a hundred times at once", async () => {
		await threshold(100);
		const { id, code } = await fresh();
		const outcomes = await Promise.all(Array.from({ length: 100 }, () => askParticipation(world(ute), { id })));
		expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
		expect((await projectPage(world(ute), code)).request).toMatchObject({
			wishes: 1,
			own: true,
			state: "open",
			threshold: 100,
		});
	});

	it("is reached once, by many at the same time; the post is told and answers with a reason", async () => {
		await threshold(3);
		const { id, code } = await fresh();
		const people = await Promise.all(Array.from({ length: 6 }, citizen));
		await Promise.all(people.map((person) => askParticipation(world(person), { id })));
		expect(await events(id, "participation.project.request-reached")).toHaveLength(1);
		expect((await projectPage(world(guest), code)).request).toMatchObject({ wishes: 6, state: "reached" });
		await expect(answerRequest(world(stranger), { id, answer: "no", reason: "Nein.", how: "" })).rejects.toThrow(
			Forbidden,
		);
		expect(codesOf(await answerRequest(world(staff), { id, answer: "yes", reason: "Gern.", how: "" }))).toEqual([
			"how-missing",
		]);
		must(await answerRequest(world(staff), { id, answer: "yes", reason: "Gern.", how: "Ein Abend im Bürgerhaus." }));
		expect(codesOf(await answerRequest(world(staff), { id, answer: "no", reason: "Doch nicht.", how: "" }))).toEqual([
			"nothing-to-answer",
		]);
		expect(await projectPage(world(guest), code)).toMatchObject({
			participation: "yes",
			participationHow: "Ein Abend im Bürgerhaus.",
			request: { state: "answered", answer: "yes", reason: "Gern." },
		});
	});

	it("a smaller number is reached by those who have asked already", async () => {
		await threshold(50);
		const { id } = await fresh();
		for (const person of [await citizen(), await citizen()]) must(await askParticipation(world(person), { id }));
		await threshold(2);
		expect(await events(id, "participation.project.request-reached")).toHaveLength(1);
		await expect(setThreshold(world(staff), { organisationId: mayen.organisationId, threshold: 1 })).rejects.toThrow(
			Forbidden,
		);
	});

	it("can be taken back until it is answered", async () => {
		await threshold(100);
		const { id } = await fresh();
		expect(codesOf(await takeBackWish(world(ute), { id }))).toEqual(["not-asked"]);
		must(await askParticipation(world(ute), { id }));
		must(await takeBackWish(world(ute), { id }));
		expect(await db.participationWish.count({ where: { projectId: id } })).toBe(0);
	});

	type Case = "exists" | "before" | "during" | "private" | "draft" | "archived";
	const cases: [Case, "done" | "not-found" | "request-closed"][] = [
		["exists", "done"],
		["before", "not-found"],
		["during", "done"],
		["private", "not-found"],
		["draft", "not-found"],
		["archived", "request-closed"],
	];
	it.each(cases)("in the standard case „%s“: %s", async (which, expected) => {
		const { id } = await fresh({ published: which !== "draft" });
		if (which === "before") await db.listedProject.update({ where: { id }, data: { publishedAt: later(1) } });
		if (which === "during") await db.listedProject.update({ where: { id }, data: { reachedAt: now, reachedWith: 2 } });
		if (which === "archived") must(await moveProject(world(), { id, from: "planning", to: "done", note: "" }));
		const space = { where: { organisationId: mayen.organisationId } };
		const { openedAt } = await db.space.findUniqueOrThrow(space);
		if (which === "private") await db.space.update({ ...space, data: { openedAt: later(1) } });
		try {
			const asked = askParticipation(world(ute), { id });
			if (expected === "not-found") await expect(asked).rejects.toThrow(NotFound);
			else expect((await asked).done ? "done" : codesOf(await asked)?.[0]).toBe(expected);
			await expect(askParticipation(world(guest), { id })).rejects.toThrow(SignInNeeded);
		} finally {
			await db.space.update({ ...space, data: { openedAt } });
		}
	});
});

describe("twice a year", () => {
	it("the post is asked once, in one message, whether its entries are still so; also late", async () => {
		await db.listedProject.updateMany({
			data: { reviewDueOn: later(400), remindedFor: null },
			where: { reviewDueOn: { not: null } },
		});
		const since = new Date("2026-01-01T00:00:00Z");
		await holder(world(house), { postId: mayen.postId, holder: { personId: staff.personId }, validFrom: since });
		const long = await fresh({}, later(-200));
		const longToo = await fresh({}, later(-190));
		const young = await fresh({}, later(-100));
		await expect(remindProjectReviews(world(manager))).rejects.toThrow(Forbidden);
		expect(await remindProjectReviews(world(house))).toBe(1);
		expect(await remindProjectReviews(world(house, later(3)))).toBe(0);
		const asked = await db.auditEvent.findMany({ where: { type: "participation.project-list.review-due" } });
		expect(asked.map(({ facts }) => facts)).toEqual([{ due: 2 }]);
		const notices = await manifest.notices?.["participation.project-list.review-due"]?.(db, {
			id: newId(now),
			type: "participation.project-list.review-due",
			subject: { kind: "post", id: mayen.postId },
			ownerId: mayen.organisationId,
			facts: { due: 2 },
			at: now,
			actorPersonId: null,
		} satisfies RecordedEvent);
		expect(notices).toMatchObject([{ to: { personId: staff.personId }, subject: "2 Vorhaben: noch aktuell?" }]);
		const due = await managedProjects(world(staff), { place: "mayen", page: 1, due: true });
		expect(due.projects.map(({ code }) => code)).toEqual([long.code, longToo.code]);
		must(await confirmProject(world(staff), { id: long.id, revision: 1 }));
		expect(codesOf(await confirmProject(world(staff), { id: longToo.id, revision: 7 }))).toEqual(["changed-meanwhile"]);
		expect(
			(await managedProjects(world(staff), { place: "mayen", page: 1, due: true })).projects.map(({ code }) => code),
		).toEqual([longToo.code]);
		expect(await remindProjectReviews(world(house, later(90)))).toBe(1);
		expect((await db.listedProject.findUniqueOrThrow({ where: { id: young.id } })).remindedFor).not.toBeNull();
	});
});

it("who asked is told the answer; with the person their request goes, the owed answer stays", async () => {
	await threshold(1);
	const { id, code } = await fresh();
	must(await askParticipation(world(ute), { id }));
	expect(await manifest.personalData?.export(db, ute.personId)).toMatchObject({
		participationWishes: expect.arrayContaining([
			expect.objectContaining({ project: expect.objectContaining({ code }) }),
		]),
	});
	await manifest.personalData?.erase(world(), ute.personId);
	expect((await projectPage(world(guest), code)).request).toMatchObject({ wishes: 0, state: "reached" });
	must(await answerRequest(world(staff), { id, answer: "no", reason: "Das Gesetz lässt keinen Spielraum.", how: "" }));
	expect(await manifest.personalData?.retain(world(house, later(366)))).toBeGreaterThanOrEqual(0);
});
