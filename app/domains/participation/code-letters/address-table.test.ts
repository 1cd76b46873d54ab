import { describe, expect, it } from "vitest";
import { addressLimits, readAddresses } from "./address-table";

const table = (columns: string[], ...rows: string[][]) => ({
	columns,
	rows: rows.map((cells, index) => ({ number: index + 2, cells })),
});
const codes = (given: Parameters<typeof readAddresses>[0]) =>
	readAddresses(given).problems.map(({ code, row }) => `${row ?? "-"} ${code}`);

describe("addresses are found by the heads of the columns", () => {
	const erika = { name: "Erika Muster", street: "Marktplatz 1", town: "56743 Mendig" };
	it.each([
		[table(["Name", "Straße", "Ort"], ["Erika Muster", "Marktplatz 1", "56743 Mendig"])],
		[
			table(
				["Vorname", "Nachname", "Straße", "Hausnr.", "PLZ", "Ort"],
				["Erika", "Muster", "Marktplatz", "1", "56743", "Mendig"],
			),
		],
		[table(["Name", "Vorname", "Anschrift", "PLZ und Ort"], ["Muster", "Erika", "Marktplatz  1", "56743 Mendig"])],
	])("case %#", (given) => expect(readAddresses(given)).toEqual({ addresses: [erika], problems: [] }));
});

describe("what is wrong is said by row", () => {
	const heads = ["Name", "Straße", "Ort"];
	it.each([
		[table(["Wer", "Wo"], ["a", "b"]), ["- name-column-missing", "- street-column-missing", "- town-column-missing"]],
		[table(heads, ["", "Weg 1", ""]), ["2 name-missing", "2 town-missing"]],
		[table(heads, ["A", "W", "O"], ["a ", "w", "o"]), ["3 address-twice"]],
		[table(heads, ["A".repeat(addressLimits.line + 1), "W", "O"]), ["2 line-too-long"]],
		[
			table(heads, ...Array.from({ length: addressLimits.letters + 1 }, (_, n) => [`A${n}`, "W", "O"])),
			["- too-many-letters"],
		],
	])("case %#", (given, expected) => expect(codes(given)).toEqual(expected));
});
