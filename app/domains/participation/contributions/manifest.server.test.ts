import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { Facts } from "~/platform/audit.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { must } from "~tests/factories/outcome";
import {
	contribution,
	guestContribution,
	human,
	personWith,
	place,
	process,
	worldOf,
} from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { hideContribution } from "./commands/moderate.server";
import { support } from "./commands/support.server";
import { filterIn, hrefWith } from "./list-filter";
import { manifest } from "./manifest.server";
import { listContributions } from "./queries/contribution-list.server";
import { contributionPage } from "./queries/contribution-page.server";
import { similarContributions } from "./queries/similar.server";

const now = new Date("2026-06-15T10:00:00Z");
const why = { rule: "insult", reason: "Bitte ohne Beschimpfung." } as const;
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let ute: Actor & { kind: "person" };

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4220");
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const person = async (name: string) => ({ personId: await human(db, now, name), displayName: name });
	manager = personWith(["participation-manager"], mayen.organisationId, await person("Petra"));
	ute = personWith([], mayen.organisationId, await person("Ute"));
});

const world = (actor: Actor) => worldOf(db, actor, now);
const running = async (more: Partial<Parameters<typeof process>[1]> = {}) =>
	(await process(world(manager), { organisationId: mayen.organisationId, responsiblePostId: mayen.postId, ...more }))
		.id;
const whole = { words: "", category: null, area: null, sort: "newest", page: 1 } as const;
const subject = manifest.subjects?.contribution;

/** What would be told about the last event of this type at this contribution. */
async function noticesOf(type: string, subjectId: string) {
	const event = await db.auditEvent.findFirstOrThrow({ where: { type, subjectId } });
	const tell = manifest.notices?.[type];
	if (!tell) throw new Error(`nobody is told about ${type}`);
	return tell(db, {
		id: event.id,
		type,
		ownerId: event.ownerId,
		at: event.at,
		subject: { kind: event.subjectKind, id: subjectId },
		facts: event.facts as Facts,
		actorPersonId: event.actorId,
	});
}

describe("the public list", () => {
	it("shows 25 a page, counts all, and says nothing about hidden ones", async () => {
		const processId = await running({ moderation: "after" });
		for (let index = 0; index < 27; index += 1) {
			await contribution(world(ute), {
				processId,
				title: index === 3 ? "Schmutziges Geheimnis" : `Idee ${index} am Bach`,
			});
		}
		const secret = await db.contribution.findFirstOrThrow({ where: { title: "Schmutziges Geheimnis" } });
		must(await hideContribution(world(manager), { id: secret.id, ...why }));
		const first = await listContributions(world(guest), processId, whole);
		const last = await listContributions(world(guest), processId, { ...whole, page: 99 });
		expect([first.total, first.pages, first.contributions.length, last.contributions.length]).toEqual([27, 2, 25, 2]);
		const all = [...first.contributions, ...last.contributions];
		expect(new Set(all.map(({ code }) => code)).size).toBe(27);
		expect(all.filter(({ shown }) => !shown)).toMatchObject([{ shown: false, rule: "insult" }]);
		expect(JSON.stringify(all)).not.toContain("Geheimnis");
		expect((await listContributions(world(guest), processId, { ...whole, words: "Geheimnis" })).total).toBe(0);
		expect(first.numbers).toEqual({ contributions: 27, ideas: 27, offline: 0, supports: 0 });
	});

	it("finds stems and beginnings, orders by support, takes any input", async () => {
		const processId = await running({ moderation: "after" });
		await contribution(world(ute), { processId, title: "Neue Radwege bauen", category: "Verkehr und Wege" });
		const liked = await contribution(world(ute), { processId, title: "Ein Brunnen für alle" });
		must(await support(world(ute), { id: liked.id }));
		const titles = async (change: object) =>
			(await listContributions(world(guest), processId, { ...whole, ...change })).contributions.map(
				(one) => one.shown && one.title,
			);
		expect(await titles({ words: "Rad" })).toEqual(["Neue Radwege bauen"]);
		expect(await titles({ words: "Radweg" })).toEqual(["Neue Radwege bauen"]);
		expect(await titles({ category: "Verkehr und Wege" })).toEqual(["Neue Radwege bauen"]);
		expect((await titles({ sort: "supported" }))[0]).toBe("Ein Brunnen für alle");
		for (const words of ["' OR 1=1 --", "a:* & !", "%_\\", "&&&", "und", "\u0000".replace("\u0000", "")])
			await titles({ words });
	});

	it("keeps its filter in its address", () => {
		const filter = { words: "Bäume & Bänke", category: "Grün", area: null, sort: "supported", page: 3 } as const;
		expect(filterIn(new URL(hrefWith("/x", filter), "http://h").searchParams)).toEqual(filter);
		expect(filterIn(new URLSearchParams("seite=-4&reihenfolge=falsch"))).toEqual(whole);
	});

	it("names similar ones, never hidden or own ones", async () => {
		const processId = await running({ moderation: "after" });
		const one = await contribution(world(ute), { processId, title: "Mehr Bäume für den Marktplatz" });
		const hidden = await contribution(world(ute), { processId, title: "Mehr Bäume für den Markt" });
		await contribution(world(ute), {
			processId,
			title: "Schnelles Internet",
			text: "Glasfaser in jedes Haus, bitte bald.",
		});
		must(await hideContribution(world(manager), { id: hidden.id, ...why }));
		const mine = await contribution(world(ute), { processId, title: "Bäume auf dem Marktplatz" });
		const similar = await similarContributions(world(guest), {
			id: mine.id,
			processId,
			title: "Bäume auf dem Marktplatz",
		});
		expect(similar.map(({ code }) => code)).toEqual([one.code]);
	});
});

describe("subjects", () => {
	it("are resolved only for those who may see them, and found only while public", async () => {
		const processId = await running();
		const waiting = await contribution(world(ute), { processId });
		const shown = await contribution(world(ute), { processId, publishedBy: manager });
		const hidden = await contribution(world(ute), {
			processId,
			title: "Das steht nicht mehr da",
			publishedBy: manager,
		});
		must(await hideContribution(world(manager), { id: hidden.id, ...why }));
		const ids = [waiting.id, shown.id, hidden.id];
		const seen = async (actor: Actor) =>
			[...((await subject?.resolve(world(actor), ids)) ?? [])].map(([, { title }]) => title);
		expect((await seen(guest)).sort()).toEqual([`Beitrag ${hidden.number}`, "Mehr Bäume am Marktplatz"]);
		expect(await seen(ute)).toHaveLength(3);
		const text = async (id: string) => (await subject?.searchText?.(db, id)) ?? null;
		expect([await text(waiting.id), (await text(shown.id))?.isPublic, await text(hidden.id)]).toEqual([
			null,
			true,
			null,
		]);
		await expect(contributionPage(world(guest), waiting.code)).rejects.toThrow(NotFound);
		expect(JSON.stringify(await contributionPage(world(guest), hidden.code))).not.toMatch(/nicht mehr da|Schatten/);
	});
});

describe("who is told", () => {
	it("the author by account, and the moderators in their digest", async () => {
		await db.roleGrant.create({
			data: {
				role: "moderator",
				scopeKind: "organisation",
				scopeId: mayen.organisationId,
				ownerId: mayen.organisationId,
				personId: manager.personId,
				validFrom: new Date("2026-01-01T00:00:00Z"),
			},
		});
		const { id } = await contribution(world(ute), { processId: await running(), publishedBy: manager });
		const told = await noticesOf("participation.contribution.handed-in", id);
		expect(told.map(({ to, kind }) => [to, kind])).toEqual([[{ personId: ute.personId }, "service"]]);
		const { id: unread } = await contribution(world(ute), { processId: await running() });
		const both = await noticesOf("participation.contribution.handed-in", unread);
		expect(both.map(({ to, kind }) => [to, kind])).toEqual([
			[{ personId: ute.personId }, "service"],
			[{ personId: manager.personId }, "digest"],
		]);
		const published = await noticesOf("participation.contribution.published", id);
		expect(published[0]?.subject).toBe("Ihr Beitrag „Mehr Bäume am Marktplatz“ ist veröffentlicht");
	});

	it("a guest by address, with rule and reason, until the address is forgotten", async () => {
		const { id } = await guestContribution(world(guest), { processId: await running(), email: "gast@example.org" });
		must(await hideContribution(world(manager), { id, ...why }));
		const [notice] = await noticesOf("participation.contribution.hidden", id);
		expect(notice?.to).toEqual({ email: "gast@example.org", locale: "de" });
		expect(notice?.paragraphs.join(" ")).toContain("Beleidigung oder Hetze");
		expect(notice?.paragraphs.join(" ")).toContain(why.reason);
		await db.contribution.update({ where: { id }, data: { guestEmail: null } });
		expect(await noticesOf("participation.contribution.hidden", id)).toEqual([]);
	});
});

describe("a person who leaves", () => {
	it("takes the whole of it along, and leaves the contribution without a name", async () => {
		const personId = await human(db, now, "Geht Weg");
		const leaving = personWith([], mayen.organisationId, { personId, displayName: "Geht Weg" });
		const processId = await running();
		const { id, code } = await contribution(world(leaving), { processId, publishedBy: manager });
		must(await support(world(leaving), { id }));
		const exported = await manifest.personalData?.export(db, personId);
		expect(exported).toMatchObject({
			contributions: [{ code, authorName: "Geht Weg" }],
			supports: [{ contribution: { code } }],
		});
		await manifest.personalData?.erase(world(house), personId);
		const page = await contributionPage(world(guest), code);
		expect(page).toMatchObject({
			shown: "text",
			title: "Mehr Bäume am Marktplatz",
			author: { kind: "erased" },
			supports: 0,
		});
		expect(await manifest.personalData?.export(db, personId)).toEqual({
			contributions: [],
			supports: [],
			moderations: [],
			comments: [],
			reports: [],
			bans: [],
			commentModerations: [],
		});
		await manifest.personalData?.erase(world(house), personId);
	});
});
