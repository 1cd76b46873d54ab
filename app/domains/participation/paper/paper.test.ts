import { describe, expect, it, test } from "vitest";
import { guessMapping, mappingProblems, readRow } from "./import-table";
import { type Card, cardProblems, paperLimits, titleOf } from "./paper";
import { slipGroups, typedSlip } from "./slip";

const plain: Card = {
	title: null,
	text: "Bänke am Markt",
	category: null,
	place: null,
	name: null,
	street: null,
	town: null,
	phone: null,
	wish: "none",
};
const letter = { wish: "letter", name: "Erika Muster", street: "Marktplatz 1", town: "56727 Mayen" } as const;

describe("a card", () => {
	test.each<[string, Partial<Card>, string[]]>([
		["short", {}, []],
		["without text", { text: "  " }, ["text-missing"]],
		["too long", { text: "x".repeat(paperLimits.textMost + 1) }, ["text-too-long"]],
		["of an unknown category", { category: "Mond" }, ["category-unknown"]],
		["of a known category", { category: "Verkehr" }, []],
		["to be answered by letter", letter, []],
		["by letter without address", { wish: "letter" }, ["name-missing", "street-missing", "town-missing"]],
		["by call", { wish: "call", phone: "02651 88-100" }, []],
		["by call without number", { wish: "call" }, ["phone-missing"]],
		["with a character that turns the line round", { text: "Bänke \u202e" }, ["bad-character"]],
		["with a control character in the place", { place: "Markt\u0001" }, ["bad-character"]],
		["with words for a number", { phone: "beim Nachbarn" }, ["phone-unreadable"]],
	])("%s", (_, given, codes) => {
		expect(cardProblems({ ...plain, ...given }, ["Verkehr"]).map(({ code }) => code)).toEqual(codes);
	});

	it("without heading is called by its beginning", () => {
		expect(titleOf(plain)).toBe("Bänke am Markt");
		expect(titleOf({ ...plain, title: " Sitzen " })).toBe("Sitzen");
		expect(titleOf({ ...plain, text: "lang ".repeat(60) }).length).toBeLessThanOrEqual(81);
	});
});

test("a code is read from a slip however it is typed", () => {
	expect(slipGroups("ABCDEFGHJKMNPQRS")).toBe("ABCD-EFGH-JKMN-PQRS");
	expect(typedSlip(" abcd efgh-jkmn.PQRS ")).toBe("ABCDEFGHJKMNPQRS");
	expect(typedSlip("ABCD-EFGH-JKMN-PQR")).toBeNull();
	expect(typedSlip("ABCD-EFGH-JKMN-PQR0")).toBeNull();
	expect(typedSlip("../../konto/passwort")).toBeNull();
});

describe("the columns of a table", () => {
	test.each<[string[], object]>([
		[
			[
				"Überschrift",
				"Text",
				"Thema",
				"Wo",
				"Eingang",
				"Weg",
				"Antwort per",
				"Name",
				"Straße und Hausnummer",
				"PLZ und Ort",
				"Telefon",
			],
			{
				title: 0,
				text: 1,
				category: 2,
				place: 3,
				received: 4,
				channel: 5,
				wish: 6,
				name: 7,
				street: 8,
				town: 9,
				phone: 10,
			},
		],
		[["ID", "title", "text", "main_category_level1", "created"], { title: 1, text: 2, received: 4 }],
		[["Nr.", "Beitrag (Freitext)", "Telefonnummer"], { cardNumber: 0, text: 1, phone: 2 }],
		[["a", "b"], {}],
	])("%j", (columns, mapping) => {
		expect(guessMapping(columns)).toEqual(mapping);
	});

	test("are used once, exist, and one holds the text", () => {
		expect(mappingProblems({ title: 0 }, 2)).toEqual([{ code: "text-column-missing", field: "text" }]);
		expect(mappingProblems({ title: 0, text: 0 }, 2)).toEqual([{ code: "column-twice", field: "text" }]);
		expect(mappingProblems({ text: 2 }, 2)).toEqual([{ code: "column-unknown", field: "text" }]);
		expect(mappingProblems({ text: 1 }, 2)).toEqual([]);
	});
});

describe("a row of a table", () => {
	const mapping = { text: 0, received: 1, channel: 2, wish: 3, name: 4, street: 5, town: 6, phone: 7 };
	const given = { categories: ["Verkehr"], channel: "paper", today: "2026-06-15" } as const;
	const read = (...cells: string[]) => readRow(cells, mapping, given);
	const codes = (...cells: string[]) => read(...cells).problems.map(({ code, field }) => `${field}: ${code}`);

	it("says how it came and how to answer", () => {
		expect(read("Bänke", "3.5.2026", "Telefon", "", "Uli", "Weg 1", "56727 Mayen", "02651 1234").row).toMatchObject({
			text: "Bänke",
			receivedOn: "2026-05-03",
			channel: "phone",
			wish: "letter",
		});
		expect(read("Bänke", "2026-05-03 10:00", "", "", "", "", "", "02651 1234").row).toMatchObject({
			receivedOn: "2026-05-03",
			channel: "paper",
			wish: "call",
		});
		expect(read("Bänke", "", "", "keine", "Uli", "Weg 1", "56727 Mayen").row.wish).toBe("none");
	});

	it("has errors with their columns", () => {
		expect(codes("", "", "", "")).toEqual(["text: text-missing"]);
		expect(codes("Bänke", "31.2.2026", "Brieftaube", "Fax")).toEqual([
			"wish: wish-unknown",
			"channel: channel-unknown",
			"received: date-unreadable",
		]);
		expect(codes("Bänke", "16.6.2026")).toEqual(["received: date-ahead"]);
		expect(codes("Bänke", "", "", "Brief", "Uli")).toEqual(["street: street-missing", "town: town-missing"]);
	});
});
