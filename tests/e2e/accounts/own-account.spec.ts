import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { serverTime } from "../../support/clock";
import { newestMail } from "../../support/mailbox";
import { expect, test } from "../../support/page";
import { axe, htmlValid } from "../../support/page-checks";

const password = "Laterne am kleinen Hafen";

let people = 0;
/** An address nobody else in this run has, also not on a house that was tested before. */
function address(): string {
	people += 1;
	return `e2e-${Date.now()}-${process.pid}-${people}@test.example`;
}

async function inOrder(page: Page): Promise<void> {
	await expect(page.locator("h1")).toHaveCount(1);
	await axe(page);
	await htmlValid(page);
}

async function press(page: Page, name: string): Promise<void> {
	await page.locator("main").getByRole("button", { name }).click();
}

async function askForAccount(page: Page, email: string): Promise<void> {
	await page.goto("/registrieren");
	await page.locator('input[name="displayName"]').fill("Hafenlicht");
	await page.locator('input[name="email"]').fill(email);
	await press(page, "Weiter");
	await expect(page).toHaveURL(/\/registrieren\/code\//);
}

async function register(page: Page, email = address()): Promise<string> {
	await askForAccount(page, email);
	const { codes } = await newestMail(page, email);
	await page.locator('input[name="code"]').fill(codes[0] ?? "");
	await page.locator('input[name="password"]').fill(password);
	await press(page, "Konto anlegen");
	await expect(page).toHaveURL(/\/konto$/);
	return email;
}

/** What the page says once its small scripts have run. */
async function wordsOf(page: Page): Promise<string> {
	await page.waitForLoadState("networkidle");
	return page.locator("main").innerText();
}

async function signOut(page: Page): Promise<void> {
	await page.context().clearCookies();
}

async function enter(page: Page, email: string, secret = password): Promise<void> {
	await page.goto("/anmelden?weiter=/konto/sicherheit");
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="password"]').fill(secret);
	await press(page, "Anmelden");
}

test("the doors are in order", async ({ page }) => {
	for (const path of ["/registrieren", "/anmelden/link", "/passwort-vergessen"]) {
		await page.goto(path);
		await inOrder(page);
	}
});

test("an account by code: a wrong one is refused, the page keeps its form @plain", async ({ page }) => {
	const email = address();
	await askForAccount(page, email);
	await inOrder(page);
	await page.locator('input[name="code"]').fill("xxxxxx");
	await press(page, "Konto anlegen");
	await expect(page.locator(".gw-error-summary")).toContainText("Dieser Code gilt nicht.");
	await inOrder(page);
	const { codes } = await newestMail(page, email);
	await page.locator('input[name="code"]').fill(codes[0] ?? "");
	await page.locator('input[name="password"]').fill("passwort1234");
	await press(page, "Konto anlegen");
	await expect(page.locator(".gw-error-summary")).toContainText("sehr verbreitet");
	await page.locator('input[name="code"]').fill(codes[0] ?? "");
	await page.locator('input[name="password"]').fill(password);
	await press(page, "Konto anlegen");
	await expect(page).toHaveURL(/\/konto$/);
	await inOrder(page);
});

test("an account by link: looking at the page confirms nothing, its button does, once", async ({ page, another }) => {
	const email = address();
	await askForAccount(page, email);
	const [link = ""] = (await newestMail(page, email)).links;
	const phone = await another();
	for (let looks = 0; looks < 2; looks++) expect((await phone.goto(link))?.status()).toBe(200);
	await inOrder(phone);
	await press(phone, "Konto anlegen");
	await expect(phone).toHaveURL(/\/konto$/);
	expect((await page.goto(link))?.status()).toBe(404);
	await expect(page.locator("h1")).toHaveText("Dieser Link gilt nicht mehr");
	await inOrder(page);
});

test("known and unknown addresses see the same pages; the known one gets a mail that says so @plain", async ({
	page,
}) => {
	const email = await register(page);
	const before = await newestMail(page, email);
	await signOut(page);
	await askForAccount(page, email);
	const known = await wordsOf(page);
	expect((await newestMail(page, email, { after: before })).subject).toBe("Sie haben schon ein Konto");
	await askForAccount(page, address());
	expect(await wordsOf(page)).toBe(known);
	const answers = [];
	for (const who of [email, address()]) {
		await enter(page, who, "nicht das richtige");
		await expect(page.locator(".gw-error-summary")).toBeVisible();
		await expect(page.locator('input[name="email"]')).toHaveValue(who);
		answers.push((await wordsOf(page)).replace(who, ""));
	}
	expect(answers[0]).toBe(answers[1]);
});

test("a forgotten password is set anew, and signs out everywhere @plain", async ({ page, another }) => {
	const email = await register(page);
	const elsewhere = await another();
	await elsewhere.goto("/passwort-vergessen");
	await elsewhere.locator('input[name="email"]').fill(email);
	await press(elsewhere, "Link schicken");
	await inOrder(elsewhere);
	const { links } = await newestMail(elsewhere, email, { subject: /Neues Passwort/ });
	await elsewhere.goto(links[0] ?? "");
	await inOrder(elsewhere);
	await elsewhere.locator('input[name="password"]').fill("Ein anderer Leuchtturm");
	await press(elsewhere, "Passwort speichern");
	await expect(elsewhere.locator("main")).toContainText("Ihr neues Passwort gilt.");
	await page.goto("/konto");
	await expect(page).toHaveURL(/\/anmelden\?weiter=%2Fkonto/);
	await enter(page, email, "Ein anderer Leuchtturm");
	await expect(page).toHaveURL(/\/konto\/sicherheit$/);
});

test("without password: the link of a mail signs in, to where one wanted to go @plain", async ({ page }) => {
	const email = await register(page);
	await signOut(page);
	await page.goto("/anmelden?weiter=/konto/sitzungen");
	await page.getByRole("link", { name: "Ohne Passwort anmelden" }).click();
	await page.locator('input[name="email"]').fill(email);
	await press(page, "Link schicken");
	const { links } = await newestMail(page, email, { subject: /Link zum Anmelden/ });
	await page.goto(links[0] ?? "");
	await inOrder(page);
	await press(page, "Jetzt anmelden");
	await expect(page).toHaveURL(/\/konto\/sitzungen$/);
	await inOrder(page);
});

test("other sessions are seen and ended @plain", async ({ page, another }) => {
	const email = await register(page);
	const phone = await another();
	await enter(phone, email);
	await expect(phone).toHaveURL(/\/konto\/sicherheit$/);
	await page.goto("/konto/sitzungen");
	await expect(page.locator("tbody tr")).toHaveCount(2);
	await inOrder(page);
	await press(page, "Alle anderen beenden");
	await expect(page.locator("tbody tr")).toHaveCount(1);
	await phone.goto("/konto");
	await expect(phone).toHaveURL(/\/anmelden/);
});

test("a second factor: set up, asked for, replaced by a recovery code once @plain", async ({ page }) => {
	const email = await register(page);
	await page.goto("/konto/sicherheit");
	await inOrder(page);
	await page.getByRole("link", { name: "Zweiten Faktor einrichten" }).click();
	await inOrder(page);
	const secret = (await page.locator("main code").innerText()).replaceAll(" ", "");
	const totp = new TOTP({ secret: Secret.fromBase32(secret) });
	await page.locator('input[name="code"]').fill("000000");
	await press(page, "Einrichten");
	await expect(page.locator(".gw-error-summary")).toContainText("Dieser Code gilt nicht.");
	expect((await page.locator("main code").innerText()).replaceAll(" ", "")).toBe(secret);
	await page.locator('input[name="code"]').fill(totp.generate({ timestamp: (await serverTime(page)).getTime() }));
	await press(page, "Einrichten");
	await expect(page.locator("main li code")).toHaveCount(10);
	await axe(page);
	const recovery = await page.locator("main li code").first().innerText();
	await page.getByRole("link", { name: "Ich habe sie aufbewahrt" }).click();
	await expect(page.locator("main")).toContainText("10 Codes sind übrig.");
	await signOut(page);

	await enter(page, email);
	await expect(page).toHaveURL(/\/anmelden\/code/);
	await inOrder(page);
	await page.goto("/konto");
	await expect(page).toHaveURL(/\/anmelden\/code/);
	await page.getByRole("link", { name: "App nicht zur Hand?" }).click();
	await inOrder(page);
	await page.locator('input[name="code"]').fill(recovery.toLowerCase());
	await press(page, "Weiter");
	await expect(page).toHaveURL(/\/konto$/);
	await signOut(page);
	await enter(page, email);
	await page.locator('input[name="code"]').fill(recovery);
	await press(page, "Weiter");
	await expect(page.locator(".gw-error-summary")).toContainText("Dieser Code gilt nicht.");
});

test("names, language and address are changed @plain", async ({ page }) => {
	await register(page);
	await page.locator('input[name="displayName"]').fill("Hafenblick");
	await press(page, "Speichern");
	await expect(page.locator("main")).toContainText("Gespeichert");
	await expect(page.locator('input[name="displayName"]')).toHaveValue("Hafenblick");
	const next = address();
	await page.locator('input[name="email"]').fill(next);
	await press(page, "Link schicken");
	const { links } = await newestMail(page, next);
	await page.goto(links[0] ?? "");
	await inOrder(page);
	await press(page, "Adresse bestätigen");
	await expect(page.locator("main")).toContainText(next);
});
