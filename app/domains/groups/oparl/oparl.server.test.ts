import { beforeAll, describe, expect, it, vi } from "vitest";
import { nameSystem } from "~/domains/council/oparl/commands/name-system.server";
import { readSystem } from "~/domains/council/oparl/commands/read-system.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { attendance, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place } from "~tests/factories/participation";
import { adminOf } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { oparlFaults } from "~tests/support/oparl-schema";
import { startOparlServer } from "~tests/support/oparl-server";
import { manifest } from "../manifest.server";
import { oparlAnswer } from "./answer.server";
import { noteServedObjects } from "./note-objects.server";
import { publicObjects } from "./objects.server";

vi.hoisted(() => {
	process.env.OUTGOING_HOSTS = "127.0.0.1";
});

const root = "https://haus.example.de/oparl/v1";
const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let groupId = "";
let organisationId = "";
let hidden: { code: string }[] = [];
const world = (actor: Actor = house, at = now) => ({ db, actor, now: at, locale: "de" as const });

/** What a program gets from us at this address. */
async function read(path: string, at = now) {
	const [behind = "", query = ""] = path.replace(`${root}`, "").replace(/^\//, "").split("?");
	return oparlAnswer(world(guest, at), behind, new URLSearchParams(query));
}
type Json = { [name: string]: never } & { id: string; data: Json[]; links: { next?: string } };
async function json(path: string, at = now): Promise<Json> {
	const answer = await read(path, at);
	if (answer.status !== 200 || !("json" in answer)) throw new Error(`${path} answered ${answer.status}`);
	return answer.json as Json;
}

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "https://haus.example.de");
	({ db } = await freshDatabase());
	introduce([manifest]);
	const mayen = await place(db, now);
	({ organisationId } = mayen);
	const personId = await human(db, now, "Vera Vorsitz");
	const chair = personWith([], organisationId, { personId, displayName: "Vera Vorsitz" });
	const secret = await human(db, now, "Sina Still");
	const group = (name: string, isPublic: boolean) =>
		workingGroup(world(), {
			organisationId,
			name,
			isPublic,
			members: [
				{ bench: "administration", person: { personId }, function: "chair" },
				{ bench: "citizens", person: { personId: secret }, nameIsPublic: false },
			],
			benches: [
				{ kind: "administration", minSeats: 0, maxSeats: 2 },
				{ kind: "citizens", minSeats: 0, maxSeats: 2 },
			],
		});
	const open = await group("Arbeitskreis Mobilität", true);
	const closed = await group("Geheimer Kreis", false);
	groupId = open.id;
	const hour = 60 * 60 * 1000;
	const startsAt = new Date(now.getTime() - 3 * hour);
	const recommended = async (of: typeof open, title: string, isPublic: boolean, published: boolean) => {
		const held = await meeting(world(), { groupId: of.id, startsAt, title: `Sitzung ${title}`, item: title, isPublic });
		await attendance(
			world(),
			held.meetingId,
			of.members.map(({ membershipId }) => membershipId),
		);
		return recommendation(world(), {
			...held,
			votedAt: new Date(now.getTime() - 2 * hour),
			responsiblePostId: mayen.postId,
			votes: { administration: { yes: 1, no: 0, abstain: 0 }, citizens: { yes: 1, no: 0, abstain: 0 } },
			chair,
			title,
			published,
		});
	};
	await recommended(open, "Rufbus erproben", true, true);
	hidden = [
		await recommended(open, "Verschlossen ohne Öffentlichkeit", false, false),
		await recommended(closed, "Streng vertraulich", true, false),
	];
	const item = await db.agendaItem.findFirstOrThrow({ where: { title: "Rufbus erproben" } });
	await db.agendaItem.create({
		data: {
			id: crypto.randomUUID(),
			meetingId: item.meetingId,
			position: 2,
			title: "Nichtöffentliches",
			isPublic: false,
		},
	});
});

const served = [
	"organizations",
	"persons",
	"meetings",
	"papers",
	"agendaitems",
	"consultations",
	"files",
	"locations",
	"memberships",
];

describe("our OParl interface", () => {
	it("passes the published schemas with every object, walked as a program walks it", async () => {
		const system = await json(root);
		expect(oparlFaults(system)).toEqual([]);
		const { data: bodies } = await json(system.body ?? "");
		expect(bodies.flatMap(oparlFaults)).toEqual([]);
		const [body] = bodies;
		const lists = [
			"organization",
			"person",
			"meeting",
			"paper",
			"agendaItem",
			"consultation",
			"file",
			"locationList",
			"membership",
			"legislativeTermList",
		];
		const seen: string[] = [];
		for (const name of lists) {
			const { data } = await json(body?.[name] ?? "");
			expect(data.flatMap(oparlFaults)).toEqual([]);
			for (const object of data) {
				seen.push(object.id);
				expect(await json(object.id)).toEqual(object);
			}
		}
		expect(seen).toHaveLength(new Set(seen).size);
		expect(seen.length).toBe((await publicObjects(world())).length);
		// every address that stands in an object of ours leads to one of ours, or to a page
		const text = JSON.stringify(await Promise.all(seen.map((id) => json(id))));
		const named = new Set(text.match(/https:\/\/haus\.example\.de\/oparl\/v1\/[\w/-]+/g));
		for (const address of named) expect([address, (await read(address)).status]).toEqual([address, 200]);
	});

	it("would notice a fault", () => {
		expect(oparlFaults({ id: "x", type: "https://schema.oparl.org/1.1/File" })).toEqual([
			"x  must have required property 'accessUrl'",
			'x /id must match format "url"',
		]);
	});

	it("says what was recommended, with figures, and never calls it a resolution", async () => {
		const { data } = await json("papers");
		expect(data).toHaveLength(1);
		expect(data[0]).toMatchObject({
			name: "Rufbus erproben",
			paperType: "Empfehlung",
			"gemeinwerk:result": "empfohlen",
			"gemeinwerk:votes": [
				{ bench: "Verwaltung", yes: 1, no: 0, abstain: 0 },
				{ bench: "Bürgerschaft", yes: 1, no: 0, abstain: 0 },
			],
			consultation: [{ authoritative: false, role: "Empfehlung" }],
		});
		expect(JSON.stringify(data)).not.toMatch(/beschl(u|o)ss/i);
		const { mainFile } = data[0] as unknown as { mainFile: { downloadUrl: string; size: number } };
		const file = await read(mainFile.downloadUrl);
		expect("text" in file && Buffer.byteLength(file.text)).toBe(mainFile.size);
	});

	it("never shows what is closed: groups, meetings, items, recommendations, names", async () => {
		const all = JSON.stringify(await publicObjects(world()));
		for (const word of ["Geheimer Kreis", "Streng vertraulich", "Verschlossen", "Nichtöffentliches", "Sina Still"]) {
			expect([word, all.includes(word)]).toEqual([word, false]);
		}
		expect(all).toContain("Vera Vorsitz");
		for (const { code } of hidden) {
			const row = await db.recommendation.findUniqueOrThrow({ where: { code } });
			for (const type of ["paper", "consultation", "file"]) expect((await read(`${type}/${row.id}`)).status).toBe(404);
			expect((await read(`download/${row.id}`)).status).toBe(404);
		}
		const item = await db.agendaItem.findFirstOrThrow({ where: { title: "Nichtöffentliches" } });
		expect((await read(`agendaitem/${item.id}`)).status).toBe(404);
	});

	it("is no county's: a body of its own without keys, which names the real one beside it", async () => {
		const body = await json("body");
		for (const key of ["ags", "rgs", "equivalent"]) expect(body).not.toHaveProperty(key);
		const { data } = await json("organizations");
		expect(data[0]).toMatchObject({
			organizationType: "Sonstiges",
			classification: "Projektbeirat",
			body: `${root}/body`,
		});
		expect(data[0]).not.toHaveProperty("externalBody");
		const server = await startOparlServer();
		try {
			const { systemId } = must(
				await nameSystem(world(adminOf(organisationId)), {
					organisationId,
					name: "RIS",
					address: server.door,
					readsOparl: true,
					moreHosts: [],
				}),
			);
			await readSystem(world(), systemId);
			expect((await json("organizations")).data[0]?.externalBody).toBe(`${server.origin}/body/0`);
		} finally {
			server.stop();
		}
	});

	it("answers every filter of the standard on every external list, and keeps it in the links", async () => {
		// everything appeared at 10:00 UTC
		const asked = new URLSearchParams({
			created_since: "2026-11-22T11:00:00+01:00",
			created_until: "2026-11-22T10:00:00Z",
			modified_since: "2026-11-22T10:00:00Z",
			modified_until: "2026-11-22T11:00:00+01:00",
			limit: "100",
			omit_internal: "true",
		});
		const late = new URLSearchParams(asked);
		late.set("created_since", "2026-11-22T12:00:00Z");
		for (const list of ["bodies", "legislativeterms", `organization/${groupId}/meetings`, ...served]) {
			const [all, some, none, faulty] = await Promise.all([
				json(list),
				json(`${list}?${asked}`),
				json(`${list}?${late}`),
				read(`${list}?modified_until=gestern`),
			]);
			const idsOf = ({ data }: Json) => data.map(({ id }) => id);
			expect([list, idsOf(some), idsOf(none), faulty.status]).toEqual([list, idsOf(all), [], 400]);
			for (const link of Object.values(some.links)) {
				const kept = new URL(link).searchParams;
				expect([...kept.keys()].sort()).toEqual([...asked.keys()].sort());
				expect(new Date(kept.get("created_since") ?? "")).toEqual(now);
			}
		}
	});

	it("leaves embedded lists out where that is asked for; the rest still passes the schemas", async () => {
		const embedded = { meetings: "agendaItem", persons: "membership" };
		for (const [list, attribute] of Object.entries(embedded)) {
			const [all, without] = await Promise.all([json(list), json(`${list}?omit_internal=true`)]);
			expect([list, all.data.length > 0]).toEqual([list, true]);
			expect(all.data.every((object) => attribute in object)).toBe(true);
			expect(without.data.flatMap(oparlFaults)).toEqual([]);
			expect(without.data).toEqual(
				all.data.map((object) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== attribute))),
			);
		}
		for (const list of ["papers", "agendaitems", "bodies"]) {
			expect((await json(`${list}?omit_internal=true`)).data.flatMap(oparlFaults)).toEqual([]);
		}
	});

	it("keeps what is gone as deleted, and tells only those who ask for changes", async () => {
		expect(await noteServedObjects(world())).toBeGreaterThan(0);
		expect(await noteServedObjects(world())).toBe(0);
		const later = new Date("2026-11-23T10:00:00Z");
		const since = "modified_since=2026-11-23T00:00:00Z";
		expect((await json(`papers?${since}`, later)).data).toEqual([]);
		await db.workingGroup.update({ where: { id: groupId }, data: { isPublic: false } });
		// at once, before anything was noted
		expect((await json("papers", later)).data).toEqual([]);
		expect(await noteServedObjects(world(house, later))).toBeGreaterThan(0);
		const changed = await json(`papers?${since}`, later);
		expect(changed.data).toMatchObject([{ deleted: true, modified: later.toISOString() }]);
		expect(Object.keys(changed.data[0] ?? {}).sort()).toEqual(["created", "deleted", "id", "modified", "type"]);
		expect(await json(changed.data[0]?.id ?? "", later)).toEqual(changed.data[0]);
		for (const list of served) {
			const { data } = await json(`${list}?${since}`, later);
			expect([list, data.length > 0, data.flatMap(oparlFaults)]).toEqual([list, true, []]);
			expect(JSON.stringify(data)).not.toMatch(/Mobilität|Vera|Rufbus/);
		}
		await db.workingGroup.update({ where: { id: groupId }, data: { isPublic: true } });
		await noteServedObjects(world(house, later));
		expect((await json("papers", later)).data).toHaveLength(1);
	});

	it("answers 404 and 400 to what is none", async () => {
		for (const path of ["kaffee", "paper/x", "paper/1/2", "organization/x/meetings", "body/1", "papers/1/2/3"]) {
			expect([path, (await read(path)).status]).toEqual([path, 404]);
		}
		expect((await read("papers?page=0")).status).toBe(400);
	});
});
