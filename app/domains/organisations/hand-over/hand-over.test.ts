import { expect, test } from "vitest";
import { type ItemState, itemStates, mayBecome, stateOf } from "./hand-over";

test.each<[ItemState[], boolean, string]>([
	[["OPEN", "OPEN"], false, "prepared"],
	[["OPEN", "OPEN"], true, "offered"],
	[["OPEN", "ACCEPTED"], true, "partly"],
	[["REFUSED", "ACCEPTED"], true, "rest"],
	[["REFUSED", "OPEN"], true, "partly"],
	[["SETTLED", "ACCEPTED"], true, "completed"],
	[["ACCEPTED"], false, "completed"],
	[[], false, "completed"],
])("%j with successor %s: %s", (states, hasSuccessor, expected) => {
	expect(
		stateOf(
			states.map((state) => ({ state })),
			hasSuccessor,
		),
	).toBe(expected);
});

test("what was accepted or settled stays; what was refused only the lead settles", () => {
	const ways = itemStates.flatMap((from) =>
		itemStates.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
	);
	expect(ways).toEqual(["OPEN ACCEPTED", "OPEN REFUSED", "OPEN SETTLED", "REFUSED SETTLED"]);
});
