import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

test("a guide's week: office day, note, mail, forwarded and back, one answer to two, news, report", async ({
	page,
	another,
}, { project }) => {
	const mark = `Woche-${project.name}-${Date.now()}`;
	const email = `${mark}@example.org`.toLowerCase();
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
	expect(await page.getByRole("main").getByRole("link", { name: /^Bedarf [A-Z0-9]{8}$/ }).count()).toBeGreaterThanOrEqual(2);

	// a forwarded mail, read from its file
	await page.goto(`${work}/anliegen/aus-e-mail`);
	await axe(page);
	await htmlValid(page);
	await page.getByLabel("E-Mail als Datei").setInputFiles({
		name: "bus.eml",
		mimeType: "message/rfc822",
		buffer: Buffer.from(
			[
				"From: Lotse <lotse@kreis.example>",
				"Subject: WG: Bus",
				"MIME-Version: 1.0",
				'Content-Type: multipart/mixed; boundary="x"',
				"",
				"--x",
				"Content-Type: text/plain; charset=utf-8",
				"",
				"-------- Weitergeleitete Nachricht --------",
				"Betreff: Bus am Abend",
				`Von: Hilde Reuter <${email}>`,
				"",
				`Am Abend fehlt ein Bus nach Mayen. Auch ich brauche ihn. ${mark}`,
				"--x",
				"Content-Type: text/plain; charset=utf-8",
				'Content-Disposition: attachment; filename="fahrplan.txt"',
				"",
				"18:10 letzter Bus",
				"--x",
				"Content-Type: application/octet-stream",
				'Content-Disposition: attachment; filename="makro.exe"',
				"",
				"MZ",
				"--x--",
				"",
			].join("\r\n"),
		),
	});
	await page.getByRole("button", { name: "Lesen" }).click();
	await expect(page.getByText("makro.exe")).toBeVisible();
	await expect(page.getByLabel("E-Mail-Adresse der Person")).toHaveValue(email);
	await axe(page);
	await page.getByLabel("Bedarf").check();
	await page.getByLabel("Ort", { exact: true }).selectOption({ label: "Mendig" });
	await page.getByLabel("Thema", { exact: true }).selectOption({ index: 1 });
	await page.getByRole("button", { name: "Anliegen erfassen" }).click();
	await expect(page.getByRole("link", { name: "fahrplan.txt" })).toBeVisible();
	const concern = new URL(page.url()).pathname;
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);

	// forwarded to the county, and back with an answer
	await page.getByRole("link", { name: "An den Kreis weitergeben" }).click();
	await page.getByLabel("Welche Stelle?").selectOption({ index: 1 });
	await page.getByLabel("Was wollen Sie wissen?").fill("Kommt im Fahrplan ein Bus am Abend?");
	await page.getByRole("button", { name: "Weitergeben" }).click();
	await expect(page.getByText("noch ohne Antwort")).toBeVisible();
	await page.getByRole("link", { name: "Antwort eintragen" }).click();
	await axe(page);
	await page.getByLabel("Wir antworten").check();
	await page.getByLabel("Antwort oder Grund der Rückgabe").fill("Ab dem Sommer fährt ein Bus um 20 Uhr.");
	await page.getByRole("button", { name: "Absenden" }).click();
	await expect(page.getByText("Die Antwort ist angekommen")).toBeVisible();

	// the same need was heard at the office day: one answer to both
	await page.goto(concern);
	await page.getByRole("link", { name: "Mit gleichen bündeln" }).click();
	await axe(page);
	await page
		.getByRole("checkbox", { name: new RegExp(mark) })
		.first()
		.check();
	await page.getByRole("button", { name: "Bündeln" }).click();
	await expect(page.getByRole("heading", { name: "Gebündelt mit" })).toBeVisible();
	await page.getByRole("link", { name: "Antworten" }).click();
	await axe(page);
	await page.getByLabel("Antwort", { exact: true }).fill(`Der Bus fährt ab dem Sommer um 20 Uhr. ${mark}`);
	await page.getByRole("button", { name: "Entwurf speichern" }).click();
	await expect(page.getByText("Ihr Entwurf ist gespeichert.")).toBeVisible();
	await page.getByLabel("Geht nicht").check();
	await page.getByRole("button", { name: "Antwort geben" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("den Grund in einem Satz ohne Namen");
	await page.getByLabel("Wird oder ist erfüllt").check();
	await page.getByLabel("Ergebnis in einem Satz, ohne Namen").fill(`Ab dem Sommer fährt ein Bus. ${mark}`);
	await page.getByRole("button", { name: "Antwort geben" }).click();
	await expect(page.getByRole("main")).toContainText(mark);

	// the asker reads it by her link
	const citizen = await another();
	const letter = await newestMail(citizen, email, { says: mark });
	await citizen.goto(letter.links.find((link) => link.includes("/anliegen/")) ?? "");
	await expect(citizen.getByRole("main")).toContainText("Wird oder ist erfüllt");

	// what came of it stands in the report, and in public without a name
	await page.goto(`${work}/kreis/bericht`);
	await page.getByLabel("Gemeinde").selectOption({ label: "Mendig" });
	await page
		.getByRole("button", { name: "Anwenden" })
		.or(page.getByRole("button", { name: /zeigen|filtern/i }))
		.first()
		.click();
	await expect(page.getByRole("row").filter({ hasText: mark }).first()).toBeVisible();
	expect(await page.locator("main").innerText()).not.toContain("Reuter");
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	const pdf = await page.request.get((await page.getByRole("link", { name: "Als PDF" }).getAttribute("href")) ?? "");
	expect((await pdf.body()).subarray(0, 4).toString()).toBe("%PDF");

	// her own rounds, and office days that nobody holds
	await page.goto(`${work}/sprechtage/runde`);
	await expect(page.getByRole("row").filter({ hasText: "Mendig" })).toBeVisible();
	await axe(page);
	await page.goto(`${work}/sprechtage/ohne-vertretung`);
	await axe(page);
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
