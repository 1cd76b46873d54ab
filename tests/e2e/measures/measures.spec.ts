import type { Page } from "@playwright/test";
import { releaseClock, serverTime, setClock } from "../../support/clock";
import { expect, test } from "../../support/page";
import { axe, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { dayIn } from "../agreements/drafting";
import { prepareMeasure } from "./prepare-measure";

const managed = "/o/mendig/verwaltung/massnahmen";

async function inOrder(page: Page): Promise<void> {
	await expect(page.locator("h1")).toHaveCount(1);
	await axe(page);
	await htmlValid(page);
}

const press = (page: Page, name: string) => page.locator("main").getByRole("button", { name, exact: true }).click();
const fill = (page: Page, name: string, text: string) => page.locator(`main [name="${name}"]`).fill(text);

test("everybody reads what became of ideas, and examples from elsewhere", async ({ page }) => {
	await page.goto("/massnahmen");
	await inOrder(page);
	await expect(page.locator('a[href^="/massnahmen/katalog/"]')).toHaveCount(9);
	await page.goto("/massnahmen?feld=water&q=sensoren");
	await expect(page.locator('a[href^="/massnahmen/katalog/"]')).toHaveText(["Sensorik in Gewässern"]);
	await page.getByRole("link", { name: "Sensorik in Gewässern" }).click();
	await expect(page.locator("main")).toContainText(
		"Von der innovativen Idee in den Regelbetrieb (BBSR, 2025), Abschnitt 1.3",
	);
	await inOrder(page);
	await page.goto("/massnahmen?stand=PREPARATION&ort=mendig");
	await page.getByRole("link", { name: "Mitfahrbänke zwischen den Dörfern" }).click();
	await expect(page.locator("main")).toContainText("Der Pilot kann noch nicht beginnen");
	await expect(page.locator("main")).toContainText("wer nach dem Pilot die Betriebskosten trägt");
	await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
	await inOrder(page);
	for (const title of ["Fühler melden durstige Bäume", "Straßenfühler für den Winterdienst"]) {
		await page.goto("/massnahmen");
		await page.getByRole("link", { name: title }).click();
		await inOrder(page);
	}
});

test("the doors of the staff are closed to others", async ({ page }) => {
	await page.goto(managed);
	await expect(page).toHaveURL(/\/anmelden/);
	expect((await page.goto("/massnahmen/GIBTESNICHT"))?.status()).toBe(404);
	expect((await page.goto("/massnahmen/katalog/gibt-es-nicht"))?.status()).toBe(404);
});

/** Fills in what a new measure needs, and starts it. @returns the address of its stage page */
async function start(page: Page, title: string): Promise<string> {
	await fill(page, "title", title);
	await fill(page, "summary", "Räder zum Ausleihen, mit einem Anruf oder mit dem Telefon.");
	await page.getByLabel("Technisches System").check();
	await page.getByLabel("Mobilität").check();
	await press(page, "Maßnahme beginnen");
	await expect(page).toHaveURL(/\?begonnen$/);
	return page.url().replace("?begonnen", "");
}

test("from the start to the closed gate and the report @plain", async ({ page }, { project }) => {
	const title = `Leihräder am Bahnhof ${project.name} ${Date.now()}`;
	await signIn(page, "staff");
	await page.goto(managed);
	await inOrder(page);
	await page.getByRole("link", { name: "Neue Maßnahme" }).click();
	await inOrder(page);
	await fill(page, "title", title);
	await press(page, "Maßnahme beginnen");
	await expect(page.locator(".gw-error-summary")).toContainText("ein bis drei Handlungsfelder");
	await expect(page.locator('main [name="title"]')).toHaveValue(title);
	await inOrder(page);
	const here = await start(page, title);
	await inOrder(page);

	await fill(page, "reason", "Der Ausschuss hat zugestimmt.");
	await page.locator('main [name="postId"]').selectOption({ index: 1 });
	await press(page, "Vorbereitung beginnen");
	await expect(page.locator("h1 + *, main")).toContainText(["Vorbereitung"]);
	await expect(page.locator("main")).toContainText("Dieser Schritt geht erst, wenn nichts mehr fehlt.");
	await expect(page.locator("main").getByRole("button", { name: "Pilot beginnen" })).toHaveCount(0);
	await inOrder(page);

	await page.goto(`${here}/angaben`);
	await inOrder(page);
	await page.locator('main [name="responsiblePostId"]').selectOption({ index: 1 });
	await press(page, "Stelle festlegen");
	await expect(page.locator("main")).toContainText("Gespeichert.");
	await fill(page, "criterion1", "Weniger als 30 Fahrten im Monat");
	await press(page, "Angaben speichern");
	await expect(page.locator(".gw-error-summary")).toContainText("den Tag, an dem es geprüft wird");
	await fill(page, "criterionDay1", "2030-01-31");
	await fill(page, "runningCost", "12.500,50");
	await press(page, "Angaben speichern");
	await expect(page.locator("main")).toContainText("Gespeichert.");
	await expect(page.locator('main [name="runningCost"]')).toHaveValue("12500,50");

	await page.goto(`${here}/sachstand`);
	await inOrder(page);
	await fill(page, "progress", "Zwei Angebote liegen vor.");
	await press(page, "Sachstand veröffentlichen");
	await expect(page.locator(".gw-error-summary")).toContainText("mindestens ein offenes Problem");
	await fill(page, "openProblems", "Ein Stellplatz fehlt.");
	await press(page, "Sachstand veröffentlichen");
	await expect(page.locator("main")).toContainText("Ein Stellplatz fehlt.");

	expect((await page.goto(`${here}/ausnahme`))?.status()).toBe(403);
});

test("an orderly end says why and what remains @plain", async ({ page }, { project }) => {
	await signIn(page, "staff");
	await page.goto(`${managed}/neu`);
	const here = await start(page, `Leihroller am Bahnhof ${project.name} ${Date.now()}`);
	await page.goto(`${here}/ende`);
	await inOrder(page);
	await page.getByLabel("Projektpartner ist ausgestiegen").check();
	await fill(page, "explanation", "Der Verleiher hört auf.");
	await fill(page, "part1", "Stellplatz");
	await page.locator('main [name="fate1"]').selectOption("transfer");
	await page.locator('main [name="postId"]').selectOption({ index: 1 });
	await press(page, "Maßnahme beenden");
	await expect(page.locator(".gw-error-summary")).toContainText("wer diesen Teil bekommt");
	await fill(page, "recipient1", "Bauhof");
	await press(page, "Maßnahme beenden");
	await expect(page).toHaveURL(/\/massnahmen\/[A-Z0-9]+$/);
	await expect(page.locator("main")).toContainText("Diese Maßnahme wurde geordnet beendet");
	await inOrder(page);
});

test("no pilot without an agreement: who signs for the organisation allows an exception under their name, everybody reads it, it lapses on its day @clock", async ({
	page,
	another,
}) => {
	const title = `Bänke für Mitfahrer ${Date.now()}`;
	await signIn(page, "staff");
	const here = await prepareMeasure(page, title);
	await expect(page.getByRole("button", { name: "Pilot beginnen" })).toHaveCount(0);
	const address = `/massnahmen/${here.split("/").at(-1)}`;
	await page.goto(here);
	await expect(page.locator("main")).toContainText("Vereinbarung vorbereiten");
	const signatory = await another();
	await signIn(signatory, "signatory");
	await signatory.goto(address);
	await signatory.getByRole("link", { name: "Ausnahme zulassen" }).click();
	await inOrder(signatory);
	const send = "Ausnahme mit meinem Namen zulassen";
	await press(signatory, send);
	await expect(signatory.locator(".gw-error-summary")).toContainText("Begründung");
	await fill(signatory, "reason", "Die letzte Unterschrift kommt nach den Ferien.");
	await fill(signatory, "lastDay", await dayIn(signatory, { days: 200 }));
	await press(signatory, send);
	await expect(signatory.locator(".gw-error-summary")).toContainText("höchstens");
	await expect(signatory.locator('main [name="reason"]')).toHaveValue("Die letzte Unterschrift kommt nach den Ferien.");
	await fill(signatory, "lastDay", await dayIn(signatory, { days: 10 }));
	await press(signatory, send);
	await expect(signatory).toHaveURL(new RegExp(`${address}$`));

	const guest = await another();
	await guest.goto(address);
	await expect(guest.locator("main")).toContainText("Alles da: Der Pilot kann beginnen.");
	await expect(guest.locator("main")).toContainText("Ausnahme: Karl-Heinz Pauly hat am ");
	await expect(guest.locator("main")).toContainText("Begründung: Die letzte Unterschrift kommt nach den Ferien.");
	await inOrder(guest);
	await setClock(guest, new Date((await serverTime(guest)).getTime() + 11 * 86_400_000));
	await guest.goto(address);
	await expect(guest.locator("main")).toContainText("Der Pilot kann noch nicht beginnen");
	await expect(guest.locator("main")).toContainText(
		/Die Ausnahme galt bis \d{1,2}\.\d{1,2}\.\d{4} und ist abgelaufen\./,
	);
	await inOrder(guest);
	await releaseClock(guest);
});

test("all of it in English @plain", async ({ page }) => {
	await page.goto("/massnahmen");
	await page.locator('form[action^="/sprache"] button, button[value="en"]').first().click();
	await page.goto("/massnahmen");
	await expect(page.locator("h1")).toHaveText("Measures");
	await page.getByRole("link", { name: "Mitfahrbänke zwischen den Dörfern" }).click();
	await expect(page.locator("main")).toContainText("The pilot cannot start yet");
});
