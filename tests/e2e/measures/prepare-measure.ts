import { expect, type Page } from "@playwright/test";
import { dayIn, fill, press } from "../agreements/drafting";

const measures = "/o/mendig/verwaltung/massnahmen";

/** A measure in preparation that lacks nothing but its agreement. @returns the address of its stage page */
export async function prepareMeasure(page: Page, title: string): Promise<string> {
	await page.goto(`${measures}/neu`);
	await fill(page, "title", title);
	await fill(page, "summary", "Laternen, die heller werden, wenn jemand kommt.");
	await page.getByLabel("Technisches System").check();
	await page.getByLabel("Mobilität").check();
	await fill(page, "pilotFirstDay", await dayIn(page, {}));
	await fill(page, "pilotLastDay", await dayIn(page, { years: 2, days: -1 }));
	await fill(page, "criterion1", "Mehr als fünf Beschwerden im Monat");
	await fill(page, "criterionDay1", await dayIn(page, { days: 200 }));
	await page.locator('main [name="responsiblePostId"]').selectOption({ index: 1 });
	await press(page, "Maßnahme beginnen");
	await expect(page).toHaveURL(/\?begonnen$/);
	const here = page.url().replace("?begonnen", "");
	await fill(page, "reason", "Der Ausschuss hat zugestimmt.");
	await press(page, "Vorbereitung beginnen");
	await expect(page.locator("main")).toContainText("Dieser Schritt geht erst, wenn nichts mehr fehlt.");
	return here;
}
