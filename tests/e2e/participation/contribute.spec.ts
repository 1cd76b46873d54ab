import type { Page } from "@playwright/test";
import { takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { write } from "../../support/write";

async function openProcess(page: Page): Promise<void> {
	await page.goto("/beteiligung?stand=running");
	await page.getByRole("link", { name: "Wege im Alltag" }).first().click();
	await expect(page.getByRole("heading", { name: "Was steht schon fest?" })).toBeVisible();
}

async function writeDraft(page: Page, title: string): Promise<void> {
	await page.getByRole("link", { name: "Eigenen Beitrag schreiben" }).click();
	await page.getByLabel("Überschrift").fill(title);
	await write(page, "Ihr Beitrag", "Am Platz fehlt Schatten. Bäume helfen gegen die Hitze.");
	await page.getByLabel("Name, der zu lesen ist").fill("Ernst");
	await takeTime(page);
	await page.getByRole("button", { name: "Speichern und weiter" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Ihr Entwurf ist gespeichert" })).toBeVisible();
}

test("a guest hands in with the code of the mail and sees the state without an account", async ({ page }, {
	project,
}) => {
	const email = `gast-${project.name}-${Date.now()}@example.org`;
	const title = `Schatten am Platz ${Date.now()}`;
	await openProcess(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	await writeDraft(page, title);
	await axe(page);
	await htmlValid(page);
	const draft = page.url();
	await page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(email);
	await page.getByRole("button", { name: "Code zuschicken" }).click();
	const mail = await newestMail(page, email);
	const code = mail.codes.find((found) => found.length === 6) ?? "";
	await page.getByLabel("Code aus der Nachricht").fill(code === "000000" ? "000001" : "000000");
	await page.getByRole("button", { name: "Beitrag einreichen" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("Sie haben noch 4 Versuche");
	await page.getByLabel("Code aus der Nachricht").fill(code);
	await page.getByRole("button", { name: "Beitrag einreichen" }).click();
	await expect(page.getByRole("status").filter({ hasText: "Ihr Beitrag ist eingereicht" })).toBeVisible();
	await axe(page);
	const receipt = await newestMail(page, email, { after: mail });
	const link = receipt.links.find((found) => found.includes("/stand/")) ?? "";
	await page.goto(link);
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	// the address of the draft leads to the state as well, and nothing is handed in twice
	await page.goto(draft);
	await expect(page).toHaveURL(/\/stand\//);
});

test("a guest hands in with the link of the mail, on a page with a button", async ({ page }, { project }) => {
	const email = `link-${project.name}-${Date.now()}@example.org`;
	await openProcess(page);
	await writeDraft(page, `Bänke am Platz ${Date.now()}`);
	await page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(email);
	await page.getByRole("button", { name: "Code zuschicken" }).click();
	const { links } = await newestMail(page, email);
	await page.goto(links.find((found) => found.includes("/beitrag-bestaetigen/")) ?? "");
	await page.getByRole("button", { name: "Jetzt einreichen" }).click();
	await expect(page).toHaveURL(/\/stand\//);
	await page.getByRole("link", { name: "Beitrag zurückziehen" }).click();
	await page.getByRole("button", { name: "Ja, zurückziehen" }).click();
	await expect(page.getByText("Sie haben Ihren Beitrag zurückgezogen.")).toBeVisible();
});

test("a refused form keeps what was typed and leads to each mistake", async ({ page }) => {
	await openProcess(page);
	await page.getByRole("link", { name: "Eigenen Beitrag schreiben" }).click();
	await page.getByLabel("Überschrift").fill("Weg");
	await takeTime(page);
	await page.getByRole("button", { name: "Speichern und weiter" }).click();
	await expect(page.locator("[data-error-summary] a")).toHaveCount(2);
	await expect(page.getByLabel("Überschrift")).toHaveValue("Weg");
	await axe(page);
	await htmlValid(page);
});
