import PostalMime, { type Attachment, type Email } from "postal-mime";
import { type MailWords, readPastedMail } from "./pasted-mail";

export type ReadMail = MailWords & {
	writtenAt: Date | null;
	attachments: { name: string; mediaType: string; content: Uint8Array<ArrayBuffer> }[];
};

const attachmentsMost = 20;

function bytesOf(content: Attachment["content"]): Uint8Array<ArrayBuffer> {
	if (typeof content === "string") return new TextEncoder().encode(content);
	return content instanceof ArrayBuffer ? new Uint8Array(content) : Uint8Array.from(content);
}

/** HTML as its words: paragraphs stay apart, everything else of it goes. */
function wordsOf(html: string): string {
	return html
		.replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, "")
		.replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, "\n")
		.replace(/<[^>]*>/g, "")
		.replace(/&nbsp;/g, " ")
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/&quot;/g, '"')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
		.replace(/&amp;/g, "&")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

async function parse(raw: Uint8Array): Promise<Email> {
	return PostalMime.parse(raw, { attachmentEncoding: "arraybuffer", forceRfc822Attachments: true });
}

/**
 * A mail as it was saved (RFC 5322, ".eml"). A mail that carries another one as its attachment is read as that one, and one
 * with the head of a forwarded mail in its text as what stands below that head: who asks is who wrote first. Attachments come
 * along as they are; nothing is loaded from elsewhere.
 * @returns null when it is no mail
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail | null> {
	const outer = await parse(raw).catch(() => null);
	if (!outer || (!outer.from && !outer.subject && outer.headers.length < 2)) return null;
	const carried = outer.attachments.find(({ mimeType }) => mimeType === "message/rfc822");
	const mail = carried ? ((await parse(bytesOf(carried.content)).catch(() => null)) ?? outer) : outer;
	const text = mail.text?.trim() || wordsOf(mail.html ?? "");
	const pasted = readPastedMail(text);
	const own = {
		senderName: mail.from?.name || null,
		sender: mail.from?.address || null,
		subject: mail.subject ?? null,
	};
	const words = pasted.sender ? { ...pasted, subject: pasted.subject ?? own.subject } : { ...own, text };
	const written = mail.date ? new Date(mail.date) : null;
	return {
		...words,
		writtenAt: written && !Number.isNaN(written.getTime()) ? written : null,
		attachments: mail.attachments
			.filter(({ mimeType, related }) => mimeType !== "message/rfc822" && !related)
			.slice(0, attachmentsMost)
			.map(({ filename, mimeType, content }) => ({
				name: filename ?? "anhang",
				mediaType: mimeType,
				content: bytesOf(content),
			})),
	};
}
