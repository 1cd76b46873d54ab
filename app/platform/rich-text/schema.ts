/**
 * What a rich text may contain: the one definition that the server's check, the Markdown of the plain textarea, the
 * renderer and the editor in the browser all follow. The JSON is Tiptap's (ProseMirror's) own shape.
 */
export type Mark = { type: "link"; attrs: { href: string } } | { type: "bold" } | { type: "italic" };
export type TextNode = { type: "text"; text: string; marks?: Mark[] };
export type Inline = TextNode | { type: "hardBreak" };
export type HeadingLevel = 2 | 3 | 4;
type Paragraph = { type: "paragraph"; content?: Inline[] };
type Heading = { type: "heading"; attrs: { level: HeadingLevel }; content?: Inline[] };
export type ListItem = { type: "listItem"; content: Block[] };
export type List =
	| { type: "bulletList"; content: ListItem[] }
	| { type: "orderedList"; attrs?: { start: number }; content: ListItem[] };
type Blockquote = { type: "blockquote"; content: Block[] };
export type Block = Paragraph | Heading | List | Blockquote;
export type RichText = { type: "doc"; content: Block[] };

export const richTextLimits = {
	/** Lists and quotes inside each other. */
	depth: 8,
	/** Nodes of any kind, text included. */
	nodes: 5_000,
	/** Bytes of the stored JSON, UTF-8. */
	bytes: 100_000,
	/** Characters of one link address. */
	link: 2_000,
	/** Highest number an ordered list may start with. */
	start: 999,
} as const;

/** The attributes each node or mark may carry; whatever is not listed here has none. */
export const attributesOf: Readonly<Record<string, readonly string[]>> = {
	heading: ["level"],
	orderedList: ["start"],
	link: ["href"],
};

// Control characters, the bidirectional overrides and isolates ("Trojan Source", CVE-2021-42574) and Unicode's
// non-characters have no business in a text that others read. U+200E/F and the joiners stay: scripts and emoji need them.
const forbidden =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
	/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

/** True when the text holds a control or bidi character or half a surrogate pair. */
export function hasForbiddenCharacter(text: string): boolean {
	return forbidden.test(text) || !text.isWellFormed();
}

const mailAddress = /^[\w.!#$&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i;
const telephone = /^\+?[0-9][0-9().-]{1,30}$/;

/**
 * The address a link may have, in its one stored spelling: `https://…`, `http://…`, `mailto:…`, `tel:…` or a path on
 * this site (`/…`). Returns null for everything else, also for addresses with a user name or a password.
 */
export function safeHref(href: string): string | null {
	if (href.length > richTextLimits.link || hasForbiddenCharacter(href) || /[\s\\]/.test(href)) return null;
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
	if (scheme === "mailto") {
		const address = href.slice("mailto:".length);
		return mailAddress.test(address) ? `mailto:${address}` : null;
	}
	if (scheme === "tel") {
		const number = href.slice("tel:".length).replace(/[().]/g, "");
		return telephone.test(number) ? `tel:${number}` : null;
	}
	const spelled =
		scheme === "http" || scheme === "https" ? webAddress(href) : href.startsWith("/") ? sitePath(href) : null;
	return spelled !== null && spelled.length <= richTextLimits.link ? spelled : null;
}

function webAddress(href: string): string | null {
	if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
	const url = new URL(href);
	return url.username || url.password || !url.hostname ? null : withoutParentheses(url.href);
}

function sitePath(href: string): string | null {
	const here = "https://site.invalid";
	if (href.startsWith("//") || !URL.canParse(href, here)) return null;
	const url = new URL(href, here);
	const path = url.pathname + url.search + url.hash;
	// "/.//evil.example" becomes "//evil.example" once the dots are resolved: another host.
	return url.origin === here && !path.startsWith("//") ? withoutParentheses(path) : null;
}

/** Parentheses would end the address in Markdown. */
function withoutParentheses(address: string): string {
	return address.replaceAll("(", "%28").replaceAll(")", "%29");
}

/** True when nothing in the text can be read. */
export function isEmptyRichText(text: RichText): boolean {
	return text.content.every((block) => block.type === "paragraph" && !block.content?.length);
}
