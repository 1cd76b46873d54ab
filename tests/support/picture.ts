import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";

const pictures = resolve(import.meta.dirname, "../../test-results/pictures");

type Look = {
	name: string;
	width: number;
	media?: "print";
	colorScheme?: "dark" | "light";
	forcedColors?: "active";
};

/** How a page must hold: three widths, dark, forced colours (also dark ones), print on A4 (210 mm at 96 dpi). */
export const looks: Look[] = [
	{ name: "light-320", width: 320 },
	{ name: "light-360", width: 360 },
	{ name: "light-768", width: 768 },
	{ name: "light-1280", width: 1280 },
	{ name: "dark-360", width: 360, colorScheme: "dark" },
	{ name: "dark-1280", width: 1280, colorScheme: "dark" },
	{ name: "forced-light-1280", width: 1280, colorScheme: "light", forcedColors: "active" },
	{ name: "forced-dark-1280", width: 1280, colorScheme: "dark", forcedColors: "active" },
	{ name: "print-794", width: 794, media: "print" },
];

/** Shows the page in a look for the time of `work`, then as before. */
export async function inLook(page: Page, look: Look, work: () => Promise<void>): Promise<void> {
	const before = page.viewportSize();
	const { width, media = null, colorScheme = "light", forcedColors = "none" } = look;
	await page.setViewportSize({ width, height: 900 });
	await page.emulateMedia({ media, colorScheme, forcedColors });
	await work();
	await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
	if (before) await page.setViewportSize(before);
}

/**
 * Takes a picture of the whole page in every look, to be looked at by people.
 * @param name of the page; the files are test-results/pictures/NAME-LOOK.png
 */
export async function takePictures(page: Page, name: string): Promise<void> {
	for (const look of looks) {
		await inLook(page, look, async () => {
			await page.screenshot({ path: join(pictures, `${name}-${look.name}.png`), fullPage: true });
		});
	}
}
