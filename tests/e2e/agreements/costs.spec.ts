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

test("ten municipalities share costs over eight years, by a table that goes out and comes back, and one leaves @plain", async ({
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
		Stichtag: "31.12.2023",
		"Preisentwicklung nach": "Erzeugerpreise für Fahrzeuge",
		"Preise des Jahres": Number(years[0]),
		"Anstieg im Jahr (Prozent)": 2.5,
		"Was geschieht dann?": "gemeinsam prüfen",
	});
	const promise = row({
		Zeile: "Zusage",
		Bezeichnung: "Thür",
		"Zusage von": `${years[2]}-01-01`,
		"Zusage bis": `31.12.${years[7]}`,
		"Zusage im Jahr": 101_234.56,
		"Grundlage der Zusage": "Beschluss des Ortsgemeinderats",
		"Anpassung der Zusage": "keine",
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
	await page.locator('main [name="table"]').setInputFiles(await workbook([columns, equal, broken, cover, promise]));
	await press(page, "Tabelle prüfen");
	await refusedWith(page, "Die Tabelle enthält Fehler.");
	await expect(page.locator("#fehler ~ * tbody tr, section:has(#fehler) tbody tr")).toContainText([`3${years[0]}`]);
	await inOrder(page);

	// In: every change is shown before anything counts.
	await page.locator('main [name="table"]').setInputFiles(await workbook([columns, equal, byHeads, cover, promise]));
	await press(page, "Tabelle prüfen");
	await expect(page.locator("main")).toContainText("4 Änderungen");
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
	const promised = page.locator("section:has(#zusagen) tbody tr").filter({ hasText: "Beschluss des Ortsgemeinderats" });
	await expect(promised).toContainText(/Thür.*101\.234,56\s€/);
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

test("how it can be ended is data, and what the council decided comes with its document @once", async ({ page }) => {
	await signIn(page, "staff");
	await page.goto(`${staff}/neu`);
	await fill(page, "title", "Gemeinsame Kläranlage im Tal");
	await press(page, "Entwurf anlegen");
	const here = page.url().replace(/[?#].*$/, "");

	await page.goto(`${here}/kuendigung`);
	await fill(page, "months", "ein halbes Jahr");
	await press(page, "Speichern");
	await refusedWith(page, "Bitte geben Sie die Frist in ganzen Monaten an, von 1 bis 120.");
	await expect(page.locator('main [name="months"]')).toHaveValue("ein halbes Jahr");
	await fill(page, "months", "6");
	await choose(page, "towards", "zum Jahresende");
	await fill(page, "firstEnd", "2033-06-30");
	await choose(page, "form", "schriftlich, von Hand unterschrieben");
	await press(page, "Speichern");
	await refusedWith(page, "An diesem Tag endet nicht, was Sie bei „Zu welchem Tag?“ gewählt haben.");
	await fill(page, "firstEnd", "2033-12-31");
	await press(page, "Speichern");
	await expect(page.locator("main")).toContainText(
		/6 Monate Frist zum Jahresende, frühestens zum 31\.12\.2033, schriftlich, von Hand unterschrieben\./,
	);
	await inOrder(page);

	await page.goto(`${here}/beschluesse`);
	await page.getByText("Beschluss eintragen").click();
	await page.locator('main [name="organisationId"]').selectOption({ label: "Verbandsgemeinde Mendig" });
	await choose(page, "body", "Rat oder Kreistag");
	await fill(page, "decidedOn", "2026-01-15");
	await fill(page, "reference", "Vorlage 7/2026");
	const pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
	const file = { name: "niederschrift.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf) };
	await page.locator('main #decision [name="file"]').setInputFiles(file);
	await page.locator("main #decision").getByRole("button", { name: "Speichern" }).click();
	await expect(page.getByRole("link", { name: "niederschrift.pdf" })).toHaveCount(1);
	await expect(page.locator("main")).toContainText(/eingestellt von .+, SHA-256 [0-9a-f]{64}/);
	await inOrder(page);
});
