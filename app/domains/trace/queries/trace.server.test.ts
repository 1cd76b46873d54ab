import { beforeAll, describe, expect, test } from "vitest";
import { command } from "~/platform/act.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type Subject } from "~/platform/manifest.server";
import { done, NotFound } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { freshDatabase } from "~tests/support/database";
import { link } from "../commands/link.server";
import type { Relation } from "../relation";
import { findByCode } from "./find-by-code.server";
import { traceOf } from "./trace.server";

const now = new Date("2026-11-21T10:00:00Z");
const names = ["process", "idea", "other", "answer", "group", "vote", "measure", "agreement", "post"] as const;
type Name = (typeof names)[number];
const ids = Object.fromEntries(names.map((name) => [name, newId(now)])) as Record<Name, string>;
const nodeOf = (name: Name) => ({ kind: name === "other" ? "idea" : name, id: ids[name] });

let db: PrismaClient;
const world = (actor: Actor): World => ({ db, actor, now, locale: "de" });

/** The group and its vote are for insiders, everything else for everybody. */
const subject = (kind: string): Subject => ({
	async resolve({ actor }, asked) {
		const visible = kind === "group" || kind === "vote" ? actor.kind === "house" : true;
		const known = names.filter((name) => nodeOf(name).kind === kind && asked.includes(ids[name]));
		return new Map(
			(visible ? known : []).map((name) => [
				ids[name],
				{ id: ids[name], title: name, href: `/${name}`, kindLabel: kind, state: null, at: now, organisationId: null },
			]),
		);
	},
	async findByCode(_view, code) {
		return kind === "group" && code === "GRP42345"
			? ids.group
			: kind === "idea" && code === "K7MQ2XFA"
				? ids.idea
				: null;
	},
});

const told: [Name, Relation, Name][] = [
	["idea", "part-of", "process"],
	["other", "part-of", "process"],
	["idea", "answered-by", "answer"],
	["idea", "taken-up-by", "group"],
	["other", "taken-up-by", "group"],
	["idea", "decided-in", "vote"],
	["vote", "part-of", "group"],
	["vote", "became", "measure"],
	["measure", "agreed-in", "agreement"],
	["post", "responsible-for", "idea"],
	["post", "responsible-for", "answer"],
];

const tell = command("test.tell", async (acting, links: typeof told) => {
	for (const [from, relation, to] of links) await link(acting, { from: nodeOf(from), relation, to: nodeOf(to) });
	acting.record({ type: "test.told", subject: nodeOf("idea"), ownerId: null });
	return done(null);
});

const titles = async (actor: Actor, name: Name) => {
	const { start, others } = await traceOf(world(actor), nodeOf(name));
	return [start, ...others].map(({ title }) => title).sort();
};

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([
		{
			domain: "test",
			subjects: Object.fromEntries(names.map((name) => [nodeOf(name).kind, subject(nodeOf(name).kind)])),
		},
	]);
	await tell(world(house), told);
});

describe("a trace", () => {
	test("is told twice and stands once, also two at once", async () => {
		await Promise.all([tell(world(house), told), tell(world(house), told)]);
		expect(await db.traceLink.count()).toBe(told.length);
	});

	test.each(["idea", "answer", "measure", "agreement"] as const)("leads through everything from %s", async (name) => {
		const all = ["agreement", "answer", "group", "idea", "measure", "post", "process", "vote"];
		expect(await titles(house, name)).toEqual(all);
	});

	test("of a post shows what it is responsible for and what became of it", async () => {
		expect(await titles(house, "post")).toEqual([
			"agreement",
			"answer",
			"group",
			"idea",
			"measure",
			"post",
			"process",
			"vote",
		]);
	});

	test("of a group shows all it has taken up, of one idea not the others", async () => {
		expect(await titles(house, "group")).toEqual(expect.arrayContaining(["idea", "other", "vote"]));
		expect(await titles(house, "other")).toEqual(["group", "other", "process"]);
	});

	test("leaves out what its reader may not see, and what hangs on that alone", async () => {
		expect(await titles(guest, "idea")).toEqual(["answer", "idea", "post", "process"]);
		expect(await titles(guest, "agreement")).toEqual(["agreement", "measure"]);
		const { links } = await traceOf(world(guest), nodeOf("measure"));
		expect(JSON.stringify(links)).not.toContain(ids.vote);
	});

	test("of an object that is hidden, unknown or of no kind is not there", async () => {
		await expect(traceOf(world(guest), nodeOf("group"))).rejects.toThrow(NotFound);
		await expect(traceOf(world(house), { kind: "idea", id: newId(now) })).rejects.toThrow(NotFound);
		await expect(traceOf(world(house), { kind: "nothing", id: ids.idea })).rejects.toThrow(NotFound);
	});

	test("an object is never linked to itself", async () => {
		await expect(tell(world(house), [["idea", "became", "idea"]])).rejects.toThrow("itself");
	});
});

test("short codes are found as people type them, and only what the reader may see", async () => {
	expect(await findByCode(world(guest), " k7mq-2xfa ")).toMatchObject([{ kind: "idea", title: "idea" }]);
	expect(await findByCode(world(guest), "GRP42345")).toEqual([]);
	expect(await findByCode(world(house), "GRP42345")).toHaveLength(1);
	expect(await findByCode(world(guest), "' OR 1=1")).toEqual([]);
	expect(await findByCode(world(guest), "  ")).toEqual([]);
});
