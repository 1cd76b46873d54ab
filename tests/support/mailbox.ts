import { expect, type Page } from "@playwright/test";

/** A mail as a person sees it: address of its page, subject, text, every link in it, every code standing alone. */
type Mail = { page: string; subject: string; text: string; links: string[]; codes: string[] };

/**
 * Waits for the newest mail to an address in the demonstration's mailbox (up to 15 seconds).
 * Needs of `/demo/post?an=ADDRESS`: newest first, one `<a data-mail href="/demo/post/ID">SUBJECT</a>` per mail;
 * of `/demo/post/ID`: the plain text in an element `data-mail-text`. Read by requests of the page's context, which is
 * much cheaper than to open the mailbox in a browser; its pages are tested as pages.
 * @param which only a mail whose subject matches, that is not the one seen before, and that says this: what goes to an
 * account of the demonstration is told apart by words of the test's own, because other tests use the account meanwhile
 */
export async function newestMail(
	page: Pick<Page, "request">,
	to: string,
	which: { subject?: RegExp; after?: Mail; says?: string } = {},
): Promise<Mail> {
	let newest: Mail | undefined;
	await expect(async () => {
		newest = undefined;
		const html = await (await page.request.get(`/demo/post?an=${encodeURIComponent(to)}`)).text();
		for (const { 0: tag, index } of html.matchAll(/<a\b[^>]*\bdata-mail\b[^>]*>/g)) {
			const subject = textOf(html.slice(index + tag.length).split("</a>", 1)[0] ?? "").trim();
			if (which.subject && !which.subject.test(subject)) continue;
			const mail = await readMail(page, /\bhref="([^"]*)"/.exec(tag)?.[1] ?? "", subject);
			if (which.says && !mail.text.includes(which.says)) continue;
			newest = mail;
			break;
		}
		expect(newest, `a mail to ${to}`).toBeDefined();
		expect(newest?.page).not.toBe(which.after?.page);
	}).toPass({ intervals: [200, 500, 1_000] });
	if (!newest) throw new Error(`No mail to ${to}.`);
	return newest;
}

async function readMail(page: Pick<Page, "request">, address: string, subject: string): Promise<Mail> {
	const html = await (await page.request.get(address)).text();
	const text = textOf(/<(\w+)[^>]*\bdata-mail-text\b[^>]*>([\s\S]*?)<\/\1>/.exec(html)?.[2] ?? "");
	return {
		page: address,
		subject,
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
