import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

const here = "/o/mayen-koblenz/verwaltung/schnellnotiz";

test("a note becomes a concern; without network it waits on the device and arrives once", async ({ page }, {
	project,
}) => {
	await signIn(page, "guide");
	await page.goto(here);
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
	if (project.name === "without-javascript") {
		await page.getByLabel("Was haben Sie gehört?").fill("kurz");
		await page.getByRole("button", { name: "Notieren" }).click();
		await expect(page.locator("[data-error-summary]")).toContainText("mindestens 10 Zeichen");
		await page.getByLabel("Was haben Sie gehört?").fill("Die Bücherei öffnet samstags nicht mehr.");
		await page.getByLabel("Ort").selectOption({ label: "Mendig (Verbandsgemeinde)" });
		await page.getByRole("button", { name: "Notieren" }).click();
		await page.getByRole("link", { name: "Anliegen öffnen" }).click();
		await expect(page.getByText("Die Bücherei öffnet samstags nicht mehr.")).toBeVisible();
		return;
	}
	await page.evaluate(() => navigator.serviceWorker.ready);
	// the worker has the page only when it was asked for once more, or when it kept what it was told
	await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true);
	await page.context().setOffline(true);
	await page.reload();
	await expect(page.getByRole("heading", { name: "Schnellnotiz", level: 1 })).toBeVisible();
	const text = `Ohne Netz gehört ${Date.now()}: Am Bahnhof fehlt eine Rampe.`;
	await page.getByLabel("Was haben Sie gehört?").fill(text);
	await page.getByLabel("Ort").selectOption({ label: "Mendig (Verbandsgemeinde)" });
	await page.getByRole("button", { name: "Notieren" }).click();
	await expect(page.getByRole("status")).toContainText("Kein Netz");
	await expect(page.getByText(text)).toBeVisible();
	await axe(page);
	await page.context().setOffline(false);
	await page.goto(here);
	await expect(page.getByRole("status")).toContainText("Gesendet");
	await expect(page.getByText(text)).toHaveCount(0);
	await page.getByRole("status").getByRole("link").click();
	await expect(page.getByText(text)).toBeVisible();
});
