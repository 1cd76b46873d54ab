import { defineConfig } from "@playwright/test";

// Set by tests/support/house.setup.ts, once per run, before any worker reads this file.
const { TEST_BROWSER } = process.env;
const browser: { executablePath?: string; args?: string[] } = TEST_BROWSER ? JSON.parse(TEST_BROWSER) : {};

/** Tests that turn the server's clock carry this tag: each gets a house of its own. */
const turnsTheClock = /@clock/;
/** Tests of what does not depend on JavaScript; once is enough. */
const onceIsEnough = /@once/;
/** Walks on whose way no script has a part of its own: made on the plain pages; `staff-pages.spec.ts` opens those with scripts. */
const onPlainPages = /@plain/;

export default defineConfig({
	testDir: "tests/e2e",
	outputDir: "test-results/e2e",
	globalSetup: "./tests/support/house.setup.ts",
	// More than the two cores: pages and mails are waited for. Every worker has a house of its own.
	workers: 3,
	fullyParallel: true,
	retries: 0,
	forbidOnly: process.env.CI === "true",
	// Not a measure of speed: what hangs is to end, also where another program keeps the machine busy.
	timeout: 900_000,
	expect: { timeout: 20_000, toPass: { timeout: 60_000 } },
	reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
	use: {
		actionTimeout: 30_000,
		navigationTimeout: 60_000,
		launchOptions: { executablePath: browser.executablePath, args: browser.args },
		locale: "de-DE",
		timezoneId: "Europe/Berlin",
		// Tracing every test costs a sixth of the run: TEST_TRACE=1 where somebody looks for a mistake.
		trace: process.env.TEST_TRACE === "1" ? "retain-on-failure" : "off",
		screenshot: "only-on-failure",
	},
	// The longest first, so that no worker is left alone with them at the end.
	projects: [
		{ name: "clock", grep: turnsTheClock },
		{ name: "with-javascript", grepInvert: [turnsTheClock, onPlainPages] },
		{ name: "without-javascript", grepInvert: [turnsTheClock, onceIsEnough], use: { javaScriptEnabled: false } },
	],
});
