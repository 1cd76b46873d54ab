/** A postal address as it stands on an envelope. */
export function PostalAddress({ name, lines }: { name: string; lines: string }) {
	return (
		<address>
			{[name, ...lines.split("\n")].map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one address have no other name
				<span key={index}>
					{index > 0 && <br />}
					{line}
				</span>
			))}
		</address>
	);
}
