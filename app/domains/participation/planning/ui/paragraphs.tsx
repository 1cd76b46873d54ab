/** Plain text as people wrote it, its lines as paragraphs. */
export function Paragraphs({ text }: { text: string }) {
	const lines = text.split(/\n+/).filter((line) => line.trim() !== "");
	return lines.map((line, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change places
		<p key={index}>{line}</p>
	));
}
