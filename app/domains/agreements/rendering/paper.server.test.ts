import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson, fingerprintOf } from "../canonical";
import type { AgreementContent } from "../content";
import { blocks } from "../drafting/blocks";
import { makePaper } from "./paper.server";

const nasty = '#read("/etc/passwd") *fett* $x$ ] <b>&amp;</b> =1+1 „Mülheim“ – Straße';

function content(rows = 2): AgreementContent {
	const party = (place: number, name: string, form: "text" | "written") => ({
		place,
		organisation: { id: `organisation-${place}`, name, kind: "MUNICIPALITY", seat: "Mayen" },
		role: place === 1 ? ("lead" as const) : ("implementing" as const),
		form,
		officialTitle: form === "written",
		norms: ["§ 49 GemO Rheinland-Pfalz"],
		toBeConfirmed: true,
		signatories: [{ postId: `post-${place}`, title: "Bürgermeister" }],
	});
	return {
		format: "gemeinwerk-vereinbarung/1",
		number: "PV-2026-0001",
		code: "ABCDEFGH",
		version: 1,
		title: "Sensoren für die Straßenbeleuchtung",
		templateVersion: "verstetigung-1",
		nature: "private-law",
		purpose: null,
		frozenOn: "2026-11-21",
		dates: {
			effectiveOn: "2026-12-01",
			pilotStart: "2027-01-01",
			pilotEnd: "2028-12-31",
			fundingEnd: "2028-12-31",
			endsOn: "2034-01-01",
			agreedMonths: 60,
		},
		parties: [party(1, "Stadt Mayen", "written"), party(2, "Stadtwerke Mayen GmbH", "text")],
		blocks: blocks.map(({ key, heading }) => ({ key, heading, text: nasty })),
		duties: [{ task: nasty, phase: "pilot", responsible: 2, helpers: [1] }],
		milestones: [{ title: "Erste Messung", day: "2027-03-01", phase: "pilot" }],
		items: [
			{
				label: "Betrieb",
				costClass: "operation",
				key: "inhabitants",
				basis: [
					{ party: 1, value: "40619", source: "Statistisches Landesamt", asOf: "2023-12-31" },
					{ party: 2, value: "14622", source: "Statistisches Landesamt", asOf: "2023-12-31" },
				],
				rest: null,
				years: Array.from({ length: rows }, (_, row) => ({
					year: 2027 + row,
					cents: "1000000",
					shares: [
						{ party: 1, cents: "735305" },
						{ party: 2, cents: "264695" },
					],
				})),
			},
		],
		cover: [{ year: 2029, label: "Stadt Mayen", cents: "1000000", standing: "open", bearer: "Kämmerei" }],
		commitments: [
			{ party: 2, from: "2029-01-01", until: "2033-12-31", basis: "Ratsbeschluss", adjustment: "jährlich" },
		],
	};
}

const where = { verificationCode: "ABCDEFGHJKMNPQRSTUVW", origin: "https://beispiel.invalid" };
const hasPoppler = spawnSync("pdfinfo", ["-v"]).error === undefined;

let folder = "";
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "paper-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(pdf: Buffer): Promise<string> {
	const file = path.join(folder, "paper.pdf");
	await writeFile(file, pdf);
	return file;
}

test("the same content gives the same bytes, another one does not", async () => {
	const [one, two] = await Promise.all([makePaper(content(), where), makePaper(content(), where)]);
	expect(one.pdf.equals(two.pdf)).toBe(true);
	expect(one.sha256).toBe(fingerprintOf(canonicalJson(content())));
	const other = await makePaper({ ...content(), title: "Sensoren" }, where);
	expect(other.pdf.equals(one.pdf)).toBe(false);
});

test("everything that a cost item may say can be set", async () => {
	const plain = content();
	const [item] = plain.items;
	if (!item) throw new Error("no item");
	const full: AgreementContent = {
		...plain,
		items: [
			{
				...item,
				key: "base-plus",
				variableKey: "inhabitants",
				tax: "net",
				unit: "Anschlüsse",
				bases: [{ party: 1, cents: "20000" }],
				caps: [{ party: 2, cents: "30050" }],
				index: {
					basis: "Verbraucherpreisindex",
					baseYear: 2026,
					perYear: "12345",
					threshold: "50000",
					cap: "100000",
					effect: "review",
					typed: [{ year: 2027, cents: "1000000" }],
					review: [2030],
				},
				forecastFrom: 2027,
				unborne: [{ year: 2028, cents: "5" }],
			},
		],
		cover: [{ year: 2029, label: "Rücklage", cents: "1", standing: "secured", bearer: "", kind: "reserve" }],
		reserve: [{ year: 2029, paidIn: "100", withdrawn: "1", balance: "99" }],
	};
	const paper = await makePaper(full, where);
	expect(paper.pdf.length).toBeGreaterThan(10_000);
});

describe.skipIf(!hasPoppler)("seen by poppler", () => {
	const run = (...[program, ...args]: [string, ...string[]]) =>
		execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 50_000_000 });

	test("tagged PDF/A-3a with title, language, fonts, its data and everything people typed as it was typed", async () => {
		const { pdf, sha256, canonical } = await makePaper(content(), where);
		const file = await saved(pdf);
		const info = run("pdfinfo", file);
		expect(info).toMatch(/Title:\s+Sensoren für die Straßenbeleuchtung/);
		expect(info).toMatch(/Tagged:\s+yes/);
		expect(run("pdfinfo", "-meta", file)).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</);
		expect(pdf.toString("latin1")).toContain("/Lang (de-DE)");
		const structure = run("pdfinfo", "-struct", file);
		for (const tag of ["H1", "H2", "Table", "THead", "TH", "TFoot", "L", "Figure"])
			expect(structure).toMatch(new RegExp(`\\b${tag}\\b`));
		const fonts = run("pdffonts", file).trim().split("\n").slice(2);
		expect(fonts.length).toBeGreaterThan(0);
		for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+/);
		const text = run("pdftotext", "-layout", file, "-");
		expect(text).toContain('#read("/etc/passwd") *fett* $x$ ] <b>&amp;</b> =1+1 „Mülheim“ – Straße');
		expect(text).toContain("7.353,05 €");
		expect(text).toContain(`SHA-256 der Daten: ${sha256}`);
		run("pdfdetach", "-saveall", "-o", folder, file);
		const attached = await readFile(path.join(folder, "vereinbarung.json"), "utf8");
		expect(attached).toBe(canonical);
		expect(fingerprintOf(attached)).toBe(sha256);
	});

	test("the reading copy is PDF/UA-1, says that it is one, and says the same", async () => {
		const { pdf, reading } = await makePaper(content(), where);
		const text = run("pdftotext", "-layout", await saved(pdf), "-");
		const file = await saved(reading);
		expect(run("pdfinfo", "-meta", file)).toMatch(/pdfuaid:part>1</);
		expect(run("pdfinfo", file)).toMatch(/Tagged:\s+yes/);
		expect(reading.toString("latin1")).toContain("/DisplayDocTitle true");
		const structure = run("pdfinfo", "-struct", file);
		for (const tag of ["H1", "Table", "TH", "Figure"]) expect(structure).toMatch(new RegExp(`\\b${tag}\\b`));
		const words = (one: string) => one.split(/\s+/).filter((word) => word !== "");
		const copy = run("pdftotext", "-layout", file, "-");
		expect(copy).toContain("Maßgeblich ist das PDF zur Unterschrift.");
		const missing = new Set(words(text)).difference(new Set(words(copy)));
		expect([...missing]).toEqual([]);
	});

	test("ten parties over eight years: nothing runs over anything, every share stands in its row", async () => {
		const plain = content(8);
		const names = [
			"Mendig",
			"Thür",
			"Volkesfeld",
			"Rieden",
			"Kottenheim",
			"Ettringen",
			"Monreal",
			"Kruft",
			"Nickenich",
		];
		const long = "Straßenbeleuchtungsbewirtschaftungsgesellschaft Östliche Voreifel";
		const [first, item] = [plain.parties[0], plain.items[0]];
		if (!first || !item) throw new Error("no party");
		const parties = [...names, long].map((name, index) => ({
			...first,
			place: index + 1,
			organisation: { ...first.organisation, id: `o${index}`, name },
		}));
		const shares = parties.map(({ place }) => ({ party: place, cents: String(100_000_000 + place) }));
		const items = [
			{
				...item,
				key: "equal" as const,
				basis: parties.map(({ place }) => ({ party: place, value: "1", source: "", asOf: null })),
				years: item.years.map(({ year }) => ({ year, cents: "1000000055", shares })),
			},
		];
		const { pdf } = await makePaper({ ...plain, parties, items }, where);
		const text = run("pdftotext", "-layout", await saved(pdf), "-");
		// Overlapping words are read as one.
		for (const { party, cents } of shares) {
			const amount = `1.000.000,${cents.slice(-2)} €`;
			expect(
				text.match(new RegExp(`(?<=\\s)${amount.replaceAll(".", "\\.")}(?=\\s)`, "g")),
				`party ${party}`,
			).toHaveLength(8);
		}
		expect(text.match(/ 10\.000\.000,55 €/g)).toHaveLength(8 * 3);
		expect(text).toMatch(/Teil 3 von 3/);
	});

	test("500 rows are all there, with the header on every page", async () => {
		const { pdf, reading } = await makePaper(content(500), where);
		const copy = run("pdftotext", "-layout", await saved(reading), "-");
		expect(copy.match(/^ *(2\d{3}) +10\.000,00 € +7\.353,05 € +2\.646,95 €$/gm)).toHaveLength(500);
		const text = run("pdftotext", "-layout", await saved(pdf), "-");
		const years = text.match(/^ *(2\d{3}) +10\.000,00 € +7\.353,05 € +2\.646,95 €$/gm) ?? [];
		expect(years).toHaveLength(500);
		expect(text).toContain("5.000.000,00 €");
		const headed = text.split("\f").filter((page) => /^ *\d{4} +10\.000,00 €/m.test(page));
		expect(headed.length).toBeGreaterThan(5);
		for (const page of headed) expect(page).toMatch(/Jahr +Summe/);
	});
});
