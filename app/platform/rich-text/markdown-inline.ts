import { type Cell, headingFromCells, paragraphsFromCells } from "./canonical";
import { type Block, type Inline, safeHref } from "./schema";

/** Reads the inline Markdown of one paragraph, whose lines are joined by "\n". */
export function paragraphsFromMarkdown(text: string): Block[] {
	return paragraphsFromCells(cellsFrom(text)).map((content) => ({ type: "paragraph", content }));
}

/** Reads the inline Markdown of one line. */
export function inlineCells(text: string): Inline[] {
	const block = headingFromCells(cellsFrom(text), 2)[0];
	return block?.type === "heading" ? (block.content ?? []) : [];
}

type Stars = { kind: "bold" | "italic"; opens: boolean; closes: boolean; paired: boolean };
type Token = { char: string } | { stars: Stars } | { link: string | null };

const linkHere = /\[((?:[^[\]\\]|\\.)+)\]\(((?:[^\s()\\]|\([^\s()\\]*\)){1,2000})\)/suy;
const escapeHere = /\\([!-/:-@[-`{-~])/y;
const starsHere = /\*+/y;

function cellsFrom(text: string): Cell[] {
	const tokens = tokensFrom(text);
	pair(tokens, "bold");
	pair(tokens, "italic");
	const cells: Cell[] = [];
	const look: { bold: boolean; italic: boolean; href: string | null } = { bold: false, italic: false, href: null };
	for (const token of tokens) {
		if ("char" in token) cells.push({ char: token.char, ...look });
		else if ("link" in token) look.href = token.link;
		else if (token.stars.paired) look[token.stars.kind] = !look[token.stars.kind];
		else for (const char of token.stars.kind === "bold" ? "**" : "*") cells.push({ char, ...look });
	}
	return cells;
}

function tokensFrom(text: string, before = "", after = ""): Token[] {
	const tokens: Token[] = [];
	const matchAt = (pattern: RegExp, at: number) => {
		pattern.lastIndex = at;
		return pattern.exec(text);
	};
	let at = 0;
	while (at < text.length) {
		const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
		const escaped = char === "\\" ? matchAt(escapeHere, at) : null;
		const link = char === "[" ? matchAt(linkHere, at) : null;
		const href = link ? safeHref(link[2] ?? "") : null;
		const stars = char === "*" ? matchAt(starsHere, at) : null;
		if (escaped) {
			tokens.push({ char: escaped[1] ?? "" });
			at += 2;
		} else if (link && href !== null) {
			const inner = tokensFrom(link[1] ?? "", "[", "]");
			tokens.push({ link: href }, ...inner, { link: null });
			at += link[0].length;
		} else if (stars) {
			tokens.push(...starTokens(stars[0], text[at - 1] ?? before, text[at + stars[0].length] ?? after));
			at += stars[0].length;
		} else {
			tokens.push({ char });
			at += char.length;
		}
	}
	return tokens;
}

/** Stars open before a visible character and close after one; four or more are just stars. */
function starTokens(run: string, before: string, after: string): Token[] {
	if (run.length > 3) return Array.from(run, (char) => ({ char }));
	const opens = !/^[ \t\n]?$/.test(after);
	const closes = !/^[ \t\n]?$/.test(before);
	const tokens: Token[] = [];
	if (run.length > 1) tokens.push({ stars: { kind: "bold", opens, closes, paired: false } });
	if (run.length !== 2) tokens.push({ stars: { kind: "italic", opens, closes, paired: false } });
	return tokens;
}

function pair(tokens: readonly Token[], kind: Stars["kind"]): void {
	let open: Stars | null = null;
	for (const token of tokens) {
		if (!("stars" in token) || token.stars.kind !== kind) continue;
		if (open && token.stars.closes) {
			open.paired = true;
			token.stars.paired = true;
			open = null;
		} else if (token.stars.opens) open = token.stars;
	}
}
