import type { Page } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import writeExcel from "write-excel-file/node";
import { press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { choose, confirmForms, dayIn, fill, inOrder, refusedWith, writeBlocks } from "./drafting";
import { acceptScan, bringScan, codeOnPaper, freeze } from "./signing";

const partners = ["Thür", "Volkesfeld", "Rieden", "Kottenheim", "Ettringen", "Monreal", "Kruft", "Nickenich", "Plaidt"];
const lead = "Verbandsgemeinde Mendig";
/** Runs it for all; and who leaves before it is over. */
const [operator, leaving] = ["Rieden", "Thür"];
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

const paper = {
	name: "brief.pdf",
	mimeType: "application/pdf",
	buffer: Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
};

/** The rest of the draft, frozen, and ten papers checked by a second person. @returns the code of the agreement */
async function signedByTen(page: Page, another: () => Promise<Page>, here: string, years: string[]): Promise<string> {
	await page.goto(`${here}/parteien`);
	for (const [name, post] of [
		[lead, "Bürgermeister der Verbandsgemeinde Mendig"],
		[leaving, "Ortsbürgermeisterin von Thür"],
	] as const) {
		await page.getByLabel(post, { exact: true }).check();
		await press(page, `Speichern: ${name}`);
	}
	for (const name of partners.filter((one) => one !== leaving)) {
		const button = page.getByRole("button", { name: `Stelle eintragen: ${name}` });
		const form = page.locator("main form").filter({ has: button });
		if (name === operator) {
			await button.click();
			await refusedWith(page, "Bitte schreiben Sie etwas in dieses Feld.");
		}
		await form.locator('[name="label"]').fill(`Ortsbürgermeister von ${name}`);
		await button.click();
		await expect(page.getByLabel(`Ortsbürgermeister von ${name}`, { exact: true })).toBeChecked();
	}
	await inOrder(page, ["form-dup-name"]);
	await page.goto(`${here}/angaben`);
	await choose(page, "nature", "Vereinbarung des Privatrechts");
	const dates = {
		effectiveOn: await dayIn(page, {}),
		pilotStart: await dayIn(page, {}),
		pilotEnd: `${years[1]}-12-31`,
		fundingEnd: `${years[1]}-12-31`,
		agreedMonths: "12",
	};
	for (const [name, value] of Object.entries(dates)) await fill(page, name, value);
	await press(page, "Speichern");
	await writeBlocks(page, here);
	await page.goto(`${here}/aufgaben`);
	await fill(page, "task", "Bauhof betreiben");
	await choose(page, "dutyPhase", "Betrieb");
	await choose(page, "responsibleId", operator);
	await press(page, "Aufgabe hinzufügen");
	await fill(page, "title", "Erster Winter");
	await fill(page, "day", `${years[1]}-03-31`);
	await choose(page, "phase", "Pilot");
	await press(page, "Meilenstein hinzufügen");
	await confirmForms(page, here);
	await page.goto(here);
	await press(page, "Den Partnern vorlegen");
	await freeze(page, here);
	const code = here.split("/").at(-1) ?? "";
	await page.goto(`/vereinbarungen/${code}/papier`);
	const verification = await codeOnPaper(page);
	for (const party of [lead, ...partners]) await bringScan(page, party);
	const colleague = await another();
	await signIn(colleague, "organisation-admin", { fresh: true });
	await colleague.goto(`/vereinbarungen/${code}/papier`);
	for (const party of [lead, ...partners]) await acceptScan(colleague, party, verification);
	await page.goto(`/vereinbarungen/${code}`);
	await expect(page.locator("main")).toContainText("in Kraft");
	return code;
}

test("ten municipalities share costs over eight years, by a table that goes out and comes back, and one leaves @plain", async ({
	page,
	another,
}) => {
	await signIn(page, "staff");
	await page.goto(`${staff}/neu`);
	await fill(page, "title", "Gemeinsamer Bauhof im Umland");
	await press(page, "Entwurf anlegen");
	const here = page.url().replace(/[?#].*$/, "");
	for (const name of partners) {
		await page.goto(`${here}/parteien?q=${encodeURIComponent(name)}`);
		await choose(page, "organisationId", name);
		await choose(page, "role", name === operator ? "Umsetzungspartner" : "beteiligt");
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
		Bezeichnung: operator,
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

	// One leaves in year four: the years before stay as they are, the others bear its tenth from then on.
	await page.goto(`${here}/kosten`);
	await page.getByRole("link", { name: "Austritt durchrechnen" }).click();
	await page.locator('main [name="party"]').selectOption({ label: leaving });
	await page.locator('main [name="from"]').selectOption(String(years[3]));
	await press(page, "Durchrechnen");
	const exits = page.locator("section:has(#ergebnis) table").nth(1).locator("tbody tr");
	await expect(exits).toHaveCount(5);
	await expect(exits.first()).toContainText(new RegExp(`^${years[3]}.*-10\\.\\d{3},\\d\\d\\s€`));
	await inOrder(page);

	await page.goto(`${here}/deckung`);
	await expect(page.locator("main")).toContainText("Finanzierung je Quelle");
	const promised = page.locator("section:has(#zusagen) tbody tr").filter({ hasText: "Beschluss des Ortsgemeinderats" });
	await expect(promised).toContainText(/Rieden.*101\.234,56\s€/);
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

	// Ten sign by hand, also those for whom nobody works here; one leaves, and the first year is settled.
	const code = await signedByTen(page, another, here, years);
	const town = await another();
	await signIn(town, "clemens@thuer.example", { fresh: true });
	await town.goto(`/vereinbarungen/${code}/ende`);
	await choose(town, "kind", "Austritt einer Partei");
	await fill(town, "reason", "Wir bauen einen eigenen Bauhof.");
	await fill(town, "lastDay", `${years[2]}-06-30`);
	await press(town, "Verbindlich erklären");
	await refusedWith(town, "Ein Austritt geht nur zum Ende eines Haushaltsjahres");
	await fill(town, "lastDay", `${years[1]}-12-31`);
	await press(town, "Verbindlich erklären");
	await refusedWith(town, `31.12.${years[2]}`);
	await fill(town, "lastDay", `${years[2]}-12-31`);
	await town.locator('main [name="letter"]').setInputFiles(paper);
	await press(town, "Verbindlich erklären");
	await expect(town.locator("main")).toContainText("Jetzt bestätigt eine andere Partei den Zugang.");
	await page.goto(`/vereinbarungen/${code}/ende`);
	await expect(page.locator("main")).toContainText(`Austritt einer Partei durch ${leaving}`);
	await press(page, `Zugang für ${lead} bestätigen`);
	await expect(page.locator("main")).toContainText("Der Zugang ist bestätigt.");
	await inOrder(page);
	await page.goto(`/vereinbarungen/${code}/abrechnung`);
	await page.getByRole("link", { name: `Jahr ${years[0]} abrechnen` }).click();
	await press(page, "Abrechnung aufstellen");
	await refusedWith(page, "Bitte geben Sie einen Betrag ein.");
	await page.locator('main [name="actual"]').nth(0).fill("110.000,00");
	await page.locator('main [name="actual"]').nth(1).fill("1.234,56");
	await inOrder(page, ["form-dup-name"]);
	await press(page, "Abrechnung aufstellen");
	await expect(page.locator("main tfoot").first()).toContainText(/111\.234,56\s€10\.000,00\s€ noch zu zahlen/);
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
