import { readSheet } from "read-excel-file/node";
import writeExcel from "write-excel-file/node";
import { press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { choose, fill, inOrder, refusedWith } from "./drafting";

test.use({ actionTimeout: 15_000 });
test.setTimeout(180_000);

const partners = ["Thür", "Volkesfeld", "Rieden", "Kottenheim", "Ettringen", "Monreal", "Kruft", "Nickenich", "Plaidt"];
const lead = "Verbandsgemeinde Mendig";
const staff = "/o/mendig/verwaltung/vereinbarungen";

type Cell = string | number | null;

/** A workbook as a spreadsheet program saves it. */
async function workbook(
	rows: readonly (readonly Cell[])[],
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	const cells = rows.map((row) =>
		row.map((value) =>
			value === null ? null : typeof value === "number" ? { value, type: Number } : { value, type: String },
		),
	);
	const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	return { name: "kostenplan.xlsx", mimeType, buffer: await writeExcel(cells).toBuffer() };
}

test("ten municipalities share costs over eight years, by a table that goes out and comes back, and one leaves", async ({
	page,
}) => {
	await signIn(page, "staff");
	await page.goto(`${staff}/neu`);
	await fill(page, "title", "Gemeinsamer Bauhof im Umland");
	await press(page, "Entwurf anlegen");
	const here = page.url().replace(/[?#].*$/, "");
	for (const name of partners) {
		await page.goto(`${here}/parteien?q=${encodeURIComponent(name)}`);
		await choose(page, "organisationId", name);
		await choose(page, "role", name === "Thür" ? "Umsetzungspartner" : "beteiligt");
		await press(page, "Partei hinzufügen");
	}

	// Out: years and figures as columns, empty plan.
	await page.goto(`${here}/kostenplan-tabelle`);
	await inOrder(page);
	const sent = await page.request.get(`${here}/kostenplan.xlsx`);
	const [titles = []] = await readSheet(Buffer.from(await sent.body()));
	const columns = titles.map(String);
	const years = columns.filter((title) => /^\d{4}$/.test(title)).slice(0, 8);
	expect(years).toHaveLength(8);
	const all = [lead, ...partners];
	const row = (given: Record<string, Cell>) => columns.map((title) => given[title] ?? null);
	const everyYear = (amount: Cell) => Object.fromEntries(years.map((year) => [year, amount]));
	const equal = row({
		Zeile: "Kosten",
		Bezeichnung: "Betrieb des Bauhofs",
		Art: "Betrieb",
		Verteilung: "zu gleichen Teilen",
		Umsatzsteuer: "brutto",
		...everyYear(100_000),
		...Object.fromEntries(all.map((name) => [`Wert: ${name}`, 1])),
	});
	const byHeads = row({
		Zeile: "Kosten",
		Bezeichnung: "Fahrzeuge",
		Art: "Investition",
		Verteilung: "nach Einwohnerzahl",
		...everyYear(1_234.56),
		[`Wert: ${lead}`]: 9000,
		"Wert: Thür": 1500,
		Quelle: "eigene Zählung",
		Stichtag: "2023-12-31",
	});
	const cover = row({
		Zeile: "Deckung",
		Bezeichnung: "Haushalte der Gemeinden",
		Art: "Eigenmittel",
		"Wie sicher?": "unter Haushaltsvorbehalt",
		...everyYear(101_234.56),
	});

	// In, with mistakes: told by row and column, nothing is written.
	const broken = byHeads.map((cell, index) => (columns[index] === years[0] ? "zwölf" : cell));
	await page.locator('main [name="table"]').setInputFiles(await workbook([columns, equal, broken, cover]));
	await press(page, "Tabelle prüfen");
	await refusedWith(page, "Die Tabelle enthält Fehler.");
	await expect(page.locator("#fehler ~ * tbody tr, section:has(#fehler) tbody tr")).toContainText([`3${years[0]}`]);
	await inOrder(page);

	// In: every change is shown before anything counts.
	await page.locator('main [name="table"]').setInputFiles(await workbook([columns, equal, byHeads, cover]));
	await press(page, "Tabelle prüfen");
	await expect(page.locator("main")).toContainText("3 Änderungen");
	await inOrder(page);
	await press(page, "Alle Änderungen übernehmen");
	await page.goto(`${here}/kosten`);
	await expect(page.locator("main")).toContainText("Netto und Brutto sind gemischt");
	await expect(page.locator("section:has(#summen) tfoot")).toContainText(/809\.876,48\s€/);
	await inOrder(page);

	// The same file again says the same; figures of the register replace the own count.
	const again = await page.request.get(`${here}/kostenplan.xlsx`);
	await page.goto(`${here}/kostenplan-tabelle`);
	await page
		.locator('main [name="table"]')
		.setInputFiles({ ...(await workbook([])), buffer: Buffer.from(await again.body()) });
	await press(page, "Tabelle prüfen");
	await refusedWith(page, "In dieser Tabelle steht dasselbe wie im Kostenplan.");
	await page.goto(`${here}/kosten`);
	await page.getByRole("link", { name: "Position ändern: Fahrzeuge" }).click();
	await press(page, "Einwohnerzahlen aus dem Register eintragen");
	await expect(page.locator("main")).toContainText("Gespeichert ist noch nichts.");
	await expect(page.getByLabel("Quelle der Einwohnerzahl (Kruft)")).not.toHaveValue("");
	await page.getByText("Sockel und Höchstbetrag: Kruft").click();
	await page.getByLabel("Höchstbetrag im Jahr (Kruft)").fill("0,01");
	await press(page, "Speichern");
	await expect(page.locator("main")).toContainText("Höchstbeträge im Jahr: Kruft 0,01");
	await expect(page.locator("main")).toContainText("(Prognose)");

	// What if: not binding, and nothing of it in the plan.
	await page.getByRole("link", { name: "Szenarien", exact: true }).click();
	await page.getByLabel("Betrieb, hoch: Prozent").fill("zwölf");
	await press(page, "Szenarien speichern");
	await refusedWith(page, "Bitte geben Sie einen Faktor");
	await page.getByLabel("Betrieb, hoch: Prozent").fill("120");
	await press(page, "Szenarien speichern");
	const [asText, asBook] = await Promise.all(
		["csv", "xlsx"].map((ending) => page.request.get(`${new URL(page.url()).pathname}.${ending}`)),
	);
	expect(await asText?.text()).toContain("Jahr;niedrig;vereinbart;hoch");
	expect((await asBook?.body())?.subarray(0, 2).toString()).toBe("PK");
	await expect(page.locator("main tbody tr").first()).toContainText(/101\.234,56\s€\s*101\.234,56\s€\s*121\.234,56\s€/);
	await inOrder(page, ["form-dup-name"]);

	// Plaidt leaves in year four: the years before stay, the others bear its tenth from then on.
	await page.goto(`${here}/kosten`);
	await page.getByRole("link", { name: "Austritt durchrechnen" }).click();
	await page.locator('main [name="party"]').selectOption({ label: "Plaidt" });
	await page.locator('main [name="from"]').selectOption(String(years[3]));
	await press(page, "Durchrechnen");
	const exits = page.locator("section:has(#ergebnis) table").nth(1).locator("tbody tr");
	await expect(exits.nth(2)).toContainText(/^\d{4}(0,00\s€\s*){10}$/);
	await expect(exits.nth(3)).toContainText(/-10\.\d{3},\d\d\s€/);
	await inOrder(page);

	await page.goto(`${here}/deckung`);
	await expect(page.locator("main")).toContainText("Finanzierung je Quelle");
	await inOrder(page);

	// All that the lead bears by its agreements, against its own limit.
	await page.goto(staff);
	await page.getByRole("link", { name: "Zahlungen je Jahr" }).click();
	await fill(page, "fromYear", "2020");
	await fill(page, "cents", "wenig");
	await press(page, "Grenze speichern");
	await refusedWith(page, "Bitte schreiben Sie den Betrag so: 1.234,56");
	await fill(page, "cents", "1,00");
	await press(page, "Grenze speichern");
	await expect(page.locator("main")).toContainText("Die eigene Grenze ist überschritten");
	await inOrder(page);
	await fill(page, "fromYear", "2020");
	await press(page, "Grenze speichern");
	await expect(page.locator("main")).not.toContainText("Die eigene Grenze ist überschritten");

	// The year of an agreement in force is settled: what is left to pay adds up, and each party acknowledges for itself.
	await page
		.getByRole("link", { name: /^Licht nach Bedarf/ })
		.first()
		.click();
	await page.getByRole("link", { name: "Jahresabrechnungen" }).click();
	await page
		.getByRole("link", { name: /^Jahr \d{4} (neu )?abrechnen/ })
		.first()
		.click();
	await press(page, "Abrechnung aufstellen");
	await refusedWith(page, "Bitte geben Sie einen Betrag ein.");
	await page.locator('main [name="actual"]').fill("11.000,00");
	await inOrder(page, ["form-dup-name"]);
	await press(page, "Abrechnung aufstellen");
	await expect(page.locator("main tfoot").first()).toContainText(/11\.000,00\s€1\.000,00\s€ noch zu zahlen/);
	await expect(page.getByRole("button", { name: `Für ${lead} anerkennen` })).toHaveCount(1);
	await inOrder(page);
	const csv = await page.request.get(`${staff}/zahlungen.csv`);
	expect(await csv.text()).toContain("PV-");
});
