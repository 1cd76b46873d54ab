import type { Page } from "@playwright/test";
import { serverTime } from "../../support/clock";
import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

const work = "/o/mayen-koblenz/verwaltung";

/** A day from the house's today on, `YYYY-MM-DD`. */
async function day(page: Page, ahead: number): Promise<string> {
	return new Date((await serverTime(page)).getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** A concern in Mayen, which goes to the guide of the Eifel. @returns its code */
async function capture(page: Page, text: string): Promise<string> {
	await page.goto(`${work}/anliegen/neu`);
	await page.getByLabel("Bedarf").check();
	await page.locator('textarea[name="text"]').fill(text);
	await page.locator('select[name="municipality"]').selectOption({ label: "Mayen" });
	await page.locator('select[name="topic"]').selectOption({ label: "Freizeit" });
	await press(page, /erfassen|speichern/i);
	return /\/anliegen\/([A-Z0-9]{8})/.exec(page.url())?.[1] ?? "";
}

// Its pages have no scripts; and both people of this journey are away for its time, so it runs once.
test("a guide is ill, a colleague stands in; later she leaves and hands over @once", async ({ page, another }) => {
	test.slow();
	await signIn(page, "heinen@kreis.example");
	const [answered, left] = [
		await capture(page, "Der Spielplatz am Burgfrieden braucht Schatten."),
		await capture(page, "Der Skatepark braucht eine Lampe."),
	];
	await page.goto(`${work}/sprechtage/neu`);
	await page.getByLabel("Welche Stelle ist da?").selectOption({ label: "Regionallotsen Eifel" });
	await page.getByLabel("In welcher Gemeinde?").selectOption({ label: "Mayen" });
	await page.getByLabel("Haus, Raum und Straße").fill("Rathaus Mayen, Zimmer 3");
	await page.getByLabel("Punkt auf der Karte").fill("Rosengasse");
	await page.getByLabel("jede Woche").check();
	await page.getByLabel("Erster Tag").fill(await day(page, 1));
	await page.locator('[name="slotMinutes"]').fill("20");
	await press(page, "Ankündigen");
	await expect(page.locator("[data-error-summary]")).toContainText("Richtig ist zum Beispiel");
	await page.getByLabel("Punkt auf der Karte").fill("50.3290, 7.2220");
	await press(page, "Ankündigen");
	const officeDay = page.url().replace(/.*\/sprechtage\/([^?]+).*/, "/sprechtag/$1");
	await page.goto("/heute");
	await page.getByRole("link", { name: "Abwesenheit melden" }).click();
	await inOrder(page);
	await page.getByLabel("Letzter Tag").fill(await day(page, -1));
	await page.getByLabel("Wer vertritt?").selectOption({ label: "Nils Adams – Regionallotsen Rhein" });
	await page.getByLabel("Grund").fill("Grippe");
	await press(page, "Abwesend melden");
	await expect(page.locator("[data-error-summary]")).toContainText("nicht vor dem ersten liegen");
	await expect(page.getByLabel("Grund")).toHaveValue("Grippe");
	await inOrder(page);
	await page.getByLabel("Letzter Tag").fill("");
	await press(page, "Abwesend melden");
	await expect(page.getByRole("status").filter({ hasText: "Gemeldet." })).toBeVisible();
	await expect(page.getByText("Regionallotsen Rhein: hat noch nicht zugesagt")).toBeVisible();
	await expect(page.getByText("Team Regionallotsen: hat keinen Zugang")).toBeVisible();
	await inOrder(page);

	const cover = await another();
	await signIn(cover, "adams@kreis.example");
	await cover.goto("/vertretungen");
	await press(cover, "Vertretung annehmen: Regionallotsen Eifel");
	await expect(cover.getByText("Angenommen. Die Vertretung gilt.")).toBeVisible();
	await inOrder(cover);
	await cover.goto("/heute");
	await expect(cover.getByText("Sie vertreten zurzeit: Regionallotsen Eifel")).toBeVisible();
	await cover.goto(`${work}/anliegen?wer=ich`);
	await cover.getByRole("link", { name: new RegExp(answered) }).click();
	await expect(cover.getByText("Carla Heinen, zurzeit nicht da")).toBeVisible();
	await cover.getByRole("link", { name: "Antworten", exact: true }).click();
	await cover.getByRole("textbox", { name: "Antwort" }).fill("Im Frühjahr werden drei Bäume gepflanzt.");
	await cover.getByLabel("Wird oder ist erfüllt").check();
	await press(cover, "Antwort geben");
	await expect(cover.getByText("in Vertretung für Carla Heinen")).toBeVisible();

	// who books now books with the cover, and is asked with whom another day is to be
	const citizen = await another();
	await citizen.goto(officeDay);
	await citizen.getByLabel("Uhrzeit").selectOption({ index: 1 });
	await citizen.getByLabel("Ihr Name").fill("Rosa Beispiel");
	await citizen.getByLabel("Telefon").fill("030 23125 999");
	await press(citizen, "Termin buchen");
	await expect(citizen.getByText("Nils Adams, in Vertretung")).toBeVisible();
	await expect(citizen.getByText("Bei wem soll der neue Termin sein?")).toBeVisible();
	await inOrder(citizen);
	await citizen.getByRole("link", { name: "Zurück zu Carla Heinen" }).click();
	await expect(citizen.getByText("ist dort kein Termin frei")).toBeVisible();
	await citizen.getByRole("link", { name: "Bei Nils Adams bleiben" }).click();
	await citizen.getByLabel("Neuer Termin").selectOption({ index: 2 });
	await press(citizen, "Termin verschieben");
	await expect(citizen.getByText("Ihr Termin ist verschoben")).toBeVisible();
	await citizen.goto("/o/mayen-koblenz/lotsen/sprechtage");
	await expect(citizen.getByRole("row").filter({ hasText: "Rathaus Mayen" })).toContainText("Regionallotsen Eifel");
	await expect(citizen.getByRole("link", { name: /^\d: Mayen, Rathaus Mayen/ })).toBeVisible();
	await inOrder(citizen);

	const lead = await another();
	await signIn(lead, "saal@kreis.example");
	await lead.goto(`${work}/abwesenheiten`);
	await expect(lead.getByRole("article").filter({ hasText: "Carla Heinen" })).toContainText("vertreten");
	await expect(lead.getByText("Grippe")).toHaveCount(0);
	await inOrder(lead);
	await lead.getByRole("link", { name: "Jemanden abwesend melden" }).click();
	await press(lead, "Abwesend melden");
	await expect(lead.locator("[data-error-summary]")).toContainText("Wählen Sie eine Person aus");
	await inOrder(lead);

	await page.goto("/abwesenheit");
	await page.getByRole("link", { name: /bis auf Weiteres/ }).click();
	await press(page, "Ich bin wieder da");
	await expect(page.getByText("Willkommen zurück")).toBeVisible();
	await cover.goto("/heute");
	await expect(cover.getByText("Sie vertreten zurzeit")).toHaveCount(0);

	await lead.goto(`${work}/stellen`);
	await lead.getByRole("link", { name: "Regionallotsen Eifel" }).click();
	const post = lead.url();
	await lead.getByRole("link", { name: "Beenden: Carla Heinen" }).click();
	await lead.getByLabel("Letzter Tag").fill(await day(lead, 30));
	await press(lead, "Besetzung beenden");
	await expect(lead.getByText("Die Übergabe ist eröffnet")).toBeVisible();
	const handOver = lead.url();
	await inOrder(lead);
	await lead.goto(`${post}/besetzen`);
	await lead.locator('select[name="person"]').selectOption({ label: "Nils Adams (Regionallotsen Rhein)" });
	await lead.getByLabel("Erster Tag").fill(await day(lead, 31));
	await press(lead, "Besetzen");

	await page.goto(handOver);
	await press(page, "Dazuschreiben");
	await expect(page.locator("[data-error-summary]")).toContainText("Schreiben Sie auf, worum es geht");
	await page.getByLabel("In Ihren Worten").fill("Frau Wehner vom Jugendtreff kennt alle.");
	await press(page, "Dazuschreiben");
	await expect(page.getByRole("article").filter({ hasText: "Frau Wehner" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Annehmen" })).toHaveCount(0);

	await cover.goto("/heute");
	await cover.getByRole("link", { name: /Übergabe annehmen/ }).click();
	await inOrder(cover);
	const contact = cover.getByRole("article").filter({ hasText: "Frau Wehner" });
	await contact.getByText("Nicht annehmen").first().click();
	await contact.getByLabel("Warum nicht?").fill("Sie kennt schon die Leitung.");
	await contact.getByRole("button", { name: /Nicht annehmen/ }).click();
	await expect(cover.getByText("Rest bei der Leitung")).toHaveCount(0);
	for (const words of [left, "Sprechtag in Mayen"]) {
		const item = cover.getByRole("article").filter({ hasText: words });
		await item.getByRole("button", { name: /^Annehmen/ }).click();
		await expect(item).toContainText("angenommen am");
	}

	await lead.goto(`${work}/uebergaben`);
	await inOrder(lead);
	await lead.getByRole("link", { name: /Carla Heinen verlässt die Stelle/ }).click();
	const rest = lead.getByRole("article").filter({ hasText: "Frau Wehner" });
	await rest.getByLabel("Was wird daraus?").fill("Die Leitung stellt beide im Dezember vor.");
	await rest.getByRole("button", { name: /Klären/ }).click();
	await expect(lead.getByText("abgeschlossen").first()).toBeVisible();
	await inOrder(lead);
});
