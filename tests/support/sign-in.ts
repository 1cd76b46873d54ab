import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { BrowserContext, Page } from "@playwright/test";
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

/** The demonstration's accounts: as the setup of the run read them, else from `npm run demo:accounts` about a house given. */
async function demoAccounts(): Promise<Account[]> {
	process.env.TEST_ACCOUNTS ??= await readAccounts({});
	return accountList.parse(JSON.parse(process.env.TEST_ACCOUNTS));
}

/**
 * What `npm run demo:accounts` prints about a house.
 * @param house the variables that lead to it
 */
export async function readAccounts(house: Record<string, string>): Promise<string> {
	const command = ["run", "--silent", "demo:accounts"];
	return (await promisify(execFile)("npm", command, { cwd: root, env: environmentWith(house) })).stdout;
}

/** Sessions are used again for so long: acts that want a fresh sign-in (ten minutes) find one. */
const usedAgainFor = 5 * 60_000;
/** The sessions of this worker, by house and account. */
const sessions = new Map<string, { cookies: Cookies; since: number }>();

/**
 * The cheap way in, for every test that is not about signing in: the page's context is signed in as that person.
 * The first test of a worker signs in through the form, with the second factor where the account has one; the others get
 * a copy of its session, so codes never run out and nobody waits. So: never sign out or end sessions of an account signed
 * in this way, unless `fresh`.
 * @param who a role of `npm run demo:accounts` (its first account) or the e-mail address of one
 * @param fresh signs in through the form in any case; the session is this test's alone
 * @returns the account that is signed in now; go to your page afterwards
 * @throws {Error} when there is no such account, or the house refuses it
 */
export async function signIn(page: Page, who: string, { fresh = false } = {}): Promise<Account> {
	const known = await demoAccounts();
	const account = known.find(({ role, email }) => role === who || email === who);
	if (!account) throw new Error(`No account for ${who}; there are ${known.map(({ role }) => role).join(", ")}.`);
	if (fresh) {
		await enter(page, account);
		return account;
	}
	const key = `${await houseOf(page)} ${account.email}`;
	if (!(await sessionTaken(page, key))) {
		await enter(page, account);
		sessions.set(key, { cookies: await page.context().cookies(), since: Date.now() });
	}
	return account;
}

/** @returns false when there is no session yet, it is too old, or it is over */
async function sessionTaken(page: Page, key: string): Promise<boolean> {
	const session = sessions.get(key);
	if (!session || Date.now() - session.since > usedAgainFor) return false;
	await page.context().clearCookies();
	await page.context().addCookies(session.cookies);
	// Whoever is not signed in is sent to /anmelden from there.
	return (await page.request.get("/konto", { maxRedirects: 0 })).status() === 200;
}

/** Where the tested house is, also before the page shows any of it. */
async function houseOf(page: Page): Promise<string> {
	return new URL((await page.request.get("/health/live")).url()).origin;
}

/** Signs in through `/anmelden` and, where the account has a second factor, `/anmelden/code`. */
async function enter(page: Page, account: Account): Promise<void> {
	await page.context().clearCookies();
	await page.goto("/anmelden");
	await page.locator('input[name="email"]').fill(account.email);
	await page.locator('input[name="password"]').fill(account.password);
	await submit(page, "password");
	if (account.totpSecret) await giveCode(page, account.email, account.totpSecret);
	if (new URL(page.url()).pathname.startsWith("/anmelden")) {
		throw new Error(`${account.email} is not let in: ${await page.locator("main").innerText()}`);
	}
}

/**
 * Shows password and code once more at `/anmelden/bestaetigen`, where the page stands, with codes nobody has used. The session
 * then has a new id, so sign in `fresh` with an account that other tests use at the same time.
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
		await sleep(wait);
	}
}

/** Forgets which codes were used; for the start of a run. */
export async function forgetSignIns(): Promise<void> {
	await rm(usedCodes, { recursive: true, force: true });
}
