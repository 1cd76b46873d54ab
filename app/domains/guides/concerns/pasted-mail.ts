/** What a concern can be made of; null for what the mail does not say. */
export type MailWords = { senderName: string | null; sender: string | null; subject: string | null; text: string };

const sender = /^(?:von|from|absender)\s*:\s*(.+)$/i;
const subject = /^(?:betreff|subject)\s*:\s*(.*)$/i;
/** Lines between them that say nothing about the concern. */
const other = /^(?:an|to|cc|kopie|datum|date|gesendet|sent|antwort an|reply-to|wichtigkeit)\s*:/i;
const divider =
	/^[\s>]*-{2,}.*(?:weitergeleitet|original|forwarded|urspr).*-{2,}\s*$|^[\s>]*(?:anfang der weitergeleiteten|begin forwarded)/i;

/** "Hilde Reuter <h.reuter@post.example>" and its relatives. */
function readSender(line: string): Pick<MailWords, "senderName" | "sender"> {
	const address = /[^\s<>[\]():;,"]+@[^\s<>[\]():;,"]+/.exec(line)?.[0].replace(/^mailto:/i, "") ?? null;
	const name = line
		.replace(/<[^>]*>|\[[^\]]*\]|\([^)]*@[^)]*\)/g, "")
		.replace(address ?? "", "")
		.replace(/["']/g, "")
		.trim();
	return { senderName: name || null, sender: address };
}

/**
 * A mail as somebody pastes it: who wrote it and about what, where the head of a forwarded mail says so; the text without that
 * head, without the words of who passed it on, and without the marks of quoting. Without a head all of it is the text.
 */
export function readPastedMail(pasted: string): MailWords {
	const lines = pasted.replaceAll("\r\n", "\n").split("\n");
	const marked = lines.findIndex((line) => divider.test(line));
	const plain = lines.slice(marked + 1).map((line) => line.replace(/^(?:>\s?)+/, ""));
	const head = plain.findIndex((line) => sender.test(line.trim()));
	// Further down a line such as "Von: Mendig" belongs to the text.
	const first = plain.findIndex((line) => line.trim() !== "");
	if (head === -1 || (marked === -1 && head > first + 3)) {
		return { senderName: null, sender: null, subject: null, text: pasted.trim() };
	}
	let words: Omit<MailWords, "text"> = { senderName: null, sender: null, subject: null };
	let end = plain.findIndex((line) => [sender, subject, other].some((part) => part.test(line.trim())));
	for (; end < plain.length; end += 1) {
		const line = (plain[end] ?? "").trim();
		const from = sender.exec(line)?.[1];
		const about = subject.exec(line)?.[1];
		if (from !== undefined) words = { ...words, ...readSender(from) };
		else if (about !== undefined) words = { ...words, subject: about.trim() || null };
		else if (!other.test(line)) break;
	}
	return { ...words, text: plain.slice(end).join("\n").trim() };
}
