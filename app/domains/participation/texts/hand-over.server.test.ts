import { beforeAll, expect, it } from "vitest";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { groupDocument, groupVersion } from "~tests/factories/group-documents";
import { workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { beginTextFromGroup, returnTextToGroup } from "./commands/hand-over.server";
import { publishVersion } from "./commands/publish-version.server";
import { beginVersion, writeVersion } from "./commands/write-version.server";

const now = new Date("2026-11-22T12:00:00Z");
let db: PrismaClient;
let manager: Actor;
let other: Actor;
let processId: string;
let groupId: string;
const world = (actor: Actor = house) => worldOf(db, actor, now);

beforeAll(async () => {
	({ db } = await freshDatabase());
	const town = await place(db, now);
	const elsewhere = await place(db, now, { slug: "andernach", name: "Stadt Andernach" });
	const roles = ["participation-manager"] as const;
	manager = personWith(roles, town.organisationId, { personId: await human(db, now, "Leitung") });
	other = personWith(roles, elsewhere.organisationId, { personId: await human(db, now, "Andere") });
	({ id: processId } = await process(world(manager), {
		organisationId: town.organisationId,
		responsiblePostId: town.postId,
	}));
	({ id: groupId } = await workingGroup(world(), { organisationId: town.organisationId, members: [] }));
});

it("a frozen version goes into a text word for word, and what became of it comes back as a new draft", async () => {
	const document = await groupDocument(world(), { groupId, text: "## Ziele\n\nAlle können mitreden." });
	const version = await groupVersion(world(), { documentId: document.id });
	const input = { processId, versionId: version.id };
	await expect(beginTextFromGroup(world(other), input)).rejects.toThrow(Forbidden);
	expect(await beginTextFromGroup(world(manager), { processId, versionId: processId })).toMatchObject({ done: false });
	const { id: textId } = must(await beginTextFromGroup(world(manager), input));
	expect((await db.textBlock.findMany({ orderBy: { position: "asc" } })).map(({ words }) => words)).toEqual([
		"Ziele",
		"Alle können mitreden.",
	]);
	expect(await returnTextToGroup(world(manager), { textId })).toMatchObject({ refusals: [{ code: "no-version-yet" }] });
	const revisionOf = async () =>
		(await db.textVersion.findFirstOrThrow({ where: { textId, publishedAt: null } })).revision;
	must(await publishVersion(world(manager), { textId, revision: await revisionOf() }));
	must(await beginVersion(world(manager), { textId }));
	const treated = richTextFromMarkdown("## Ziele\n\nAlle können mitreden, auch Kinder.");
	must(await writeVersion(world(manager), { textId, revision: await revisionOf(), note: "Kinder", body: treated }));
	must(await publishVersion(world(manager), { textId, revision: await revisionOf() }));
	await expect(returnTextToGroup(world(other), { textId })).rejects.toThrow(Forbidden);
	expect(must(await returnTextToGroup(world(manager), { textId }))).toEqual({ draft: 2 });
	expect(await returnTextToGroup(world(manager), { textId })).toMatchObject({
		refusals: [{ code: "group-is-writing" }],
	});
	const back = await db.groupDocument.findUniqueOrThrow({ where: { id: document.id } });
	expect(back.words).toContain("auch Kinder");
	await expect(returnTextToGroup(world(manager), { textId: groupId })).rejects.toThrow(NotFound);
});
