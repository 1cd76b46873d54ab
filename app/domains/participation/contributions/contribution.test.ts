import { describe, expect, it } from "vitest";
import {
	type Act,
	authorShown,
	type ContributionState,
	type Dated,
	isNewcomer,
	mayHappen,
	mayStillChange,
	stateOf,
	textProblems,
	waitsForModerator,
} from "./contribution";

const day = new Date("2026-06-01T00:00:00Z");
const fresh: Dated = {
	submittedAt: null,
	publishedAt: null,
	hiddenAt: null,
	withdrawnAt: null,
	confirmationPending: false,
};

describe("the state of a contribution is computed", () => {
	it.each<[Partial<Dated>, ContributionState]>([
		[{}, "draft"],
		[{ confirmationPending: true }, "waiting-for-confirmation"],
		[{ submittedAt: day, confirmationPending: true }, "waiting-for-moderation"],
		[{ submittedAt: day }, "waiting-for-moderation"],
		[{ submittedAt: day, publishedAt: day }, "published"],
		[{ submittedAt: day, hiddenAt: day }, "hidden"],
		[{ submittedAt: day, publishedAt: day, hiddenAt: day }, "hidden"],
		[{ submittedAt: day, publishedAt: day, hiddenAt: day, withdrawnAt: day }, "withdrawn"],
	])("%j → %s", (change, state) => expect(stateOf({ ...fresh, ...change })).toBe(state));
});

describe("transitions", () => {
	const acts: Act[] = [
		"change",
		"ask-code",
		"hand-in",
		"publish",
		"hide",
		"ask-review",
		"withdraw",
		"support",
		"comment",
		"merge",
		"split",
	];
	it.each<[ContributionState, Act[]]>([
		["draft", ["change", "ask-code", "hand-in"]],
		["waiting-for-confirmation", ["change", "ask-code", "hand-in"]],
		["waiting-for-moderation", ["change", "publish", "hide", "withdraw"]],
		["published", ["change", "hide", "withdraw", "support", "comment", "merge", "split"]],
		["hidden", ["ask-review", "withdraw"]],
		["withdrawn", []],
	])("from %s only %j", (state, possible) => {
		expect(acts.filter((act) => mayHappen(state, act))).toEqual(possible);
	});
});

describe("changing what has appeared", () => {
	const published = { ...fresh, submittedAt: day, publishedAt: day };
	const after = (minutes: number) => new Date(day.getTime() + minutes * 60_000);
	it.each([
		["contribution" as const, published, 24 * 60 - 1, true],
		["contribution" as const, published, 24 * 60, false],
		["comment" as const, published, 59, true],
		["comment" as const, published, 60, false],
		["comment" as const, { ...fresh, submittedAt: day }, 10_000, true],
		["comment" as const, { ...published, hiddenAt: day }, 1, false],
		["contribution" as const, { ...published, withdrawnAt: day }, 1, false],
	])("%s %j after %i minutes: %s", (what, text, minutes, may) =>
		expect(mayStillChange(text, what, after(minutes))).toBe(may),
	);
});

describe("who is read before appearing", () => {
	it.each([
		[{ moderation: "before", isNewcomer: false, hasLink: false }, true],
		[{ moderation: "after", isNewcomer: false, hasLink: true }, false],
		[{ moderation: "after", isNewcomer: true, hasLink: false }, false],
		[{ moderation: "after", isNewcomer: true, hasLink: true }, true],
	])("%j: %s", (given, waits) => expect(waitsForModerator(given)).toBe(waits));
	it("calls guests and accounts of less than a week new", () => {
		const daysAgo = (days: number) => new Date(day.getTime() - days * 86_400_000);
		expect([null, daysAgo(0), daysAgo(6.9), daysAgo(7)].map((at) => isNewcomer(at, day))).toEqual([
			true,
			true,
			true,
			false,
		]);
	});
});

describe("title and text", () => {
	const codes = (title: string, text: string) => textProblems({ title, text }).map(({ code }) => code);
	it.each([
		["", "x".repeat(10), ["title-missing"]],
		["Weg", "x".repeat(10), ["title-too-short"]],
		["    Weg    ", "x".repeat(10), ["title-too-short"]],
		["Wegen", "x".repeat(10), []],
		["x".repeat(120), "x".repeat(5000), []],
		["x".repeat(121), "x".repeat(5001), ["title-too-long", "text-too-long"]],
		["Radweg", "zu kurz", ["text-too-short"]],
	])("%#", (title, text, expected) => expect(codes(title, text)).toEqual(expected));
});

describe("the author as readers see them", () => {
	it.each([
		[
			{ authorName: "Ute", authorErasedAt: null },
			{ kind: "named", name: "Ute" },
		],
		[{ authorName: null, authorErasedAt: null }, { kind: "nameless" }],
		[{ authorName: null, authorErasedAt: day }, { kind: "erased" }],
		[{ authorName: "left behind", authorErasedAt: day }, { kind: "erased" }],
	])("%j → %j", (given, shown) => expect(authorShown(given)).toEqual(shown));
});
