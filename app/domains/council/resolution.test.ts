import { describe, expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { messages } from "./messages";
import { problemsOf, type Told } from "./resolution";
import { staffMessages } from "./staff-messages";

const adopted: Told = {
	outcome: "adopted",
	exceptItems: "",
	effect: "binds",
	funding: "funded",
	votes: { for: 43, against: 2, abstentions: 1 },
	deviation: null,
	deviationReason: "",
};
const refused: Told = { ...adopted, outcome: "refused", effect: null, funding: null, votes: null };

describe("a resolution holds together", () => {
	const cases: [string, Told, string[]][] = [
		["adopted", adopted, []],
		[
			"adopted without item 7, unfunded",
			{ ...adopted, outcome: "partial", exceptItems: "Ziffer 7", funding: "unfunded" },
			[],
		],
		["adopted in part, of what?", { ...adopted, outcome: "partial" }, ["except-items-missing"]],
		[
			"adopted as a whole, but without item 7",
			{ ...adopted, exceptItems: "Ziffer 7" },
			["except-items-without-partial"],
		],
		["adopted without effect", { ...adopted, effect: null }, ["effect-missing"]],
		[
			"refused with effect and money",
			{ ...refused, effect: "binds", funding: "funded" },
			["effect-without-adoption", "funding-without-adoption"],
		],
		["a tie is no adoption", { ...adopted, votes: { for: 5, against: 5, abstentions: 0 } }, ["votes-contradict"]],
		["one more is one", { ...adopted, votes: { for: 6, against: 5, abstentions: 30 } }, []],
		["unanimous", { ...adopted, votes: "unanimous" }, []],
		["refused although more were for it", { ...refused, votes: { for: 6, against: 5, abstentions: 0 } }, []],
		["postponed, votes not told", { ...refused, outcome: "postponed" }, []],
		["deviates without a reason", { ...adopted, deviation: "deviates" }, ["deviation-reason-missing"]],
		["deviates with a reason", { ...adopted, deviation: "deviates", deviationReason: "Das Geld fehlt." }, []],
		[
			"follows, with a reason for deviating",
			{ ...adopted, deviation: "follows", deviationReason: "Nun ja." },
			["reason-without-deviation"],
		],
	];
	it.each(cases)("%s", (_, told, expected) => {
		expect(problemsOf(told).map(({ code }) => code)).toEqual(expected);
	});
});

it("every word stands in both languages", () => {
	for (const texts of [messages, staffMessages]) expect(missingTexts(texts)).toEqual([]);
});
