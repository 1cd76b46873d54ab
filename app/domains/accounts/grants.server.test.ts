import { beforeAll, describe, expect, test } from "vitest";
import { house, type Role } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { person } from "~tests/factories/accounts";
import { freshDatabase } from "~tests/support/database";
import { endRole, grantRole } from "./commands/roles.server";
import { grantsOf } from "./grants.server";

const now = new Date("2026-11-21T12:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);
let world: World;
let agent: string;
let principal: string;

async function organisation(name: string): Promise<string> {
	const { id } = await world.db.organisation.create({
		data: { kind: "MUNICIPALITY", name, shortName: name, source: "test", sourceDate: day("2026-01-01") },
	});
	return id;
}

async function post(organisationId: string, label: string): Promise<string> {
	const { id } = await world.db.post.create({
		data: { organisationId, label, kind: "OFFICER", validFrom: day("2020-01-01") },
	});
	return id;
}

let made = 0;
async function someone(): Promise<string> {
	made += 1;
	const { personId } = await person(world, { displayName: `P${made}`, email: `p${made}@test.example`, password: null });
	return personId;
}

async function holds(postId: string, personId: string, from = "2020-01-01", until: string | null = null) {
	const validUntil = until ? day(until) : null;
	await world.db.postHolding.create({ data: { postId, personId, singleSeat: true, validFrom: day(from), validUntil } });
}

async function give(role: Role, to: { personId: string } | { postId: string }, from = "2026-01-01", until?: string) {
	const validUntil = until ? day(until) : null;
	const scope = { kind: "organisation" as const, id: agent };
	const outcome = await grantRole(world, { role, scope, ownerId: agent, to, validFrom: day(from), validUntil });
	expect(outcome.done).toBe(true);
}

async function shown(personId: string, at = now) {
	const grants = await grantsOf({ db: world.db, now: at }, personId);
	return grants.map(({ role, scope, deputy, onBehalfOfId }) => {
		const where = scope.kind === "organisation" && scope.id === agent ? "agent" : "principal";
		return [role, where, ...(deputy ? ["deputy"] : []), ...(onBehalfOfId ? ["on behalf"] : [])].join(" ");
	});
}

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: house, now, locale: "de" };
	agent = await organisation("Verbandsgemeinde");
	principal = await organisation("Ortsgemeinde");
	await db.actingFor.create({
		data: {
			agentId: agent,
			principalId: principal,
			legalBasis: "§ 68 GemO",
			validFrom: day("2026-01-01"),
			validUntil: day("2027-01-01"),
		},
	});
});

describe("a person's own roles", () => {
	test.each([
		["2026-11-21", undefined, 1],
		["2026-11-22", undefined, 0],
		["2026-01-01", "2026-11-21", 0],
		["2026-01-01", "2026-11-22", 1],
	])("from %s until %s: %i", async (from, until, count) => {
		const personId = await someone();
		await give("signatory", { personId }, from, until);
		expect(await shown(personId)).toHaveLength(count);
	});

	test("count on behalf of the principal while the authorisation is in force, but nobody else signs or is a member", async () => {
		const personId = await someone();
		for (const role of ["moderator", "signatory", "member"] as const) await give(role, { personId });
		expect(await shown(personId)).toEqual(
			["member agent", "moderator agent", "moderator principal on behalf", "signatory agent"].sort(),
		);
		expect(await shown(personId, new Date("2027-01-01T12:00:00Z"))).toEqual([
			"member agent",
			"moderator agent",
			"signatory agent",
		]);
	});
});

describe("a post's roles", () => {
	test("belong to whoever holds it today", async () => {
		const [before, present] = [await someone(), await someone()];
		const postId = await post(agent, "Bauamt");
		await give("signatory", { postId });
		await holds(postId, before, "2026-01-01", "2026-11-21");
		await holds(postId, present, "2026-11-21");
		expect(await shown(before)).toEqual([]);
		expect(await shown(present)).toEqual(["signatory agent"]);
	});

	test.each([
		["standing, accepted, post vacant", { standing: true, accepted: true, vacant: true }, true],
		["standing, accepted, post held", { standing: true, accepted: true, vacant: false }, false],
		["standing, not accepted", { standing: true, accepted: false, vacant: true }, false],
		["for a period, accepted, post held", { standing: false, accepted: true, vacant: false }, true],
		["for a period that is over", { standing: false, accepted: true, vacant: false, over: true }, false],
	])("reach the deputy: %s", async (_, given, reaches) => {
		const deputy = await someone();
		const [postId, deputyPostId] = [await post(agent, "Leitung"), await post(agent, "Vertretung")];
		await give("signatory", { postId });
		await holds(deputyPostId, deputy);
		if (!given.vacant) await holds(postId, await someone());
		await world.db.deputyArrangement.create({
			data: {
				postId,
				deputyPostId,
				standing: given.standing,
				validFrom: day("2026-01-01"),
				validUntil: "over" in given ? day("2026-11-21") : null,
				acceptedAt: given.accepted ? new Date("2026-01-02T00:00:00Z") : null,
			},
		});
		expect(await shown(deputy)).toEqual(reaches ? ["signatory agent deputy"] : []);
	});

	test("reach the second in rank too while the first one has no account", async () => {
		const second = await someone();
		const [postId, one, two] = [await post(agent, "A"), await post(agent, "B"), await post(agent, "C")];
		await give("signatory", { postId });
		const { id: withoutAccount } = await world.db.person.create({ data: { displayName: "Ohne Konto" } });
		await holds(one, withoutAccount);
		await holds(two, second);
		for (const [rank, deputyPostId] of [
			[1, one],
			[2, two],
		] as const) {
			const acceptedAt = new Date("2026-01-02T00:00:00Z");
			await world.db.deputyArrangement.create({
				data: { postId, deputyPostId, rank, validFrom: day("2026-01-01"), acceptedAt },
			});
		}
		expect(await shown(second)).toEqual(["signatory agent deputy"]);
	});

	test("reach the second in rank only while the first one's post is not held", async () => {
		const [first, second] = [await someone(), await someone()];
		const [postId, one, two] = [await post(agent, "A"), await post(agent, "B"), await post(agent, "C")];
		await give("signatory", { postId });
		await holds(two, second);
		for (const [rank, deputyPostId] of [
			[1, one],
			[2, two],
		] as const) {
			const acceptedAt = new Date("2026-01-02T00:00:00Z");
			await world.db.deputyArrangement.create({
				data: { postId, deputyPostId, rank, validFrom: day("2026-01-01"), acceptedAt },
			});
		}
		expect(await shown(second)).toEqual(["signatory agent deputy"]);
		await holds(one, first);
		expect(await shown(second)).toEqual([]);
		expect(await shown(first)).toEqual(["signatory agent deputy"]);
	});
});

describe("giving a role", () => {
	const scope = () => ({ kind: "organisation" as const, id: agent });

	test("two at once give it once; ended on its first day, it can be given again", async () => {
		const personId = await someone();
		const wanted = { role: "guide" as const, scope: scope(), ownerId: agent, to: { personId } };
		const outcomes = await Promise.all([grantRole(world, wanted), grantRole(world, wanted)]);
		expect(outcomes.map((outcome) => outcome.done).sort()).toEqual([false, true]);
		const { id } = await world.db.roleGrant.findFirstOrThrow({ where: { personId } });
		expect(await endRole(world, { grantId: id, ownerId: agent })).toMatchObject({ done: true });
		expect(await shown(personId)).toEqual([]);
		await expect(endRole(world, { grantId: id, ownerId: agent })).rejects.toThrow(NotFound);
		expect(await grantRole(world, wanted)).toMatchObject({ done: true });
	});

	test.each([
		["operator in an organisation", { role: "operator" as const }],
		["a scope of somebody else", { role: "staff" as const, foreign: true }],
	])("refuses %s and leaves no trace", async (_, wanted) => {
		const personId = await someone();
		const before = await world.db.auditEvent.count();
		const ownerId = "foreign" in wanted ? principal : agent;
		const outcome = await grantRole(world, { role: wanted.role, scope: scope(), ownerId, to: { personId } });
		expect(outcome).toMatchObject({ done: false, refusals: [{ code: "role-scope" }] });
		expect(await world.db.roleGrant.count({ where: { personId } })).toBe(0);
		expect(await world.db.auditEvent.count()).toBe(before);
	});

	test("the database itself refuses what no command would write", async () => {
		const data = {
			id: newId(now),
			role: "staff",
			scopeKind: "platform",
			personId: await someone(),
			validFrom: day("2026-01-01"),
		};
		await expect(world.db.roleGrant.create({ data })).rejects.toThrow();
	});
});
