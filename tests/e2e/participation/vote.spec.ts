import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const voting = "/o/mendig/beteiligung/ein-name-fuer-das-neue-buergerhaus";
const counted = "/o/andernach/beteiligung/hochstrasse-wie-soll-sie-werden/abstimmung/1";
const work = "/o/mendig/verwaltung/beteiligung";

test("a guest gets a code, ranks, saves, casts once and finds the ballot by its receipt", async ({ page }, {
	project,
}) => {
	const email = `abstimmung-${project.name}-${Date.now()}@example.org`;
	await page.goto(voting);
	await page.getByRole("link", { name: /^Varianten ansehen/ }).click();
	await inOrder(page);
	await page.getByRole("link", { name: "Abstimmen", exact: true }).click();
	await inOrder(page);
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="bescheid"]').check();
	await press(page, "Code schicken");
	const mail = await newestMail(page, email);
	await page.locator('input[name="code"]').fill(/\b\d{6}\b/.exec(mail.subject)?.[0] ?? "");
	await press(page, "Stimmzettel öffnen");
	const paper = new URL(page.url()).pathname;
	await inOrder(page);
	await press(page, "Weiter: prüfen und abgeben");
	await expect(page.locator("[data-error-summary]")).toContainText("Bitte machen Sie mindestens eine Angabe.");
	await page.getByLabel(/Basalthaus/).selectOption({ label: "Platz 1" });
	await press(page, "Zwischenspeichern");
	await expect(page.getByRole("status").first()).toContainText("Gespeichert, noch nicht abgegeben");
	await page.goto(paper);
	await page.getByLabel(/Alte Brauerei/).selectOption({ label: "Platz 2" });
	await press(page, "Weiter: prüfen und abgeben");
	await inOrder(page);
	await press(page, "Verbindlich abgeben");
	await inOrder(page);
	const receipt = (await page.locator("[data-receipt]").innerText()).trim();
	expect(receipt).toMatch(/^\w{4}-\w{4}-\w{4}$/);

	await page.goto(paper);
	await expect(page.locator("h1")).toHaveText("Sie haben abgestimmt");
	await page.goto(`${voting}/abstimmung/1/quittung`);
	await page.locator('main input[name="quittung"]').fill(receipt.toLowerCase());
	await press(page, "Stimmzettel suchen");
	await expect(page.getByRole("row", { name: /Basalthaus/ })).toContainText("Platz 1");
	await expect(page.getByRole("row", { name: /Laacher Haus/ })).toContainText("keine Angabe");
});

test("the result explains every step and can be recounted in the browser", async ({ page, javaScriptEnabled }) => {
	await page.goto(counted);
	await inOrder(page);
	await page.getByRole("link", { name: "Ergebnis ansehen" }).click();
	const main = page.locator("main");
	await inOrder(page);
	await expect(main).toContainText("7 Menschen haben abgestimmt. Vorn liegt: Tempo 20 mit Pollern");
	await expect(main).toContainText("Tempo 20 mit Pollern: zusammen 20, stärkster einzelner Widerstand 4.");
	await expect(main).toContainText("Der Stadtrat folgt dem Ergebnis.");
	await page.getByRole("link", { name: "Im Browser nachzählen" }).click();
	await page.waitForLoadState();
	await inOrder(page);
	if (javaScriptEnabled !== false) {
		await page.getByRole("button", { name: "Auszählen" }).click();
		await expect(main).toContainText("Ergebnis der Abstimmung: Tempo 20 mit Pollern. Stimmzettel: 7.");
		await expect(main).toContainText("Das stimmt mit dem Ergebnis überein, das in der Datei steht.");
	}
});

test("a vote is set up from its recipe, and its rule frozen before voting @once", async ({ page }) => {
	const title = `Neue Bänke ${Date.now()}`;
	await signIn(page, "participation-manager");
	await page.goto(`${work}/neu`);
	await page.getByRole("link", { name: /^Mit diesem Muster beginnen ?: Abstimmung über Varianten/ }).click();
	await page.locator('input[name="title"]').fill(title);
	await write(page, "Worum geht es?", "Die Bänke am Bach werden neu.");
	await write(page, "Was steht schon fest?", "Es werden zehn.");
	await write(page, "Was ist noch offen?", "Welche es werden.");
	await press(page, "Entwurf speichern");
	await page.getByRole("link", { name: "Eine Abstimmung hat noch zu wenige Varianten." }).click();
	await inOrder(page);
	await page.getByRole("link", { name: "Abstimmung", exact: true }).click();
	const vote = new URL(page.url()).pathname;
	await inOrder(page);
	await page.goto(`${vote}/einstellungen`);
	await inOrder(page);
	await page.getByLabel("Widerstand messen").check();
	await page.getByLabel("Menschen mit einem Code aus einem Brief").check();
	await page.locator('input[name="paperDays"]').fill("90");
	await press(page, "Speichern");
	await expect(page.locator("[data-error-summary]")).toContainText("Bitte schreiben Sie hier eine Zahl von 0 bis 60.");
	await page.locator('input[name="paperDays"]').fill("5");
	await press(page, "Speichern");
	for (const name of ["Bänke aus Holz", "Bänke aus Stein"]) {
		await page.goto(`${vote}/varianten/neu`);
		await page.locator('input[name="title"]').fill(name);
		await press(page, "Speichern");
	}
	await inOrder(page);
	await expect(page.getByRole("row", { name: /3\. Alles bleibt, wie es ist/ })).toBeVisible();
	await expect(page.locator("main")).toContainText("Die Codes der Briefe.");
	await page.goto(`${vote}/codes`);
	await inOrder(page);
	await page.locator('textarea[name="codes"]').fill("ABCD-EFGH-2345\nJKLM-NPQR-6789");
	await press(page, "Codes übernehmen");
	await page.goto(`${vote}/varianten/1`);
	await inOrder(page);
	await page.goto(`${vote}/papier`);
	await inOrder(page);
	await page.goto(`${vote}/festlegen`);
	await inOrder(page);
	await page.getByRole("checkbox").check();
	await press(page, "Los ziehen und Regel festlegen");
	await expect(page.locator("main")).toContainText("Die Regel ist seit");
	await expect(page.getByRole("link", { name: "Einstellungen ändern" })).toHaveCount(0);
	await page.goto(`${vote}/antwort`);
	await expect(page.locator("main")).toContainText("Es ist noch nicht ausgezählt.");
	await inOrder(page);
	await page.goto(vote.replace("/verwaltung", ""));
	await inOrder(page);
	await expect(page.locator("main")).toContainText("Festgelegt am");
});
