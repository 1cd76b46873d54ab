import type { Page } from "@playwright/test";
import { expect, test } from "../../support/page";
import { axe, fitsInto, htmlValid } from "../../support/page-checks";
import { signIn } from "../../support/sign-in";

const work = "/o/mendig/verwaltung";

/** The pages on which each role begins and does its daily work; those of posts and organisations are tested there. */
const pagesOf: Record<string, readonly string[]> = {
	"participation-manager": ["/heute", work, `${work}/beteiligung`, `${work}/beteiligung/neu`],
	moderator: [`${work}/moderation`],
	"organisation-admin": [`${work}/personen`, "/vertretungen"],
	operator: ["/betrieb/angaben", "/betrieb/post", "/betrieb/pruefvermerk"],
	citizen: ["/konto", "/konto/beitraege", "/konto/sicherheit"],
};

async function inOrder(page: Page, path: string): Promise<void> {
	await test.step(path, async () => {
		expect((await page.goto(path))?.status()).toBe(200);
		await expect(page.locator("h1")).toHaveCount(1);
		await axe(page);
		await htmlValid(page);
		await fitsInto(page, 320);
	});
}

for (const [role, paths] of Object.entries(pagesOf)) {
	test(`the pages of ${role} are in order @once`, async ({ page }) => {
		await signIn(page, role);
		for (const path of paths) await inOrder(page, path);
	});
}

test("the pages of a process that staff works with are in order @once", async ({ page }) => {
	await signIn(page, "participation-manager");
	await page.goto(`${work}/beteiligung`);
	const links = page.locator("main table a");
	const paths = await links.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href") ?? ""));
	const acts = new Set(paths.map((path) => path.split("/").at(-1)));
	expect(acts).toContain("antworten");
	const first = paths.find((path) => path.endsWith("/antworten")) ?? "";
	for (const path of [first, `${first}/rueckfragen`, first.replace(/antworten$/, "bearbeiten")]) {
		await inOrder(page, path);
	}
});

test("one click leads staff to the administration of their place, a citizen to the own contributions @once", async ({
	page,
	another,
}) => {
	await signIn(page, "moderator");
	const navigation = page.getByRole("navigation", { name: "Hauptnavigation" });
	for (const path of ["/heute", "/o/mendig", "/"]) {
		await page.goto(path);
		await expect(navigation.getByRole("link", { name: "Verwaltung" })).toHaveAttribute("href", work);
	}
	await page.goto("/o/andernach");
	await expect(navigation.getByRole("link", { name: "Verwaltung" })).toHaveCount(0);
	const citizen = await another();
	await signIn(citizen, "citizen");
	await citizen.goto("/");
	await citizen
		.getByRole("navigation", { name: "Hauptnavigation" })
		.getByRole("link", { name: "Ihre Beiträge" })
		.click();
	await expect(citizen).toHaveURL(/\/konto\/beitraege$/);
});
