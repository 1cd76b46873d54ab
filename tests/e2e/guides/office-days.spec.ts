import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

test("an office day: found, booked, moved, prepared, called off", async ({ page, another }, { project }) => {
	const email = `sprechtag-${project.name}-${Date.now()}@example.org`;
	await page.goto("/o/mayen-koblenz/lotsen");
	await page.getByLabel("Ort suchen").fill("Mendig");
	await page.getByLabel("Ort suchen").press("Enter");
	await page.getByRole("article").filter({ hasText: "Verbandsgemeinde" }).getByRole("link", { name: "Mendig" }).click();
	await expect(page.getByRole("heading", { name: "Nächster Sprechtag" })).toBeVisible();
	await page.getByRole("link", { name: "Alle Sprechtage" }).click();
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	const feed = await page.request.get(await page.locator("#abonnieren a").innerText());
	expect(await feed.text()).toContain("BEGIN:VTIMEZONE");

	const slots = page.getByRole("article").filter({ hasText: "freie Termine" });
	// each project books a day of its own
	await slots
		.nth(project.name.length % 3)
		.getByRole("link")
		.click();
	const day = page.url();
	await axe(page);
	await htmlValid(page);
	await page.getByLabel("Uhrzeit").selectOption({ index: 2 });
	await page.getByLabel("Ihr Name").fill("Rosa Beispiel");
	await page.getByLabel("Worum geht es?").fill("Wohngeld");
	await page.getByRole("button", { name: "Termin buchen" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("E-Mail-Adresse oder eine Telefonnummer");
	await expect(page.getByLabel("Worum geht es?")).toHaveValue("Wohngeld");
	await page.getByLabel("E-Mail").fill(email);
	await page.getByRole("button", { name: "Termin buchen" }).click();
	await expect(page.getByText("Ihr Termin ist gebucht").first()).toBeVisible();
	await axe(page);
	await htmlValid(page);
	const confirmation = await newestMail(page, email);
	await page.goto(confirmation.links.find((link) => link.includes("/sprechtag-termin/")) ?? "");
	await page.getByLabel("Neuer Termin").selectOption({ index: 3 });
	await page.getByRole("button", { name: "Termin verschieben" }).click();
	await expect(page.getByText("Ihr Termin ist verschoben")).toBeVisible();
	await page.getByRole("link", { name: "Zum Sprechtag" }).click();

	const staff = await another();
	await signIn(staff, "guide");
	await staff.goto(page.url());
	await staff.getByRole("link", { name: "Bearbeiten" }).click();
	await expect(staff.getByRole("row", { name: /Rosa Beispiel/ })).toContainText("Wohngeld");
	await axe(staff);
	await htmlValid(staff);
	await fitsInto(staff, 320);
	await staff.goto("/o/mayen-koblenz/verwaltung/sprechtage");
	await axe(staff);
	await htmlValid(staff);
	await fitsInto(staff, 320);
	await staff.getByRole("link", { name: "Neue Sprechtage" }).click();
	await axe(staff);
	await staff.getByLabel("Welche Stelle ist da?").selectOption({ label: "Team Regionallotsen" });
	await staff.getByLabel("In welcher Gemeinde?").selectOption({ label: "Vallendar" });
	await staff.getByLabel("Haus, Raum und Straße").fill("Rathaus, Erdgeschoss");
	await staff.getByLabel("einmalig").check();
	await staff.getByLabel("Erster Tag").fill("2031-03-18");
	await staff.getByLabel("Von", { exact: true }).fill("9:00");
	await staff.getByRole("button", { name: "Ankündigen" }).click();
	await expect(staff.getByText("Gespeichert.")).toBeVisible();
	await staff.getByRole("link", { name: "Absagen" }).click();
	await staff.getByLabel("Grund").fill("Das Rathaus wird umgebaut.");
	await staff.getByRole("button", { name: "Absagen" }).click();
	await expect(staff.getByText("Fällt aus")).toBeVisible();
	expect(day).toContain("/sprechtag/");
});
