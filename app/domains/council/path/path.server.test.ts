import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { manifest as files } from "~/domains/files/manifest.server";
import { fileToServe } from "~/domains/files/queries/files.server";
import { type Actor, guest, house } from "~/platform/actor";
import { missingTexts } from "~/platform/i18n";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { resolution } from "~tests/factories/council";
import { municipality, openPlace } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { adminOf } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { type OparlServer, startOparlServer } from "~tests/support/oparl-server";
import { manifest } from "../manifest.server";
import { nameSystem } from "../oparl/commands/name-system.server";
import { readSystem } from "../oparl/commands/read-system.server";
import { messages as oparlMessages } from "../oparl/messages";
import { findPapers } from "../oparl/queries/systems.server";
import { checkDueLinks, checkLink } from "../paper-links/commands/check-link.server";
import { addLink, confirmLink, moveLink, removeLink } from "../paper-links/commands/links.server";
import { linksOf } from "../paper-links/queries/links.server";
import { waiting } from "../paper-links/waiting.server";
import { noteHandOver, noteReference } from "./commands/hand-over.server";
import { addStep, changeStep, removeStep, type StepInput } from "./commands/steps.server";
import { messages } from "./messages";
import { councilPath, managedPath } from "./queries/path-page.server";
import { staffMessages } from "./staff-messages";

vi.hoisted(() => {
	process.env.OUTGOING_HOSTS = "127.0.0.1";
});

let folder: string;
let world: World;
let server: OparlServer;
let organisationId: string;
let admin: Actor;
let stranger: Actor;
/** A project may lie before a council; here any object with a subject of its own stands for it. */
let subject: { kind: string; id: string };
const now = new Date("2026-11-22T10:00:00Z");
const by = (actor: Actor, at = now): World => ({ ...world, actor, now: at });

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "paper-links-"));
	process.env.DATA_DIR = folder;
	const { db } = await freshDatabase();
	introduce([files, manifest]);
	world = { db, actor: guest, now, locale: "de" };
	server = await startOparlServer();
	organisationId = await municipality(world, { name: "Mendig" });
	const other = await municipality(world, { name: "Mayen" });
	await openPlace(world, { organisationId, name: "Mendig", slug: "mendig" });
	[admin, stranger] = [adminOf(organisationId), adminOf(other)];
	subject = { kind: "resolution", id: (await resolution(by(admin), { organisationId })).id };
});
afterAll(async () => {
	server.stop();
	await rm(folder, { recursive: true, force: true });
});

const step = (given: Partial<StepInput> = {}) => ({
	subject,
	body: "Hauptausschuss",
	sessionOn: "",
	role: "preliminary" as const,
	authoritative: false,
	result: null,
	note: "",
	resolutionId: null,
	...given,
});
const codes = (outcome: { done: true } | { done: false; refusals: { code: string }[] }) =>
	outcome.done ? [] : outcome.refusals.map(({ code }) => code);

it("has a sentence in both languages for everything", () => {
	for (const one of [messages, staffMessages, oparlMessages]) expect(missingTexts(one)).toEqual([]);
});

describe("the way through the bodies", () => {
	it("goes from the first stop to the decision, read by everybody, written by its owner's staff", async () => {
		expect(await councilPath(by(guest), subject)).toBeNull();
		const handOver = { subject, on: "2026-11-20", to: "Sitzungsdienst" };
		expect(codes(await noteHandOver(by(admin), handOver))).toEqual(["path-empty"]);
		expect(await world.db.councilPath.count()).toBe(0);
		const { stepId: committee } = must(await addStep(by(admin), step()));
		const council = must(
			await addStep(
				by(admin),
				step({ body: "Stadtrat", role: "decision", authoritative: true, sessionOn: "2026-11-21" }),
			),
		);
		expect(codes(await addStep(by(admin), step({ role: "decision", authoritative: true })))).toEqual(["decides-twice"]);
		expect(codes(await noteHandOver(by(admin), { ...handOver, on: "2026-11-23" }))).toEqual(["day-in-future"]);
		must(await noteHandOver(by(admin), handOver));
		must(await noteReference(by(admin), { subject, reference: "2026/117" }));
		expect(await councilPath(by(guest), subject)).toMatchObject({
			state: "handed-over",
			reference: "2026/117",
			handedOverTo: "Sitzungsdienst",
		});

		must(await changeStep(by(admin), { ...step({ sessionOn: "2026-11-19", result: "adopted" }), stepId: committee }));
		expect(codes(await removeStep(by(admin), { subject, stepId: committee }))).toEqual(["step-has-result"]);
		const outcome = await resolution(by(admin), { organisationId, about: subject, title: "Beschluss des Stadtrats" });
		const elsewhere = await resolution(by(admin), { organisationId, title: "Anderes" });
		const decided = step({
			body: "Stadtrat",
			role: "decision",
			authoritative: true,
			sessionOn: "2026-11-21",
			result: "amended",
		});
		const changed = { ...decided, stepId: council.stepId };
		expect(codes(await changeStep(by(admin), { ...changed, resolutionId: elsewhere.id }))).toEqual([
			"resolution-unknown",
		]);
		must(await changeStep(by(admin), { ...changed, resolutionId: outcome.id }));
		const shown = await councilPath(by(guest), subject);
		expect(shown?.state).toBe("decided");
		expect(shown?.steps.map(({ body, result }) => [body, result])).toEqual([
			["Hauptausschuss", "adopted"],
			["Stadtrat", "amended"],
		]);
		expect(shown?.steps[1]?.resolution?.code).toBe(outcome.code);
	});

	it("is written by nobody else, and one of two deciding bodies at once is refused", async () => {
		for (const [actor, error] of [
			[stranger, Forbidden],
			[guest, SignInNeeded],
		] as const) {
			await expect(addStep(by(actor), step())).rejects.toThrow(error);
			await expect(noteReference(by(actor), { subject, reference: "1" })).rejects.toThrow(error);
		}
		await expect(
			addStep(by(admin), step({ body: "x" }) && { ...step(), subject: { ...subject, id: organisationId } }),
		).rejects.toThrow(NotFound);
		await expect(managedPath(by(admin), { place: "mendig", kind: "empfehlung", id: subject.id })).rejects.toThrow(
			NotFound,
		);
		const other = { kind: "resolution", id: (await resolution(by(admin), { organisationId, title: "Zweiter" })).id };
		const deciding = { ...step({ role: "decision", authoritative: true }), subject: other };
		const both = await Promise.all([addStep(by(admin), deciding), addStep(by(admin), deciding)]);
		expect(both.flatMap(codes)).toEqual(["decides-twice"]);
		expect(codes(await noteReference(by(admin), { subject: other, reference: "2026/117" }))).toEqual([
			"reference-taken",
		]);
	});
});

describe("a link into a council's system", () => {
	const link = (given: Partial<Parameters<typeof addLink>[1]> = {}) =>
		addLink(by(admin), {
			subject,
			role: "handed-over",
			kind: "paper",
			objectId: null,
			title: "Vorlage",
			reference: "",
			webUrl: `${server.origin}/vo0050.php`,
			...given,
		});
	const only = async (id: string, reader: Actor = guest) =>
		(await linksOf(by(reader), subject)).find((one) => one.id === id);
	const page = (text: string) =>
		server.pages.set("/vo0050.php", {
			type: "text/html",
			body: `<body><script>${Math.random()}</script><p>${text}</p>`,
		});

	it("is not followed to hosts that the organisation has not named", async () => {
		page("Wortlaut");
		const { linkId } = must(await link());
		server.asked.length = 0;
		expect(await checkLink(by(house), linkId)).toBe("unchecked");
		expect(server.asked).toEqual([]);
		expect(await only(linkId)).toMatchObject({ state: "unchecked", lastProblem: "host-refused", copies: [] });
		expect(codes(await link())).toEqual(["already-linked"]);
		expect(codes(await link({ webUrl: "" }))).toEqual(["address-missing"]);
		must(await removeLink(by(admin), { id: linkId }));
	});

	it("is copied with checksum, noticed as changed, confirmed, and gone; its copies stay readable for everybody", async () => {
		must(
			await nameSystem(by(admin), {
				organisationId,
				name: "RIS",
				address: server.door,
				readsOparl: false,
				moreHosts: [],
			}),
		);
		page("Der Rat beschließt alles.");
		const { linkId } = must(await link());
		expect(await checkDueLinks(by(house))).toBe(1);
		expect(await checkDueLinks(by(house))).toBe(0);
		expect(await checkLink(by(house), linkId)).toBe("ok");
		expect(await checkLink(by(house), linkId)).toBe("ok");
		const [copy] = (await only(linkId))?.copies ?? [];
		expect(copy?.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(copy?.takenAt).toEqual(now);
		expect((await fileToServe(by(guest), copy?.id ?? "")).mediaType).toContain("text/plain");

		page("Der Rat beschließt nichts.");
		const nextDay = new Date("2026-11-23T10:00:00Z");
		expect(await checkLink(by(house, nextDay), linkId)).toBe("changed");
		expect(await checkLink(by(house, nextDay), linkId)).toBe("changed");
		expect((await only(linkId))?.copies).toHaveLength(2);
		expect(await waiting(by(admin))).toMatchObject([{ count: 1, href: expect.stringContaining(linkId) }]);
		expect(await waiting(by(stranger))).toEqual([]);
		await expect(confirmLink(by(stranger), { id: linkId })).rejects.toThrow(Forbidden);
		must(await confirmLink(by(admin), { id: linkId }));
		expect(codes(await confirmLink(by(admin), { id: linkId }))).toEqual(["nothing-changed"]);
		expect(await checkLink(by(house), linkId)).toBe("ok");

		server.pages.delete("/vo0050.php");
		expect(await checkLink(by(house), linkId)).toBe("gone");
		const dead = await only(linkId);
		expect(dead?.copies).toHaveLength(2);
		expect((await fileToServe(by(guest), dead?.copies[1]?.id ?? "")).sha256).toBe(copy?.sha256);

		server.pages.set("/neu.pdf", {
			type: "application/pdf",
			body: Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
		});
		must(await moveLink(by(admin), { id: linkId, webUrl: `${server.origin}/neu.pdf` }));
		expect(await checkLink(by(house, new Date("2026-11-24T10:00:00Z")), linkId)).toBe("ok");
		expect((await only(linkId))?.copies.map(({ name }) => name.split(".").at(-1))).toEqual(["pdf", "txt", "txt"]);
		must(await removeLink(by(admin), { id: linkId }));
		expect(await only(linkId)).toBeUndefined();
		await expect(fileToServe(by(guest), copy?.id ?? "")).rejects.toThrow(NotFound);
	});

	it("is found by its number in what was read, copied with its file, and noticed as deleted", async () => {
		const system = { organisationId, name: "OParl", address: server.door, readsOparl: true, moreHosts: [] };
		const { systemId } = must(await nameSystem(by(admin), system));
		const [paper] = (server.lists.get("/body/0/papers/") ?? []) as { id: string; mainFile: object }[];
		const pdf = Buffer.from("%PDF-1.7\n%âãÏÓ\n2 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 2 0 R>>\n%%EOF");
		server.pages.set("/files/download/57737.pdf", { type: "application/pdf", body: pdf });
		server.pages.set("/paper/749", { body: JSON.stringify(paper) });
		await readSystem(by(house), systemId);
		const [found] = await findPapers(by(admin), { organisationId, words: "1234/2014" });
		const { linkId } = must(await link({ objectId: found?.id ?? "", title: "", webUrl: "" }));
		expect(await checkLink(by(house), linkId)).toBe("ok");
		expect(await only(linkId)).toMatchObject({
			title: "Antwort auf Anfrage 1200/2014",
			reference: "1234/2014",
			system: expect.any(String),
			copies: [{ name: "anlage_1_zur_anfrage.pdf" }],
		});
		server.pages.set("/paper/749", { body: JSON.stringify({ ...paper, name: "Anders" }) });
		expect(await checkLink(by(house), linkId)).toBe("changed");
		server.pages.set("/paper/749", { body: JSON.stringify({ ...paper, deleted: true }) });
		expect(await checkLink(by(house), linkId)).toBe("gone");
		await expect(
			addLink(by(stranger), {
				subject,
				role: "basis",
				kind: "paper",
				objectId: found?.id ?? "",
				title: "",
				reference: "",
				webUrl: "",
			}),
		).rejects.toThrow(Forbidden);
	});
});
