import { beforeAll, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { must } from "~tests/factories/outcome";
import { contribution, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { personalData } from "../personal-data.server";
import { recountSupports } from "./recount-supports.server";
import { support, withdrawSupport } from "./support.server";

const now = new Date("2026-06-15T10:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let ute: Actor & { kind: "person" };
let processId: string;

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4220");
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const manager = personWith(["participation-manager"], mayen.organisationId, {
		personId: await human(db, now, "Petra"),
	});
	ute = personWith([], mayen.organisationId, { personId: await human(db, now, "Ute") });
	({ id: processId } = await process(world(manager), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
		moderation: "after",
	}));
});

const world = (actor: Actor) => worldOf(db, actor, now);
const idea = async () => (await contribution(world(ute), { processId })).id;
const somebody = async (name: string) =>
	personWith([], mayen.organisationId, { personId: await human(db, now, name), displayName: name });

/** The stored figure, and what counting the rows says. */
async function figures(id: string): Promise<[stored: number, counted: number]> {
	const { supportCount } = await db.contribution.findUniqueOrThrow({ where: { id } });
	const [members, guests] = await Promise.all([
		db.support.count({ where: { contributionId: id } }),
		db.guestSupport.count({ where: { contributionId: id } }),
	]);
	return [supportCount, members + guests];
}

it("100 people at once are 100, and one person 100 times at once is one", async () => {
	const id = await idea();
	const people = await Promise.all(Array.from({ length: 100 }, (_, index) => somebody(`Nachbarin ${index}`)));
	await Promise.all(people.map((person) => support(world(person), { id })));
	expect(await figures(id)).toEqual([100, 100]);
	const outcomes = await Promise.all(Array.from({ length: 100 }, () => support(world(ute), { id })));
	expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
	expect(await figures(id)).toEqual([101, 101]);
});

it("sinks with every support that is taken back or erased, and with no other", async () => {
	const [id, other] = [await idea(), await idea()];
	const [paul, olga] = [await somebody("Paul"), await somebody("Olga")];
	for (const actor of [paul, olga]) {
		for (const one of [id, other]) must(await support(world(actor), { id: one }));
	}
	must(await withdrawSupport(world(olga), { id }));
	expect((await withdrawSupport(world(olga), { id })).done).toBe(false);
	await personalData.erase(world(house), paul.personId);
	expect([await figures(id), await figures(other)]).toEqual([
		[0, 0],
		[1, 1],
	]);
});

it("is compared with the supports, and mended with a trace where somebody wrote past the triggers", async () => {
	const id = await idea();
	must(await support(world(ute), { id }));
	expect(await recountSupports(world(house))).toBe(0);
	await db.contribution.update({ where: { id }, data: { supportCount: 7 } });
	expect(await recountSupports(world(house))).toBe(1);
	expect(await figures(id)).toEqual([1, 1]);
	const traces = await db.auditEvent.findMany({ where: { type: "participation.support-figures.mended" } });
	expect(traces.map(({ facts }) => facts)).toEqual([{ count: 1 }]);
	await expect(recountSupports(world(guest))).rejects.toThrow();
});
