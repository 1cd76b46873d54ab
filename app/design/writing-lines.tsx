/** Empty lines to fill in by hand once the page is printed; on the screen they show what the sheet will look like. */
export function WritingLines({ label, lines }: { label: string; lines: number }) {
	return (
		<div className="gw-lines">
			<p>{label}</p>
			{Array.from({ length: lines }, (_, line) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: empty lines have no other name
				<div key={line} className="gw-lines__line" />
			))}
		</div>
	);
}
