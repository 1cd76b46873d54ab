import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { textFor } from "~/platform/i18n";
import type { Letter, LetterBlock } from "./letter";
import { letterText } from "./letter-text";
import { messages } from "./messages";

/** What the outbox stores. */
export type ComposedMail = {
	to: string;
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
};

/**
 * Writes a letter as text and as HTML that say the same. No pictures, nothing fetched, readable in dark mode.
 * Throws when an address is not absolute http(s): that is a mistake in our code, not of a person.
 */
export function composeLetter(letter: Letter): ComposedMail {
	for (const address of addressesIn(letter))
		if (!/^https?:\/\/[^\s<>"]+$/.test(address)) throw new Error(`not an absolute address: ${address}`);
	const { unsubscribe } = letter;
	return {
		to: letter.to,
		subject: oneLine(letter.subject),
		text: letterText(letter),
		html: `<!doctype html>${renderToStaticMarkup(<LetterPage letter={letter} />)}`,
		headers: {
			// RFC 3834: no out-of-office notes back to us.
			"Auto-Submitted": "auto-generated",
			"Content-Language": letter.locale,
			...(unsubscribe && { "List-Unsubscribe": `<${unsubscribe.oneClick}>` }),
			// RFC 8058 allows one click over https only.
			...(unsubscribe?.oneClick.startsWith("https://") && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
		},
	};
}

function addressesIn({ blocks, unsubscribe }: Letter): string[] {
	const buttons = blocks.flatMap((block) =>
		typeof block === "object" && "button" in block ? [block.button.href] : [],
	);
	return [...buttons, ...(unsubscribe ? [unsubscribe.page, unsubscribe.oneClick] : [])];
}

/** User text in a subject: one line, no control characters, at most 200 characters. */
function oneLine(subject: string): string {
	const clean = Array.from(
		subject
			.toWellFormed()
			.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
			.trim(),
	);
	return clean.length > 200 ? `${clean.slice(0, 199).join("")}…` : clean.join("");
}

// Mail programs drop style sheets; inline styles are all that reaches everyone. The sheet only serves dark mode.
const dark = `@media (prefers-color-scheme: dark) {
body, .page { background: #16181c !important; color: #f2f3f5 !important; }
a { color: #9ec1ff !important; } .quiet { color: #c3c7ce !important; }
a.button { background: #9ec1ff !important; color: #10141a !important; } }`;
const font = "'Fira Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const styles = {
	body: { margin: 0, padding: 0, background: "#f4f5f7", color: "#171a1f" },
	page: {
		maxWidth: 600,
		margin: "0 auto",
		padding: 24,
		background: "#ffffff",
		fontFamily: font,
		fontSize: 17,
		lineHeight: 1.5,
	},
	paragraph: { margin: "0 0 16px", whiteSpace: "pre-line" },
	heading: { margin: "24px 0 8px", fontSize: 20, lineHeight: 1.3 },
	button: {
		display: "inline-block",
		padding: "12px 20px",
		borderRadius: 4,
		background: "#171a6b",
		color: "#ffffff",
		fontWeight: "bold",
		textDecoration: "none",
	},
	quote: { margin: "0 0 16px", padding: "0 0 0 16px", borderLeft: "4px solid #b4b9c2", whiteSpace: "pre-line" },
	quiet: { margin: "0 0 8px", color: "#4a505a", fontSize: 15 },
	link: { color: "#171a6b", overflowWrap: "anywhere" },
} as const;

function LetterPage({ letter }: { letter: Letter }) {
	const t = textFor(letter.locale, messages);
	const { greeting, blocks, because, sender, unsubscribe } = letter;
	return (
		<html lang={letter.locale}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<meta name="color-scheme" content="light dark" />
				<title>{oneLine(letter.subject)}</title>
				<style>{dark}</style>
			</head>
			<body style={styles.body}>
				<div className="page" style={styles.page}>
					{greeting && <p style={styles.paragraph}>{greeting}</p>}
					{inOrder(blocks.map((block) => blockHtml(block)))}
					<p style={styles.paragraph}>{[sender.name, ...(sender.lines ?? [])].join("\n")}</p>
					<hr />
					<p className="quiet" style={styles.quiet}>
						{because}
					</p>
					{unsubscribe && (
						<p className="quiet" style={styles.quiet}>
							<a href={unsubscribe.page} style={styles.link}>
								{t("unsubscribe")}
							</a>
						</p>
					)}
				</div>
			</body>
		</html>
	);
}

/** Keys by position: a letter is written once and never changes. */
function inOrder(nodes: readonly ReactNode[]): ReactNode {
	return nodes.map((node, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: static markup
		<div key={index}>{node}</div>
	));
}

function blockHtml(block: LetterBlock): ReactNode {
	if (typeof block === "string") return <p style={styles.paragraph}>{block}</p>;
	if ("heading" in block) return <h2 style={styles.heading}>{block.heading}</h2>;
	if ("list" in block)
		return (
			<ul style={styles.paragraph}>
				{block.list.map((item, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: static markup
					<li key={index}>{item}</li>
				))}
			</ul>
		);
	if ("quote" in block)
		return (
			<blockquote style={styles.quote}>
				{block.quote}
				{block.by && `\n– ${block.by}`}
			</blockquote>
		);
	const { href, label } = block.button;
	return (
		<>
			<p style={styles.paragraph}>
				<a className="button" href={href} style={styles.button}>
					{label}
				</a>
			</p>
			<p className="quiet" style={styles.quiet}>
				<a href={href} style={styles.link}>
					{href}
				</a>
			</p>
		</>
	);
}
