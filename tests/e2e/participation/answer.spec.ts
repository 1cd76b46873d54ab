import type { Page } from "@playwright/test";
import { germanDay } from "../../support/days";
import { press, takeTime } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const process = "wege-im-alltag-wo-hakt-es";
const board = `/o/mendig/verwaltung/beteiligung/${process}/antworten`;

async function answeredNow(page: Page): Promise<number> {
	const words = (await page.locator(".gw-meter span").first().innerText()).trim();
	return Number(/^(\d+) von \d+ beantwortet/.exec(words)?.[1] ?? "0");
}

test("an idea is asked about, answered, released by a second person, and its author is told", async ({
	page: staff,
	another,
}, { project }) => {
	const title = `Schatten am Brunnen ${project.name} ${Date.now()}`;
	const office = `tiefbauamt-${Date.now()}-${project.name}@amt.example`;

	await signIn(staff, "participation-manager");
	await staff.goto("/heute");
	await expect(staff.locator(`main a[href="${board}"]`).first()).toBeVisible();

	const citizen = await another();
	const author = await signIn(citizen, "citizen");
	await citizen.goto(`/o/mendig/beteiligung/${process}/beitragen`);
	await citizen.locator('input[name="title"]').fill(title);
	await write(citizen, "Ihr Beitrag", "Im Sommer ist es am Brunnen sehr heiß. Ein Baum gäbe Schatten.");
	await takeTime(citizen);
	await press(citizen, "Einreichen");
	await staff.goto("/o/mendig/verwaltung/moderation");
	await press(staff, `Veröffentlichen: ${title}`);

	await staff.goto(`/o/mendig/beteiligung/${process}`);
	const before = await answeredNow(staff);

	await staff.goto(`${board}?${new URLSearchParams({ wort: title })}`);
	await axe(staff);
	await staff.getByRole("checkbox").check();
	await press(staff, "Fachamt fragen");
	await axe(staff);
	await press(staff, "Frage senden");
	await expect(staff.locator("[data-error-summary]")).toContainText("Bitte nennen Sie das Amt.");
	await staff.locator('input[name="office"]').fill("Tiefbauamt");
	await staff.locator('input[name="email"]').fill(office);
	await staff.locator('textarea[name="question"]').fill("Ist dort Platz für einen Baum?");
	const due = germanDay(7);
	await staff.locator('input[name="dueOn"]').fill(due);
	await press(staff, "Frage senden");
	await expect(staff.getByRole("status").first()).toContainText("Die Frage ist unterwegs.");

	const department = await another();
	await department.goto("/");
	const question = await newestMail(department, office);
	expect(question.text).toContain("Ist dort Platz für einen Baum?");
	expect(question.text).not.toContain(author.email);
	await department.goto(question.links.find((link) => link.includes("/fachamt/")) ?? "");
	await axe(department);
	await htmlValid(department);
	await department.locator('textarea[name="text"]').fill("Ja, nördlich des Brunnens.");
	await press(department, "Absenden");
	await expect(department.getByRole("status").first()).toContainText("Vielen Dank");

	await staff.goto(`${board}?${new URLSearchParams({ wort: title })}`);
	await expect(staff.locator("table")).toContainText("Fachamt hat geantwortet");
	await staff.getByRole("checkbox").check();
	await press(staff, "Antwort vorbereiten");
	await expect(staff.locator("main")).toContainText("Ja, nördlich des Brunnens.");
	await axe(staff);
	await staff.getByLabel("übernommen", { exact: true }).check();
	await write(staff, "Begründung", "Wir pflanzen im Herbst eine Linde nördlich des Brunnens.");
	await press(staff, "Speichern");
	await press(staff, "Um Freigabe bitten");
	await expect(staff.getByRole("button", { name: "Freigeben und veröffentlichen" })).toHaveCount(0);
	const release = staff.url();

	const colleague = await another();
	await signIn(colleague, "moderator");
	await colleague.goto(release);
	await axe(colleague);
	await htmlValid(colleague);
	await expect(colleague.locator("main")).toContainText("Sie sind die zweite Person.");
	await press(colleague, "Freigeben und veröffentlichen");
	await expect(colleague.locator("main")).toContainText("Die Antwort ist veröffentlicht.");

	await staff.goto(`/o/mendig/beteiligung/${process}`);
	expect(await answeredNow(staff)).toBeGreaterThan(before);
	const told = await newestMail(citizen, author.email, { subject: new RegExp(`Antwort auf Ihren Beitrag „${title}“`) });
	expect(told.text).toContain("Ergebnis: übernommen");
	await citizen.goto(told.links.find((link) => link.includes("/b/")) ?? "");
	await expect(citizen.locator("[data-answer]")).toContainText("Wir pflanzen im Herbst eine Linde");
	await axe(citizen);
});

test("a link that does not work says what to do @once", async ({ page }) => {
	for (const path of ["/fachamt/unbekannt", "/freigabe/unbekannt"]) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(page.locator("h1")).toHaveText("Dieser Link gilt nicht mehr");
		await axe(page);
		await htmlValid(page);
	}
});
