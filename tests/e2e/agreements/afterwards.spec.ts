import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { dayIn, fill, inOrder, press, refusedWith } from "./drafting";
import { acceptScan, bringScan, checkOf, codeOnPaper, confirmInTextForm, freeze, verificationIn } from "./signing";

const staff = "/o/mendig/verwaltung/vereinbarungen";
const company = "reuter@netzgesellschaft.example";
const agreed = "Gemeinsamer Notdienst für Pumpwerke";

const chair = "geisen@dorfverein.example";

/** The amendment of an agreement of four parties, from its reason to the answer of /pruefen about the old file. */
async function amendToItsSeal(page: Page, director: Page, another: () => Promise<Page>, here: string): Promise<void> {
	await page.goto(here);
	const oldPaper = await page.getByRole("link", { name: "PDF mit Prüfvermerk" }).getAttribute("href");
	const oldFile = await (await page.request.get(oldPaper ?? "")).body();
	await page.goto(`${here}/nachtrag`);
	await press(page, "Entwurf mit dem Stand von heute anlegen");
	await refusedWith(page, "Bitte nennen Sie den Grund.");
	await inOrder(page);
	const reason = `Die Stadtwerke helfen künftig mit (${Date.now()}).`;
	await fill(page, "reason", reason);
	await press(page, "Entwurf mit dem Stand von heute anlegen");
	await expect(page).toHaveURL(/\/verwaltung\/vereinbarungen\/[A-Z0-9]+$/);
	const draft = new URL(page.url()).pathname;
	const code = draft.split("/").at(-1) ?? "";
	await page.goto(`${draft}/baustein/information`);
	await fill(page, "text", "Störungen werden am selben Tag gemeldet, Änderungen der Kosten innerhalb von zwei Wochen.");
	await press(page, "Speichern");
	await page.goto(`${draft}/angaben`);
	await fill(page, "effectiveOn", await dayIn(page, {}));
	await press(page, "Speichern");
	await page.goto(draft);
	await press(page, "Den Partnern vorlegen");
	await director.goto(`/vereinbarungen/${code}/aenderungen`);
	await expect(director.getByRole("region", { name: "Informationspflichten" }).locator("ins")).toContainText(
		"am selben Tag",
	);
	await expect(director.getByRole("button", { name: "Nachtrag aufgeben" })).toHaveCount(0);
	await inOrder(director);
	await page.goto(`/vereinbarungen/${code}/aenderungen`);
	await expect(page.getByRole("button", { name: "Nachtrag aufgeben" })).toBeVisible();

	// Everybody who is bound signs it in the form in which the agreement was signed; until then the old one counts.
	await freeze(page, draft);
	const [association, colleague] = [await another(), await another()];
	await confirmInTextForm(association, await signIn(association, chair, { fresh: true }), code);
	await page.goto(`/vereinbarungen/${code}/papier`);
	for (const party of ["Verbandsgemeinde Mendig", "Thür"]) await bringScan(page, party);
	await signIn(colleague, "organisation-admin", { fresh: true });
	await colleague.goto(`/vereinbarungen/${code}/papier`);
	for (const party of ["Verbandsgemeinde Mendig", "Thür"]) {
		await acceptScan(colleague, party, await codeOnPaper(page));
		await expect(checkOf(colleague, party)).toHaveCount(0);
	}
	await page.goto(here);
	await expect(page.locator("main")).toContainText("in Kraft");
	await confirmInTextForm(director, await signIn(director, company, { fresh: true }), code);

	const mail = await newestMail(page, chair, { subject: /^PDF mit Prüfvermerk/, says: "-N1" });
	expect(mail.text).toMatch(/Kettenkopf nach \d+ Ereignissen/);
	await page.goto(`/vereinbarungen/${code}`);
	const newPaper = await page.getByRole("link", { name: "PDF mit Prüfvermerk" }).getAttribute("href");
	const newFile = await (await page.request.get(newPaper ?? "")).body();
	await page.goto(here);
	await expect(page.locator("main")).toContainText("ersetzt durch einen Nachtrag");
	await inOrder(page);
	const visitor = await another();
	for (const [file, words] of [
		[oldFile, "Echt, aber ersetzt"],
		[newFile, "Echt und gültig"],
	] as const) {
		await visitor.goto("/pruefen");
		await fill(visitor, "code", verificationIn(file));
		await fill(visitor, "sha256", createHash("sha256").update(file).digest("hex"));
		await press(visitor, "Prüfen");
		await expect(visitor.locator("main")).toContainText(words);
		await expect(visitor.locator("main")).toContainText("Die Datei ist unverändert: das PDF mit Prüfvermerk.");
		await inOrder(visitor);
	}
}

test("after the signature: obligations, hand-over, record, an amendment up to its seal @once", async ({
	page,
	another,
}) => {
	await signIn(page, "staff");
	await page.goto(staff);
	await page.getByRole("link", { name: agreed, exact: true }).first().click();
	await page
		.getByRole("link", { name: "Zur Vereinbarung" })
		.or(page.getByRole("link", { name: "Vereinbarung ansehen" }))
		.first()
		.click();
	await expect(page).toHaveURL(/\/vereinbarungen\/[A-Z0-9]+$/);
	const here = new URL(page.url()).pathname;
	await expect(page.getByRole("region", { name: "Nach der Unterschrift" })).toContainText("Pflichten");
	await inOrder(page);

	await test.step("an obligation is added, owed by a post, and met with evidence", async () => {
		await page.goto(`${here}/pflichten`);
		await fill(page, "recipient", "Verbandsgemeinderat");
		await fill(page, "firstOn", await dayIn(page, {}));
		await press(page, "Hinzufügen");
		await refusedWith(page, "Bitte wählen Sie eine Möglichkeit.");
		await expect(page.locator('main [name="recipient"]')).toHaveValue("Verbandsgemeinderat");
		await page
			.locator('main [name="who"]')
			.selectOption({ label: "Verbandsgemeinde Mendig (noch keine Stelle benannt)" });
		await page.locator('main [name="kind"]').selectOption("report");
		await press(page, "Hinzufügen");
		await refusedWith(page, "Bitte schreiben Sie, was zu tun ist.");
		await fill(page, "title", "Jahresbericht zum Notdienst");
		await press(page, "Hinzufügen");
		await expect(page.locator("main")).toContainText("Die Pflicht steht jetzt hier.");
		await inOrder(page);
		await page.goto(`${here}/pflichten`);
		const met = page.locator("details").filter({ hasText: "Als erledigt eintragen: Jahresbericht zum Notdienst" });
		await met.locator("summary").click();
		await met.getByRole("button", { name: "Als erledigt eintragen" }).click();
		await refusedWith(page, "Bitte schreiben Sie, woran man sieht, dass es erledigt ist");
		await fill(page, "evidence", "Im Rat am Dienstag vorgestellt.");
		await press(page, "Als erledigt eintragen");
		await expect(page.getByRole("region", { name: "Erledigt" })).toContainText("Im Rat am Dienstag vorgestellt.");
		await inOrder(page);
	});

	const taker = await another();
	await test.step("operation is handed over: the list by the lead, the word by the taker", async () => {
		await page.goto(`${here}/uebergabe`);
		await fill(page, "day", await dayIn(page, {}));
		await fill(page, "items", "");
		await press(page, "Liste speichern");
		await refusedWith(page, "Bitte nennen Sie mindestens ein Stück, das übergeht.");
		await fill(page, "items", "Pumpwerk Süd\nZugang zur Fernwartung");
		await press(page, "Liste speichern");
		await expect(page.locator("main")).toContainText("wartet auf die Bestätigung von Netzgesellschaft Osteifel GmbH");
		await expect(page.getByRole("button", { name: "Verbindlich bestätigen" })).toHaveCount(0);
		await inOrder(page);
		await signIn(taker, company);
		await taker.goto(`${here}/uebergabe`);
		await fill(taker, "note", "Der Schlüssel zu Pumpwerk Süd fehlt noch.");
		await press(taker, "Verbindlich bestätigen");
		await expect(taker.locator("main")).toContainText("Die Übernahme ist bestätigt.");
		await inOrder(taker);
	});

	await test.step("what remains, the record and its archive", async () => {
		await page.goto(`${here}/ende`);
		await expect(page.locator("main")).toContainText("Der Betrieb ist mindestens bis zum");
		await fill(page, "what", "Messwerte der Pumpen");
		await press(page, "Hinzufügen");
		await refusedWith(page, "Bitte wählen Sie eine Möglichkeit.");
		await expect(page.locator('main [name="what"]')).toHaveValue("Messwerte der Pumpen");
		await fill(page, "destination", "Kreisarchiv");
		await page.locator('#verbleib [name="kind"]').selectOption("data");
		await page.locator('#verbleib [name="organisationId"]').selectOption({ label: "Verbandsgemeinde Mendig" });
		await press(page, "Hinzufügen");
		await page.getByRole("button", { name: "Abhaken: Messwerte der Pumpen" }).click();
		await expect(page.locator("main")).toContainText("erledigt am");
		await inOrder(page);
		await page.goto(`${here}/akte`);
		await fill(page, "fileNumber", "1/020-15");
		await press(page, "Speichern");
		await inOrder(page);
		const href = await page.getByRole("link", { name: "Akte herunterladen (ZIP)" }).getAttribute("href");
		const archive = await page.request.get(href ?? "");
		expect(archive.headers()["content-disposition"]).toContain("1-020-15.zip");
		expect((await archive.body()).subarray(0, 2).toString()).toBe("PK");
	});
	await test.step("an amendment is drafted, everybody sees what it changes, and its seal takes the place of the old one", () =>
		amendToItsSeal(page, taker, another, here));
});

test("existing contracts are entered one after the other, or from a table, and stand among the dates", async ({
	page,
}, { project }) => {
	const mark = `${project.name} ${Date.now()}`;
	const last = await dayIn(page, { days: 60 });
	const year = Number(last.slice(0, 4));
	await signIn(page, "staff");
	await page.goto(`${staff}/bestand/neu`);
	await fill(page, "title", `Winterdienst ${mark}`);
	await fill(page, "parties", "Thür");
	await fill(page, "startsOn", "2019-04-01");
	await fill(page, "lastDay", last);
	await fill(page, "amounts", "zwölftausend");
	await press(page, "Speichern und nächsten eintragen");
	await refusedWith(page, "Zeile 1 der Beträge ist nicht lesbar.");
	await expect(page.locator('main [name="title"]')).toHaveValue(`Winterdienst ${mark}`);
	await fill(page, "amounts", `${year - 1}-${year + 1}: 12.000,00\n${year}: 500,00; Thür`);
	await inOrder(page);
	// Enter is enough.
	await page.locator('main [name="title"]').press("Enter");
	await expect(page.locator("main")).toContainText(`Gespeichert: Winterdienst ${mark}. Jetzt kommt der nächste.`);
	await expect(page.locator('main [name="parties"]')).toHaveValue("Thür");
	// The next one without a mouse: the cursor stands in the first field, eight Tabs and Enter are all it takes.
	await expect(page.locator('main [name="title"]')).toBeFocused();
	await page.keyboard.type(`Sommerdienst ${mark}`);
	for (const typed of ["", `${year}: 1.500,00`, "", "10102019", "10102029", "6"]) {
		await page.keyboard.press("Tab");
		await page.keyboard.type(typed);
		if (/^\d{8}$/.test(typed)) await page.keyboard.press("Tab");
	}
	await page.keyboard.press("Enter");
	await expect(page.locator("main")).toContainText(`Gespeichert: Sommerdienst ${mark}. Jetzt kommt der nächste.`);
	await expect(page.locator('main [name="title"]')).toHaveValue("");

	await page.goto(`${staff}/bestand/einlesen`);
	// Forty of one table: two are wrong and mended on the page, the others stay as they were read.
	const rows = Array.from({ length: 38 }, (_, index) => `Streuwagen ${index + 1} ${mark};Thür;1.1.2020;2026: 100`);
	const sheet = [
		"Vertrag;Partner;Beginn;Beträge je Jahr",
		...rows,
		`Salz ${mark};;2020-01-01;`,
		`Räumen ${mark};Thür;gestern;`,
	];
	const file = { name: "vertraege.csv", mimeType: "text/csv", buffer: Buffer.from(sheet.join("\n")) };
	await page.locator('main [name="table"]').setInputFiles(file);
	await press(page, "Prüfen");
	await refusedWith(page, "Zeile 40: Bitte nennen Sie mindestens einen Partner");
	await expect(page.locator("main")).toContainText("Die anderen 38 Zeilen bleiben gelesen.");
	await inOrder(page);
	await fill(page, "row-40-parties", "Thür");
	await fill(page, "row-41-startsOn", "1.1.2019");
	await press(page, "Noch einmal prüfen");
	await inOrder(page);
	await press(page, "Diese 40 Verträge übernehmen");
	await expect(page.locator("main")).toContainText("40 Verträge sind übernommen.");
	await expect(page.locator("main table")).toContainText(`Salz ${mark}`);
	await inOrder(page);
	// The same file once more enters nothing a second time.
	await page.goto(`${staff}/bestand/einlesen`);
	const known = { ...file, buffer: Buffer.from(sheet.slice(0, 39).join("\n")) };
	await page.locator('main [name="table"]').setInputFiles(known);
	await press(page, "Prüfen");
	await expect(page.locator("main")).toContainText("38 Verträge stehen schon in der Liste");
	await expect(page.getByRole("button", { name: /übernehmen$/ })).toHaveCount(0);
	await page.goto(`${staff}/bestand`);
	await page.getByRole("link", { name: `Winterdienst ${mark}` }).click();
	await expect(page.locator("main")).toContainText("auf Papier unterschrieben, nicht auf dieser Plattform");
	await expect(page.locator("main table")).toContainText("12.000,00");
	await inOrder(page);

	await page.goto(`${staff}/radar`);
	await expect(page.getByRole("region", { name: "In den nächsten drei Monaten" })).toContainText(
		`Winterdienst ${mark}`,
	);
	const decide = page.locator("details").filter({ hasText: `Entscheiden: Winterdienst ${mark}` });
	await decide.locator("summary").click();
	await decide.getByLabel("verlängern").check();
	await decide.getByRole("button", { name: "Entscheidung eintragen" }).click();
	await refusedWith(page, "Bitte nennen Sie den Grund.");
	await decide.locator('[name="reason"]').fill("Der Preis ist gut.");
	await decide.getByRole("button", { name: "Entscheidung eintragen" }).click();
	await expect(page.locator("main")).toContainText("Die Entscheidung ist eingetragen.");
	await inOrder(page);
});
