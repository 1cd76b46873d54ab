import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { listBody } from "../bodies/commands/list-body.server";
import { listedNear } from "../bodies/queries/overlap.server";
import { registerPage } from "../bodies/queries/register.server";
import { publicObjects } from "../oparl/objects.server";
import { groupsAtPlace } from "../place-part.server";
import { assignGroup } from "./commands/assign-group.server";
import { relationsOf } from "./queries/relations.server";
import { meeting, termsIn } from "./term-tree";

const now = new Date("2026-11-22T09:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: ReturnType<typeof personWith>;
const ids = { mobility: "", cycling: "", town: "", village: "", foreign: "" };

const world = (actor: Parameters<typeof worldOf>[1] = house) => worldOf(db, actor, now);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];
const nothing = { topics: [], areas: [], topicIds: [], areaIds: [], parentId: null, parentBodyId: null };

beforeAll(async () => {
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Petra") });
	const topic = async (ownerId: string, name: string, parentId: string | null = null) => {
		const id = newId(now);
		await db.topic.create({ data: { id, ownerId, name, parentId, validFrom: today(now) } });
		return id;
	};
	const area = async (name: string) => {
		const id = newId(now);
		await db.area.create({ data: { id, ownerId: mayen.organisationId, kind: "QUARTER", name, validFrom: today(now) } });
		return id;
	};
	ids.mobility = await topic(mayen.organisationId, "Mobilität");
	ids.cycling = await topic(mayen.organisationId, "Radverkehr", ids.mobility);
	ids.foreign = await topic(koblenz.organisationId, "Kultur");
	ids.town = await area("Innenstadt");
	ids.village = await area("Hausen");
});

const group = (name: string, isPublic = true) =>
	workingGroup(world(), { organisationId: mayen.organisationId, name, isPublic, members: [] });
const body = (name: string, given: { topicIds?: string[]; areaIds?: string[] } = {}) =>
	listBody(world(manager), {
		organisationId: mayen.organisationId,
		...{ id: null, name, kind: "committee", bodyKind: "deciding", carrier: "Stadtrat", purpose: "Berät den Rat." },
		...{ topics: [], areas: [], members: null, webUrl: null, validUntil: null, ...given },
		validFrom: daysFrom(today(now), -10),
	});

describe("the tree", () => {
	it.each([
		["the same", ["c"], ["c"], ["c"]],
		["one within the other", ["c"], ["a"], ["a"]],
		["the other way round", ["a"], ["c"], ["a"]],
		["siblings", ["b"], ["c"], []],
		["nothing", [], ["c"], []],
	])("%s", (_, one, other, shared) => {
		const tree = new Map([
			["a", { name: "a", parentId: null }],
			["b", { name: "b", parentId: "a" }],
			["c", { name: "c", parentId: "a" }],
			["circle", { name: "circle", parentId: "circle" }],
		]);
		expect(meeting(termsIn(tree, one), termsIn(tree, other))).toEqual(shared);
		expect(termsIn(tree, ["circle"])).toEqual({ own: ["circle"], up: ["circle"] });
	});
});

describe("topics and areas", () => {
	it("are the owner's; the register narrows down to them with what lies within", async () => {
		const wheels = await group("Runde um die Räder");
		const given = { ...nothing, groupId: wheels.id, topicIds: [ids.cycling], areaIds: [ids.town] };
		await expect(assignGroup(world(guest), given)).rejects.toThrow();
		const stranger = personWith([], mayen.organisationId, { personId: await human(db, now, "Fremd") });
		await expect(assignGroup(world({ ...stranger, grants: [] }), given)).rejects.toThrow(Forbidden);
		const before = await db.auditEvent.count();
		expect(codes(await assignGroup(world(manager), { ...given, topicIds: [ids.foreign] }))).toEqual(["term-unknown"]);
		expect(await db.auditEvent.count()).toBe(before);
		must(await assignGroup(world(manager), given));
		must(await body("Ausschuss für alles", { topicIds: [ids.mobility] }));
		expect(codes(await body("Fremdes", { topicIds: [ids.foreign] }))).toEqual(["term-unknown"]);
		const found = async (asked: { topic?: string; area?: string }) => {
			const page = await registerPage(world(guest), {
				place: mayen.slug,
				words: "",
				topic: null,
				area: null,
				...asked,
			});
			return page.bodies.map(({ name }) => name).filter((name) => /Räder|alles/.test(name));
		};
		expect(await found({ topic: "Mobilität" })).toEqual(["Ausschuss für alles", "Runde um die Räder"]);
		expect(await found({ topic: "Radverkehr" })).toEqual(["Runde um die Räder"]);
		expect(await found({ area: "Hausen" })).toEqual(["Ausschuss für alles"]);
		const uses = await groupsAtPlace.termUses?.(world(manager), {
			...mayen,
			organisationId: mayen.organisationId,
		} as never);
		expect(uses?.filter(({ termId }) => termId === ids.cycling)).toMatchObject([{ label: "Runde um die Räder" }]);
	});

	it("say what there is already, where areas meet", async () => {
		const one = await group("Erster Kreis");
		const other = await group("Zweiter Kreis");
		const near = async () => {
			const row = await db.workingGroup.findUniqueOrThrow({ where: { id: one.id } });
			return (await listedNear(world(), row)).map(({ name }) => name).filter((name) => name === "Zweiter Kreis");
		};
		const assign = (groupId: string, topicIds: string[], areaIds: string[]) =>
			assignGroup(world(manager), { ...nothing, groupId, topicIds, areaIds });
		must(await assign(one.id, [ids.cycling], [ids.town]));
		must(await assign(other.id, [ids.mobility], [ids.village]));
		expect(await near()).toEqual([]);
		must(await assign(other.id, [ids.mobility], []));
		expect(await near()).toEqual(["Zweiter Kreis"]);
	});
});

describe("for whom a group works", () => {
	it("is shown both ways as far as the reader may see it, never in a circle", async () => {
		const above = await group("Lenkungskreis");
		const below = await group("Unterkreis");
		const hidden = await group("Verborgener Kreis", false);
		const assign = (groupId: string, parent: { parentId?: string; parentBodyId?: string }) =>
			assignGroup(world(manager), { ...nothing, groupId, ...parent });
		must(await assign(below.id, { parentId: above.id }));
		must(await assign(hidden.id, { parentId: above.id }));
		expect(codes(await assign(above.id, { parentId: above.id }))).toEqual(["parent-below"]);
		expect(codes(await assign(above.id, { parentId: below.id }))).toEqual(["parent-below"]);
		expect(codes(await assign(above.id, { parentId: newId(now) }))).toEqual(["parent-unknown"]);
		const of = ({ id }: { id: string }) => relationsOf(world(guest), { id, organisationId: mayen.organisationId });
		expect((await of(below)).parent).toMatchObject({ name: "Lenkungskreis" });
		expect((await of(above)).children.map(({ name }) => name)).toEqual(["Unterkreis"]);
		const staff = await relationsOf(world(manager), { id: above.id, organisationId: mayen.organisationId });
		expect(staff.children.map(({ name }) => name)).toEqual(["Unterkreis", "Verborgener Kreis"]);
		const served = (await publicObjects(world(guest))).find(({ key }) => key === below.id);
		expect(served?.data.subOrganizationOf).toMatch(new RegExp(`/organization/${above.id}$`));

		const { id: committee } = must(await body("Hauptausschuss"));
		must(await assign(above.id, { parentBodyId: committee }));
		expect((await of(above)).parent).toMatchObject({ name: "Hauptausschuss" });
		const page = await registerPage(world(guest), { place: mayen.slug, words: "haupt", topic: null, area: null });
		expect(page.bodies).toMatchObject([{ name: "Hauptausschuss", groupsOf: ["Lenkungskreis"] }]);
	});

	it("makes no circle when two say it at once", async () => {
		const one = await group("Kreis Eins");
		const other = await group("Kreis Zwei");
		const both = await Promise.all([
			assignGroup(world(manager), { ...nothing, groupId: one.id, parentId: other.id }),
			assignGroup(world(manager), { ...nothing, groupId: other.id, parentId: one.id }),
		]);
		expect(both.filter(({ done }) => done)).toHaveLength(1);
		expect(both.flatMap(codes)).toEqual(["parent-below"]);
	});
});

describe("the migration", () => {
	it("makes topics and areas of words that are some, and keeps all other words", async () => {
		const older = await group("Aus alter Zeit");
		await db.workingGroup.update({
			where: { id: older.id },
			data: { topics: ["mobilität", "Spielplätze"], areas: ["Nebenan", "Hausen"] },
		});
		const sql = readFileSync("prisma/migrations/20261122132134_groups_terms_and_joining/migration.sql", "utf8");
		const moving = sql.slice(sql.indexOf("-- Words that are a topic"), sql.indexOf("-- A name in a version"));
		const statements = moving.split(/;\s*\n/).map((text) => text.trim());
		// the groups of other tests hold terms that the statements would write again
		await db.groupTopic.deleteMany();
		await db.groupArea.deleteMany();
		await db.listedBodyTopic.deleteMany();
		for (const statement of statements) if (statement) await db.$executeRawUnsafe(statement);
		const row = await db.workingGroup.findUniqueOrThrow({
			where: { id: older.id },
			include: { topicTerms: true, areaTerms: true },
		});
		expect(row).toMatchObject({
			topics: ["Spielplätze"],
			areas: ["Nebenan"],
			topicTerms: [{ topicId: ids.mobility }],
			areaTerms: [{ areaId: ids.village }],
		});
	});
});
