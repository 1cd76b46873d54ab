import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { adminOf, staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { endHolding } from "../../commands/holdings.server";
import { completePlaces, type OpenWork } from "../../composition.server";
import { personalData } from "../../personal-data.server";
import { handOverNotices } from "../notices.server";
import { handOverPage, handOversAt, waitingHandOvers } from "../queries/hand-overs.server";
import { addWord, decideItems, prepareHandOver, settleItem } from "./decide.server";
import { lookAfterDepartures } from "./departures.server";

let world: World;
let town: string;
let slug: string;
let day: Date;
let postId: string;
let leaving: { holdingId: string; personId: string };
let open: OpenWork[];
let ownNotes: number;

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	day = today(world.now);
	town = await municipality(world, { name: "Andernach" });
	slug = await openPlace(world, { organisationId: town, name: "Andernach" });
	completePlaces([
		{
			openWork: async (_, of) => (of.postId === postId ? open : []),
			keptPrivate: async (_, of) => (of.postId === postId ? ownNotes : 0),
		},
	]);
});
afterAll(() => completePlaces([]));

const thing = (n: number): OpenWork => ({
	kind: "CONCERN",
	subject: { kind: "concern", id: `00000000-0000-7000-8000-00000000000${n}` },
	dueOn: "2026-04-01",
});
beforeEach(async () => {
	postId = await post(world, { organisationId: town, label: "Lotsin" });
	leaving = await holder(world, { postId, holder: { givenName: "Ina", familyName: "Geht" } });
	open = [thing(1), thing(2), thing(3)];
	ownNotes = 0;
});

const lead = (): World => ({ ...world, actor: steppedUp(adminOf(town), world.now) });
const as = (personId: string): World => ({ ...world, actor: staff([{ role: "staff", at: town }], personId) });
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

async function departed(): Promise<string> {
	const outcome = await endHolding(lead(), { postId, holdingId: leaving.holdingId, endsOn: daysFrom(day, 10) });
	if (!outcome.done || !outcome.value.handOverId) throw new Error("no hand-over");
	return outcome.value.handOverId;
}
async function successor() {
	const { personId } = await holder(world, {
		postId,
		holder: { givenName: "Udo", familyName: "Kommt" },
		validFrom: daysFrom(day, 10),
	});
	return as(personId);
}

const later = (days: number): World => ({ ...world, now: new Date(world.now.getTime() + days * 86_400_000) });
const swept = (days: number) => lookAfterDepartures({ ...later(days), actor: house });
const handOverOf = (holdingId: string) =>
	world.db.handOver.findUnique({ where: { holdingId }, include: { items: { orderBy: { subjectId: "asc" } } } });
async function told(handOverId: string) {
	const event = await world.db.auditEvent.findFirstOrThrow({
		where: { type: "organisations.hand-over.opened", subjectId: handOverId },
	});
	const recorded = { ...event, subject: { kind: "hand-over", id: handOverId }, at: world.now, facts: {} };
	return (
		(await handOverNotices["organisations.hand-over.opened"]?.(world.db, {
			...recorded,
			ownerId: town,
			actorPersonId: null,
		})) ?? []
	);
}

describe("a departure", () => {
	test("opens a hand-over with all that is open; without anything open there is none", async () => {
		const handOverId = await departed();
		const { handOver, items } = await handOverPage(lead(), slug, handOverId);
		expect(handOver).toMatchObject({ cause: "DEPARTURE", from: "Ina Geht", to: null, state: "prepared", left: 3 });
		expect(items.map(({ dueOn }) => dueOn)).toEqual(["2026-04-01", "2026-04-01", "2026-04-01"]);
		open = [];
		const empty = await post(world, { organisationId: town, label: "Leer" });
		const { holdingId } = await holder(world, { postId: empty, holder: { givenName: "Eva", familyName: "Leer" } });
		const ended = await endHolding(lead(), { postId: empty, holdingId, endsOn: daysFrom(day, 1) });
		expect(ended).toMatchObject({ done: true, value: { handOverId: null } });
	});

	test("ended a second time, earlier, it is the same hand-over with what came in between", async () => {
		const handOverId = await departed();
		open = [...open, thing(4)];
		const again = await endHolding(lead(), { postId, holdingId: leaving.holdingId, endsOn: daysFrom(day, 5) });
		expect(again).toMatchObject({ done: true, value: { handOverId } });
		const { handOver, items } = await handOverPage(lead(), slug, handOverId);
		expect(handOver.effectiveOn).toBe("2026-03-15");
		expect(items).toHaveLength(4);
	});

	test("is accepted item by item, the rest goes to the lead with the reason, and then it is complete", async () => {
		const handOverId = await departed();
		const taker = await successor();
		const { items } = await handOverPage(taker, slug, handOverId);
		const [one, two] = items.map(({ id }) => id);
		if (!one || !two) throw new Error("no items");
		expect((await decideItems(taker, { handOverId, itemId: one, refusal: null })).done).toBe(true);
		expect(codes(await decideItems(taker, { handOverId, itemId: one, refusal: null }))).toEqual(["decided-before"]);
		expect(codes(await decideItems(taker, { handOverId, itemId: two, refusal: " " }))).toEqual(["reason-missing"]);
		await decideItems(taker, { handOverId, itemId: two, refusal: "Das gehört zum Bauamt." });
		expect(await waitingHandOvers(taker)).toMatchObject([{ what: "take", count: 1 }]);
		expect((await waitingHandOvers(lead())).filter(({ id }) => id === handOverId)).toMatchObject([
			{ what: "rest", count: 1 },
		]);
		await decideItems(taker, { handOverId, itemId: null, refusal: null });
		expect((await handOverPage(lead(), slug, handOverId)).handOver.state).toBe("rest");
		await settleItem(lead(), { handOverId, itemId: two, reason: "Geht ans Bauamt.", postId: null });
		const { handOver } = await handOverPage(lead(), slug, handOverId);
		expect(handOver).toMatchObject({ state: "completed", left: 0 });
		expect((await world.db.handOver.findUniqueOrThrow({ where: { id: handOverId } })).completedAt).not.toBeNull();
	});

	test("of two who decide on one item at once, one does", async () => {
		const handOverId = await departed();
		const taker = await successor();
		const { items } = await handOverPage(taker, slug, handOverId);
		const itemId = items[0]?.id ?? "";
		const outcomes = await Promise.all([
			decideItems(taker, { handOverId, itemId, refusal: null }),
			decideItems(taker, { handOverId, itemId, refusal: "Nicht meins." }),
		]);
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
	});

	test("who leaves adds what only they know, but does not accept it; colleagues and strangers see nothing", async () => {
		const handOverId = await departed();
		const who = as(leaving.personId);
		const word = { handOverId, kind: "PROMISE" as const, text: "Der Wehrführer bekommt bis Mai Antwort.", dueOn: null };
		expect((await addWord(who, word)).done).toBe(true);
		expect(codes(await addWord(who, { ...word, text: " " }))).toEqual(["text-missing"]);
		await expect(decideItems(who, { handOverId, itemId: null, refusal: null })).rejects.toThrow(Forbidden);
		await expect(decideItems(lead(), { handOverId, itemId: null, refusal: null })).rejects.toThrow(Forbidden);
		const stranger = as("00000000-0000-7000-8000-0000000000ff");
		await expect(handOverPage(stranger, slug, handOverId)).rejects.toThrow(Forbidden);
		await expect(addWord(stranger, word)).rejects.toThrow(Forbidden);
		expect((await handOversAt(stranger, slug)).handOvers).toEqual([]);
		await expect(handOverPage(lead(), slug, "00000000-0000-7000-8000-0000000000fe")).rejects.toThrow(NotFound);
		const taker = await successor();
		await expect(
			settleItem(taker, { handOverId, itemId: "00000000-0000-7000-8000-0000000000fd", reason: "So.", postId: null }),
		).rejects.toThrow(Forbidden);
	});

	test("tells who leaves how much only they can read, also when nothing is open; and then nobody else", async () => {
		open = [];
		ownNotes = 2;
		const handOverId = await departed();
		await successor();
		const { handOver, keptPrivate } = await handOverPage(lead(), slug, handOverId);
		expect(handOver).toMatchObject({ state: "completed", left: 0 });
		expect(keptPrivate).toBe(2);
		expect((await world.db.handOver.findUniqueOrThrow({ where: { id: handOverId } })).completedAt).not.toBeNull();
		const notices = await told(handOverId);
		expect(notices.map(({ to }) => to)).toEqual([{ personId: leaving.personId }]);
		expect(notices[0]?.paragraphs.at(-1)).toContain("2 persönliche Notizen");
	});

	test("waits with the lead while nobody holds the post, from its day on", async () => {
		const handOverId = await departed();
		const of = async (days: number) =>
			(await waitingHandOvers({ ...lead(), now: later(days).now })).filter(({ id }) => id === handOverId);
		expect(await of(9)).toEqual([]);
		expect(await of(10)).toMatchObject([{ what: "vacant", count: 3 }]);
		await successor();
		expect(await of(10)).toEqual([]);
	});

	test("reads anew what is open, and is open again by that", async () => {
		const handOverId = await departed();
		await decideItems(await successor(), { handOverId, itemId: null, refusal: null });
		open = [...open, thing(5)];
		const meetingOn = daysFrom(day, 8);
		expect(await prepareHandOver(lead(), { handOverId, meetingOn })).toEqual({ done: true, value: 1 });
		const { handOver } = await handOverPage(lead(), slug, handOverId);
		expect(handOver).toMatchObject({ state: "partly", meetingOn: "2026-03-18" });
	});
});

describe("nobody leaves in silence", () => {
	const dated = async (days: number) => {
		postId = await post(world, { organisationId: town, label: "Auf Zeit" });
		const { holdingId } = await holder(world, {
			postId,
			holder: { givenName: "Uta", familyName: "Zeit" },
			validUntil: daysFrom(day, days),
		});
		return holdingId;
	};

	test("a holding with an end from the start is handed over two weeks before it, once", async () => {
		const holdingId = await dated(40);
		await swept(25);
		expect(await handOverOf(holdingId)).toBeNull();
		await swept(26);
		const opened = await handOverOf(holdingId);
		expect(opened).toMatchObject({ cause: "DEPARTURE", fromPostId: postId, effectiveOn: daysFrom(day, 40) });
		expect(opened?.items).toHaveLength(3);
		// what comes to the post until that day comes to the list, once a day
		open = [...open, thing(6)];
		expect(await swept(26)).toBe(0);
		await swept(27);
		expect((await handOverOf(holdingId))?.items).toHaveLength(4);
		open = [...open, thing(7)];
		await swept(41);
		expect((await handOverOf(holdingId))?.items).toHaveLength(4);
	});

	test("when the house was away it is made up for; without anything open nothing begins", async () => {
		const holdingId = await dated(50);
		open = [];
		await swept(45);
		expect(await handOverOf(holdingId)).toBeNull();
		open = [thing(1)];
		await swept(70);
		expect((await handOverOf(holdingId))?.items).toHaveLength(1);
	});

	test("who erases their account frees their posts, and what is open there is handed over the same day", async () => {
		const { personId, holdingId } = leaving;
		const next = await post(world, { organisationId: town, label: "Später" });
		await holder(world, { postId: next, holder: { personId }, validFrom: daysFrom(day, 90) });
		await swept(0);
		expect(await handOverOf(holdingId)).toBeNull();
		await world.db.$transaction((db) => personalData.erase({ ...world, db }, personId));
		await world.db.person.update({ where: { id: personId }, data: { erasedAt: world.now } });
		const holdings = await world.db.postHolding.findMany({ where: { personId } });
		expect(holdings.map(({ id, validFrom, validUntil }) => [id, validFrom, validUntil])).toEqual([
			[holdingId, day, daysFrom(day, 1)],
		]);
		expect(await swept(0)).toBe(1);
		const opened = await handOverOf(holdingId);
		expect(opened?.items).toHaveLength(3);
		expect(await told(opened?.id ?? "")).toEqual([]);
		expect(await waitingHandOvers({ ...lead(), now: later(1).now })).toContainEqual(
			expect.objectContaining({ what: "vacant", id: opened?.id, count: 3 }),
		);
	});
});
