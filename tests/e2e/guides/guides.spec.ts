import { takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

test("who is there for me, a concern, its answer, and that it is none", async ({ page, another }, { project }) => {
	const email = `anliegen-${project.name}-${Date.now()}@example.org`;
	await page.goto("/lotsen");
	await axe(page);
	await page.getByLabel("Ort suchen").fill("Medig");
	await page.getByLabel("Ort suchen").press("Enter");
	await page.getByRole("article").filter({ hasText: "Verbandsgemeinde" }).getByRole("link", { name: "Mendig" }).click();
	await expect(page.getByRole("heading", { name: "Für Sie da in Mendig" })).toBeVisible();
	await expect(page.getByText("gilt seit")).toBeVisible();
	await page.getByLabel("Thema").selectOption({ label: "Mobilität" });
	await page.getByRole("button", { name: "Anwenden" }).click();
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	await page.getByRole("link", { name: "Anliegen aufschreiben" }).click();
	await page.getByLabel("Bedarf").check();
	await page.getByLabel("Ihr Anliegen").fill("kurz");
	await takeTime(page);
	await page.getByRole("button", { name: "Anliegen abschicken" }).click();
	await expect(page.locator("[data-error-summary]")).toContainText("mindestens 10 Zeichen");
	await axe(page);
	await page.getByLabel("Ihr Anliegen").fill("Nach 20 Uhr fährt kein Bus mehr nach Thür.");
	await page.getByLabel("Ihre E-Mail-Adresse").fill(email);
	await takeTime(page);
	await page.getByRole("button", { name: "Anliegen abschicken" }).click();
	await expect(page.getByRole("status").filter({ hasText: "Ihr Anliegen ist eingegangen" })).toBeVisible();
	await axe(page);
	await htmlValid(page);
	const receipt = await newestMail(page, email);
	const code = /\(([A-Z0-9]{8})\)/.exec(receipt.subject)?.[1] ?? "";

	const staff = await another();
	await signIn(staff, "guide");
	const here = `/o/mayen-koblenz/verwaltung/anliegen`;
	await staff.goto(`${here}/${code}`);
	await axe(staff);
	await htmlValid(staff);
	await staff.getByRole("link", { name: "Antworten", exact: true }).click();
	await staff.getByRole("textbox", { name: "Antwort" }).fill("Ab Mai fährt ein Anrufbus bis 23 Uhr.");
	await staff.getByLabel("Wird oder ist erfüllt").check();
	await staff.getByRole("button", { name: "Antwort geben" }).click();
	await expect(staff.getByText("Beantwortet").first()).toBeVisible();

	const answer = await newestMail(page, email, { after: receipt });
	await page.goto(answer.links.find((link) => link.includes("/anliegen/")) ?? "");
	await expect(page.getByText("Ab Mai fährt ein Anrufbus")).toBeVisible();
	await page.getByLabel("Was fehlt Ihnen?").fill("Am Wochenende fährt er aber nicht.");
	await page.getByRole("button", { name: "Nicht beantwortet" }).click();
	await expect(page.getByText("noch einmal geprüft")).toBeVisible();
	await axe(page);
	for (const path of [
		here,
		"/o/mayen-koblenz/verwaltung/lotsen",
		"/o/mayen-koblenz/verwaltung/lotsen/uebersicht?tag=2026-12-02",
	]) {
		await staff.goto(path);
		await axe(staff);
		await htmlValid(staff);
		await fitsInto(staff, 320);
	}
});
