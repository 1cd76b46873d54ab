import { beforeAll, describe, expect, test } from "vitest";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { actingFor, area, municipality, openPlace, organisation, topic } from "~tests/factories/organisations";
import { adminOf, staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { principalsOf } from "../queries/organisations.server";
import { placeOf } from "../queries/place.server";
import { easyLanguage, managedEasyLanguage, takingPartOffline } from "../queries/taking-part.server";
import { endActingFor, recordActingFor } from "./acting-for.server";
import { createArea, endArea, renameArea } from "./areas.server";
import { foundOrganisation } from "./found-organisation.server";
import { describeSpace, setLook, writeEasyLanguage } from "./furnish-space.server";
import { openSpace } from "./open-space.server";
import { createTopic, endTopic, renameTopic } from "./topics.server";

let world: World;
let day: Date;
const by = (actor: World["actor"]): World => ({ ...world, actor });
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const lastEvent = (ownerId: string) =>
	world.db.auditEvent.findFirstOrThrow({ where: { ownerId }, orderBy: { position: "desc" } });

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	day = today(world.now);
});

describe("a place", () => {
	test("is opened once, at an address that nobody else has", async () => {
		const [one, two] = [await municipality(world, { name: "Eins" }), await municipality(world, { name: "Zwei" })];
		const open = (organisationId: string, slug: string) =>
			openSpace(by(adminOf(organisationId)), { organisationId, slug, name: "Ort" });
		expect(codes(await open(one, "Ort!"))).toEqual(["slug-shape"]);
		const outcomes = await Promise.all([open(one, "ort"), open(two, "ort")]);
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["slug-taken"]]));
		const winner = outcomes[0]?.done ? one : two;
		expect(codes(await open(winner, "anders"))).toEqual(["place-open"]);
		expect((await placeOf(world, "ort")).organisationId).toBe(winner);
		await expect(openSpace(by(adminOf(one)), { organisationId: two, slug: "fremd", name: "Ort" })).rejects.toThrow(
			Forbidden,
		);
	});

	test("takes colours that can be read, and gives them back", async () => {
		const organisationId = await municipality(world, { name: "Farbe" });
		const slug = await openPlace(world, { organisationId, name: "Farbe" });
		const admin = by(adminOf(organisationId));
		expect(codes(await setLook(admin, { organisationId, accent: "#ffee00" }))).toEqual(["colour-pale"]);
		expect((await placeOf(world, slug)).colours).toBeNull();
		expect((await setLook(admin, { organisationId, accent: "#0B5D3B" })).done).toBe(true);
		expect((await placeOf(world, slug)).colours).toEqual({ accent: "#0b5d3b", onAccent: "#ffffff" });
		expect((await setLook(admin, { organisationId, accent: null })).done).toBe(true);
		expect((await placeOf(world, slug)).colours).toBeNull();
		const change = { organisationId, name: "Neu", phone: null, email: null };
		await expect(describeSpace(by(adminOf(slug)), change)).rejects.toThrow(Forbidden);
		expect((await placeOf(world, slug)).name).toBe("Farbe");
	});
});

describe("taking part without the internet and in easy language", () => {
	test("stands on a page of the place, in the house's words until it has its own", async () => {
		const organisationId = await municipality(world, { name: "Leicht" });
		const slug = await openPlace(world, {
			organisationId,
			name: "Leicht",
			phone: "02651 88-0",
			phoneHours: "Mo–Fr 8–12 Uhr",
			address: "Am Markt 1\n56727 Mayen",
		});
		expect(await takingPartOffline(world, slug)).toMatchObject({
			place: { phone: "02651 88-0", phoneHours: "Mo–Fr 8–12 Uhr", address: "Am Markt 1\n56727 Mayen" },
			address: expect.stringMatching(/\/o\/leicht$/),
			open: [],
		});
		const before = await easyLanguage({ ...world, locale: "en" }, slug);
		expect([before.lang, before.html]).toEqual(["en", expect.stringContaining("Everybody can take part.")]);

		const admin = by(adminOf(organisationId));
		const text = richTextFromMarkdown("## Hallo\nKommen Sie vorbei.");
		await expect(
			writeEasyLanguage(by(adminOf(await municipality(world, { name: "Fremd" }))), { organisationId, text }),
		).rejects.toThrow(Forbidden);
		expect((await writeEasyLanguage(admin, { organisationId, text })).done).toBe(true);
		const own = await easyLanguage({ ...world, locale: "en" }, slug);
		expect([own.lang, own.html]).toEqual(["de", expect.stringContaining("Kommen Sie vorbei.")]);
		expect(await managedEasyLanguage(admin, slug)).toMatchObject({ isOwn: true });
		expect((await writeEasyLanguage(admin, { organisationId, text: null })).done).toBe(true);
		expect(await managedEasyLanguage(admin, slug)).toMatchObject({ isOwn: false });
	});
});

describe("an organisation founded below another one", () => {
	const founding = {
		kind: "REGISTERED_ASSOCIATION",
		name: "Sportverein e. V.",
		shortName: "SV",
		legalBasis: "Einverständnis",
	} as const;

	test("is acted for by its founder", async () => {
		const town = await municipality(world, { name: "Gründerin" });
		const found = (actor: World["actor"]) => foundOrganisation(by(actor), { parentId: town, ...founding });
		await expect(found(adminOf(town))).rejects.toThrow(new SignInNeeded("step-up"));
		const outcome = await found(steppedUp(adminOf(town), world.now));
		if (!outcome.done) throw new Error("refused");
		const { organisationId } = outcome.value;
		expect(await principalsOf(world, town, day)).toMatchObject([{ organisationId, legalBasis: "Einverständnis" }]);
		const stranger = await municipality(world, { name: "Fremde" });
		await expect(found(adminOf(stranger))).rejects.toThrow(Forbidden);
	});

	test("by somebody on behalf of the organisation above, is acted for by both", async () => {
		const association = await municipality(world, { name: "Maifeld", kind: "MUNICIPAL_ASSOCIATION" });
		const village = await municipality(world, { name: "Rüber", parentId: association });
		await actingFor(world, { agentId: association, principalId: village });
		const actor = staff([
			{ role: "organisation-admin", at: association },
			{ role: "organisation-admin", at: village, onBehalf: true },
		]);
		const outcome = await foundOrganisation(by(steppedUp(actor, world.now)), { parentId: village, ...founding });
		if (!outcome.done) throw new Error("refused");
		const agents = await world.db.actingFor.findMany({ where: { principalId: outcome.value.organisationId } });
		expect(agents.map(({ agentId }) => agentId).sort()).toEqual([association, village].sort());
		expect(await lastEvent(village)).toMatchObject({ type: "organisations.founded", onBehalfOfId: village });
	});
});

describe("an authority", () => {
	test("is given by the one it is for, never handed on by who has it", async () => {
		const [agent, principal] = [await municipality(world, { name: "A" }), await municipality(world, { name: "P" })];
		const input = {
			agentId: agent,
			principalId: principal,
			legalBasis: "Zweckvereinbarung",
			validFrom: day,
			validUntil: null,
		};
		await expect(recordActingFor(by(adminOf(agent)), input)).rejects.toThrow(Forbidden);
		const lent = staff([{ role: "organisation-admin", at: principal, onBehalf: true }]);
		await expect(recordActingFor(by(lent), input)).rejects.toThrow(Forbidden);
		await expect(recordActingFor(by(adminOf(principal)), input)).rejects.toThrow(new SignInNeeded("step-up"));
		const admin = by(steppedUp(adminOf(principal), world.now));
		expect(codes(await recordActingFor(admin, { ...input, agentId: principal }))).toEqual(["acts-for-itself"]);
		expect(codes(await recordActingFor(admin, { ...input, validUntil: day }))).toEqual(["period-empty"]);
		const outcomes = await Promise.all([recordActingFor(admin, input), recordActingFor(admin, input)]);
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["already-authorised"]]));
		expect(await world.db.actingFor.count({ where: { principalId: principal } })).toBe(1);
	});

	test("is ended by either side, earlier only, and no stranger ends it", async () => {
		const [agent, principal] = [await municipality(world, { name: "B" }), await municipality(world, { name: "Q" })];
		const actingForId = await actingFor(world, { agentId: agent, principalId: principal });
		const end = (actor: World["actor"], organisationId: string, days: number) =>
			endActingFor(by(actor), { actingForId, organisationId, endsOn: daysFrom(day, days) });
		const stranger = await municipality(world, { name: "S" });
		await expect(end(adminOf(stranger), principal, 5)).rejects.toThrow(Forbidden);
		await expect(end(adminOf(stranger), stranger, 5)).rejects.toThrow(NotFound);
		await expect(end(adminOf(agent), agent, 5)).rejects.toThrow(new SignInNeeded("step-up"));
		const byAgent = (days: number) => end(steppedUp(adminOf(agent), world.now), agent, days);
		expect(codes(await byAgent(0))).toEqual(["period-empty"]);
		expect((await byAgent(5)).done).toBe(true);
		expect(codes(await byAgent(50))).toEqual(["ends-earlier"]);
		expect((await end(steppedUp(adminOf(principal), world.now), principal, 2)).done).toBe(true);
		expect(await principalsOf(world, agent, daysFrom(day, 2))).toEqual([]);
		expect(await principalsOf(world, agent, daysFrom(day, 1))).toHaveLength(1);
	});
});

describe("areas and topics", () => {
	test("are created, renamed and ended with a successor, all by their owner", async () => {
		const ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
		const admin = by(adminOf(ownerId));
		const foreign = await municipality(world, { name: "Nachbarkreis", kind: "COUNTY" });
		const [west, east] = [await area(world, { ownerId, name: "West" }), await area(world, { ownerId, name: "Ost" })];
		await expect(renameArea(by(adminOf(foreign)), { ownerId, areaId: west, name: "X" })).rejects.toThrow(Forbidden);
		await expect(renameArea(by(adminOf(foreign)), { ownerId: foreign, areaId: west, name: "X" })).rejects.toThrow(
			NotFound,
		);
		expect((await renameArea(admin, { ownerId, areaId: west, name: "Westen" })).done).toBe(true);
		const endsOn = daysFrom(day, 10);
		const ending = { ownerId, areaId: west, endsOn };
		expect(codes(await endArea(admin, { ...ending, successorIds: [west] }))).toEqual(["successor-gone"]);
		expect((await endArea(admin, { ...ending, successorIds: [east, east] })).done).toBe(true);
		expect(await world.db.areaSuccessor.findMany()).toEqual([{ areaId: west, successorId: east }]);
	});

	test("the same body's territory is listed once, two at once as well", async () => {
		const ownerId = await municipality(world, { name: "Kreis 2", kind: "COUNTY" });
		const input = { ownerId, kind: "MUNICIPALITY", name: "Ort", bodyId: ownerId } as const;
		const outcomes = await Promise.all([createArea(by(house), input), createArea(by(house), input)]);
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["area-there"]]));
	});

	test("topics have one name each, two at once as well, and successors", async () => {
		const ownerId = await municipality(world, { name: "Kreis 3", kind: "COUNTY" });
		const admin = by(adminOf(ownerId));
		const outcomes = await Promise.all([1, 2].map(() => createTopic(admin, { ownerId, name: "Verkehr" })));
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["topic-there"]]));
		const [old, next] = [
			await topic(world, { ownerId, name: "Rad" }),
			await topic(world, { ownerId, name: "Mobilität" }),
		];
		expect(codes(await renameTopic(admin, { ownerId, topicId: old, name: "verkehr" }))).toEqual(["topic-there"]);
		expect((await renameTopic(admin, { ownerId, topicId: old, name: "Radverkehr" })).done).toBe(true);
		const endsOn = daysFrom(day, 1);
		expect((await endTopic(admin, { ownerId, topicId: old, endsOn, successorIds: [next] })).done).toBe(true);
		const later = { ...admin, now: new Date("2026-05-01T10:00:00Z") };
		await expect(renameTopic(later, { ownerId, topicId: old, name: "Y" })).rejects.toThrow(NotFound);
	});
});

test("an office's place in the tree is under the one that founded it", async () => {
	const town = await municipality(world, { name: "Stadt" });
	const office = await organisation(world, { parentId: town, kind: "OFFICE", name: "Bauamt" });
	expect(await world.db.organisation.findUnique({ where: { id: office }, select: { parentId: true } })).toEqual({
		parentId: town,
	});
});
