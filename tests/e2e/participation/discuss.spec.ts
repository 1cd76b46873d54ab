import type { Page } from "@playwright/test";
import { germanDay } from "../../support/days";
import { takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

const process = "/o/mendig/beteiligung/wege-im-alltag-wo-hakt-es";
const moderation = "/o/mendig/verwaltung/moderation";

const press = (page: Page, name: string) => page.locator("main").getByRole("button", { name, exact: true }).click();

async function inOrder(page: Page): Promise<void> {
	await expect(page.locator("h1")).toHaveCount(1);
	await axe(page);
	await htmlValid(page);
}

/** The oldest idea of the process; the others belong to other tests. */
async function openIdea(page: Page): Promise<string> {
	await page.goto(`${process}?reihenfolge=alt`);
	await page.locator('article a[href^="/b/"]').first().click();
	await expect(page.getByRole("heading", { name: "Kommentare" })).toBeVisible();
	return new URL(page.url()).pathname;
}

async function writeComment(page: Page, text: string, email: string): Promise<void> {
	await page.getByLabel("Ihr Kommentar").fill(text);
	await page.getByLabel("Name, der zu lesen ist").fill("Gerda");
	await page.getByLabel("E-Mail-Adresse").fill(email);
	await takeTime(page);
	await press(page, "Speichern und Code zuschicken");
}

test("a guest comments, a reader reports it, moderators ban", async ({ page, another }, { project }) => {
	const email = `gerda-${project.name}-${Date.now()}@example.org`;
	const text = `Das ist doch Unfug ${project.name} ${Date.now()}`;
	const idea = await openIdea(page);
	await page.getByRole("link", { name: "Kommentar schreiben" }).click();
	await inOrder(page);
	await fitsInto(page, 320);
	await writeComment(page, text, email);
	await expect(page.getByRole("heading", { level: 1, name: "Code eingeben" })).toBeVisible();
	await inOrder(page);
	const { codes } = await newestMail(page, email);
	await page.getByLabel("Code aus der Nachricht").fill(codes.find((code) => code.length === 6) ?? "");
	await press(page, "Bestätigen");
	await expect(page.getByRole("status").filter({ hasText: "Ihr Kommentar ist abgesendet" })).toBeVisible();
	await expect(page.getByText("Abgesendet, wird gelesen")).toBeVisible();
	await inOrder(page);

	const staff = await another();
	await signIn(staff, "moderator");
	await staff.goto(moderation);
	const waiting = staff.locator("article");
	await waiting.filter({ hasText: text }).getByRole("button", { name: "Veröffentlichen" }).click();
	await expect(staff).toHaveURL(/verwaltung\/moderation/);

	await page.goto(idea);
	const comment = page.locator("article.gw-comment").filter({ hasText: text });
	await expect(comment).toBeVisible();
	await inOrder(page);
	await comment.getByRole("link", { name: /^Melden/ }).click();
	await inOrder(page);
	await takeTime(page);
	await press(page, "Meldung absenden");
	await expect(page.locator("[data-error-summary]")).toContainText("Bitte wählen Sie eine Regel");
	await page.getByLabel("Beleidigung oder Hetze").check();
	await press(page, "Meldung absenden");
	await expect(page.getByRole("status").filter({ hasText: "Danke. Jemand sieht sich den Text an." })).toBeVisible();

	await staff.goto(moderation);
	await inOrder(staff);
	await staff
		.locator("article")
		.filter({ hasText: text })
		.getByRole("link", { name: /^Sperren/ })
		.click();
	await inOrder(staff);
	await staff.getByLabel("Beleidigung oder Hetze").check();
	await staff.getByLabel("Begründung für die Person").fill("Bitte bleiben Sie freundlich.");
	await staff.getByLabel("Letzter Tag der Sperre").fill(germanDay(7));
	await press(staff, "Sperren");
	await expect(staff.getByRole("heading", { level: 1, name: "Gesperrte Menschen" })).toBeVisible();
	await inOrder(staff);
	await staff.goto(moderation);
	await staff
		.locator("article")
		.filter({ hasText: text })
		.getByRole("link", { name: /^Ausblenden/ })
		.first()
		.click();
	await staff.getByLabel("Beleidigung oder Hetze").check();
	await staff.getByLabel("Begründung für die Person").fill("Bitte bleiben Sie freundlich.");
	await press(staff, "Ausblenden");

	await page.goto(idea);
	await expect(
		page.locator("article.gw-comment").filter({ hasText: "Dieser Kommentar wurde ausgeblendet" }).first(),
	).toBeVisible();
	await expect(page.getByText(text)).toHaveCount(0);
	await page.goto(`${idea}/kommentieren`);
	await writeComment(page, "Noch einmal", email);
	await expect(page.locator("[data-error-summary]")).toContainText("nicht mitschreiben");
	await expect(page.getByLabel("Ihr Kommentar")).toHaveValue("Noch einmal");
});

test("an idea gets a point on the map, and the map leads to ideas", async ({ page }, { project }) => {
	await page.goto(`${process}/beitragen`);
	await page.getByLabel("Überschrift").fill(`Brunnen ${project.name}`);
	const picture = page.locator('input[type="image"]');
	const box = await picture.boundingBox();
	await picture.click({ position: { x: (box?.width ?? 280) / 2, y: (box?.height ?? 252) / 2 } });
	await expect(page.getByLabel("Punkt auf der Karte")).toHaveValue(/^50\.\d+,7\.\d+$/);
	// without scripts the form came back from the server; what was typed is still there
	await expect(page.getByLabel("Überschrift")).toHaveValue(`Brunnen ${project.name}`);
	await inOrder(page);
	await page.getByLabel("Punkt auf der Karte").fill("am Markt");
	await takeTime(page);
	await press(page, "Speichern und weiter");
	await expect(page.locator("[data-error-summary]")).toContainText("Diesen Punkt verstehen wir nicht");

	await page.goto(process);
	await inOrder(page);
	await fitsInto(page, 320);
	await page
		.locator("svg.gw-map a")
		.filter({ has: page.locator("text") })
		.first()
		.click();
	await expect(page).toHaveURL(/ausschnitt=/);
	await expect(page.locator('article a[href^="/b/"]').first()).toBeVisible();
	await page.getByRole("link", { name: "Ganze Karte zeigen" }).click();
	await expect(page).not.toHaveURL(/ausschnitt=/);
});
