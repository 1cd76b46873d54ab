import type { Page } from "@playwright/test";
import { expect } from "./page";
import { runsScripts } from "./page-checks";

/**
 * Writes into a formatted text, found by its label. With scripts the editor takes the textarea's place sooner or later;
 * nobody types at that very moment, so this waits for it.
 */
export async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
	const field = page.getByRole("textbox", { name: label });
	if (await runsScripts(page)) {
		await expect(field).toHaveAttribute("contenteditable", "true");
	}
	await field.fill(text);
}
