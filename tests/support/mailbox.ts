import { expect, type Page } from "@playwright/test";

/** A mail as a person sees it: address of its page, subject, text, every link in it, every code standing alone. */
type Mail = { page: string; subject: string; text: string; links: string[]; codes: string[] };

/**
 * Waits for the newest mail to an address in the demonstration's mailbox (up to 15 seconds).
 * Needs of `/demo/post?an=ADDRESS`: newest first, one `<a data-mail href="/demo/post/ID">SUBJECT</a>` per mail;
 * of `/demo/post/ID`: the plain text in `<pre data-mail-text>`.
 * @param which only a mail whose subject matches, and not the one seen before
 */
export async function newestMail(
	page: Page,
	to: string,
	which: { subject?: RegExp; after?: Mail } = {},
): Promise<Mail> {
	const reader = await page.context().newPage();
	try {
		const mails = reader.locator("a[data-mail]").filter({ hasText: which.subject ?? /./ });
		await expect(async () => {
			await reader.goto(`/demo/post?an=${encodeURIComponent(to)}`);
			expect(await mails.count(), `mails to ${to}`).toBeGreaterThan(0);
			expect(await mails.first().getAttribute("href")).not.toBe(which.after?.page);
		}).toPass({ timeout: 15_000, intervals: [200, 500, 1_000] });
		const subject = (await mails.first().innerText()).trim();
		const address = (await mails.first().getAttribute("href")) ?? "";
		await reader.goto(address);
		const text = await reader.locator("[data-mail-text]").innerText();
		return {
			page: address,
			subject,
			text,
			links: [...text.matchAll(/https?:\/\/[^\s<>"„“)]+/g)].map(([link]) => link.replace(/[.,;]$/, "")),
			codes: [...text.matchAll(/(?<![\w/=-])\d{6,8}(?![\w-])/g)].map(([code]) => code),
		};
	} finally {
		await reader.close();
	}
}
