/** A contract's text as it was typed: empty lines part paragraphs, other line ends stay. */
export function PlainText({ text }: { text: string }) {
	return (
		<div className="gw-flow gw-prose">
			{text.split(/\n{2,}/).map((paragraph, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server and never reordered
				<p key={index}>
					{paragraph.split("\n").map((line, place) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: as above
						<span key={place}>
							{place > 0 && <br />}
							{line}
						</span>
					))}
				</p>
			))}
		</div>
	);
}
