import { inOrder, press } from "../../support/journey";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

const work = "/o/mayen-koblenz/verwaltung/netzwerk";

test("a guide enters an organisation; what is missing is said, what was typed stays", async ({ page }, { project }) => {
	const mark = `${project.name} ${Date.now()}`;
	const main = page.locator("main");
	const fill = (name: string, text: string) => main.locator(`form[method="post"] [name="${name}"]`).first().fill(text);
	await signIn(page, "guide");

	await page.goto(`${work}/neu/organisation`);
	await inOrder(page);
	await fill("name", `Kulturhaus ${mark}`);
	await press(page, "Eintragen");
	await expect(page.locator(".gw-error-summary")).toContainText("woher Sie das wissen");
	await expect(main.locator('[name="name"]')).toHaveValue(`Kulturhaus ${mark}`);
	await fill("source", "Webseite");
	await press(page, "Eintragen");
	await expect(main.locator("h1")).toHaveText(`Kulturhaus ${mark}`);
});

test("pages of the network are in order, and closed to others @once", async ({ page, another }) => {
	await signIn(page, "guide");
	for (const path of ["/bestaetigen?wer=alle", "/menschen", "/arten", "/staende", "/doppelt", "/einlesen/oparl"]) {
		await page.goto(`${work}${path}`);
		await inOrder(page);
	}
	await page.goto(`${work}/bestaetigen?wer=alle`);
	await page.locator('main input[name="parties"]').first().check();
	await press(page, "Angehakte bestätigen");
	await expect(page.locator("main")).toContainText("Ein Eintrag ist bestätigt.");
	const citizen = await another();
	await citizen.goto("/o/mayen-koblenz/netzwerk");
	await inOrder(citizen);
	await expect(citizen.locator("main")).toContainText("Verkehrsverbund Osteifel");
	await expect(citizen.locator("main")).not.toContainText("Steinbach");
	await citizen.goto(work);
	await expect(citizen).toHaveURL(/\/anmelden/);
});
