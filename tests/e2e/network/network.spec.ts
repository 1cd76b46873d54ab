import type { Page } from "@playwright/test";
import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { startOparlServer } from "../../support/oparl-server";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

const work = "/o/mayen-koblenz/verwaltung/netzwerk";
const schema = "https://schema.oparl.org/1.1";

const fill = (page: Page, name: string, text: string) =>
	page.locator(`main form[method="post"] [name="${name}"]`).first().fill(text);
const choose = (page: Page, name: string, label: string | RegExp) =>
	page
		.locator(`main select[name="${name}"] option`)
		.filter({ hasText: label })
		.first()
		.getAttribute("value")
		.then((value) => page.locator(`main select[name="${name}"]`).selectOption(value ?? ""));

test("a guide enters who is who, puts a tie right, and sees the network on any day", async ({ page }, { project }) => {
	test.slow();
	const mark = `${project.name} ${Date.now()}`;
	const [house, name] = [`Kulturhaus ${mark}`, `Toni Walk${project.name}`];
	const main = page.locator("main");
	await signIn(page, "guide");

	// An organisation; what is missing is said, what was typed stays.
	await page.goto(`${work}/neu/organisation`);
	await inOrder(page);
	await fill(page, "name", house);
	await press(page, "Eintragen");
	await expect(page.locator(".gw-error-summary")).toContainText("woher Sie das wissen");
	await expect(main.locator('[name="name"]')).toHaveValue(house);
	await fill(page, "source", "Webseite");
	await press(page, "Eintragen");
	await expect(page.locator("h1")).toHaveText(house);

	// A person with a seat there; who sent them is typed as a name.
	await page.goto(`${work}/neu/person`);
	await fill(page, "givenName", "Toni");
	await fill(page, "familyName", `Walk${project.name}`);
	await fill(page, "source", "Visitenkarte");
	await press(page, "Eintragen");
	await expect(page.locator("h1")).toHaveText(name);
	const person = new URL(page.url()).pathname;
	await page.goto(`${person}/verbindung?q=${encodeURIComponent(house)}`);
	await choose(page, "type", "hat ein Mandat in");
	await choose(page, "other", house);
	await fill(page, "firstDay", "2024-07-01");
	await fill(page, "source", "Bekanntmachung");
	await fill(page, "term", "2024–2029");
	await fill(page, "onBehalfOf", "Landkreis Mayen-Koblens");
	await press(page, "Verbindung eintragen");
	await expect(page.locator(".gw-error-summary")).toContainText("Meinen Sie „Landkreis Mayen-Koblenz“?");
	await expect(main.locator('[name="term"]')).toHaveValue("2024–2029");
	await inOrder(page);
	await fill(page, "onBehalfOf", "Landkreis Mayen-Koblenz");
	await press(page, "Verbindung eintragen");
	await expect(main).toContainText("entsandt von Landkreis Mayen-Koblenz");

	// The tie is put right and ended; both ends read it, its history stays.
	await main.getByRole("link", { name: /^Ändern, beenden/ }).click();
	await expect(main).toContainText(`${house} hat als Mandatsträger*in ${name}`);
	await main.getByRole("link", { name: "Angaben ändern" }).click();
	await fill(page, "role", "Sprecherin");
	await fill(page, "lastDay", "2023-01-01");
	await press(page, "Speichern");
	await expect(page.locator(".gw-error-summary")).toContainText("Das Ende liegt vor dem Anfang");
	await inOrder(page);
	await fill(page, "lastDay", "");
	await press(page, "Speichern");
	await expect(main.locator("#verlauf ~ * tbody, section:has(#verlauf) tbody")).toContainText("geändert: Bezeichnung");
	await inOrder(page);

	// A key person in this function.
	await page.goto(`${person}/schluesselperson`);
	await choose(page, "tie", "hat ein Mandat in");
	await main.locator('select[name="topic"]').selectOption({ index: 1 });
	await fill(page, "why", "Kennt jedes Vereinsheim.");
	await fill(page, "source", "Sprechtag");
	await inOrder(page);
	await press(page, "Kennzeichnen");
	await expect(main).toContainText("Kennt jedes Vereinsheim.");

	// What the person may know, to read.
	await page.goto(`${person}/rechte`);
	await inOrder(page);
	await press(page, "Zum Lesen und Drucken");
	await expect(main).toContainText("Kennt jedes Vereinsheim.");
	await expect(main).toContainText("Sie können widersprechen");
	await inOrder(page);

	// Picture and table say the same by the same filter; on an earlier day there was nothing; a kept state stays.
	const view = `${work}/bild?q=${encodeURIComponent(house)}`;
	await page.goto(`${view}&tag=2024-06-30`);
	await expect(main).toContainText("Keine Verbindung passt");
	await page.goto(view);
	await expect(main.locator("svg.gw-network__picture text")).toHaveCount(2);
	await expect(main.locator("tbody tr")).toHaveCount(1);
	await expect(main.locator("tbody tr")).toContainText("hat ein Mandat in (Sprecherin)");
	await inOrder(page);
	await fill(page, "name", `Stand ${mark}`);
	await press(page, "Diesen Stand festhalten");
	const kept = page.url();
	await page.goto(person);
	await main.getByRole("link", { name: /^Ändern, beenden/ }).click();
	await fill(page, "lastDay", "2025-12-31");
	await press(page, "Verbindung beenden");
	await page.goto(view);
	await expect(main).toContainText("Keine Verbindung passt");
	await page.goto(kept);
	await expect(main.locator("tbody tr")).toContainText(name);
});

test("tables and council members are read in once; who stands there is told, objects, is forgotten @once", async ({
	page,
	another,
}) => {
	test.slow();
	const main = page.locator("main");
	await signIn(page, "guide");
	const columns = "Schlüssel;Art;Name;Vorname;Nachname;E-Mail;Verbindung;mit;seit";
	const table = (...rows: string[]) => ({
		...{ name: "kontakte.csv", mimeType: "text/csv" },
		buffer: Buffer.from([columns, ...rows].join("\r\n")),
	});
	const read = async (file: ReturnType<typeof table>) => {
		await main.locator('[name="table"]').setInputFiles(file);
		await press(page, "Tabelle prüfen");
	};
	const rows = [
		"walk-1;Organisation;Zupfverein Nettetal;;;;;;",
		"walk-2;Person;;Zita;Zupf;zita@walk.example;hat den Vorsitz von;walk-1;2025-01-01",
	];
	await page.goto(`${work}/einlesen`);
	await read(table(rows[0] ?? "", "walk-2;Mensch;;Zita;;;hat den Vorsitz von;walk-1;1.1.2025"));
	await expect(main).toContainText("Zeile 3");
	await expect(main).toContainText("„Mensch“ ist keine Art.");
	await inOrder(page);
	await read(table(...rows));
	await press(page, "2 Zeilen übernehmen");
	await expect(main).toContainText("2 neu");
	await read(table(...rows));
	await press(page, "2 Zeilen übernehmen");
	await expect(main).toContainText("0 neu, 0 geändert, 0 Verbindungen neu, 0 beendet, 2 waren schon da");
	const file = await page.request.get(`${work}/liste.csv?q=Zita+Zupf`);
	expect(await file.text()).toContain("hat den Vorsitz von");

	// Council members from the address of their system; mistakes are told, what was typed stays.
	const council = await startOparlServer();
	try {
		const id = (path: string) => `${council.origin}${path}`;
		council.lists.set("/body/0/organizations/", [
			{ id: id("/o/9"), type: `${schema}/Organization`, name: "Rat am Walk" },
		]);
		council.lists.set("/body/0/persons/", [{ id: id("/p/9"), type: `${schema}/Person`, name: "Ria Ratsfrau" }]);
		const seat = { id: id("/m/9"), type: `${schema}/Membership`, organization: id("/o/9"), person: id("/p/9") };
		council.lists.set("/body/0/memberships/", [{ ...seat, startDate: "2024-07-01" }]);
		await page.goto(`${work}/einlesen/oparl`);
		await fill(page, "address", `${council.door}gibt-es-nicht`);
		await press(page, "Abrufen und prüfen");
		await expect(page.locator(".gw-error-summary")).toContainText("mit einem Fehler geantwortet (404)");
		await expect(main.locator('[name="address"]')).toHaveValue(`${council.door}gibt-es-nicht`);
		await fill(page, "address", council.door);
		await press(page, "Abrufen und prüfen");
		await expect(main).toContainText("Gefunden: 1 Personen, 1 Gremien, 1 Mitgliedschaften.");
		await inOrder(page);
		await press(page, "Übernehmen");
		await expect(main).toContainText("2 Einträge neu, 0 geändert, 1 Mandate neu");
	} finally {
		council.stop();
	}

	// Two entries of one organisation become one, and two again.
	await page.goto(`${work}/neu/organisation`);
	await fill(page, "name", "Zupfverein Netetal e. V.");
	await fill(page, "source", "Zeitung");
	await press(page, "Eintragen");
	await main.getByRole("link", { name: "Zupfverein Nettetal", exact: true }).click();
	await inOrder(page);
	await press(page, "Zusammenführen");
	await expect(main).toContainText("Zusammengeführt. Das lässt sich zurücknehmen.");
	await inOrder(page);
	await main.getByRole("button", { name: /^Zurücknehmen: Zupfverein/ }).click();
	await expect(main).toContainText("Zurückgenommen. Beide Einträge sind wieder da.");
	await expect(main.getByRole("link", { name: /^Vergleichen: Zupfverein/ })).toHaveCount(1);

	// Whom others entered is told once, objects by the link, is forgotten, and no table brings them back.
	await page.goto(`${work}?q=Zita+Zupf`);
	await main.getByRole("link", { name: "Zita Zupf", exact: true }).click();
	const person = new URL(page.url()).pathname;
	await page.goto(`${person}/rechte`);
	await press(page, "Per E-Mail informieren");
	await expect(main).toContainText("Informiert am");
	const mail = await newestMail(page, "zita@walk.example", { says: "führt ein Verzeichnis" });
	const zita = await another();
	await zita.goto(/\/netzwerk\/widerspruch\/[\w-]+/.exec(mail.text)?.[0] ?? "");
	await inOrder(zita);
	await fill(zita, "text", "Ich möchte dort nicht stehen.");
	await press(zita, "Widerspruch abschicken");
	await expect(zita.locator("main")).toContainText("Ihr Widerspruch ist angekommen.");
	await page.goto(`${work}/menschen`);
	await expect(main.locator("section:has(#widersprueche), #widersprueche").first()).toContainText("Zita Zupf");
	await page.goto(`${person}/loeschen`);
	await inOrder(page);
	await press(page, "Endgültig löschen");
	await expect(main).toContainText("Die Angaben sind gelöscht.");
	await page.goto(`${work}/einlesen`);
	await read(table(...rows));
	await expect(main).toContainText("Diese Person wurde auf Wunsch oder nach Ablauf der Frist gelöscht.");
});

test("pages of the network are in order, and closed to others @once", async ({ page, another }) => {
	await signIn(page, "guide");
	for (const path of ["", "/bruecken", "/bestaetigen?wer=alle", "/menschen", "/arten", "/staende"]) {
		await page.goto(`${work}${path}`);
		await inOrder(page);
	}
	await page.goto(`${work}/bestaetigen?wer=alle`);
	await page.locator('main input[name="parties"]').first().check();
	await press(page, "Angehakte bestätigen");
	await expect(page.locator("main")).toContainText("Ein Eintrag ist bestätigt.");
	const citizen = await another();
	await citizen.goto("/o/mayen-koblenz/netzwerk");
	await inOrder(citizen);
	await expect(citizen.locator("main")).toContainText("Verkehrsverbund Osteifel");
	await expect(citizen.locator("main")).not.toContainText("Steinbach");
	await citizen.goto(work);
	await expect(citizen).toHaveURL(/\/anmelden/);
});
