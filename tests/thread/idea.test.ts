import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOf, fileToServe } from "~/domains/files/queries/files.server";
import { storage } from "~/domains/files/storage.server";
import { handIn } from "~/domains/participation/contributions/commands/hand-in.server";
import { publishContribution } from "~/domains/participation/contributions/commands/moderate.server";
import { storeDraft } from "~/domains/participation/contributions/commands/store-draft.server";
import { contributionPage } from "~/domains/participation/contributions/queries/contribution-page.server";
import { traceOf } from "~/domains/trace/index.server";
import { type Actor, guest, house, type Role } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import { ordinaryLimits } from "~/platform/storage/storage.server";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { handleEvent } from "~/server/events.server";
import { introduceDomains } from "~/server/manifests.server";
import { eraseMyself } from "~/server/personal-data.server";
import { search } from "~/server/search.server";
import { actingAs, person } from "~tests/factories/accounts";
import { answer } from "~tests/factories/answers";
import { must } from "~tests/factories/outcome";
import { draftOf, place, process } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";

/**
 * One idea, before anything is built on it (issue "The house and the thread"): it passes tenancy, the simulated clock,
 * the erasure of its author, the trace read from its responsible post, search and a file.
 */
const opening = new Date("2026-12-01T09:00:00Z");
const running = new Date("2026-12-10T09:00:00Z");
const over = new Date("2027-02-01T09:00:00Z");

let db: PrismaClient;
let folder: string;
const world = (actor: Actor, now = running): World => ({ db, actor, now, locale: "de" });

let mendig: Awaited<ReturnType<typeof place>>;
let andernach: Awaited<ReturnType<typeof place>>;
let processId: string;
let elke: Actor & { kind: "person" };
let moderator: Actor;
let manager: Actor;
let stranger: Actor;
let idea: { id: string; code: string };
let fileId: string;

async function somebody(
	name: string,
	at?: { organisationId: string; role: Role },
): Promise<Actor & { kind: "person" }> {
	const roles = at
		? [{ role: at.role, scope: { kind: "organisation" as const, id: at.organisationId }, ownerId: at.organisationId }]
		: [];
	const { personId } = await person(world(house, opening), {
		displayName: name,
		email: `${name.toLowerCase()}@post.example`,
		roles,
		totp: at !== undefined,
	});
	return actingAs(world(house), personId);
}

async function everythingAfterwards(now: Date): Promise<void> {
	const waiting = await db.outboxEntry.findMany({
		where: { handledAt: null },
		orderBy: [{ createdAt: "asc" }, { eventId: "asc" }],
	});
	for (const { eventId } of waiting) await handleEvent(world(house, now), eventId);
}

const found = async (actor: Actor) =>
	(await search(world(actor), { words: "Bordsteine", kind: null })).map(({ id }) => id);

beforeAll(async () => {
	({ db } = await freshDatabase());
	folder = await mkdtemp(path.join(tmpdir(), "thread-"));
	globalThis.process.env.DATA_DIR = folder;
	introduceDomains();
	mendig = await place(db, opening, { slug: "mendig", name: "Verbandsgemeinde Mendig" });
	andernach = await place(db, opening, { slug: "andernach", name: "Stadt Andernach" });
	elke = await somebody("Elke");
	moderator = await somebody("Aylin", { organisationId: mendig.organisationId, role: "moderator" });
	manager = await somebody("Miriam", { organisationId: mendig.organisationId, role: "participation-manager" });
	stranger = await somebody("Sandra", { organisationId: andernach.organisationId, role: "participation-manager" });
	const made = await process(world(manager, opening), {
		organisationId: mendig.organisationId,
		responsiblePostId: mendig.postId,
		days: { first: 4, last: 30, answered: 60 },
	});
	processId = made.id;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function draft(actor: Actor, now: Date, title: string, picture?: Parameters<typeof storeDraft>[1]["picture"]) {
	const token = newToken();
	must(
		await storeDraft(world(actor, now), {
			...draftOf({ processId, title, text: "An drei Stellen muss ich auf die Fahrbahn ausweichen." }),
			token,
			picture,
		}),
	);
	return token;
}

describe("one idea", () => {
	test("the clock: before the phase and after it the idea is refused, on the day of the house and not of the machine", async () => {
		await expect(draft(elke, opening, "Abgesenkte Bordsteine")).rejects.toThrow(NotFound);
		const late = await draft(elke, over, "Abgesenkte Bordsteine, zu spät");
		expect(await handIn(world(elke, over), { key: { token: late }, withName: true })).toMatchObject({
			done: false,
			refusals: [{ code: "closed" }],
		});
	});

	test("a file: the photo is stored without its place and belongs to the idea", async () => {
		const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#777777" } })
			.jpeg()
			.withExif({ IFD3: { GPSLatitude: "50/1 22/1 0/1", GPSLatitudeRef: "N" } })
			.toBuffer();
		const form = new FormData();
		form.append("photo", new File([Uint8Array.from(photo)], "Bordstein.jpg", { type: "image/jpeg" }));
		const received = await storage().receive(
			new Request("http://house.test/", { method: "POST", body: form }),
			ordinaryLimits,
		);
		const [stored] = must(received);
		if (!stored) throw new Error("nothing was stored");
		const token = await draft(elke, running, "Abgesenkte Bordsteine", { stored, description: "Ein hoher Bordstein" });
		idea = must(await handIn(world(elke), { key: { token }, withName: true }));
		const files = await filesOf(world(elke), { kind: "contribution", id: idea.id });
		expect(files).toMatchObject([{ description: "Ein hoher Bordstein" }]);
		fileId = files[0]?.id ?? "";
		const { stream } = await storage().open(fileId);
		const { exif } = await sharp(Buffer.from(await new Response(stream).arrayBuffer())).metadata();
		expect(exif).toBeUndefined();
	});

	test("before moderation neither search nor page nor file shows it to others", async () => {
		await everythingAfterwards(running);
		expect(await found(guest)).toEqual([]);
		await expect(contributionPage(world(guest), idea.code)).rejects.toThrow(NotFound);
		await expect(fileToServe(world(guest), fileId)).rejects.toThrow(NotFound);
		await expect(fileToServe(world(stranger), fileId)).rejects.toThrow(NotFound);
		expect((await fileToServe(world(moderator), fileId)).id).toBe(fileId);
	});

	test("tenancy: staff of another organisation cannot moderate it, its own can", async () => {
		const refused = await publishContribution(world(stranger), { id: idea.id }).catch((error: unknown) => error);
		expect(refused instanceof Forbidden || refused instanceof NotFound).toBe(true);
		must(await publishContribution(world(moderator), { id: idea.id }));
		const owners = await db.auditEvent.findMany({
			where: { subjectKind: "contribution", subjectId: idea.id },
			select: { ownerId: true },
			distinct: ["ownerId"],
		});
		expect(owners).toEqual([{ ownerId: mendig.organisationId }]);
	});

	test("search: everybody finds it then, also with a typing mistake, and its photo opens", async () => {
		await everythingAfterwards(running);
		expect(await found(guest)).toContain(idea.id);
		const mistyped = await search(world(guest), { words: "Bordstiene", kind: null });
		expect(mistyped.map(({ id }) => id)).toContain(idea.id);
		expect((await fileToServe(world(guest), fileId)).id).toBe(fileId);
	});

	test("the trace: from the responsible post to the idea and its answer, and back", async () => {
		const colleague = await somebody("Volker", {
			organisationId: mendig.organisationId,
			role: "participation-manager",
		});
		const answered = await answer(world(manager, over), {
			processId,
			contributionIds: [idea.id],
			releasedBy: colleague,
		});
		const fromPost = await traceOf(world(guest, over), { kind: "post", id: mendig.postId });
		expect(fromPost.others.map(({ key }) => key)).toEqual(
			expect.arrayContaining([`process:${processId}`, `contribution:${idea.id}`, `answer:${answered.id}`]),
		);
		const fromIdea = await traceOf(world(guest, over), { kind: "contribution", id: idea.id });
		expect(fromIdea.others.map(({ key }) => key)).toEqual(
			expect.arrayContaining([`answer:${answered.id}`, `process:${processId}`, `post:${mendig.postId}`]),
		);
	});

	test("erasure: the idea and its answer stay, its author is forgotten everywhere, the chains hold", async () => {
		await everythingAfterwards(over);
		must(await eraseMyself(world({ ...elke, steppedUpAt: over }, over), null));
		await everythingAfterwards(over);
		const row = await db.contribution.findUniqueOrThrow({ where: { id: idea.id } });
		expect(row).toMatchObject({ authorId: null, authorName: null, publishedAt: running });
		expect(row.authorErasedAt).not.toBeNull();
		const page = JSON.stringify(await contributionPage(world(guest, over), idea.code), (_key, value) =>
			typeof value === "bigint" ? value.toString() : value,
		);
		expect(page).not.toContain("Elke");
		expect(page).not.toContain(elke.personId);
		expect(await found(guest)).toContain(idea.id);
		for (const table of ["audit_event", "search_document", "contribution", "person", "notification", "account"]) {
			const [hits] = await db.$queryRawUnsafe<{ n: bigint }[]>(
				`SELECT count(*) AS n FROM "${table}" AS t WHERE t::text ILIKE '%elke%'`,
			);
			expect(`${table} ${hits?.n}`).toBe(`${table} 0`);
		}
		expect((await brokenChains(db)).broken).toEqual([]);
	});
});
