import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { oncePerRun } from "./once-per-run";

/** WCAG 2.0 to 2.2, levels A and AA (what EN 301 549 and BITV 2.0 ask for), and axe's best practices. */
const yardsticks = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Rules about the look of source code, which React decides, are off; an inline style or an id twice is an error. */
const html = new HtmlValidate({
	extends: ["html-validate:recommended"],
	rules: {
		"form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit", "reset"] }],
		// the map that works without scripts: only an image button sends where it was pressed
		"prefer-button": ["error", { exclude: ["image"] }],
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

/** The minified script: it is handed to the browser anew for every page, and half as long. */
const axeSource = readFileSync(
	createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
	"utf8",
);

/**
 * Expects no accessibility finding by axe on the page as it stands, also where the page runs without JavaScript.
 * @param without rule ids to leave out here, each with its reason beside the call
 */
export async function axe(page: Page, without: string[] = []): Promise<void> {
	const scripts = await runsScripts(page);
	const elements = withoutScripts(await page.content(), scripts);
	const thing = JSON.stringify([elements, await statesOfFields(page), await lookOf(page), without]);
	await oncePerRun("axe", thing, async () => {
		const shown = scripts ? page : await copyThatRunsScripts(page, elements);
		const { violations } = await new AxeBuilder({ page: shown, axeSource })
			// No page has frames (the CSP forbids them), for which the other mode opens a second page every time.
			.setLegacyMode()
			.options({ resultTypes: ["violations"] })
			.withTags(yardsticks)
			.disableRules(without)
			.analyze();
		const findings = violations.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")}\n    ${failureSummary ?? ""}`),
		);
		expect(findings, `axe on ${page.url()}`).toEqual([]);
	});
}

/** Whether scripts run in this page's browser: the parser builds what stands in <noscript> only where they do not. */
export function runsScripts(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const probe = document.createElement("div");
		probe.innerHTML = "<noscript><p></p></noscript>";
		return probe.querySelector("p") === null;
	});
}

/** The elements of the page without its scripts; where these do not run, with what stands in <noscript>. */
function withoutScripts(html: string, scripts: boolean): string {
	const rest = html.replace(/<script\b[\s\S]*?<\/script>/gi, "");
	return scripts ? rest : rest.replace(/<\/?noscript\b[^>]*>/gi, "");
}

/** What the elements do not say of a page: what was typed and chosen, what has the focus. */
function statesOfFields(page: Page): Promise<unknown[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLInputElement>("input, textarea, select")].map((field) => [
			field.value,
			field.checked,
			field === document.activeElement,
		]),
	);
}

function lookOf(page: Page): Promise<unknown[]> {
	return page.evaluate(() => [
		innerWidth,
		innerHeight,
		...["print", "(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query).matches),
	]);
}

const copies = new WeakMap<BrowserContext, Page>();

/**
 * axe is a script and would wait for ever: it gets the same elements, without the page's own scripts, in a context of
 * its own, which stays open until the test ends (page.ts).
 */
async function copyThatRunsScripts(page: Page, elements: string): Promise<Page> {
	const copy = copies.get(page.context()) ?? (await openCopy(page.context()));
	await copy.context().clearCookies();
	await copy.context().addCookies(await page.context().cookies());
	const size = page.viewportSize();
	if (size) await copy.setViewportSize(size);
	await copy.route(page.url(), (route) => route.fulfill({ body: elements, contentType: "text/html; charset=utf-8" }));
	await copy.goto(page.url());
	await copy.unrouteAll();
	return copy;
}

async function openCopy(original: BrowserContext): Promise<Page> {
	const context = await original.browser()?.newContext({ javaScriptEnabled: true });
	if (!context) throw new Error("The page's context has no browser.");
	const copy = await context.newPage();
	copies.set(original, copy);
	return copy;
}

/** Closes what `axe` opened beside this context. */
export async function closeCopyOf(original: BrowserContext): Promise<void> {
	await copies.get(original)?.context().close();
}

/**
 * Expects that the bytes the server sends for the page's address, to this reader, are valid HTML.
 * @param without rule ids to leave out here, each with its reason beside the call
 */
export async function htmlValid(page: Page, without: string[] = []): Promise<void> {
	const sent = await (await page.request.get(page.url())).text();
	await oncePerRun("html", JSON.stringify([sent, without]), async () => {
		const report = await html.validateString(sent);
		const findings = report.results.flatMap(({ messages }) =>
			messages
				.filter(({ ruleId }) => !without.includes(ruleId))
				.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
		);
		expect(findings, `HTML of ${page.url()}`).toEqual([]);
	});
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
