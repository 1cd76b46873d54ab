import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decideForm, type FormRule, type LegalWord, type Nature } from "./form-rule";

const seeds: Omit<FormRule, "reviewedBy" | "reviewedOn" | "supersedes">[] = JSON.parse(
	readFileSync("prisma/seed/agreements/form-rules.json", "utf8"),
);
const rules: FormRule[] = seeds.map((rule) => ({ ...rule, reviewedBy: null, reviewedOn: null, supersedes: null }));
const legalWord: LegalWord = {
	form: "text",
	officialTitle: false,
	by: "Rechtsamt",
	on: "2026-11-21",
	reason: "Geschäft der laufenden Verwaltung",
	rules: rules.map(({ key }) => key),
};
const decide = (
	state: string | null,
	kind: string,
	nature: Nature,
	word: LegalWord | null = null,
	day = "2026-11-21",
) => decideForm({ rules, party: { state, kind }, nature, day, legalWord: word });

describe("who signs how", () => {
	test.each([
		["municipality in Rheinland-Pfalz", "07", "MUNICIPALITY", "private-law", "written", ["rlp-49-gemo"]],
		["Verbandsgemeinde in Rheinland-Pfalz", "07", "MUNICIPAL_ASSOCIATION", "private-law", "written", ["rlp-49-gemo"]],
		["municipality, public law", "07", "MUNICIPALITY", "public-law", "written", ["rlp-49-gemo", "vwvfg-57"]],
		["association", null, "REGISTERED_ASSOCIATION", "private-law", "text", ["private-law-text"]],
		["company", "07", "MUNICIPAL_COMPANY", "private-law", "text", ["private-law-text"]],
		["company in a public-law contract", "07", "MUNICIPAL_COMPANY", "public-law", "written", ["vwvfg-57"]],
		["municipality in North Rhine-Westphalia", "05", "MUNICIPALITY", "private-law", "signed-text", ["nrw-64-go-2025"]],
		[
			"the same, public law: the strictest wins",
			"05",
			"MUNICIPALITY",
			"public-law",
			"written",
			["nrw-24-gkg", "vwvfg-57"],
		],
		["municipality in Bavaria", "09", "MUNICIPALITY", "private-law", "written", ["by-38-go"]],
		["municipality in Mecklenburg-Vorpommern", "13", "MUNICIPALITY", "private-law", "written", ["mv-38-kv"]],
		["office of the same house", null, "OFFICE", "internal", "text", ["internal-note"]],
		["municipality in Hesse: nobody knows", "06", "MUNICIPALITY", "private-law", null, []],
		["agency: nobody knows", "07", "AGENCY", "private-law", null, []],
		["association while the nature is undecided", null, "REGISTERED_ASSOCIATION", "undecided", null, []],
	] as const)("%s", (_, state, kind, nature, form, because) => {
		const decision = decide(state, kind, nature);
		expect(decision.form).toBe(form);
		expect(decision.because.map(({ key }) => key)).toEqual(because);
		expect(decision.toBeConfirmed).toBe(true);
	});

	test("a municipality signs with the official title", () => {
		expect(decide("07", "MUNICIPALITY", "private-law").officialTitle).toBe(true);
		expect(decide(null, "REGISTERED_ASSOCIATION", "private-law").officialTitle).toBe(false);
	});

	test("every seed says norm, statement in two languages, source and day", () => {
		for (const { norm, statement, statementEn, source, sourceDate } of rules) {
			expect([norm, statement, statementEn, source].every((text) => text.length > 5)).toBe(true);
			expect(sourceDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		}
	});
});

describe("the legal office", () => {
	test("decides where no rule is known", () => {
		expect(decide("06", "MUNICIPALITY", "private-law", legalWord)).toMatchObject({
			form: "text",
			toBeConfirmed: false,
		});
	});
	test("cannot make a known rule looser, but stricter", () => {
		expect(decide("07", "MUNICIPALITY", "private-law", legalWord).form).toBe("written");
		const stricter = { ...legalWord, form: "written" as const };
		expect(decide(null, "REGISTERED_ASSOCIATION", "private-law", stricter).form).toBe("written");
	});
});

describe("rules are dated", () => {
	const dated: FormRule[] = rules
		.filter(({ key }) => key === "rlp-49-gemo")
		.flatMap((rule) => [
			{ ...rule, validUntil: "2027-01-01" },
			{ ...rule, key: "later", requiredForm: "text" as const, validFrom: "2027-01-01", reviewedBy: "Rechtsamt" },
		]);
	const on = (day: string) =>
		decideForm({
			rules: dated,
			party: { state: "07", kind: "MUNICIPALITY" },
			nature: "private-law",
			day,
			legalWord: null,
		});
	test("the later rule counts from its first day", () => {
		expect(on("2026-12-31")).toMatchObject({ form: "written", toBeConfirmed: true });
		expect(on("2027-01-01")).toMatchObject({ form: "text", toBeConfirmed: false });
		expect(on("1990-01-01").form).toBeNull();
	});
});
