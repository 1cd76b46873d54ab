import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PrismaClient } from "~/platform/database/generated/client";
import { freshDatabase } from "~tests/support/database";

const day = (text: string) => new Date(text);

describe("the database keeps periods half-open and, where exclusive, apart", () => {
	let db: PrismaClient;
	let organisationId: string;
	let personIds: string[];

	beforeAll(async () => {
		({ db } = await freshDatabase());
		const organisation = await db.organisation.create({
			data: { kind: "OFFICE", name: "Bauamt", shortName: "Bauamt", source: "Probe", sourceDate: day("2026-01-01") },
		});
		organisationId = organisation.id;
	});
	beforeEach(async () => {
		const people = await db.person.createManyAndReturn({ data: [{ displayName: "A" }, { displayName: "B" }] });
		personIds = people.map((person) => person.id);
	});

	const postWith = (singleSeat: boolean) =>
		db.post.create({
			data: { organisationId, label: "Sachbearbeitung", kind: "OFFICER", singleSeat, validFrom: day("2020-01-01") },
		});
	const hold = (post: { id: string; singleSeat: boolean }, who: number, from: string, until: string | null) =>
		db.postHolding.create({
			data: {
				postId: post.id,
				singleSeat: post.singleSeat,
				personId: personIds[who] ?? "",
				validFrom: day(from),
				validUntil: until === null ? null : day(until),
			},
		});

	test("one seat: the next holder begins on the day the former ends, not earlier", async () => {
		const post = await postWith(true);
		await hold(post, 0, "2024-01-01", "2025-01-01");
		await expect(hold(post, 1, "2024-12-31", null)).rejects.toThrow(/post_holding_single_seat/);
		await hold(post, 1, "2025-01-01", null);
		await expect(hold(post, 0, "2026-01-01", null)).rejects.toThrow(/post_holding_single_seat/);
	});

	test("one seat: of two holders entered at once, one is refused", async () => {
		const post = await postWith(true);
		const results = await Promise.allSettled([hold(post, 0, "2024-01-01", null), hold(post, 1, "2024-06-01", null)]);
		expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	test("several seats: two people may, the same person twice may not, and the seats cannot shrink under them", async () => {
		const post = await postWith(false);
		await hold(post, 0, "2024-01-01", null);
		await hold(post, 1, "2024-01-01", null);
		await expect(hold(post, 0, "2024-06-01", null)).rejects.toThrow(/post_holding_person_once/);
		await expect(db.post.update({ where: { id: post.id }, data: { singleSeat: true } })).rejects.toThrow(
			/post_holding_single_seat/,
		);
	});

	test("a holding cannot claim another kind of seat than its post has", async () => {
		const post = await postWith(true);
		await expect(hold({ id: post.id, singleSeat: false }, 0, "2024-01-01", null)).rejects.toThrow();
	});

	test("no period ends before or on the day it begins", async () => {
		const post = await postWith(true);
		await expect(hold(post, 0, "2024-01-01", "2024-01-01")).rejects.toThrow(/post_holding_period/);
		await expect(hold(post, 0, "2024-01-01", "2023-01-01")).rejects.toThrow();
	});

	test("nobody acts for itself, and no authorisation stands twice", async () => {
		const other = await db.organisation.create({
			data: { kind: "AGENCY", name: "Zweckverband", shortName: "ZV", source: "Probe", sourceDate: day("2026-01-01") },
		});
		const authorise = (principalId: string, from: string) =>
			db.actingFor.create({
				data: { agentId: other.id, principalId, legalBasis: "Zweckvereinbarung", validFrom: day(from) },
			});
		await expect(authorise(other.id, "2024-01-01")).rejects.toThrow(/acting_for_other/);
		await authorise(organisationId, "2024-01-01");
		await expect(authorise(organisationId, "2025-01-01")).rejects.toThrow(/acting_for_once/);
	});
});
