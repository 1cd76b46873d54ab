import { serverTime } from "../../support/clock";
import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

test("a guide's week: news for the town halls, ticked at the office day, a note of several concerns @plain", async ({
	page,
}, { project }) => {
	const mark = `Woche-${project.name}-${Date.now()}`;
	const work = "/o/mayen-koblenz/verwaltung";
	await signIn(page, "guide");

	// what the county wants to be said in the town halls
	await page.goto(`${work}/kreisinfos/neu`);
	await axe(page);
	await htmlValid(page);
	await page.getByLabel("Welche Stelle schreibt?").selectOption({ label: "Team Regionallotsen" });
	await page.getByLabel("Worum geht es?").fill(`Radweg ${mark}`);
	await page.getByLabel("Nachricht").fill("Kurz.");
	await page.getByRole("button", { name: "Veröffentlichen" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("mindestens 20 Zeichen");
	await expect(page.getByLabel("Worum geht es?")).toHaveValue(`Radweg ${mark}`);
	await page.getByLabel("Nachricht").fill("Im Mai beginnt der Bau des Radwegs an der Landstraße.");
	await page.getByLabel("Gilt bis").fill("2027-03-31");
	await page.getByRole("button", { name: "Veröffentlichen" }).click();
	await expect(page.getByText(/Veröffentlicht für/)).toBeVisible();
	await expect(page.getByRole("row").filter({ hasText: "Mendig" }).first()).toBeVisible();
	await axe(page);
	await fitsInto(page, 320);

	// the office day: the news is ticked, one note becomes two concerns
	await page.goto(`${work}/sprechtage`);
	await page.getByRole("row").filter({ hasText: "Mendig" }).first().getByRole("link").first().click();
	const news = page.getByRole("article").filter({ hasText: `Radweg ${mark}` });
	await news.getByRole("button", { name: `Angesprochen: Radweg ${mark}` }).click();
	await expect(news).toContainText("angesprochen am");
	await page.getByRole("link", { name: "Notiz mit mehreren Anliegen" }).click();
	await axe(page);
	const whats = page.getByLabel("Worum geht es?");
	await whats.nth(0).fill(`Am Abend fehlt ein Bus nach Mayen. ${mark}`);
	await whats.nth(1).fill("kurz");
	await page.getByRole("button", { name: "Anliegen anlegen" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("mindestens 10 Zeichen");
	await expect(whats.nth(0)).toHaveValue(`Am Abend fehlt ein Bus nach Mayen. ${mark}`);
	await whats.nth(1).fill("Die Bank am Friedhof ist kaputt.");
	await page.getByRole("button", { name: "Anliegen anlegen" }).click();
	await expect(page.getByText("Gespeichert.")).toBeVisible();
	expect(
		await page
			.getByRole("main")
			.getByRole("link", { name: /^Bedarf [A-Z0-9]{8}$/ })
			.count(),
	).toBeGreaterThanOrEqual(2);

	// a concern goes into a process, in the asker's stead and not without consent
	await page.goto(`${work}/anliegen/neu`);
	await page.getByLabel("Wunsch").check();
	await page.locator('textarea[name="text"]').fill(`Der Bus soll auch abends nach Thür fahren. ${mark}`);
	await page.locator('select[name="municipality"]').selectOption({ label: "Mendig (Verbandsgemeinde)" });
	await page.locator('select[name="topic"]').selectOption({ label: "Mobilität" });
	await page.getByRole("button", { name: "Anliegen erfassen" }).click();
	await page.getByRole("link", { name: /Verfahren „Wege im Alltag/ }).click();
	await axe(page);
	await htmlValid(page);
	await page.getByRole("button", { name: "Als Beitrag einreichen" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("Ohne Einverständnis");
	await expect(page.getByLabel("Text", { exact: true })).toHaveValue(new RegExp(mark));
	await page.getByLabel(/Ich habe gefragt/).check();
	await page.getByRole("button", { name: "Als Beitrag einreichen" }).click();
	await expect(page.getByText("Wenn es ein Ergebnis gibt, bekommt Ihre Stelle Bescheid.")).toBeVisible();
	await expect(page.getByText("an anderer Stelle weiter beraten")).toBeVisible();
});

test("the municipality confirms news and brings a concern of its own @once", async ({ page }) => {
	await signIn(page, "rausch@mendig.example");
	await page.goto("/o/mendig/verwaltung/kreis");
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	await page.getByRole("link", { name: "Anliegen der Gemeinde aufschreiben" }).click();
	await axe(page);
	await page.getByLabel("Wunsch").check();
	await page.getByRole("button", { name: "An den Kreis geben" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("mindestens 10 Zeichen");
	await page.getByLabel("Anliegen", { exact: true }).fill("Wir wünschen uns einen Sprechtag zum Radverkehr.");
	await page.getByRole("button", { name: "An den Kreis geben" }).click();
	await expect(page.getByText("einen Sprechtag zum Radverkehr")).toBeVisible();
	await page.goto("/o/mendig/verwaltung/kreis");
	await expect(page.getByRole("row").filter({ hasText: "Wunsch" }).first()).toBeVisible();
});

test("from a misspelt place to telephone, results and a sheet for the wall @once", async ({ page }) => {
	await page.goto("/lotsen");
	await page.getByLabel("Ort suchen").fill("Mendik");
	await page.getByLabel("Ort suchen").press("Enter");
	await page.getByRole("article").filter({ hasText: "Verbandsgemeinde" }).getByRole("link", { name: "Mendig" }).click();
	await expect(page.getByRole("heading", { name: "Was aus Anliegen hier wurde" })).toBeVisible();
	await axe(page);
	await page.getByRole("link", { name: "Aushang zum Drucken" }).click();
	await expect(page.getByRole("img", { name: /QR/ })).toBeVisible();
	await expect(page.getByRole("link", { name: /030/ }).first()).toBeVisible();
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
});

test("the lead asks all municipalities; one answers with the code of its letter; what follows is on record @once", async ({
	page,
	another,
}) => {
	test.slow();
	const needs = "/o/mayen-koblenz/verwaltung/lotsen/bedarf";
	const main = page.locator("main");
	await signIn(page, "saal@kreis.example");
	await page.goto(needs);
	await inOrder(page);
	await press(page, /^Umfrage \d{4} vorbereiten$/);
	await inOrder(page);
	const survey = page.url();
	await main.getByRole("link", { name: "Frage hinzufügen" }).click();
	await inOrder(page);
	await page.getByLabel("Frage", { exact: true }).fill("Wann sollen wir kommen?");
	await page.getByLabel("eine Antwort aus mehreren").check();
	await press(page, "Speichern");
	await expect(page.locator("[data-error-summary]")).toContainText("mindestens zwei Antworten");
	await expect(page.getByLabel("Frage", { exact: true })).toHaveValue("Wann sollen wir kommen?");
	await page.getByLabel("Antworten zur Auswahl").fill("vormittags\nabends");
	await press(page, "Speichern");
	await expect(page.getByRole("heading", { name: "5. Wann sollen wir kommen?" })).toBeVisible();
	await press(page, "Umfrage eröffnen");
	await expect(page.getByText("Die Umfrage ist eröffnet")).toBeVisible();
	await inOrder(page);
	await main.getByRole("link", { name: "Brief mit Code: Mendig" }).click();
	await inOrder(page);
	const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await main.innerText())?.[0] ?? "";

	const office = await another();
	await office.goto("/bedarfsumfrage");
	await inOrder(office);
	await office.getByLabel("Code").fill("2222-3333-4444");
	await press(office, "Weiter");
	await expect(office.locator("[data-error-summary]")).toContainText("Diesen Code kennen wir nicht");
	await office.getByLabel("Code").fill(code.toLowerCase().replaceAll("-", " "));
	await press(office, "Weiter");
	await inOrder(office);
	await press(office, "Antworten abschicken");
	await expect(office.locator("[data-error-summary]")).toContainText("mindestens eine Frage");
	await office.getByLabel("am dringendsten").fill("Einen Bus am Abend.");
	await office.getByLabel("abends").check();
	await press(office, "Antworten abschicken");
	await expect(office.getByText("Vielen Dank, Ihre Antworten sind da")).toBeVisible();

	await page.goto(survey);
	await expect(main).toContainText("Mendig: Einen Bus am Abend.");
	const file = await page.request.get(`${survey.split("?")[0]}/antworten.csv`);
	expect(await file.text()).toMatch(/Mendig;[^\n]*Einen Bus am Abend\.[^\n]*abends/);
	await press(page, "Fehlende gemeinsam erinnern");
	await expect(main).toContainText("Erinnert am");
	await main.getByRole("link", { name: "Überprüfung festhalten" }).click();
	await inOrder(page);
	await page.getByLabel("Wann", { exact: true }).fill((await serverTime(page)).toISOString().slice(0, 10));
	await page.getByLabel("Team Regionallotsen").check();
	await page.getByLabel("Was wurde festgestellt?").fill("Viele Fragen betreffen mehrere Gemeinden zugleich.");
	await press(page, "Festhalten");
	await expect(page.locator("[data-error-summary]")).toContainText("Auch „Es bleibt, wie es ist“");
	await expect(page.getByLabel("Was wurde festgestellt?")).toHaveValue(/mehrere Gemeinden/);
	await page.getByLabel("Was ändert sich?").fill("Zu jedem Thema gibt es künftig eine Stelle.");
	const plan = page.getByLabel("Welcher Plan folgte daraus?");
	const named = plan.locator("option").filter({ hasText: "Ansprechpersonen nach Themen" });
	await plan.selectOption((await named.getAttribute("value")) ?? "");
	await press(page, "Festhalten");
	await expect(main).toContainText("Ansprechpersonen nach Themen (ab");
	await page.goto("/o/mayen-koblenz/verwaltung/kreis/bericht");
	await expect(main).toContainText("Was sich ändert: Zu jedem Thema gibt es künftig eine Stelle.");
	await inOrder(page);
});
