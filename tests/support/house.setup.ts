import { findBrowser } from "./browser.mjs";
import { startHouse } from "./house";
import { forgetWhatWasFound } from "./once-per-run";
import { forgetSignIns, readAccounts } from "./sign-in";

/**
 * Once per run, before the workers: a browser that was seen running, and the production build with the demonstration
 * in an empty folder. With TEST_BASE_URL given, that house is tested instead and nothing is started.
 * @returns what ends the house again
 */
export default async function setUp(): Promise<() => Promise<void>> {
	const { executablePath, args, version, source } = await findBrowser();
	await forgetSignIns();
	await forgetWhatWasFound();
	console.log(`Chromium ${version} (${source})`);
	process.env.TEST_BROWSER = JSON.stringify({ executablePath, args });
	if (process.env.TEST_BASE_URL) return async () => {};
	const house = await startHouse();
	process.env.TEST_BASE_URL = house.url;
	process.env.TEST_HOUSE = JSON.stringify(house.environment);
	process.env.TEST_ACCOUNTS = await readAccounts(house.environment);
	console.log(`House at ${house.url} after ${house.seconds} s`);
	return house.stop;
}
