import { expect, type Page } from "@playwright/test";

/** A mail as a person sees it: address of its page, subject, text, every link in it, every code standing alone. */
type Mail = { page: string; subject: string; text: string; links: string[]; codes: string[] };

/**
 * Waits for the newest mail to an address in the demonstration's mailbox (up to 15 seconds).
 * Needs of `/demo/post?an=ADDRESS`: newest first, one `<a data-mail href="/demo/post/ID">SUBJECT</a>` per mail;
 * of `/demo/post/ID`: the plain text in an element `data-mail-text`. Read by requests of the page's context, which is
 * much cheaper than to open the mailbox in a browser; its pages are tested as pages.
 * @param which only a mail whose subject matches, and not the one seen before
 */
export async function newestMail(
	page: Page,
	to: string,
	which: { subject?: RegExp; after?: Mail } = {},
): Promise<Mail> {
	const list = `/demo/post?an=${encodeURIComponent(to)}`;
	let newest = { address: "", subject: "" };
	await expect(async () => {
		const html = await (await page.request.get(list)).text();
		const mails = [...html.matchAll(/<a\b[^>]*\bdata-mail\b[^>]*>/g)]
			.map(({ 0: tag, index }) => ({
				address: /\bhref="([^"]*)"/.exec(tag)?.[1] ?? "",
				subject: textOf(html.slice(index + tag.length).split("</a>", 1)[0] ?? "").trim(),
			}))
			.filter(({ subject }) => which.subject?.test(subject) ?? true);
		newest = mails[0] ?? { address: "", subject: "" };
		expect(mails.length, `mails to ${to}`).toBeGreaterThan(0);
		expect(newest.address).not.toBe(which.after?.page);
	}).toPass({ timeout: 15_000, intervals: [200, 500, 1_000] });
	const html = await (await page.request.get(newest.address)).text();
	const text = textOf(/<(\w+)[^>]*\bdata-mail-text\b[^>]*>([\s\S]*?)<\/\1>/.exec(html)?.[2] ?? "");
	return {
		page: newest.address,
		subject: newest.subject,
		text,
		links: [...text.matchAll(/https?:\/\/[^\s<>"„“)]+/g)].map(([link]) => link.replace(/[.,;]$/, "")),
		codes: [...text.matchAll(/(?<![\w/=-])\d{6,8}(?![\w-])/g)].map(([code]) => code),
	};
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };

/** The text of elements as React writes them. */
function textOf(html: string): string {
	return html
		.replace(/<br\/?>/g, "\n")
		.replace(/<[^>]*>/g, "")
		.replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => entities[entity] ?? entity);
}
