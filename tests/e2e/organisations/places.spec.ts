import sharp from "sharp";
import { releaseClock, serverTime, setClock } from "../../support/clock";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { showAgain, signIn } from "../../support/sign-in";

for (const path of [
	"/orte",
	"/orte?q=Andernch",
	"/o/mendig",
	"/o/mendig/stellen",
	"/o/mendig/ohne-internet",
	"/o/mendig/leichte-sprache",
]) {
	test(`${path} is in order`, async ({ page }) => {
		expect((await page.goto(path))?.status()).toBe(200);
		await expect(page.locator("h1")).toHaveCount(1);
		await axe(page);
		await htmlValid(page);
		await fitsInto(page, 320);
	});
}

test("a place is found in spite of a typing mistake, and says who is there", async ({ page }) => {
	await page.goto("/orte");
	await page.getByLabel("Name des Ortes").fill("Andernch");
	await page.getByLabel("Name des Ortes").press("Enter");
	await page.getByRole("link", { name: "Andernach", exact: true }).click();
	await expect(page.locator("h1")).toHaveText("Stadt Andernach");
	await page.getByRole("link", { name: "Grünflächenamt" }).click();
	await expect(page.getByText("030 23125 310")).toBeVisible();
});

test("strangers do not get into the administration @plain", async ({ page }) => {
	await page.goto("/o/mendig/verwaltung/stellen");
	expect(new URL(page.url()).pathname).toBe("/anmelden");
	await signIn(page, "saal@kreis.example");
	expect((await page.goto("/o/mendig/verwaltung/stellen"))?.status()).toBe(403);
});

const administration = {
	"the place and its posts": [
		"",
		"/ort",
		"/ort/farbe",
		"/ort/logo",
		"/ort/leichte-sprache",
		"/stellen",
		"/stellen/neu",
	],
	"organisations, areas and roles": [
		"/organisationen",
		"/organisationen/neu",
		"/gliederung",
		"/gliederung/gebiete/neu",
		"/personen/rolle",
	],
};
for (const [name, paths] of Object.entries(administration)) {
	test(`pages of the administration are in order: ${name} @once`, async ({ page }) => {
		await signIn(page, "rausch@mendig.example");
		for (const path of paths) {
			expect((await page.goto(`/o/mendig/verwaltung${path}`))?.status()).toBe(200);
			await axe(page);
			await htmlValid(page);
			await fitsInto(page, 320);
		}
	});
}

test("an administrator creates a post, fills it once, and ends the holding @plain", async ({ page }) => {
	await signIn(page, "rausch@mendig.example");
	const work = "/o/mendig/verwaltung";
	await page.goto(`${work}/stellen/neu`);
	const label = `Klimaschutz ${Date.now()}`;
	await page.getByLabel("Bezeichnung").fill(label);
	await page.getByRole("button", { name: "Stelle anlegen" }).click();
	await expect(page.getByRole("alert")).toContainText("Wählen Sie eine Art aus.");
	await expect(page.getByLabel("Bezeichnung")).toHaveValue(label);
	await page.getByLabel("Ehrenamt").check();
	await page.getByRole("button", { name: "Stelle anlegen" }).click();
	await expect(page.locator("h1")).toHaveText(label);

	const appoint = async (givenName: string) => {
		await page.getByRole("link", { name: "Stelle besetzen" }).click();
		await page.getByLabel("Vorname").fill(givenName);
		await page.getByLabel("Nachname").fill("Nett");
		await page.getByRole("button", { name: "Besetzen" }).click();
	};
	await appoint("Petra");
	await expect(page.getByRole("row", { name: /Petra Nett/ })).toBeVisible();
	await appoint("Paul");
	await expect(page.getByRole("alert")).toContainText("schon besetzt");
	await axe(page);
	await page.goBack();
	await page.goto(page.url().replace("/besetzen", ""));
	await page.getByRole("link", { name: "Beenden: Petra Nett" }).click();
	await page.getByRole("button", { name: "Besetzung beenden" }).click();
	await expect(page.getByRole("status")).toContainText("niemand vertritt sie");
});

test("an administrator gives the place a logo and takes it away again, and makes and renames a topic @plain", async ({
	page,
}) => {
	await signIn(page, "rausch@mendig.example");
	const work = "/o/mendig/verwaltung";
	await page.goto(`${work}/ort/logo`);
	await page.getByLabel("Was ist zu sehen?").fill("Wappen mit Basaltsäulen");
	const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
	await page
		.getByLabel("Bilddatei")
		.setInputFiles({ name: "w.svg", mimeType: "image/svg+xml", buffer: Buffer.from(svg) });
	await page.getByRole("button", { name: "Logo speichern" }).click();
	await expect(page.getByRole("alert")).toContainText("kann nicht angenommen werden");
	await expect(page.getByLabel("Was ist zu sehen?")).toHaveValue("Wappen mit Basaltsäulen");
	await page.getByLabel("Bilddatei").setInputFiles({
		name: "w.png",
		mimeType: "image/png",
		buffer: await sharp({ create: { width: 240, height: 120, channels: 4, background: "#336699" } })
			.png()
			.toBuffer(),
	});
	await page.getByRole("button", { name: "Logo speichern" }).click();
	const shown = page.getByRole("banner").getByRole("img", { name: "Wappen mit Basaltsäulen" });
	await expect(shown).toBeVisible();
	await axe(page);
	await fitsInto(page, 320);
	await page.getByRole("button", { name: "Logo entfernen" }).click();
	await expect(page.getByRole("status")).toContainText("Das Logo ist entfernt.");
	await expect(shown).toHaveCount(0);

	const topic = `Wärmeplanung ${Date.now()}`;
	await page.goto(`${work}/gliederung/themen/neu`);
	await page.getByLabel("Name").fill(topic);
	await page.getByRole("button", { name: "Thema anlegen" }).click();
	await page.getByRole("link", { name: topic }).click();
	await axe(page);
	await htmlValid(page);
	await page.getByLabel("Name", { exact: true }).fill(`${topic} neu`);
	await page.getByRole("button", { name: "Namen speichern" }).click();
	await expect(page.getByRole("row", { name: `${topic} neu` })).toContainText("noch nicht verwendet");
});

test("who signed in a while ago confirms before appointing, and finds what they typed @clock", async ({ page }) => {
	// Nobody else signs in as this account beside the clock: its codes of the next ten minutes are spent afterwards.
	const account = await signIn(page, "saal@kreis.example", { fresh: true });
	try {
		await page.goto("/o/mayen-koblenz/verwaltung/stellen");
		await page.locator('main a[href*="/verwaltung/stellen/"]:not([href$="/neu"])').first().click();
		await page.goto(`${page.url()}/besetzen`);
		const here = page.url();
		await setClock(page, new Date((await serverTime(page)).getTime() + 11 * 60_000));
		await page.getByLabel("Vorname").fill("Petra");
		await page.getByLabel("Nachname").fill("Wartet");
		await page.getByRole("button", { name: "Besetzen" }).click();
		expect(new URL(page.url()).pathname).toBe("/anmelden/bestaetigen");
		await showAgain(page, account);
		await expect(page).toHaveURL(here);
		await expect(page.getByLabel("Vorname")).toHaveValue("Petra");
		await expect(page.getByLabel("Nachname")).toHaveValue("Wartet");
	} finally {
		await releaseClock(page);
	}
});
