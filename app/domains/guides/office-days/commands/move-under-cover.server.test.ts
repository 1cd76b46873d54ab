import { afterAll, beforeAll, expect, test } from "vitest";
import { ablePeople } from "~/domains/accounts/index.server";
import { acceptDeputy } from "~/domains/organisations/commands/deputies.server";
import { completePlaces } from "~/domains/organisations/index.server";
import { guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { absence } from "~tests/factories/absences";
import { person } from "~tests/factories/accounts";
import { coveragePlan, officeSeries } from "~tests/factories/guides";
import { holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { bookingPath } from "../booking-token.server";
import type { Company } from "../queries/cover-of-booking.server";
import { bookingPage } from "../queries/public-pages.server";
import { bookSlot, moveBooking } from "./book.server";

// Leyla's Tuesdays; she is away on the 10th and the 17th, Nils stands in and has Thursdays of his own
let world: World;
let tuesdays: string;
let thursdays: string;
let others: string;

const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-09T10:00:00Z"), locale: "de" };
	completePlaces([{ able: ablePeople }]);
	const ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const [postId, coverPostId, otherPostId] = [
		await post(world, { organisationId: ownerId, label: "Lotsin", kind: "GUIDE" }),
		await post(world, { organisationId: ownerId, label: "Lotse", kind: "GUIDE" }),
		await post(world, { organisationId: ownerId, label: "Dritte", kind: "GUIDE" }),
	];
	await coveragePlan(world, { ownerId, fallbackPostId: postId });
	const { personId } = await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } });
	await holder(world, { postId: otherPostId, holder: { givenName: "Ute", familyName: "Mohr" } });
	const scope = { kind: "organisation" as const, id: ownerId };
	const nils = await person(world, {
		displayName: "Nils Adams",
		email: "nils@probe.example",
		password: null,
		roles: [{ role: "guide", scope, ownerId }],
	});
	await holder(world, { postId: coverPostId, holder: { personId: nils.personId } });
	const series = (of: string, firstDay: string, place: string) =>
		officeSeries(world, { ownerId, postId: of, municipalityId: ownerId, firstDay, place });
	tuesdays = await series(postId, "2026-03-10", "Rathaus Mendig");
	thursdays = await series(coverPostId, "2026-03-12", "Rathaus Andernach");
	others = await series(otherPostId, "2026-03-11", "Rathaus Mayen");
	const absenceId = await absence(world, {
		ownerId,
		personId,
		validUntil: daysFrom(today(world.now), 9),
		coverPostId,
	});
	const { id: arrangementId } = await db.deputyArrangement.findFirstOrThrow({ where: { absenceId } });
	const asCover = steppedUp(staff([{ role: "guide", at: ownerId }], nils.personId), world.now);
	must(await acceptDeputy({ ...world, actor: asCover }, { arrangementId }));
});
afterAll(() => completePlaces([]));

let minute = -20;
async function booked(day: string): Promise<string> {
	minute += 20;
	const of = { name: "Rosa Beispiel", email: null, phone: "030 23125", subject: null };
	const { id } = must(await bookSlot(world, { at: { code: tuesdays, day }, minute, ...of }));
	return bookingPath(id).split("/").at(-1) ?? "";
}
const move = (token: string, company: Company | null, [code, day, at]: readonly [string | null, string, number]) =>
	moveBooking(world, { token, company, to: { code, day, minute: at } });

test("a booking made under cover asks with whom it is to be, before it offers a slot", async () => {
	const token = await booked("2026-03-10");
	const asked = await bookingPage(world, token);
	expect(asked.cover).toEqual({ deputy: "Nils Adams", holder: "Leyla Acar", company: null });
	expect(asked.others).toEqual([]);
	expect(asked.page.post.cover?.name).toBe("Nils Adams");
	const days = async (company: Company) => {
		const { others: slots } = await bookingPage(world, token, company);
		return [
			...new Set(
				slots.map(({ code, day }) => `${code === tuesdays ? "Leyla" : code === thursdays ? "Nils" : code} ${day}`),
			),
		];
	};
	// where he stands in, and at his own office days: places are said only where they are others
	expect((await days("deputy")).slice(0, 4)).toEqual([
		"Leyla 2026-03-10",
		"Nils 2026-03-12",
		"Leyla 2026-03-17",
		"Nils 2026-03-19",
	]);
	const [stay] = (await bookingPage(world, token, "deputy")).others.filter(({ code }) => code === thursdays);
	expect(stay?.place).toBe("Rathaus Andernach");
	expect((await days("holder")).slice(0, 2)).toEqual(["Leyla 2026-03-24", "Leyla 2026-03-31"]);
});

test("it stays with the deputy or returns to the holder, and is never with somebody who was not asked for", async () => {
	const token = await booked("2026-03-10");
	expect(codes(await move(token, null, [null, "2026-03-24", 160]))).toEqual(["company-missing"]);
	for (const [company, to] of [
		["deputy", [null, "2026-03-24", 160]],
		["deputy", [others, "2026-03-11", 160]],
		["holder", [null, "2026-03-17", 160]],
		["holder", [thursdays, "2026-03-12", 160]],
	] as const) {
		expect(codes(await move(token, company, to))).toEqual(["not-with-them"]);
	}
	must(await move(token, "deputy", [thursdays, "2026-03-12", 160]));
	const stayed = await bookingPage(world, token);
	expect(stayed.page.opening.place).toBe("Rathaus Andernach");
	expect(stayed.page.post.holder).toBe("Nils Adams");
	// with him by his own day now, nobody asks any more, and other people's days are none to move to
	expect(stayed.cover).toBeNull();
	expect(codes(await move(token, null, [tuesdays, "2026-03-24", 160]))).toEqual(["slot-unknown"]);
	const returning = await booked("2026-03-17");
	must(await move(returning, "holder", [null, "2026-03-24", 160]));
	const back = await bookingPage(world, returning);
	expect([back.cover, back.page.post.holder, back.page.post.cover]).toEqual([null, "Leyla Acar", null]);
	const moved = await world.db.auditEvent.findMany({ where: { type: "guides.office-booking.moved" } });
	expect(moved.map(({ facts }) => (facts as { company?: string }).company).toSorted()).toEqual(["deputy", "holder"]);
});

test("two at once into one slot of the deputy: one gets it", async () => {
	const tokens = [await booked("2026-03-17"), await booked("2026-03-17")];
	const both = await Promise.all(tokens.map((token) => move(token, "deputy", [thursdays, "2026-03-19", 0])));
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["slot-taken"]]));
});
