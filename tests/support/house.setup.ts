import { findBrowser } from "./browser.mjs";
import { prepareHouse } from "./house";
import { forgetWhatWasFound } from "./once-per-run";
import { forgetSignIns, readAccounts } from "./sign-in";

/**
 * Once per run, before the workers: a browser that was seen running, and the data of a house with the demonstration, of
 * which every worker starts a copy (page.ts). With TEST_BASE_URL given, that house is tested instead, by all workers.
 * @returns what clears away again
 */
export default async function setUp(): Promise<() => Promise<void>> {
	const { executablePath, args, version, source } = await findBrowser();
	await forgetSignIns();
	await forgetWhatWasFound();
	console.log(`Chromium ${version} (${source})`);
	process.env.TEST_BROWSER = JSON.stringify({ executablePath, args });
	if (process.env.TEST_BASE_URL) return async () => {};
	const prepared = await prepareHouse(readAccounts);
	process.env.TEST_HOUSE = prepared.folder;
	process.env.TEST_ACCOUNTS = prepared.accounts;
	console.log(`House prepared in ${prepared.seconds} s`);
	return async () => prepared.remove();
}
