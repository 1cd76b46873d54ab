/** Contributions by number and title, each linked where it has an address. */
export function ContributionList({
	contributions,
}: {
	contributions: readonly { id: string; number: number | null; title: string; href?: string }[];
}) {
	return (
		<ul>
			{contributions.map(({ id, number, title, href }) => (
				<li key={id}>
					{number}. {href ? <a href={href}>{title}</a> : title}
				</li>
			))}
		</ul>
	);
}
