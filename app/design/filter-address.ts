type Filters = Record<string, string | null | undefined>;

/**
 * The addresses of a list with filters in its query.
 * @param path of the list
 * @param set the filters as they stand, by their names in the query; empty ones are left out
 * @returns the address with single filters changed, null or "" takes one away; at another path where one is given
 */
export function filterAddresses(path: string, set: Filters): (change: Filters, at?: string) => string {
	return (change, at = path) => {
		const query = new URLSearchParams();
		for (const [name, value] of Object.entries({ ...set, ...change })) if (value) query.set(name, value);
		return query.size > 0 ? `${at}?${query}` : at;
	};
}

/**
 * What `FilterBar` shows as set.
 * @param labels in words, by the name in the query; what has none is not set
 * @param address of the list with a filter changed
 */
export function filtersSet(
	labels: Record<string, string | false | null | undefined>,
	address: (change: Filters) => string,
): { label: string; removeHref: string }[] {
	return Object.entries(labels).flatMap(([name, label]) =>
		label ? [{ label, removeHref: address({ [name]: null }) }] : [],
	);
}
