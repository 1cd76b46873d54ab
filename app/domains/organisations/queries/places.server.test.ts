import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { guest } from "~/platform/actor";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { deputy, holder, municipality, openPlace, organisation, post } from "~tests/factories/organisations";
import { adminOf, staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { appoint } from "../commands/holdings.server";
import { completePlaces } from "../composition.server";
import { manifest } from "../manifest.server";
import { deputyOffers } from "./deputy-offers.server";
import { managedPost, managedPosts } from "./managed-posts.server";
import { searchMunicipalities } from "./municipalities.server";
import { placeStart, placeWork } from "./place-start.server";
import { postAt, postsAt, postsOf } from "./posts.server";

let world: World;
let town: string;
let office: string;
let head: string;
let hidden: string;
let anna: string;
let before: string;

const by = (actor: World["actor"]): World => ({ ...world, actor });
const lateNow = new Date("2026-03-10T10:00:00Z");

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: lateNow, locale: "de" };
	const county = await municipality(world, { name: "Mayen-Koblenz", kind: "COUNTY" });
	const association = await municipality(world, { name: "Maifeld", kind: "MUNICIPAL_ASSOCIATION", parentId: county });
	town = await municipality(world, { name: "Polch", parentId: association });
	await municipality(world, { name: "Andernach", parentId: county });
	await municipality(world, { name: "100% Probe", parentId: county });
	await openPlace(world, { organisationId: town, name: "Stadt Polch", slug: "polch" });
	office = await organisation(world, { parentId: town, kind: "OFFICE", name: "Bauamt" });
	const long = { ...world, now: new Date("2025-01-01T10:00:00Z") };
	head = await post(long, { organisationId: town, label: "Bürgermeisterin", kind: "HEAD", phone: "02654 1" });
	hidden = await post(world, { organisationId: office, label: "Intern", isPublic: false });
	({ personId: before } = await holder(long, {
		postId: head,
		holder: { givenName: "Vera", familyName: "Vor" },
		validUntil: new Date("2026-01-01"),
	}));
	({ personId: anna } = await holder(world, { postId: head, holder: { givenName: "Anna", familyName: "Bauer" } }));
});
afterEach(() => completePlaces([]));

describe("places are found", () => {
	const names = async (words: string) => (await searchMunicipalities(world, words)).map(({ shortName }) => shortName);

	test.each([
		["Polch", "Polch"],
		["polhc", "Polch"],
		["Andernch", "Andernach"],
		["And", "Andernach"],
		["Koblenz", "Mayen-Koblenz"],
	])("%s finds %s", async (words, name) => {
		expect((await names(words))[0]).toBe(name);
	});

	test("what is nowhere is not found, and wildcards are letters", async () => {
		expect(await names("Xyzzyq")).toEqual([]);
		expect(await names("%")).toEqual([]);
		expect(await names("100%")).toEqual(["100% Probe"]);
	});

	test("with association and county; without words those that have a place", async () => {
		expect(await searchMunicipalities(world, "")).toMatchObject([
			{ shortName: "Polch", association: "Maifeld", county: "Mayen-Koblenz", slug: "polch" },
		]);
	});
});

describe("posts at a place", () => {
	test("are public ones for everybody, all for those who work there", async () => {
		const labels = async (actor: World["actor"]) => (await postsAt(by(actor), "polch")).posts.map(({ label }) => label);
		expect(await labels(guest)).toEqual(["Bürgermeisterin"]);
		expect(await labels(staff([{ role: "staff", at: office }]))).toEqual(["Bürgermeisterin", "Intern"]);
		expect(await postsOf(world, office)).toEqual([]);
		await expect(postAt(world, "polch", hidden)).rejects.toThrow(NotFound);
	});

	test("show today's holder, former ones to staff only", async () => {
		const open = await postAt(world, "polch", head);
		expect(open).toMatchObject({ post: { holder: "Anna Bauer", phone: "02654 1" }, former: null });
		const inside = await postAt(by(staff([{ role: "staff", at: town }])), "polch", head);
		expect(inside.former).toMatchObject([{ name: "Vera Vor", from: "2025-01-01", until: "2025-12-31" }]);
	});

	test("of another place are not found here", async () => {
		const other = await municipality(world, { name: "Münstermaifeld" });
		await openPlace(world, { organisationId: other, name: "Münstermaifeld" });
		await expect(postAt(world, "muenstermaifeld", head)).rejects.toThrow(NotFound);
		await expect(managedPost(by(adminOf(other)), "muenstermaifeld", head)).rejects.toThrow(NotFound);
		await expect(managedPost(by(adminOf(other)), "polch", head)).rejects.toThrow(Forbidden);
		await expect(managedPosts(world, "polch")).rejects.toThrow(SignInNeeded);
	});
});

test("later domains add lists, work and people, each under its own policy", async () => {
	const stranger = await holder(world, {
		postId: await post(world, { organisationId: await municipality(world, { name: "Weit" }), label: "Fern" }),
		holder: { givenName: "Rolf", familyName: "Rolle" },
	});
	completePlaces([
		{
			lists: async () => [
				{ id: "leer", title: "Leer", entries: [] },
				{ id: "mit", title: "Mitmachen", entries: [{ title: "Wege", href: "/x" }] },
			],
			work: async (_view, place) => [{ href: `/o/${place.slug}/x`, label: "X", text: "x" }],
			people: async () => [{ id: stranger.personId, displayName: "Rolf Rolle" }],
		},
	]);
	expect((await placeStart(world, "polch")).lists.map(({ id }) => id)).toEqual(["mit"]);
	await expect(placeWork(world, "polch")).rejects.toThrow(SignInNeeded);
	expect(await placeWork(by(staff([{ role: "staff", at: town }])), "polch")).toMatchObject({
		work: [
			{ href: "/o/polch/x" },
			{ href: "/o/polch/verwaltung/abwesenheiten" },
			{ href: "/o/polch/verwaltung/uebergaben" },
		],
		administers: false,
	});
	const postId = await post(world, { organisationId: town, label: "Kasse" });
	const period = { acting: false, validFrom: new Date("2026-03-10"), validUntil: null };
	const admin = by(steppedUp(adminOf(town), world.now));
	expect((await appoint(admin, { postId, holder: { personId: stranger.personId }, ...period })).done).toBe(true);
});

describe("the house knows", () => {
	const { organisation: bodies, post: posts, person: people } = manifest.subjects ?? {};

	test("organisations and public posts, for everybody", async () => {
		expect((await bodies?.resolve(world, [town, office]))?.get(town)).toMatchObject({
			title: "Stadt Polch",
			href: "/o/polch",
		});
		const resolved = await posts?.resolve(world, [head, hidden]);
		expect([...(resolved?.keys() ?? [])]).toEqual([head]);
		expect(resolved?.get(head)?.href).toBe(`/o/polch/stellen/${head}`);
		const inside = await posts?.resolve(by(staff([{ role: "staff", at: office }])), [hidden]);
		expect(inside?.get(hidden)?.href).toBe(`/o/polch/stellen/${hidden}`);
	});

	test("people only for those who work where they hold or held a post", async () => {
		expect((await people?.resolve(world, [anna, before]))?.size).toBe(0);
		expect((await people?.resolve(by(staff([{ role: "staff", at: office }])), [anna]))?.size).toBe(0);
		const seen = await people?.resolve(by(staff([{ role: "staff", at: town }])), [anna, before]);
		expect([...(seen?.values() ?? [])].map(({ title }) => title).sort()).toEqual(["Anna Bauer", "Vera Vor"]);
	});

	test("texts to search, without names of people", async () => {
		expect(await bodies?.searchText?.(world.db, office)).toBeNull();
		expect(await bodies?.searchText?.(world.db, town)).toMatchObject({ isPublic: true, title: "Stadt Polch" });
		const text = await posts?.searchText?.(world.db, head);
		expect(text).toMatchObject({ isPublic: true, ownerId: town, title: "Bürgermeisterin" });
		expect(JSON.stringify(text)).not.toContain("Anna");
		expect(await posts?.searchText?.(world.db, hidden)).toMatchObject({ isPublic: false });
	});

	test("what is held about a person, and nothing of others", async () => {
		const data = await manifest.personalData?.export(world.db, anna);
		expect(data).toMatchObject({ person: { displayName: "Anna Bauer" }, posts: [{ post: "Bürgermeisterin" }] });
		expect(JSON.stringify(data)).not.toContain("Vera");
	});

	test("which deputies wait to be accepted, and whom to ask", async () => {
		const arrangementId = await deputy(world, { postId: hidden, deputyPostId: head, accepted: false });
		const reader = by(staff([], anna));
		expect(await manifest.waiting?.(reader)).toMatchObject([{ count: 1, href: "/vertretungen" }]);
		expect(await manifest.waiting?.(world)).toMatchObject([{ count: 0 }]);
		expect(await deputyOffers(reader)).toMatchObject([{ id: arrangementId, post: "Intern", as: "Bürgermeisterin" }]);
		const event = await world.db.auditEvent.findFirstOrThrow({ where: { type: "organisations.deputy.appointed" } });
		const notices = await manifest.notices?.[event.type]?.(world.db, {
			id: event.id,
			type: event.type,
			ownerId: event.ownerId,
			at: event.at,
			subject: { kind: event.subjectKind, id: event.subjectId },
			facts: { arrangement: arrangementId },
			actorPersonId: null,
		});
		expect(notices).toMatchObject([{ to: { personId: anna }, action: { path: "/vertretungen" } }]);
	});
});

test("an erased holder stays with the period, without the name", async () => {
	await world.db.person.update({
		where: { id: before },
		data: { erasedAt: world.now, givenName: null, familyName: null, displayName: "gelöschtes Konto" },
	});
	const inside = by(staff([{ role: "staff", at: town }]));
	expect((await postAt({ ...inside, locale: "en" }, "polch", head)).former).toMatchObject([
		{ name: "deleted account", from: "2025-01-01", until: "2025-12-31" },
	]);
});
