import { describe, expect, test } from "vitest";
import { agreementTypes, gatesOf } from "./agreement-type";
import { missingOfType, type TypedDraft } from "./type-gates";

const town = { name: "Stadt Mayen", kind: "MUNICIPALITY", within: true };
const office = { name: "Bauamt", kind: "OFFICE", within: true };
const other = { name: "Stadt Andernach", kind: "MUNICIPALITY", within: false };
const otherOffice = { name: "Bauamt Andernach", kind: "OFFICE", within: false };
const company = { name: "Stadtwerke", kind: "MUNICIPAL_COMPANY", within: false };
const blocks = [{ key: "ende", heading: "Laufzeit", text: "Ein Jahr." }];
const codes = (draft: Partial<TypedDraft>) =>
	missingOfType({ type: "cooperation", nature: "private-law", parties: [town, company], blocks, ...draft }).map(
		({ code }) => code,
	);

describe("gates by type", () => {
	test.each<[string, Partial<TypedDraft>, string[]]>([
		["a contract between town and company", {}, []],
		["inside an administration: own offices", { type: "internal", nature: "internal", parties: [town, office] }, []],
		[
			"inside, but with somebody else",
			{ type: "internal", nature: "internal", parties: [town, other, otherOffice] },
			["party-outside", "party-outside"],
		],
		["inside, but as a contract", { type: "internal", parties: [town, office] }, ["nature-not-for-type"]],
		["nothing decided about the law yet", { type: "internal", nature: "undecided", parties: [town, office] }, []],
		["an office in a contract outside", { parties: [town, otherOffice] }, ["office-no-person"]],
		["one municipality in an inter-municipal one", { type: "inter-municipal" }, ["municipal-too-few"]],
		["two of them", { type: "inter-municipal", parties: [town, other] }, []],
		["a gap of the template", { blocks: [{ key: "ende", heading: "Laufzeit", text: "Bis […]." }] }, ["gap-left"]],
	])("%s", (_, draft, expected) => {
		expect(codes(draft)).toEqual(expected);
	});

	test("only the letter of intent opens no pilot; only the short form has a limit of pages", () => {
		expect(agreementTypes.filter((type) => !gatesOf(type).opensPilot)).toEqual(["intent"]);
		expect(agreementTypes.filter((type) => gatesOf(type).pages !== null)).toEqual(["short-form"]);
		expect(gatesOf("short-form").pages).toBe(2);
	});
});
