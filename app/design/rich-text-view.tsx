/**
 * Formatted text. `html` must come from the server's renderer of the house's own schema (platform/rich-text), which is
 * what makes it safe; never pass what a person typed.
 */
export function RichTextView({ html, lang }: { html: string; lang?: string }) {
	return (
		<div
			className="gw-flow gw-prose"
			lang={lang}
			// biome-ignore lint/security/noDangerouslySetInnerHtml: rendered on the server from checked JSON only
			dangerouslySetInnerHTML={{ __html: html }}
		/>
	);
}
