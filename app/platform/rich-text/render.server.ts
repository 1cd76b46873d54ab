import { type Block, type Inline, type Mark, type RichText, safeHref } from "./schema";

export type RenderOptions = {
	/** HTML level of the text's highest heading; 2 unless the page nests deeper. */
	headingsFrom?: 2 | 3 | 4;
	/** Pieces of one text that are shown one after another share this list, which begins empty: headings open so far. */
	openHeadings?: number[];
	/** Our own host name; links there are not external. */
	host?: string;
};

/**
 * Rich text as HTML for `dangerouslySetInnerHTML`: only the elements of the schema are written, every text and address
 * is escaped. Takes text that the check let through. Links to other hosts carry rel="nofollow noopener ugc".
 * Headings never skip a level, whatever their author chose: what stands first or deepest is one below what it belongs to.
 */
export function renderRichText(text: RichText, options: RenderOptions = {}): string {
	const walk = { ...options, openHeadings: options.openHeadings ?? [] };
	return text.content.map((block) => blockHtml(block, walk)).join("");
}

type Walk = RenderOptions & { openHeadings: number[] };

/** HTML level of the next heading; closes those that are not above it. */
function shownLevel(level: number, { openHeadings, headingsFrom = 2 }: Walk): number {
	while ((openHeadings.at(-1) ?? 0) >= level) openHeadings.pop();
	openHeadings.push(level);
	return Math.min(headingsFrom + openHeadings.length - 1, 6);
}

function blockHtml(block: Block, options: Walk): string {
	switch (block.type) {
		case "paragraph":
			return `<p>${inlineHtml(block.content, options)}</p>`;
		case "heading": {
			const level = shownLevel(block.attrs.level, options);
			return `<h${level}>${inlineHtml(block.content, options)}</h${level}>`;
		}
		case "blockquote":
			return `<blockquote>${block.content.map((inner) => blockHtml(inner, options)).join("")}</blockquote>`;
		case "bulletList":
		case "orderedList": {
			const items = block.content
				.map((item) => `<li>${item.content.map((inner) => blockHtml(inner, options)).join("")}</li>`)
				.join("");
			if (block.type === "bulletList") return `<ul>${items}</ul>`;
			return `<ol${block.attrs ? ` start="${Number(block.attrs.start)}"` : ""}>${items}</ol>`;
		}
	}
}

function inlineHtml(nodes: readonly Inline[] | undefined, options: RenderOptions): string {
	return (nodes ?? [])
		.map((node) =>
			node.type === "hardBreak"
				? "<br>"
				: (node.marks ?? []).reduceRight((html, mark) => markHtml(mark, html, options), escapeHtml(node.text)),
		)
		.join("");
}

function markHtml(mark: Mark, html: string, options: RenderOptions): string {
	switch (mark.type) {
		case "bold":
			return `<strong>${html}</strong>`;
		case "italic":
			return `<em>${html}</em>`;
		case "link": {
			// Checked when it was stored; asked again, because a script in a link is the one thing that must never happen.
			const href = safeHref(mark.attrs.href);
			if (href === null) return html;
			const rel = isExternal(href, options.host) ? ' rel="nofollow noopener ugc"' : "";
			return `<a href="${escapeHtml(href)}"${rel}>${html}</a>`;
		}
	}
}

function isExternal(href: string, host: string | undefined): boolean {
	return /^https?:/.test(href) && new URL(href).host !== host;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");
}

/**
 * The words alone, for search, mail and counting: a blank line between blocks, "- " and numbers before list items, the
 * address behind a link whose text does not already say it.
 */
export function plainText(text: RichText): string {
	return text.content.map(blockText).join("\n\n");
}

function blockText(block: Block): string {
	switch (block.type) {
		case "paragraph":
		case "heading":
			return inlineText(block.content);
		case "blockquote":
			return indented(block.content.map(blockText).join("\n\n"), "> ", "> ");
		case "bulletList":
			return block.content.map((item) => indented(item.content.map(blockText).join("\n"), "- ", "  ")).join("\n");
		case "orderedList": {
			const start = block.attrs?.start ?? 1;
			return block.content
				.map((item, index) => indented(item.content.map(blockText).join("\n"), `${start + index}. `, "   "))
				.join("\n");
		}
	}
}

function indented(text: string, first: string, rest: string): string {
	return text
		.split("\n")
		.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
		.join("\n");
}

function inlineText(nodes: readonly Inline[] | undefined): string {
	return (nodes ?? [])
		.map((node, index, all) => {
			if (node.type === "hardBreak") return "\n";
			const link = hrefOf(node);
			const next = all[index + 1];
			if (link === null || (next && hrefOf(next) === link) || link.endsWith(node.text)) return node.text;
			return `${node.text} (${link.replace(/^(?:mailto|tel):/, "")})`;
		})
		.join("");
}

function hrefOf(node: Inline): string | null {
	const mark = node.type === "text" ? node.marks?.find(({ type }) => type === "link") : undefined;
	return mark?.type === "link" ? mark.attrs.href : null;
}

/**
 * The beginning of the text on one line, cut at a word, with "…" when something is missing.
 * @param characters the longest it may become, in characters as people count them
 */
export function excerpt(text: RichText, characters: number): string {
	const line = text.content
		.flatMap((block) => wordsOf(block))
		.join(" ")
		.replace(/\s+/g, " ")
		.trim();
	const letters = Array.from(
		new Intl.Segmenter("de", { granularity: "grapheme" }).segment(line),
		(part) => part.segment,
	);
	if (letters.length <= characters) return line;
	const cut = letters.slice(0, characters - 1).join("");
	const lastSpace = cut.lastIndexOf(" ");
	return `${(lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

function wordsOf(block: Block): string[] {
	if (block.type === "paragraph" || block.type === "heading")
		return [(block.content ?? []).map((node) => (node.type === "text" ? node.text : " ")).join("")];
	if (block.type === "blockquote") return block.content.flatMap(wordsOf);
	return block.content.flatMap((item) => item.content.flatMap(wordsOf));
}
