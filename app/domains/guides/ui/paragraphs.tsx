/** Plain text that somebody wrote, with its empty lines. */
export function Paragraphs({ text }: { text: string }) {
	return text.split(/\n{2,}/).map((part, place) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server and never reordered
		<p key={place}>{part}</p>
	));
}
