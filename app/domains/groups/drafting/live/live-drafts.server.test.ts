import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { type GroupMade, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { liveEditor, newSession, signedInPerson } from "~tests/support/live-editor";
import { beginDocument, writeDraft } from "../commands/documents.server";
import { giveRight } from "../commands/rights.server";
import { freezeVersion } from "../commands/versions.server";
import { documentFrom, fragmentName } from "../document-text.server";
import { livePath } from "../live-path";
import { type LiveDrafts, lookMs, openLiveDrafts } from "./live-drafts.server";
import { isKnownUpdate } from "./update-check.server";

vi.stubEnv("BASE_URL", "http://localhost:4200");

let db: PrismaClient;
let group: GroupMade;
let server: Server;
let live: LiveDrafts;
let address: string;
const members: { personId: string; cookie: string }[] = [];
const open: ReturnType<typeof liveEditor>[] = [];

const world = () => worldOf(db, house, new Date());

beforeAll(async () => {
	({ db } = await freshDatabase());
	const mayen = await place(db, new Date());
	for (const name of ["Anna", "Bodo", "Cora"]) members.push(await signedInPerson(db, name));
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		members: members.map(({ personId }) => ({ bench: "citizens" as const, person: { personId } })),
	});
	live = openLiveDrafts();
	server = createServer();
	server.on("upgrade", (request, socket, head) => live.accept(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}${livePath}`;
});

afterAll(async () => {
	for (const one of open) one.destroy();
	await live.close();
	server.closeAllConnections();
	server.close();
});

async function draft(markdown: string): Promise<string> {
	const body = richTextFromMarkdown(markdown);
	return must(await beginDocument(world(), { groupId: group.id, title: "Leitlinien", body })).id;
}

function editor(documentId: string, cookie: string) {
	const made = liveEditor({ url: address, documentId, headers: { cookie } });
	open.push(made);
	return made;
}

const [anna, bodo, cora] = [0, 1, 2].map((at) => () => members[at]?.cookie ?? "") as [
	() => string,
	() => string,
	() => string,
];
const stored = async (id: string) => (await db.groupDocument.findUniqueOrThrow({ where: { id } })).words;
describe("live editing", () => {
	it("brings two editors together, stores before it says saved, and forgets the text when both are gone", async () => {
		const id = await draft("Anfang.");
		const one = editor(id, anna());
		const other = editor(id, bodo());
		await expect.poll(one.words).toBe("Anfang.");
		await expect.poll(other.words).toBe("Anfang.");
		one.paragraph().insert(0, "Eins ");
		other.paragraph().insert(other.paragraph().length, " Zwei");
		await one.saved();
		await other.saved();
		expect(await stored(id)).toBe("Eins Anfang. Zwei");
		await expect.poll(one.words).toBe("Eins Anfang. Zwei");
		// a change that only takes away is waited for as well
		one.paragraph().delete(0, 5);
		await one.saved();
		expect(await stored(id)).toBe("Anfang. Zwei");
		const writers = await db.groupDocumentWriter.findMany({ where: { documentId: id } });
		expect(new Set(writers.map(({ personId }) => personId))).toEqual(
			new Set(members.slice(0, 2).map((m) => m.personId)),
		);
		one.destroy();
		other.destroy();
		await expect.poll(() => live.count()).toBe(0);
	});

	it("merges what both wrote while the network was cut", async () => {
		const id = await draft("Mitte.");
		const one = editor(id, anna());
		const other = editor(id, bodo());
		await expect.poll(one.words).toBe("Mitte.");
		await expect.poll(other.words).toBe("Mitte.");
		one.socket.disconnect();
		one.paragraph().insert(0, "Ohne Netz. ");
		other.paragraph().insert(other.paragraph().length, " Mit Netz.");
		await other.saved();
		expect(await stored(id)).toBe("Mitte. Mit Netz.");
		await one.socket.connect();
		await expect.poll(one.words).toBe("Ohne Netz. Mitte. Mit Netz.");
		await one.saved();
		expect(await stored(id)).toBe("Ohne Netz. Mitte. Mit Netz.");
	});

	it("lets nobody in without a session or a right, and readers change nothing", async () => {
		const id = await draft("Geheim.");
		const guest = editor(id, "");
		const stranger = editor(id, (await signedInPerson(db, "Dora")).cookie);
		await expect.poll(() => guest.refused).toContain("signed-out");
		await expect.poll(() => stranger.refused).toContain("no-right");
		expect(guest.words() + stranger.words()).toBe("");
		await must(
			await giveRight(world(), {
				documentId: id,
				personId: members[2]?.personId ?? "",
				right: "read",
				validUntil: null,
			}),
		);
		const reader = editor(id, cora());
		await expect.poll(reader.words).toBe("Geheim.");
		reader.paragraph().insert(0, "Heimlich ");
		const writer = editor(id, anna());
		await expect.poll(writer.words).toBe("Geheim.");
		writer.paragraph().insert(0, "Nicht ");
		await writer.saved();
		expect(await stored(id)).toBe("Nicht Geheim.");
	});

	it.each([
		[
			"the right is taken",
			async (id: string, at: number) => {
				must(
					await giveRight(world(), {
						documentId: id,
						personId: members[at]?.personId ?? "",
						right: "none",
						validUntil: null,
					}),
				);
			},
			"no-right",
		],
		[
			"the session ends",
			async (_id: string, at: number) => {
				await db.session.deleteMany({ where: { account: { personId: members[at]?.personId ?? "" } } });
			},
			"signed-out",
		],
		[
			"the draft is frozen",
			async (id: string) => {
				const { revision } = await db.groupDocument.findUniqueOrThrow({ where: { id } });
				must(await freezeVersion(world(), { documentId: id, revision, reason: "Stand", isPublic: false }));
			},
			"frozen",
		],
	] as const)("ends at the next look, of which there are several in five seconds, when %s", async (_, revoke, why) => {
		const id = await draft("Offen.");
		const member = members[0];
		if (!member) throw new Error("no member");
		member.cookie = await newSession(db, member.personId);
		const one = editor(id, anna());
		await expect.poll(one.words).toBe("Offen.");
		await revoke(id, 0);
		// how long a loaded machine takes is no property of the house; how often it looks is
		await expect.poll(() => one.told).toContainEqual({ ended: why });
		expect(lookMs).toBeLessThanOrEqual(2_000);
		one.paragraph().insert(0, "Zu spät ");
		await sleep(2_000);
		expect(await stored(id)).toBe("Offen.");
	});

	it("shows in open editors what a plain form wrote, and keeps what was typed meanwhile", async () => {
		const id = await draft("Erstens.\n\nZweitens.");
		const one = editor(id, bodo());
		await expect.poll(one.words).toContain("Zweitens");
		const { revision } = await db.groupDocument.findUniqueOrThrow({ where: { id } });
		one.paragraph(0).insert(0, "Live ");
		must(
			await writeDraft(world(), { documentId: id, revision, body: richTextFromMarkdown("Erstens.\n\nZweitens neu.") }),
		);
		await expect.poll(one.words).toMatch(/Live Erstens\..*Zweitens neu\./);
		await one.saved();
		expect(await stored(id)).toMatch(/Live Erstens\.\s+Zweitens neu\./);
	});

	it("a broken state is not loaded and nothing is stored over it; a failing query neither", async () => {
		const id = await draft("Wichtig.");
		const { state } = await db.groupDocument.findUniqueOrThrow({ where: { id } });
		const broken = Uint8Array.from([1, 2, 3, 250, 250]);
		await db.groupDocument.update({ where: { id }, data: { state: broken } });
		const one = editor(id, bodo());
		await expect.poll(() => one.refused.length).toBeGreaterThan(0);
		one.fragment.push([new Y.XmlElement("paragraph")]);
		await sleep(2_500);
		const row = await db.groupDocument.findUniqueOrThrow({ where: { id } });
		expect(Buffer.from(row.state)).toEqual(Buffer.from(broken));
		expect(row.words).toBe("Wichtig.");
		one.destroy();
		await db.groupDocument.update({ where: { id }, data: { state } });
		const spy = vi.spyOn(db.groupDocument, "findUniqueOrThrow").mockRejectedValueOnce(new Error("no database"));
		const next = editor(id, bodo());
		await expect.poll(() => next.refused.length).toBeGreaterThan(0);
		spy.mockRestore();
		await sleep(1_500);
		expect(await stored(id)).toBe("Wichtig.");
		const again = editor(id, bodo());
		await expect.poll(again.words).toBe("Wichtig.");
	});

	it("refuses what the schema does not know before the others get it", async () => {
		const id = await draft("Sauber.");
		const bad = editor(id, bodo());
		const good = editor(id, (members[1] ?? { cookie: "" }).cookie);
		await expect.poll(bad.words).toBe("Sauber.");
		await expect.poll(good.words).toBe("Sauber.");
		bad.fragment.push([new Y.XmlElement("script")]);
		await sleep(1_500);
		expect(good.fragment.toString()).not.toContain("script");
		good.paragraph().insert(0, "Ganz ");
		await good.saved();
		expect(await stored(id)).toBe("Ganz Sauber.");
		const embed = new Y.Doc();
		embed.getXmlFragment(fragmentName).push([new Y.XmlElement("paragraph")]);
		expect(isKnownUpdate(Y.encodeStateAsUpdate(embed))).toBe(true);
		embed.getMap("other").set("x", 1);
		expect(isKnownUpdate(Y.encodeStateAsUpdate(embed))).toBe(false);
		expect(isKnownUpdate(Uint8Array.from([255, 255, 255]))).toBe(false);
	});

	it("stores everything when the house closes", async () => {
		const id = await draft("Schluss.");
		const one = editor(id, bodo());
		await expect.poll(one.words).toBe("Schluss.");
		one.paragraph().insert(0, "Guter ");
		await expect.poll(() => one.provider.unsyncedChanges).toBe(0);
		await live.close();
		expect(await stored(id)).toBe("Guter Schluss.");
		expect(documentFrom((await db.groupDocument.findUniqueOrThrow({ where: { id } })).state)).toBeInstanceOf(Y.Doc);
	});
});
