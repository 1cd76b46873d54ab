import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type BrowserContext, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { serverTime } from "./clock";
import { environmentWith } from "./house";

const root = resolve(import.meta.dirname, "../..");
const usedCodes = join(root, "test-results/used-codes");
const period = 30_000;

const accountList = z.array(
	z.object({ role: z.string(), email: z.string(), password: z.string(), totpSecret: z.string().nullish() }),
);
export type Account = z.infer<typeof accountList>[number];
type Cookies = Parameters<BrowserContext["addCookies"]>[0];

let accounts: Promise<Account[]> | undefined;
/** Sessions of this worker, made by real sign-ins: a second code for the same account takes half a minute. */
const sessions = new Map<string, Cookies>();

/** Reads the demonstration's accounts from `npm run demo:accounts` of the house under test, once per worker. */
function demoAccounts(): Promise<Account[]> {
	accounts ??= promisify(execFile)("npm", ["run", "--silent", "demo:accounts"], {
		cwd: root,
		env: environmentWith(JSON.parse(process.env.TEST_HOUSE ?? "{}")),
	}).then(({ stdout }) => accountList.parse(JSON.parse(stdout)));
	return accounts;
}

/**
 * Signs a person in through `/anmelden` and, where the account has one, with the second factor at `/anmelden/code`.
 * A session of the same worker is used again while it holds, unless `fresh`.
 * @param who a role of `npm run demo:accounts` (its first account) or the e-mail address of one
 * @returns the account that is signed in now; the page shows where the sign-in led
 * @throws {Error} when there is no such account, or the house refuses it
 */
export async function signIn(page: Page, who: string, { fresh = false } = {}): Promise<Account> {
	const known = await demoAccounts();
	const account = known.find(({ role, email }) => role === who || email === who);
	if (!account) throw new Error(`No account for ${who}; there are ${known.map(({ role }) => role).join(", ")}.`);
	const session = sessions.get(account.email);
	if (session && !fresh) {
		await page.context().addCookies(session);
		await page.goto("/");
		if (await isSignedIn(page)) return account;
	}
	await page.context().clearCookies();
	await page.goto("/anmelden");
	await page.locator('input[name="email"]').fill(account.email);
	await page.locator('input[name="password"]').fill(account.password);
	await submit(page, "password");
	if (account.totpSecret) await giveCode(page, account.email, account.totpSecret);
	if (new URL(page.url()).pathname.startsWith("/anmelden")) {
		throw new Error(`${account.email} is not let in: ${await page.locator("main").innerText()}`);
	}
	sessions.set(account.email, await page.context().cookies());
	return account;
}

/**
 * Shows password and code once more at `/anmelden/bestaetigen`, where the page stands, with codes nobody has used.
 * @param give types both and sends them; by default fills in the form and clicks
 */
export async function showAgain(
	page: Page,
	account: Account,
	give = async (password: string, code: string) => {
		await page.locator('input[name="password"]').fill(password);
		await page.locator('input[name="code"]').fill(code);
		await submit(page, "code");
	},
): Promise<void> {
	if (!account.totpSecret) throw new Error(`${account.email} has no second factor.`);
	const totp = new TOTP({ secret: Secret.fromBase32(account.totpSecret) });
	for (let tries = 0; tries < 3 && new URL(page.url()).pathname === "/anmelden/bestaetigen"; tries++) {
		const timestamp = await claimCode(page, account.email);
		const loaded = page.waitForEvent("load");
		await give(account.password, totp.generate({ timestamp }));
		await loaded;
	}
	// The session has a new id from now on.
	sessions.set(account.email, await page.context().cookies());
}

/** Every page shows the signed-in a form that signs out. */
async function isSignedIn(page: Page): Promise<boolean> {
	return (await page.locator('form[action^="/abmelden"]').count()) > 0;
}

/** Presses the button of the form that has the field, and waits for the page after it. */
async function submit(page: Page, field: string): Promise<void> {
	const form = page.locator("form").filter({ has: page.locator(`input[name="${field}"]`) });
	const answered = page.waitForResponse((response) => response.request().method() === "POST");
	await form.locator('button[type="submit"], button:not([type])').first().click();
	await answered;
	await page.waitForLoadState();
}

/** A code works once, for all workers: whoever makes its folder may use it. A refused one is followed by the next. */
async function giveCode(page: Page, email: string, secret: string): Promise<void> {
	const totp = new TOTP({ secret: Secret.fromBase32(secret) });
	for (let tries = 0; tries < 3 && new URL(page.url()).pathname === "/anmelden/code"; tries++) {
		const timestamp = await claimCode(page, email);
		await page.locator('input[name="code"]').fill(totp.generate({ timestamp }));
		await submit(page, "code");
	}
}

/** @returns a moment (milliseconds, the house's time) whose code nobody has used: now, the next, or after waiting */
async function claimCode(page: Page, email: string): Promise<number> {
	const { origin } = new URL(page.url());
	await mkdir(usedCodes, { recursive: true });
	for (;;) {
		const now = (await serverTime(page)).getTime();
		for (const timestamp of [now, now + period]) {
			const folder = join(usedCodes, encodeURIComponent(`${origin} ${email} ${Math.floor(timestamp / period)}`));
			const claimed = await mkdir(folder).then(
				() => true,
				() => false,
			);
			if (claimed) return timestamp;
		}
		const wait = period - (now % period) + 100;
		test.info().setTimeout(test.info().timeout + wait);
		await sleep(wait);
	}
}

/** Forgets which codes were used; for the start of a run. */
export async function forgetUsedCodes(): Promise<void> {
	await rm(usedCodes, { recursive: true, force: true });
}
