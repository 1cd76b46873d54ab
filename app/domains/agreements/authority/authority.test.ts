import { expect, test } from "vitest";
import { type Authority, authorityFor } from "./authority";

const now = new Date("2026-11-22T10:00:00Z");
const given = (changes: Partial<Authority> = {}): Authority => ({
	id: "a",
	postId: "mayor",
	validFrom: "2026-01-01",
	validUntil: null,
	revokedAt: null,
	limit: null,
	...changes,
});
const asked = { postId: "mayor", amount: 50_000_00n, day: "2026-11-22", now };

test.each([
	["none are kept: the post counts", [], true],
	["without limit", [given()], true],
	["up to the cent", [given({ limit: 50_000_00n })], true],
	["kept for another post only", [given({ postId: "clerk" })], false],
	["not yet", [given({ validFrom: "2026-11-23" })], false],
	["on its first day", [given({ validFrom: "2026-11-22" })], true],
	["its first day without", [given({ validUntil: "2026-11-22" })], false],
	["revoked before", [given({ revokedAt: new Date("2026-11-22T09:59:59Z") })], false],
	["revoked this moment", [given({ revokedAt: now })], false],
	["revoked, and another that counts", [given({ revokedAt: now }), given({ id: "b" })], true],
] as const)("%s", (_, kept, may) => {
	expect(authorityFor(kept, asked).may).toBe(may);
});

test("above the limit it says the limit and who may", () => {
	const kept = [
		given({ limit: 10_000_00n }),
		given({ id: "b", limit: 49_999_99n }),
		given({ id: "c", postId: "council" }),
	];
	expect(authorityFor(kept, asked)).toEqual({
		may: false,
		code: "amount-limit",
		limit: 49_999_99n,
		others: ["council"],
	});
});
