import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { startHouse } from "./house";
import { closeCopyOf } from "./page-checks";

export { expect } from "@playwright/test";

type Watch = {
	/**
	 * Says that this test causes what would otherwise fail it, e.g. a page that answers 500 on purpose.
	 * @param problem matched against the sentence the test would fail with
	 */
	expectProblem(problem: RegExp): void;
};

/**
 * Playwright's `test` on a house of the worker's own, so that nothing a test does meets a test of another worker, not even
 * the time. Every context fails the test on a console error, an uncaught error, a request to another origin, a missing
 * asset and any answer from 500 on. `another()` opens a watched page for a second person, whose browser can do without
 * scripts whatever the project says.
 */
export const test = base.extend<
	{
		watch: Watch & { on(context: BrowserContext): void };
		another: (browserOf?: { scripts: boolean }) => Promise<Page>;
	},
	{ house: string }
>({
	house: [
		({ playwright: _ }, use, { project }) => (project.name === "clock" ? use("") : inOwnHouse(use)),
		{ scope: "worker" },
	],
	// whoever turns the clock leaves a house of the future, which is no use to the next test
	baseURL: ({ house }, use, { project }) => (project.name === "clock" ? inOwnHouse(use) : use(house)),
	watch: [
		async ({ baseURL }, use) => {
			const problems: string[] = [];
			const expected: RegExp[] = [];
			await use({
				on: (context) => watchContext(context, new URL(baseURL ?? "http://localhost").origin, problems),
				expectProblem: (problem) => void expected.push(problem),
			});
			const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
			if (unexpected.length > 0) throw new Error([...new Set(unexpected)].join("\n"));
		},
		{ auto: true },
	],
	context: async ({ context, watch }, use) => {
		watch.on(context);
		await use(context);
		await closeCopyOf(context);
	},
	another: async ({ browser, watch }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (browserOf) => {
			const context = await browser.newContext(browserOf && { javaScriptEnabled: browserOf.scripts });
			contexts.push(context);
			watch.on(context);
			return context.newPage();
		});
		for (const context of contexts) {
			await closeCopyOf(context);
			await context.close();
		}
	},
});

async function inOwnHouse(use: (url: string) => Promise<void>): Promise<void> {
	const { TEST_BASE_URL: given, TEST_HOUSE: prepared } = process.env;
	if (given || !prepared) return use(given ?? "");
	const house = await startHouse({}, prepared);
	try {
		await use(house.url);
	} finally {
		await house.stop();
	}
}

function watchContext(context: BrowserContext, origin: string, problems: string[]): void {
	context.on("console", (message) => {
		// The browser's own note about a status is judged below, by the answer itself.
		if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
		problems.push(`console.error at ${message.location().url}: ${message.text()}`);
	});
	context.on("weberror", (error) => problems.push(`uncaught: ${error.error().message}`));
	context.on("request", (request) => {
		const { protocol, origin: target } = new URL(request.url());
		const stays = target === origin || ["data:", "blob:", "about:"].includes(protocol);
		if (!stays) problems.push(`request to another origin: ${request.url()}`);
	});
	context.on("response", (response) => {
		const status = response.status();
		if (status >= 500) problems.push(`${status} from ${response.url()}`);
		else if (status >= 400 && !response.request().isNavigationRequest()) {
			problems.push(`${status} from ${response.url()}, asked for by a page`);
		}
	});
}
