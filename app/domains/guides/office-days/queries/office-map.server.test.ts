import { beforeAll, expect, test } from "vitest";
import { guest, house } from "~/platform/actor";
import type { World } from "~/platform/world.server";
import { coveragePlan, officeSeries } from "~tests/factories/guides";
import { municipality, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { freshDatabase } from "~tests/support/database";
import { cancelDay, moveDay } from "../commands/change-day.server";
import { officeMapOfPlace, placesWithOfficeDays } from "./map-of-place.server";
import { officeDaysAt } from "./public-pages.server";

let world: World;
let ownerId: string;
let mendig: string;
let mayen: string;
let mendigSeries: string;
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const townHall = { latitude: 50.3746, longitude: 7.2812 };
const school = { latitude: 50.33, longitude: 7.22 };

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-09T10:00:00Z"), locale: "de" };
	ownerId = await municipality(world, { name: "Mayen-Koblenz", kind: "COUNTY" });
	await db.organisation.update({ where: { id: ownerId }, data: { ars: "07137" } });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const unit = (name: string) => municipality(world, { name, kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	[mendig, mayen] = [await unit("Mendig"), await unit("Mayen")];
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin" });
	await coveragePlan(world, { ownerId, fallbackPostId: postId });
	const office = { ownerId, postId, firstDay: "2026-03-10" };
	mendigSeries = await officeSeries(world, { ...office, municipalityId: mendig, point: townHall });
	await officeSeries(world, { ...office, municipalityId: mayen, firstDay: "2026-03-12" });
});

const shown = async (municipalityId: string | null) =>
	(await officeDaysAt(world, "probe", { municipalityId })).map?.places.map(({ number, next }) => [
		next.municipality.name,
		number,
		next.day,
	]);

test("a pin for each place on the map, a row for each place, under the same filter as the list", async () => {
	expect(await shown(null)).toEqual([
		["Mendig", 1, "2026-03-10"],
		["Mayen", null, "2026-03-12"],
	]);
	expect(await shown(mayen)).toEqual([["Mayen", null, "2026-03-12"]]);
	const { map } = await officeDaysAt(world, "probe", { municipalityId: mayen });
	expect(map?.base).toBeNull();
	const whole = await officeMapOfPlace(world, { organisationId: ownerId });
	expect(whole?.base?.county).toBe("Mayen-Koblenz");
	expect(whole?.places[0]?.at).toEqual({ x: expect.any(Number), y: expect.any(Number) });
	expect(await placesWithOfficeDays(world)).toEqual([{ slug: "probe", name: "Landkreis Probe" }]);
});

test("a day moved elsewhere stands at its own point; an old point of another place is refused; a cancelled one is none", async () => {
	const byHouse = { ...world, actor: house };
	const at = { code: mendigSeries, day: "2026-03-10" };
	const to = { day: "2026-03-11", opensAt: "09:00", closesAt: "12:00", place: "Grundschule, Aula" };
	const reason = "Das Rathaus ist zu.";
	expect(codes(await moveDay(byHouse, { at, to: { ...to, point: townHall }, reason }))).toEqual([
		"point-of-other-place",
	]);
	must(await moveDay(byHouse, { at, to: { ...to, point: school }, reason }));
	const places = async () => (await officeDaysAt(world, "probe", { municipalityId: mendig })).map?.places ?? [];
	expect(
		(await places()).map(({ number, next }) => [number, next.opening.day, next.opening.place, next.point]),
	).toEqual([
		[1, "2026-03-11", "Grundschule, Aula", school],
		[2, "2026-03-17", "Rathaus, Zimmer 12", townHall],
	]);
	must(await cancelDay(byHouse, { at, reason }));
	expect((await places()).map(({ next }) => next.opening.place)).toEqual(["Rathaus, Zimmer 12"]);
});

test("until a guide puts it on the map, a place stands about where its municipality is, and the table says so", async () => {
	const city = await municipality(world, { name: "Koblenz", parentId: ownerId });
	await world.db.organisation.update({ where: { id: city }, data: { kind: "INDEPENDENT_CITY", ars: "07111" } });
	const postId = await post(world, { organisationId: ownerId, label: "Lotse Koblenz" });
	const office = { ownerId, postId, firstDay: "2026-03-12" };
	await officeSeries(world, { ...office, municipalityId: mendig, place: "Bürgerhaus" });
	const { code } = await world.db.officeSeries.findFirstOrThrow({ where: { place: "Bürgerhaus" } });
	await officeSeries(world, { ...office, municipalityId: city, place: "Rathaus am Jesuitenplatz" });
	const placeAt = async (municipalityId: string, place: string) =>
		(await officeDaysAt(world, "probe", { municipalityId })).map?.places.find(
			({ next }) => next.opening.place === place,
		);
	const exact = await placeAt(mendig, "Rathaus, Zimmer 12");
	expect(exact).toMatchObject({ rough: false });
	expect(await placeAt(mendig, "Bürgerhaus")).toMatchObject({ rough: true, number: exact?.number, at: exact?.at });
	expect(await placeAt(city, "Rathaus am Jesuitenplatz")).toMatchObject({ rough: true, number: 1 });
	expect(await placeAt(mayen, "Rathaus, Zimmer 12")).toMatchObject({ rough: false, number: null, at: null });
	await world.db.officeSeries.update({ where: { code }, data: school });
	const known = await placeAt(mendig, "Bürgerhaus");
	expect(known).toMatchObject({ rough: false });
	expect(known?.at).not.toEqual(exact?.at);
});

test("the database takes no half point and none outside Germany", async () => {
	const set = (data: { latitude: number | null; longitude: number | null }) =>
		world.db.officeSeries.update({ where: { code: mendigSeries }, data });
	await expect(set({ latitude: 50.3, longitude: null })).rejects.toThrow(/office_series_point_check/);
	await expect(set({ latitude: 7.2, longitude: 50.3 })).rejects.toThrow(/office_series_point_check/);
});
