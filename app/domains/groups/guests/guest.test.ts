import { describe, expect, it } from "vitest";
import { accessOn, itemsForGuest } from "./guest";
import { guestsIn } from "./guests-in";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("a guest", () => {
	it.each([
		["2026-11-21", null, "valid"],
		["2026-11-22", null, "over"],
		["2026-11-23", null, "over"],
		["2026-11-21", day("2026-11-20"), "revoked"],
		["2026-11-23", day("2026-11-20"), "revoked"],
	] as const)("with access until 2026-11-21 is on %s, revoked %s: %s", (on, revokedAt, state) => {
		expect(accessOn({ validUntil: day("2026-11-22"), revokedAt }, day(on))).toBe(state);
	});

	it.each([
		["named for a closed item of a public meeting", true, ["closed"], ["open", "closed"]],
		["named for the open item of a closed meeting", false, ["open"], ["open"]],
		["named for a closed item of a closed meeting", false, ["closed"], ["closed"]],
		["invited to a closed meeting as a whole", false, [], ["open"]],
		["invited to a public meeting as a whole", true, [], ["open"]],
		["named for an item of another meeting", false, ["elsewhere"], ["open"]],
	] as const)("%s learns of what is theirs", (_, isPublic, named, seen) => {
		const agenda = [
			{ id: "open", isPublic: true },
			{ id: "closed", isPublic: false },
			{ id: "other", isPublic: false },
		];
		expect(itemsForGuest({ agenda, isPublic }, new Set(named)).map(({ id }) => id)).toEqual(seen);
	});

	it("stands in the list of a meeting while the access is not revoked, or when they were there", () => {
		const at = day("2026-11-21");
		const guest = { name: "Gisela", revokedAt: null, items: [{ agendaItemId: "b" }] };
		const away = { capacity: null, arrivedAt: null, leftAt: null };
		const there = { capacity: "reporting", arrivedAt: at, leftAt: null };
		const invitations = [
			{ id: "1", guest, ...away },
			{ id: "2", guest: { ...guest, revokedAt: at }, ...away },
			{ id: "3", guest: { ...guest, name: "", revokedAt: at }, ...there },
			{ id: "4", guest: null, ...away },
		];
		const agenda = [
			{ id: "a", position: 1 },
			{ id: "b", position: 2 },
		];
		expect(guestsIn({ invitations, agenda })).toEqual([
			{ id: "1", name: "Gisela", reporting: false, items: [2], arrivedAt: null, leftAt: null },
			{ id: "3", name: null, reporting: true, items: [2], arrivedAt: at, leftAt: null },
		]);
	});
});
