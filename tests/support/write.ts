import { type Page, test } from "@playwright/test";
import { expect } from "./page";

/**
 * Writes into a formatted text, found by its label. With scripts the editor takes the textarea's place sooner or later;
 * nobody types at that very moment, so this waits for it.
 */
export async function write(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByRole("textbox", { name: label });
	if (test.info().project.use.javaScriptEnabled !== false) {
		await expect(field).toHaveAttribute("contenteditable", "true");
	}
	await field.fill(text);
}
