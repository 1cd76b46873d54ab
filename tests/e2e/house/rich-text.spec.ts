import { expect, test } from "../../support/page";
import { axe } from "../../support/page-checks";

/** The design page shows the editor on a textarea of simple Markdown. */
const designPage = "/gestaltung";

test("the editor sits down on the textarea, keeps its name and its Markdown @once", async ({ page }) => {
	await page.goto(designPage);
	const source = page.locator("textarea[data-island~=rich-text]").first();
	const editor = page.locator(".gw-rich-text [role=textbox]").first();
	await expect(editor).toBeVisible();
	await expect(source).toBeHidden();
	await expect(editor).toHaveAttribute("aria-multiline", "true");
	await expect(editor).toHaveAccessibleName(/\S/);
	await axe(page);

	await editor.click();
	await page.keyboard.press("Control+a");
	await page.keyboard.press("Delete");
	await page.keyboard.type("Ein Weg");
	await page.keyboard.press("Control+a");
	const bold = page.getByRole("toolbar").first().getByRole("button", { name: "Fett" });
	await bold.click();
	await expect(bold).toHaveAttribute("aria-pressed", "true");
	await expect(source).toHaveValue("**Ein Weg**");
	const json = page.locator(".gw-rich-text ~ input[type=hidden][name$='.json']").first();
	await expect(json).toHaveValue(
		'{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Ein Weg","marks":[{"type":"bold"}]}]}]}',
	);
});

test("the keyboard alone reaches the tools and leaves the text @once", async ({ page }) => {
	await page.goto(designPage);
	const editor = page.locator(".gw-rich-text [role=textbox]").first();
	await editor.focus();
	await page.keyboard.press("Tab");
	await expect(editor).not.toBeFocused();
	await page.keyboard.press("Shift+Tab");
	await expect(editor).toBeFocused();
	await page.keyboard.press("Shift+Tab");
	const tools = page.getByRole("toolbar").first().getByRole("button");
	await expect(tools.first()).toBeFocused();
	await page.keyboard.press("ArrowLeft");
	await expect(tools.last()).toBeFocused();
});

test("an address that is none makes no link, a short one does @once", async ({ page }) => {
	await page.goto(designPage);
	const frame = page.locator(".gw-rich-text").first();
	await frame.getByRole("textbox").first().click();
	await frame.getByRole("button", { name: "Link", exact: true }).click();
	const address = frame.getByLabel("Adresse des Links");
	await address.fill("javascript:alert(1)");
	await address.press("Enter");
	await expect(address).toHaveAttribute("aria-invalid", "true");
	await address.fill("www.kvmyk.de");
	await address.press("Enter");
	await expect(address).toBeHidden();
	await expect(page.locator("textarea[data-island~=rich-text]").first()).toHaveValue(
		/\[www\.kvmyk\.de\]\(https:\/\/www\.kvmyk\.de\/\)/,
	);
});
