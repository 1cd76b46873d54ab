import { inOrder, press } from "../../support/journey";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

const process = "/o/andernach/beteiligung/bebauungsplan-am-bassin";
const work = "/o/andernach/verwaltung/beteiligung/bebauungsplan-am-bassin/bauleitplanung";

test("a statement on a plan is taken, receipted and forwarded, and waits for the weighing", async ({
	page: citizen,
	another,
}, { project }) => {
	test.setTimeout(240_000);
	const email = `plan-${project.name}-${Date.now()}@example.org`;
	const words = `Der Radweg fehlt (${email}).`;
	await citizen.goto(process);
	await citizen.getByRole("link", { name: "Unterlagen und Stellungnahme" }).click();
	await expect(citizen.locator("main")).toContainText("Sie ersetzt es nicht");
	await inOrder(citizen);
	await citizen.getByRole("link", { name: "Stellungnahme schreiben" }).click();
	await citizen.locator('textarea[name="text"]').fill(words);
	await citizen.locator('input[name="name"]').fill("Rita Radler");
	await citizen.waitForTimeout(2_100);
	await press(citizen, "Stellungnahme abgeben");
	await expect(citizen.locator("[data-error-summary]")).toContainText("damit Sie das Ergebnis erfahren");
	await expect(citizen.locator('textarea[name="text"]')).toHaveValue(words);
	await inOrder(citizen);
	await citizen.locator('input[name="email"]').fill(email);
	await citizen.waitForTimeout(2_100);
	await press(citizen, "Stellungnahme abgeben");
	await expect(citizen.getByRole("heading", { level: 1, name: "Eingangsbestätigung" })).toBeVisible();
	await expect(citizen.locator("main")).toContainText(words);
	await inOrder(citizen);
	const receipt = await newestMail(citizen, email);
	expect(receipt.links.some((link) => citizen.url().startsWith(link))).toBe(true);
	const number = /Stellungnahme (\d+):/.exec(receipt.subject)?.[1] ?? "";
	const forwarded = await newestMail(citizen, "stadtplanung@andernach.example", {
		subject: new RegExp(`^Stellungnahme ${number} zu`),
	});
	expect(forwarded.text.replace(/\s+/g, " ")).toContain(words);

	const staff = await another();
	await signIn(staff, "engel@andernach.example");
	await staff.goto(work);
	await inOrder(staff);
	for (const page of ["angaben", "unterlagen", "bekanntmachung", "abwaegung", "stellungnahmen"]) {
		await staff.goto(`${work}/${page}`);
		await inOrder(staff);
	}
	await staff.getByRole("link", { name: "Stellungnahme 1", exact: true }).click();
	await expect(staff.locator("main")).toContainText("Die Abwägung beginnt nach dem letzten Tag");
	await inOrder(staff);
	await staff.goto(`${work}/auslegung`);
	await staff.locator('input[name="beginn"]').fill("2026-01-31");
	await press(staff, "Frist ausrechnen");
	await expect(staff.locator("main")).toContainText("2.\u00a0März 2026");
	await inOrder(staff);
});
