import type { Page } from "@playwright/test";
import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

const work = "/o/andernach/verwaltung";

const fill = (page: Page, name: string, text: string) => page.locator(`main [name="${name}"]`).fill(text);
const pick = (page: Page, name: string, value: string) =>
	page.locator(`main [name="${name}"][value="${value}"]`).check();

test("a project is listed, people ask for participation, the post answers, the council resolves @plain", async ({
	page: staff,
	another,
}, { project }) => {
	const title = `Neue Uferpromenade ${project.name} ${Date.now()}`;
	await signIn(staff, "engel@andernach.example");
	await staff.goto(`${work}/vorhaben`);
	await inOrder(staff);
	await fill(staff, "threshold", "1");
	await press(staff, /^Anzahl festlegen$/);
	await staff.goto(`${work}/vorhaben/neu`);
	await fill(staff, "title", title);
	await press(staff, /^Eintragen$/);
	await expect(staff.locator(".gw-error-summary")).toContainText("ob beteiligt wird");
	await expect(staff.locator('main [name="title"]')).toHaveValue(title);
	await inOrder(staff);
	await fill(staff, "summary", "Mehr Platz am Rhein.");
	await fill(staff, "place", "Rheinanlagen");
	await fill(staff, "timeFrame", "noch offen");
	await fill(staff, "cost", "1.250.000");
	await pick(staff, "participation", "no");
	await fill(staff, "participationReason", "Der Hochwasserschutz lässt wenig Spielraum.");
	await press(staff, /^Eintragen$/);
	await expect(staff).toHaveURL(/\?eingetragen$/);
	await press(staff, /^Veröffentlichen$/);
	await expect(staff.locator(".gw-error-summary")).toContainText("die für das Vorhaben zuständig ist");
	await staff.locator('main [name="responsiblePostId"]').selectOption({ index: 1 });
	await press(staff, /^Angaben speichern$/);
	await press(staff, /^Veröffentlichen$/);
	await expect(staff.locator("main")).toContainText("steht jetzt öffentlich auf der Liste");
	await inOrder(staff);
	const managed = staff.url().replace(/\?.*/, "");
	const address = await staff.getByRole("link", { name: "Öffentliche Seite" }).getAttribute("href");

	const citizen = await another();
	await citizen.goto(`/vorhaben?q=${encodeURIComponent(title)}`);
	await inOrder(citizen);
	await citizen.getByRole("link", { name: title, exact: true }).click();
	await expect(citizen.getByRole("banner")).toContainText("Andernach");
	await expect(citizen.getByRole("link", { name: "Anmelden und vorschlagen" })).toBeVisible();
	await signIn(citizen, "citizen");
	await citizen.goto(address ?? "");
	await press(citizen, /^Ich wünsche mir eine Beteiligung$/);
	await expect(citizen.locator("main")).toContainText("Bisher hat es eine Person vorgeschlagen.");
	await expect(citizen.locator("main")).toContainText("Die Zahl ist erreicht.");
	await inOrder(citizen);

	await staff.goto(`${managed}/antwort`);
	await inOrder(staff);
	await pick(staff, "answer", "yes");
	await fill(staff, "reason", "Bei Wegen und Bänken gibt es doch Spielraum.");
	await press(staff, /^Antwort veröffentlichen$/);
	await expect(staff.locator(".gw-error-summary")).toContainText("Bitte sagen Sie, wie");
	await fill(staff, "how", "Ein Spaziergang im Frühjahr.");
	await press(staff, /^Antwort veröffentlichen$/);
	await expect(staff.locator("main")).toContainText("Es wird eine Beteiligung geben.");

	await staff.goto(managed);
	await staff.getByRole("link", { name: "Beschluss des Rates aufnehmen" }).click();
	await pick(staff, "outcome", "partial");
	await fill(staff, "body", "Stadtrat Andernach");
	await fill(staff, "summary", "Die Promenade wird gebaut, ohne das Geld für die Bänke.");
	await press(staff, /^Aufnehmen$/);
	await expect(staff.locator(".gw-error-summary")).toContainText("was weggelassen wurde");
	await inOrder(staff);
	await fill(staff, "exceptItems", "Ziffer 3");
	await staff.locator('main [name="effect"]').selectOption("instructs");
	await staff.locator('main [name="funding"]').selectOption("unfunded");
	await pick(staff, "voting", "counted");
	await fill(staff, "votesFor", "20");
	await fill(staff, "votesAgainst", "11");
	await press(staff, /^Aufnehmen$/);
	await inOrder(staff);
	await press(staff, /^Veröffentlichen$/);
	const resolution = await staff.getByRole("link", { name: "Öffentliche Seite" }).getAttribute("href");
	await citizen.goto(resolution ?? "");
	await expect(citizen.getByRole("banner")).toContainText("Andernach");
	await expect(citizen.locator("main")).toContainText("angenommen ohne Ziffer 3");
	await expect(citizen.locator("main")).toContainText("beschlossen, aber nicht finanziert");
	await expect(citizen.locator("main")).toContainText("20 dafür, 11 dagegen, keine Enthaltung");
	await inOrder(citizen);
	await citizen.getByRole("link", { name: /^Werdegang/ }).click();
	await expect(citizen.locator("main")).toContainText(title);
	await citizen.goto("/o/andernach/beschluesse?geld=fehlt");
	await expect(citizen.locator("main")).toContainText(title);
	await inOrder(citizen);
});

test("the hand-over sheet leaves as PDF and Word, the project list as PDF and CSV @once", async ({ page }) => {
	await signIn(page, "participation-manager");
	await page.goto("/o/mendig/verwaltung/beteiligung/wege-im-alltag-wo-hakt-es");
	await page.getByRole("link", { name: "Übergabeblatt für den Rat" }).click();
	await fill(page, "proposal", "Die meistgenannten Stellen zuerst umbauen.");
	await fill(page, "total", "150.000");
	await pick(page, "budgeted", "none");
	await press(page, /^Speichern$/);
	await expect(page.locator(".gw-error-summary")).toContainText("woher es kommen soll");
	await inOrder(page);
	await pick(page, "counterFinancing", "shift");
	await press(page, /^Speichern$/);
	await inOrder(page);
	const files = [
		[await page.getByRole("link", { name: "Als PDF öffnen" }).getAttribute("href"), "%PDF-"],
		[await page.getByRole("link", { name: "Als Word-Datei herunterladen" }).getAttribute("href"), "PK"],
		["/o/mendig/vorhaben/auszug.pdf", "%PDF-"],
		["/o/mendig/vorhaben/auszug.csv", "\u00ef\u00bb\u00bfKurzcode;"],
	] as const;
	for (const [path, beginning] of files) {
		const answer = await page.request.get(path ?? "");
		expect(answer.status()).toBe(200);
		expect((await answer.body()).toString("latin1").startsWith(beginning)).toBe(true);
	}
	await page.goto("/suche?q=Laternen");
	await page.locator('main a[href^="/empfehlung/"]').first().click();
	await page.getByRole("link", { name: "Übergabeblatt für den Rat" }).click();
	await expect(page.locator('main [name="proposal"]')).toHaveValue(/Laternen mit Sensoren/);
	expect((await page.goto("/o/mendig/beschluesse"))?.status()).toBe(200);
	await expect(page.locator("main")).toContainText("angenommen ohne Ziffer 7");
});
