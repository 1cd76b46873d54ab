/** A telephone number that a tap calls; it never breaks over two lines. */
export function PhoneLink({ number }: { number: string }) {
	return (
		<a className="gw-phone" href={`tel:${number.replace(/[^+\d]/g, "")}`}>
			{number}
		</a>
	);
}
