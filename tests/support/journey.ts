import { expect, type Page } from "@playwright/test";
import { axe, fitsInto, htmlValid } from "./page-checks";

/**
 * Presses the first button of this name in the page's content and waits for the page it leads to: the next one, or the
 * form again.
 */
export async function press(page: Page, name: string | RegExp): Promise<void> {
	const answered = page.waitForResponse(
		(response) => response.request().isNavigationRequest() && [200, 422].includes(response.status()),
	);
	await page.locator("main").getByRole("button", { name }).first().click();
	await answered;
	await page.waitForLoadState();
}

/**
 * Lets the form on the page have been open for a minute: whoever sends one faster than people write is refused. Instead of
 * waiting, because programs know the field as well.
 */
export async function takeTime(page: Page): Promise<void> {
	const opened = page.locator('main input[name="seit"]');
	await expect(opened).toHaveCount(1);
	await opened.evaluate((field) => {
		if (field instanceof HTMLInputElement) field.value = String(Number(field.value) - 60_000);
	});
}

/** Expects of the page as it stands: one main heading, no finding by axe, valid HTML, nothing wider than 320 pixels. */
export async function inOrder(page: Page): Promise<void> {
	await expect(page.locator("h1")).toHaveCount(1);
	await axe(page);
	await htmlValid(page);
	await fitsInto(page, 320);
}
