import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { inLook, looks, takePictures } from "../../support/picture";

/** Every page that anyone may read, by its address. */
const publicPages = [
	"/",
	"/gestaltung",
	"/anmelden",
	"/anmelden/link",
	"/registrieren",
	"/passwort-vergessen",
	"/beteiligung",
	"/o/mendig/beteiligung",
	"/suche",
	"/suche?q=Bus",
	"/werdegang",
	"/impressum",
	"/datenschutz",
	"/barrierefreiheit",
	"/demo/post",
	"/lotsen",
	"/o/mendig/lotsen",
	"/arbeitskreise",
	"/massnahmen",
	"/vereinbarungen",
	"/pruefen",
];

/** One page of each kind: these hold in every look; TEST_PICTURES=1 keeps pictures for people to look at. */
const onePageOfEachKind = ["/", "/gestaltung", "/anmelden"];

for (const path of publicPages) {
	test(`${path} is in order`, async ({ page }) => {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(200);
		await expect(page.locator("h1")).toHaveCount(1);
		await axe(page);
		await htmlValid(page);
		await fitsInto(page, 320);
	});
}

test("everybody reads the doors of the house in English, too", async ({ page }) => {
	await page.goto("/");
	await page.locator('button[name="locale"][value="en"]').click();
	for (const path of [
		"/",
		"/beteiligung",
		"/arbeitskreise",
		"/lotsen",
		"/massnahmen",
		"/vereinbarungen",
		"/pruefen",
		"/anmelden",
	]) {
		expect((await page.goto(path))?.status()).toBe(200);
		await expect(page.locator("html")).toHaveAttribute("lang", "en");
		await expect(page.getByRole("link", { name: "Privacy" })).toBeVisible();
	}
});

for (const path of onePageOfEachKind) {
	test(`${path} holds in every look @once`, async ({ page }) => {
		expect((await page.goto(path))?.status()).toBe(200);
		for (const look of looks.filter(({ media }) => media !== "print")) {
			await test.step(look.name, () => inLook(page, look, () => axe(page)));
		}
		if (process.env.TEST_PICTURES === "1")
			await takePictures(page, path === "/" ? "start" : path.slice(1).replaceAll("/", "-"));
	});
}

test("an address that is not there answers 404 in a page of ours", async ({ page }) => {
	const answer = await page.goto("/gibt-es-nicht");
	expect(answer?.status()).toBe(404);
	await axe(page);
	await htmlValid(page);
});
