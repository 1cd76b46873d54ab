import { germanDay } from "../../support/days";
import { inOrder, press, takeTime } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";
import { write } from "../../support/write";

const work = "/o/mendig/verwaltung/beteiligung";

test("an idea collection is made in three pages, released by a second person, answered and closed @plain", async ({
	page: staff,
	another,
}, { project }) => {
	const title = `Bänke am Bach ${project.name} ${Date.now()}`;
	await signIn(staff, "participation-manager");
	await staff.goto(`${work}/neu`);
	await inOrder(staff);
	await staff.getByRole("link", { name: /^Mit diesem Muster beginnen ?: Ideensammlung/ }).click();
	await press(staff, "Entwurf speichern");
	await expect(staff.locator("[data-error-summary]")).toContainText("Es fehlt ein Titel.");
	await inOrder(staff);
	await staff.locator('input[name="title"]').fill(title);
	await write(staff, "Worum geht es?", "Am Bach soll man sitzen können.");
	await write(staff, "Was steht schon fest?", "Der Weg bleibt frei.");
	await staff.locator('input[name="firstDay"]').fill(germanDay());
	await press(staff, "Entwurf speichern");
	await expect(staff).toHaveURL(/\/veroeffentlichen$/);
	await staff.getByRole("link", { name: "Es fehlt: Was ist noch offen?" }).click();
	await write(staff, "Was ist noch offen?", "Wo die Bänke stehen.");
	await press(staff, "Änderungen speichern");
	await inOrder(staff);

	await staff.getByRole("link", { name: "Phasen", exact: true }).click();
	await staff.getByRole("link", { name: "Phase hinzufügen" }).click();
	await staff.getByLabel("Name der Phase").fill("Rundgang am Bach");
	const first = await staff.locator('input[name="firstDay"]').getAttribute("type");
	expect(first).toBe("date");
	const day = germanDay(9);
	await staff.locator('input[name="firstDay"]').fill(day);
	await staff.locator('input[name="lastDay"]').fill(day);
	await press(staff, "Phase speichern");
	await expect(staff.locator("table")).toContainText("Rundgang am Bach");
	await inOrder(staff);
	await staff.getByRole("link", { name: "Zurück zum Verfahren" }).click();
	const hub = new URL(staff.url()).pathname;
	for (const page of ["check", "hilfe", "mitteilungsblatt", "kopieren"]) {
		await staff.goto(`${hub}/${page}`);
		await inOrder(staff);
	}

	await staff.goto(`${hub}/veroeffentlichen`);
	await press(staff, "Um Freigabe bitten");
	await expect(staff.locator("main")).toContainText("Eine zweite Person muss freigeben.");
	await inOrder(staff);

	const colleague = await another();
	await signIn(colleague, "rausch@mendig.example");
	await colleague.goto(`${hub}/freigabe`);
	await expect(colleague.locator("main")).toContainText("Sie sind die zweite Person.");
	await inOrder(colleague);
	await press(colleague, "Freigeben und veröffentlichen");
	await expect(colleague.getByRole("heading", { level: 1, name: title })).toBeVisible();
	await expect(colleague.locator("main")).toContainText("von einer zweiten Person freigegeben");

	const open = hub.replace("/verwaltung", "");
	const idea = `Zwei Bänke ${project.name} ${Date.now()}`;
	const citizen = await another();
	await signIn(citizen, "citizen");
	await citizen.goto(`${open}/beitragen`);
	await citizen.locator('input[name="title"]').fill(idea);
	await write(citizen, "Ihr Beitrag", "Am Steg stehen viele und können sich nicht setzen.");
	await takeTime(citizen);
	await press(citizen, "Einreichen");
	await staff.goto("/o/mendig/verwaltung/moderation");
	await press(staff, `Veröffentlichen: ${idea}`);
	await staff.goto(`${hub}/abschliessen`);
	await inOrder(staff);
	await press(staff, "Beteiligung abschließen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Antwort");
	await staff.goto(`${hub}/antworten`);
	await staff.getByRole("checkbox").first().check();
	await press(staff, "Antwort vorbereiten");
	await staff.getByLabel("übernommen", { exact: true }).check();
	await write(staff, "Begründung", "Der Bauhof stellt im Mai zwei Bänke am Steg auf.");
	await press(staff, "Speichern");
	await press(staff, "Um Freigabe bitten");
	await colleague.goto(staff.url());
	await press(colleague, "Freigeben und veröffentlichen");
	await staff.goto(`${hub}/abschliessen`);
	await press(staff, "Beteiligung abschließen");
	await citizen.goto(open);
	await expect(citizen.locator("main")).toContainText(idea);
	await expect(citizen.getByRole("link", { name: "Beitrag schreiben" })).toHaveCount(0);
	await inOrder(citizen);
});

test("guides, training and guidelines are for everybody @once", async ({ page }) => {
	const recipe = "/beteiligung/muster/guidelines";
	for (const path of ["/beteiligung/muster", recipe, `${recipe}/schulung`, "/o/mendig/beteiligung/leitlinien"]) {
		expect((await page.goto(path))?.status()).toBe(200);
		await inOrder(page);
	}
	expect((await page.goto("/freigabe-beteiligung/unbekannt"))?.status()).toBe(404);
	await expect(page.locator("h1")).toHaveText("Dieser Link gilt nicht mehr");
});
