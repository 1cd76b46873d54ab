import { press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

const voting = "/o/mendig/beteiligung/buergerhaushalt-mendig";
const counted = "/o/andernach/beteiligung/buergerhaushalt-andernach/budget/1";

test("a guest gets a code, ticks, saves, casts once and finds the ballot by its receipt", async ({ page }, {
	project,
}) => {
	const email = `waehlt-${project.name}-${Date.now()}@example.org`;
	await page.goto(voting);
	await page.getByRole("link", { name: /^Abstimmen/ }).click();
	await axe(page);
	await htmlValid(page);
	await page.locator('input[name="email"]').fill(email);
	await press(page, "Code schicken");
	await axe(page);
	const mail = await newestMail(page, email);
	await page.locator('input[name="code"]').fill(/\b\d{6}\b/.exec(mail.subject)?.[0] ?? "");
	await press(page, "Stimmzettel öffnen");
	const paper = new URL(page.url()).pathname;
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);

	const tick = (name: RegExp) => page.getByRole("checkbox", { name }).check();
	await tick(/Schulhof/);
	await tick(/Fahrradständer/);
	await press(page, "Zwischenspeichern");
	await expect(page.getByRole("status").first()).toContainText("Gespeichert, noch nicht abgegeben");
	await page.goto(paper);
	await expect(page.getByRole("checkbox", { name: /Schulhof/ })).toBeChecked();
	await tick(/Offene Werkstatt/);
	await tick(/Lesebank/);
	await press(page, "Weiter: prüfen und abgeben");
	await expect(page.locator("[data-error-summary]")).toContainText(
		"4 Vorhaben sind ausgewählt, höchstens 3 sind erlaubt.",
	);
	await expect(page.locator("[data-error-summary]")).toContainText("zu viel");
	await page.getByRole("checkbox", { name: /Fahrradständer/ }).uncheck();
	await press(page, "Weiter: prüfen und abgeben");
	await axe(page);
	await expect(page.locator("main")).toContainText("30.000,00 €");
	await press(page, "Verbindlich abgeben");
	await axe(page);
	const receipt = (await page.locator("[data-receipt]").innerText()).trim();
	expect(receipt).toMatch(/^\w{4}-\w{4}-\w{4}$/);

	await page.goto(paper);
	await expect(page.locator("h1")).toHaveText("Sie haben abgestimmt");
	await page.goto(`${voting}/budget/1/quittung`);
	await page.locator('main input[name="quittung"]').fill(receipt.toLowerCase());
	await press(page, "Stimmzettel suchen");
	await expect(page.locator("main table")).toContainText("Lesebank");
	await expect(page.locator("main table")).not.toContainText("Fahrradständer");
});

test("what is ticked is saved by itself @js", async ({ page, javaScriptEnabled }) => {
	test.skip(javaScriptEnabled === false, "an enhancement");
	await signIn(page, "citizen");
	await page.goto(`${voting}/budget/1/abstimmen`);
	await press(page, "Stimmzettel öffnen");
	const saved = page.waitForResponse((response) => response.request().method() === "POST");
	await page.getByRole("checkbox", { name: /Blühwiesen/ }).click();
	await saved;
	await expect(page.getByText("Zwischengespeichert.")).toBeVisible();
	await page.goto(page.url());
	await expect(page.getByText("Gespeichert, noch nicht abgegeben")).toBeVisible();
});

test("the result explains every step and can be recounted in the browser", async ({ page, javaScriptEnabled }) => {
	await page.goto(`${counted}/ergebnis`);
	const main = page.locator("main");
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	await expect(main).toContainText("14 Menschen haben abgestimmt.");
	await expect(main).toContainText("Jede der 14 Personen bekommt gedanklich");
	await page.getByRole("link", { name: "Im Browser nachzählen" }).click();
	await page.waitForLoadState();
	await axe(page);
	await htmlValid(page);
	await expect(main).toContainText("npm run -s recount");
	if (javaScriptEnabled !== false) {
		await page.getByRole("button", { name: "Auszählen" }).click();
		await expect(main).toContainText("Das stimmt mit dem Ergebnis überein, das in der Datei steht.");
	}
});

test("a budget is set up, and its rule frozen @once", async ({ page }) => {
	await signIn(page, "participation-manager");
	const list = "/o/mendig/verwaltung/beteiligung/wege-im-alltag-wo-hakt-es/budget";
	await page.goto(list);
	await axe(page);
	await press(page, "Bürgerhaushalt hinzufügen");
	const budget = new URL(page.url()).pathname;
	await axe(page);
	await htmlValid(page);
	await page.goto(`${budget}/einstellungen`);
	await axe(page);
	await press(page, "Speichern");
	await expect(page.locator("[data-error-summary]")).toContainText("Bitte nennen Sie einen Betrag über 0 Euro.");
	await page.locator('input[name="amount"]').fill("12.000");
	await press(page, "Speichern");
	await page.goto(`${budget}/beitraege`);
	await axe(page);
	await page.getByRole("checkbox").first().check();
	await press(page, "Übernehmen");
	await page.getByRole("link", { name: /^Prüfen/ }).click();
	await axe(page);
	await page.getByLabel("Machbar", { exact: true }).check();
	await page.locator('textarea[name="reason"]').fill("Das Fachamt kann es in diesem Jahr bauen.");
	await press(page, "Prüfung speichern");
	await expect(page.locator("[data-error-summary]")).toContainText("braucht einen Preis");
	await page.locator('input[name="cost"]').fill("3.500,50");
	await press(page, "Prüfung speichern");
	await page.goto(`${budget}/vorhaben/neu`);
	await axe(page);
	await page.goto(`${budget}/codes`);
	await axe(page);
	await page.goto(`${budget}/festlegen`);
	await axe(page);
	await page.getByRole("checkbox").check();
	await press(page, "Los ziehen und Regel festlegen");
	await expect(page.locator("main")).toContainText("Die Regel ist seit");
	await expect(page.getByRole("link", { name: "Einstellungen ändern" })).toHaveCount(0);
	await page.goto(budget.replace("/verwaltung", ""));
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	await expect(page.locator("main")).toContainText("3.500,50 €");
});
