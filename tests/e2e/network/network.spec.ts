import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

const work = "/o/mayen-koblenz/verwaltung/netzwerk";

test("a guide enters, relates, looks back, merges and takes it back, and reads a table in", async ({ page }, {
	project,
}) => {
	test.setTimeout(180_000);
	const mark = `${project.name} ${Date.now()}`;
	const main = page.locator("main");
	const fill = (name: string, text: string) => main.locator(`form[method="post"] [name="${name}"]`).first().fill(text);
	await signIn(page, "guide");

	// Enters two entries; what is missing is said, what was typed stays.
	await page.goto(`${work}/neu/organisation`);
	await inOrder(page);
	await fill("name", `Kulturhaus ${mark}`);
	await press(page, "Eintragen");
	await expect(page.locator(".gw-error-summary")).toContainText("woher Sie das wissen");
	await expect(main.locator('[name="name"]')).toHaveValue(`Kulturhaus ${mark}`);
	await fill("source", "Webseite");
	await press(page, "Eintragen");
	await expect(main.locator("h1")).toHaveText(`Kulturhaus ${mark}`);
	await page.goto(`${work}/neu/person`);
	await fill("givenName", "Carla");
	await fill("familyName", `Bühne ${mark}`);
	await fill("email", `buehne.${Date.now()}@post.example`);
	await fill("source", "Gespräch");
	await press(page, "Eintragen");
	const person = page.url().replace(/\?.*/, "");

	// Relates them for a period that is over, and looks back.
	await page.goto(`${person}/verbindung?q=${encodeURIComponent(`Kulturhaus ${mark}`)}`);
	await inOrder(page);
	await main.locator('[name="type"]').selectOption({ label: "hat den Vorsitz von …" });
	await main.locator('[name="other"]').selectOption({ label: `Kulturhaus ${mark}` });
	await fill("firstDay", "2020-01-01");
	await fill("lastDay", "2023-12-31");
	await fill("source", "Vereinsregister");
	await press(page, "Verbindung eintragen");
	await expect(main).toContainText("Keine Verbindung an diesem Tag.");
	await inOrder(page);
	await page.goto(`${work}?q=${encodeURIComponent(`Bühne ${mark}`)}&tag=2023-03-01`);
	await inOrder(page);
	await expect(main).toContainText(`hat den Vorsitz von Kulturhaus ${mark}`);
	await page.goto(`${work}/bild?q=${encodeURIComponent(`Kulturhaus ${mark}`)}&tag=2023-03-01`);
	await inOrder(page);
	await expect(main.locator("svg.gw-network__picture")).toHaveCount(1);
	await expect(main.locator("table")).toContainText(`Carla Bühne ${mark}`);
	await fill("name", `Stand ${mark}`);
	await press(page, "Diesen Stand festhalten");
	await expect(main.locator("h1")).toHaveText(`Stand ${mark}`);

	// Somebody through whom alone an organisation is reached.
	await page.goto(`${work}/bruecken`);
	await inOrder(page);
	await expect(main.getByRole("row").filter({ hasText: "Pflegestützpunkt Maifeld" })).toHaveCount(0);
	await page.goto(`${work}/bruecken?tag=2023-03-01`);
	await expect(main.getByRole("heading", { level: 1 })).toHaveText("Einzelne Brücken");

	// The same person twice becomes one, and two again.
	await page.goto(`${work}/neu/person`);
	await fill("givenName", "Karla");
	await fill("familyName", `Bühne ${mark}`);
	await fill("source", "Visitenkarte");
	await press(page, "Eintragen");
	const twin = page.url().replace(/\?.*/, "");
	await main.getByRole("link", { name: `Carla Bühne ${mark}` }).click();
	await inOrder(page);
	await press(page, "Zusammenführen");
	await expect(main).toContainText("Zusammengeführt. Das lässt sich zurücknehmen.");
	await inOrder(page);
	expect([(await page.request.get(twin)).status(), (await page.request.get(person)).status()].sort()).toEqual([
		200, 404,
	]);
	const undo = main.locator("li").filter({ hasText: mark }).getByRole("button").first();
	await undo.click();
	await expect(main).toContainText("Beide Einträge sind wieder da.");
	expect((await page.request.get(twin)).status()).toBe(200);

	// A table: every mistake in its row, then taken over.
	const table = (name: string) => ({
		name: "kontakte.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(`Schlüssel;Art;Name\ne2e-${mark};Organisation;${name}\n`),
	});
	await page.goto(`${work}/einlesen`);
	await inOrder(page);
	await main.locator('input[type="file"]').setInputFiles(table(""));
	await press(page, "Tabelle prüfen");
	await expect(main).toContainText("Zeile 2");
	await expect(main).toContainText("Der Name fehlt");
	await main.locator('input[type="file"]').setInputFiles(table(`=Summe ${mark}`));
	await press(page, "Tabelle prüfen");
	await press(page, /übernehmen/);
	await expect(main).toContainText("Übernommen: 1 neu");
	const csv = await (await page.request.get(`${work}/liste.csv?q=${encodeURIComponent(`=Summe ${mark}`)}`)).text();
	expect(csv).toContain(`"'=Summe ${mark}"`);

	// People's rights: told by mail, and everything in one file.
	await page.goto(`${person}/rechte`);
	await inOrder(page);
	await press(page, "Per E-Mail informieren");
	await expect(main).toContainText("Informiert am");
	const download = page.waitForEvent("download");
	await main.getByRole("button", { name: "Auskunft herunterladen" }).click();
	expect((await download).suggestedFilename()).toMatch(/^auskunft-.*\.json$/);
});

test("pages of the network are in order, and closed to others @once", async ({ page, another }) => {
	await signIn(page, "guide");
	for (const path of ["/bestaetigen?wer=alle", "/menschen", "/arten", "/staende", "/doppelt", "/einlesen/oparl"]) {
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
