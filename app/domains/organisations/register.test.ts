import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRegister } from "./register";
import { bodiesOf, onlyCounties } from "./register-bodies";

const whole = readFileSync("prisma/seed/register/GV100AD_301123.txt");

/** All Länder, and of the counties only Mayen-Koblenz: 16 + 1 + 1 + 10 + 87 lines. */
const cut = whole
	.toString("utf8")
	.split("\n")
	.filter((line) => line.startsWith("10") || /^20.{8}071 /.test(line) || /^[456]0.{8}07137/.test(line));

const bytesOf = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8");
const codesOf = (bytes: Uint8Array) => {
	const outcome = parseRegister(bytes);
	return outcome.done ? [] : outcome.refusals.map((refusal) => [refusal.code, refusal.values?.line]);
};
const lineIndex = (pattern: RegExp) => cut.findIndex((line) => pattern.test(line));
const with_ = (index: number, change: (line: string) => string) =>
	cut.map((line, at) => (at === index ? change(line) : line));
const put = (line: string, at: number, text: string) => line.slice(0, at) + text + line.slice(at + text.length);
const mendig = lineIndex(/^50.*Mendig/);
const acht = lineIndex(/^60.*Acht /);

describe("the register of 30.11.2023", () => {
	const outcome = parseRegister(whole);
	if (!outcome.done) throw new Error(JSON.stringify(outcome.refusals));
	const { asOf, records } = outcome.value;
	const content = bodiesOf(outcome.value);

	test("has the counts that its publisher states", () => {
		const count = (level: string) => records.filter((record) => record.level === level).length;
		expect(asOf).toBe("2023-11-30");
		expect([count("STATE"), count("DISTRICT"), count("REGION")]).toEqual([16, 29, 12]);
		expect([count("COUNTY"), count("ASSOCIATION"), count("MUNICIPALITY")]).toEqual([400, 4597, 10981]);
		const inhabitants = records.reduce((sum, r) => sum + (r.level === "MUNICIPALITY" ? r.inhabitants : 0), 0);
		expect(inhabitants).toBe(84_358_845);
	});

	test("agrees with the cut of Mayen-Koblenz: name, type, area, inhabitants, postal code", () => {
		expect(records.find((record) => record.key === "071370003003")).toMatchObject({
			ags: "07137003",
			name: "Andernach, Stadt",
			typeCode: "63",
			areaHectares: 5334,
			inhabitants: 30277,
			postalCode: "56626",
		});
	});

	test("gives Mayen-Koblenz 10 units (3 towns, 7 Verbandsgemeinden) and 87 municipalities", () => {
		const units = content.bodies.filter((body) => body.parentKey === "07137");
		expect(units.filter((body) => body.kind === "MUNICIPALITY").map((body) => body.shortName)).toEqual([
			"Andernach",
			"Mayen",
			"Bendorf",
		]);
		expect(units.filter((body) => body.typeCode === "53")).toHaveLength(7);
		expect(units).toHaveLength(10);
		const inCounty = content.bodies.filter((body) => body.ars.startsWith("07137"));
		expect(inCounty.filter((body) => body.kind === "MUNICIPALITY")).toHaveLength(87);
	});

	test("lists a body once, however many lines it has", () => {
		const kiel = content.lines.filter((line) => line.bodyKey === "01002000");
		expect(kiel.map((line) => line.level)).toEqual(["COUNTY", "ASSOCIATION", "MUNICIPALITY"]);
		expect(content.bodies.find((body) => body.key === "01002000")).toMatchObject({
			kind: "INDEPENDENT_CITY",
			parentKey: "01",
		});
		expect(new Set(content.bodies.map((body) => body.key)).size).toBe(content.bodies.length);
	});

	test("puts a county below its Land where its district was dissolved, below its district where not", () => {
		const parentOf = (key: string) => content.bodies.find((body) => body.key === key)?.parentKey;
		expect([parentOf("07137"), parentOf("05766"), parentOf("08115")]).toEqual(["07", "057", "081"]);
		expect(content.lines.find((line) => line.key === "071")).toMatchObject({ level: "DISTRICT", bodyKey: null });
	});

	test("puts territory of a Land that lies in no county directly below the Land", () => {
		expect(content.bodies.find((body) => body.key === "13000999")).toMatchObject({
			name: "Küstengewässer einschl. Anteil am Festlandsockel",
			kind: "UNINCORPORATED_AREA",
			parentKey: "13",
		});
	});

	test("adds up inhabitants for the levels above", () => {
		const states = content.bodies.filter((body) => body.kind === "STATE");
		expect(states.reduce((sum, state) => sum + state.inhabitants, 0)).toBe(84_358_845);
		expect(states.every((state) => state.summed)).toBe(true);
	});

	test("can be narrowed to counties, with what stands above them", () => {
		const only = onlyCounties(content, ["07137"]);
		if (!only.done) throw new Error("refused");
		// Land, county, 7 Verbandsgemeinden, 87 municipalities
		expect(only.value.bodies).toHaveLength(96);
		expect(onlyCounties(content, ["07137", "99999"])).toEqual({
			done: false,
			refusals: [{ code: "register-county-unknown", values: { key: "99999" } }],
		});
	});
});

describe("a damaged register is refused with the line", () => {
	test("the cut itself is whole", () => expect(parseRegister(bytesOf(cut))).toMatchObject({ done: true }));

	test.each<[string, Uint8Array, [string, number | undefined][]]>([
		["empty", new Uint8Array(), [["register-empty", undefined]]],
		["cut line", bytesOf(with_(acht, (l) => l.slice(0, 100))), [["register-line-truncated", acht + 1]]],
		["long line", bytesOf(with_(acht, (l) => `${l} `)), [["register-line-too-long", acht + 1]]],
		["no last line end", bytesOf(cut).subarray(0, -1), [["register-line-truncated", cut.length]]],
		["empty line", bytesOf(with_(acht, () => "")), [["register-line-truncated", acht + 1]]],
		["unknown record", bytesOf(with_(acht, (l) => put(l, 0, "70"))), [["register-record-type-unknown", acht + 1]]],
		["letters in a count", bytesOf(with_(acht, (l) => put(l, 145, "x"))), [["register-count-not-numeric", acht + 1]]],
		["no count", bytesOf(with_(acht, (l) => put(l, 139, " ".repeat(11)))), [["register-count-not-numeric", acht + 1]]],
		["letters in a key", bytesOf(with_(acht, (l) => put(l, 15, "A"))), [["register-key-not-numeric", acht + 1]]],
		["no name", bytesOf(with_(acht, (l) => put(l, 22, " ".repeat(50)))), [["register-name-missing", acht + 1]]],
		[
			"type of another level",
			bytesOf(with_(acht, (l) => put(l, 122, "53"))),
			[["register-type-code-invalid", acht + 1]],
		],
		["postal code", bytesOf(with_(acht, (l) => put(l, 165, "5672X"))), [["register-postal-code-invalid", acht + 1]]],
		["other date", bytesOf(with_(acht, (l) => put(l, 2, "20231231"))), [["register-dates-mixed", acht + 1]]],
		["no date", bytesOf(with_(acht, (l) => put(l, 2, "20230231"))), [["register-date-invalid", acht + 1]]],
		["NUL", bytesOf(with_(acht, (l) => put(l, 25, "\0"))), [["register-control-character", acht + 1]]],
		["doubled", bytesOf([...cut, cut[acht] ?? ""]), [["register-key-doubled", cut.length + 1]]],
		["no municipalities", bytesOf(cut.slice(0, mendig + 1).concat(cut.filter((l) => /^[56]0/.test(l)).slice(-1))), []],
	])("%s", (name, bytes, expected) => {
		if (name === "no municipalities")
			expect(codesOf(bytes).map(([code]) => code)).toContain("register-children-missing");
		else expect(codesOf(bytes)).toEqual(expected);
	});

	test("a missing parent, at every line that needs it", () => {
		const without = cut.filter((_, at) => at !== mendig);
		const codes = codesOf(bytesOf(without));
		expect(new Set(codes.map(([code]) => code))).toEqual(new Set(["register-parent-missing"]));
		expect(codes[0]?.[1]).toBe(without.findIndex((line) => /^60.{8}07137...5004/.test(line)) + 1);
	});

	test("a missing Land", () => {
		const bytes = bytesOf(cut.filter((line) => !line.includes("Thüringen")));
		expect(parseRegister(bytes)).toMatchObject({
			refusals: [{ code: "register-states-missing", values: { found: 15, expected: 16 } }],
		});
	});

	test("ISO 8859-1 instead of UTF-8, named by its lines", () => {
		const codes = codesOf(Buffer.from(cut.map((line) => `${line}\n`).join(""), "latin1"));
		expect(new Set(codes.map(([code]) => code))).toEqual(new Set(["register-not-utf8"]));
		expect(codes[0]?.[1]).toBe(cut.findIndex((line) => /[äöüß]/i.test(line)) + 1);
	});

	test("many problems: the first 20 and the total", () => {
		const outcome = parseRegister(bytesOf(cut.map((line) => line.slice(0, 200))));
		if (outcome.done) throw new Error("accepted");
		expect(outcome.refusals).toHaveLength(21);
		expect(outcome.refusals[20]).toEqual({ code: "register-more-problems", values: { total: cut.length, shown: 20 } });
	});

	test("Windows line ends and a byte order mark do no harm", () => {
		const windows = Buffer.from(`\uFEFF${cut.map((line) => `${line}\r\n`).join("")}`, "utf8");
		expect(parseRegister(windows)).toEqual(parseRegister(bytesOf(cut)));
	});

	test("wherever the file ends early, it is refused", () => {
		const bytes = bytesOf(cut);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (end) => {
				// Only between the last municipalities of one association could a cut go unseen; there a line end remains.
				fc.pre(bytes[end - 1] !== 0x0a);
				expect(parseRegister(bytes.subarray(0, end)).done).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});

	test("a changed byte never throws, and what is accepted has all its records", () => {
		const bytes = bytesOf(cut);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
				const changed = Buffer.from(bytes);
				changed[at] = value;
				const outcome = parseRegister(changed);
				if (outcome.done) expect(outcome.value.records).toHaveLength(cut.length);
				else expect(outcome.refusals.length).toBeGreaterThan(0);
			}),
			{ numRuns: 300 },
		);
	});

	test("arbitrary bytes never throw", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => !parseRegister(bytes).done));
	});
});
