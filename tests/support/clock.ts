import type { Page } from "@playwright/test";

const address = "/health/test-clock";

/**
 * Sets the clock of the house under test; it goes on from there. Tests that call this are tagged `@clock`, so that no
 * other test runs beside them, and call `releaseClock` at the end.
 */
export async function setClock(page: Page, now: Date): Promise<void> {
	await put(page, now);
}

/** Gives the house under test the real time again. */
export async function releaseClock(page: Page): Promise<void> {
	await put(page, new Date());
}

/** The time of the house under test; the real time where it has no clock that could be set. */
export async function serverTime(page: Page): Promise<Date> {
	const answer = await page.request.get(address);
	if (!answer.ok()) return new Date();
	const { now }: { now: string } = await answer.json();
	return new Date(now);
}

async function put(page: Page, now: Date): Promise<void> {
	// State-changing requests must come from our own origin; a request outside a page has to say so itself.
	const { origin } = new URL((await page.request.get("/health/live")).url());
	const answer = await page.request.put(address, { data: { now: now.toISOString() }, headers: { Origin: origin } });
	if (!answer.ok()) throw new Error(`The clock was not set: ${answer.status()} ${await answer.text()}`);
}
