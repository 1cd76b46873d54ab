import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";

/** WCAG 2.0 to 2.2, levels A and AA (what EN 301 549 and BITV 2.0 ask for), and axe's best practices. */
const yardsticks = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Rules about the look of source code, which React decides, are off; an inline style or an id twice is an error. */
const html = new HtmlValidate({
	extends: ["html-validate:recommended"],
	rules: {
		"form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit", "reset"] }],
		"void-style": "off",
		"attr-case": "off",
		"doctype-style": "off",
		"attribute-boolean-style": "off",
		"attribute-empty-style": "off",
		"no-trailing-whitespace": "off",
		"no-implicit-input-type": "off",
		"long-title": "off",
		"tel-non-breaking": "off",
		"svg-focusable": "off",
		"require-sri": "off",
		"valid-id": ["error", { relaxed: true }],
		"no-raw-characters": ["error", { relaxed: true }],
		"no-inline-style": "error",
		"no-dup-id": "error",
	},
});

/**
 * Expects no accessibility finding by axe on the page as it stands, also where the page runs without JavaScript.
 * @param without rule ids to leave out here, each with its reason beside the call
 */
export async function axe(page: Page, without: string[] = []): Promise<void> {
	const copy = (await runsScripts(page)) ? undefined : await copyThatRunsScripts(page);
	try {
		const builder = new AxeBuilder({ page: copy ?? page });
		const { violations } = await builder.withTags(yardsticks).disableRules(without).analyze();
		const findings = violations.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")}\n    ${failureSummary ?? ""}`),
		);
		expect(findings, `axe on ${page.url()}`).toEqual([]);
	} finally {
		await copy?.context().close();
	}
}

/** The parser builds what stands in <noscript> only where scripts do not run. */
function runsScripts(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const probe = document.createElement("div");
		probe.innerHTML = "<noscript><p></p></noscript>";
		return probe.querySelector("p") === null;
	});
}

/** axe is a script and would wait for ever: it gets the same elements, without the page's own scripts, in a context of its own. */
async function copyThatRunsScripts(page: Page): Promise<Page> {
	const elements = (await page.content())
		.replace(/<script\b[\s\S]*?<\/script>/gi, "")
		.replace(/<\/?noscript\b[^>]*>/gi, "");
	const browser = page.context().browser();
	if (!browser) throw new Error("The page's context has no browser.");
	const context = await browser.newContext({
		javaScriptEnabled: true,
		viewport: page.viewportSize(),
		storageState: await page.context().storageState(),
	});
	const copy = await context.newPage();
	await copy.route(page.url(), (route) => route.fulfill({ body: elements, contentType: "text/html; charset=utf-8" }));
	await copy.goto(page.url());
	return copy;
}

/**
 * Expects that the bytes the server sends for the page's address, to this reader, are valid HTML.
 * @param without rule ids to leave out here, each with its reason beside the call
 */
export async function htmlValid(page: Page, without: string[] = []): Promise<void> {
	const answer = await page.request.get(page.url());
	const report = await html.validateString(await answer.text());
	const findings = report.results.flatMap(({ messages }) =>
		messages
			.filter(({ ruleId }) => !without.includes(ruleId))
			.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
	);
	expect(findings, `HTML of ${page.url()}`).toEqual([]);
}

/**
 * Expects that nothing makes the page scroll sideways (WCAG 1.4.10), and names what sticks out.
 * @param width of the window in CSS pixels
 */
export async function fitsInto(page: Page, width: number): Promise<void> {
	const before = page.viewportSize();
	await page.setViewportSize({ width, height: 800 });
	const tooWide = await page.evaluate(() => {
		const { clientWidth, scrollWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const sticksOut = [...document.body.querySelectorAll("*")].filter(
			(element) => element.getBoundingClientRect().right > clientWidth + 1,
		);
		return [`${scrollWidth} px`, ...sticksOut.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
	});
	if (before) await page.setViewportSize(before);
	expect(tooWide, `${page.url()} at ${width} px`).toEqual([]);
}
