import { z } from "zod";

/** Who gets a letter, as it stands in the window of the envelope. */
export const storedAddresses = z.array(z.object({ name: z.string(), street: z.string(), town: z.string() }));
export type Address = z.infer<typeof storedAddresses>[number];

export const addressLimits = {
	/** Letters from one table: they are one PDF. */
	letters: 3000,
	/** Characters that fit into the window. */
	line: 55,
} as const;

/** What a column of the table can hold. A line of the address may stand in one column or in two. */
const fields = ["name", "givenName", "familyName", "street", "houseNumber", "town", "postcode"] as const;
type Field = (typeof fields)[number];

const headWords: Record<Field, readonly string[]> = {
	name: ["name", "vor- und nachname", "vorname und nachname", "empfänger", "haushalt"],
	givenName: ["vorname", "vornamen", "rufname", "given name", "first name"],
	familyName: ["nachname", "familienname", "family name", "last name"],
	street: [
		"straße",
		"strasse",
		"str.",
		"straße und hausnummer",
		"straße und nr.",
		"straße, hausnummer",
		"anschrift",
		"street",
	],
	houseNumber: ["hausnummer", "hausnr.", "hausnr", "hnr", "nr.", "house number"],
	town: ["ort", "wohnort", "plz und ort", "plz ort", "plz, ort", "postleitzahl und ort", "town", "city"],
	postcode: ["plz", "postleitzahl", "postcode", "zip"],
};

type TableCode =
	| "name-column-missing"
	| "street-column-missing"
	| "town-column-missing"
	| "too-many-letters"
	| "name-missing"
	| "street-missing"
	| "town-missing"
	| "line-too-long"
	| "address-twice";

/** An error of the table; `row` as the spreadsheet program shows it, null for the table as a whole. */
export type AddressProblem = { code: TableCode; row: number | null; value: string };

type Given = { columns: readonly string[]; rows: readonly { number: number; cells: readonly string[] }[] };

const plain = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, " ");

/**
 * The addresses of a table, found by the heads of its columns: name (or given and family name), street (with or without a
 * column for the house number), town (with or without a column for the postcode). The same person at the same address
 * twice is an error: it would be two codes.
 * @returns an address for each row, and everything that is wrong, in the order of the rows
 */
export function readAddresses({ columns, rows }: Given): { addresses: Address[]; problems: AddressProblem[] } {
	const heads = columns.map(plain);
	const column = (field: Field) => heads.findIndex((head) => headWords[field].includes(head));
	const at = Object.fromEntries(fields.map((field) => [field, column(field)])) as Record<Field, number>;
	const heading = (code: TableCode): AddressProblem => ({ code, row: null, value: columns.join(", ") });
	const problems: AddressProblem[] = [
		...(at.name < 0 && at.familyName < 0 ? [heading("name-column-missing")] : []),
		...(at.street < 0 ? [heading("street-column-missing")] : []),
		...(at.town < 0 ? [heading("town-column-missing")] : []),
		...(rows.length > addressLimits.letters
			? [{ code: "too-many-letters" as const, row: null, value: String(rows.length) }]
			: []),
	];
	if (problems.length > 0) return { addresses: [], problems };
	const seen = new Set<string>();
	const addresses = rows.map(({ number, cells }) => {
		const line = (...wanted: Field[]) =>
			wanted
				.map((field) => (at[field] < 0 ? "" : (cells[at[field]] ?? "").trim().replaceAll(/\s+/g, " ")))
				.filter((piece) => piece !== "")
				.join(" ");
		const address: Address = {
			// a column "Name" beside one for given names holds the family name
			name: at.familyName < 0 ? line("givenName", "name") : line("givenName", "familyName"),
			street: line("street", "houseNumber"),
			town: line("postcode", "town"),
		};
		for (const field of ["name", "street", "town"] as const) {
			if (address[field] === "") problems.push({ code: `${field}-missing`, row: number, value: "" });
			if (address[field].length > addressLimits.line) {
				problems.push({ code: "line-too-long", row: number, value: address[field] });
			}
		}
		const whole = [address.name, address.street, address.town];
		const key = plain(whole.join("\n"));
		if (seen.has(key)) problems.push({ code: "address-twice", row: number, value: whole.join(", ") });
		seen.add(key);
		return address;
	});
	return { addresses, problems };
}
