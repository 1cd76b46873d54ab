/** An object with the stamps by which lists are filtered. */
export type Stamped = { key: string; createdAt: Date; modifiedAt: Date; deleted: boolean };

export type ListAsked = {
	createdSince: Date | null;
	createdUntil: Date | null;
	modifiedSince: Date | null;
	modifiedUntil: Date | null;
	page: number;
};

const pageSize = 50;

const filters = {
	createdSince: "created_since",
	createdUntil: "created_until",
	modifiedSince: "modified_since",
	modifiedUntil: "modified_until",
} as const;

/** What an address asks of a list; null when a moment or page in it is none (OParl 1.1, 2.5.1). */
export function listAsked(query: URLSearchParams): ListAsked | null {
	const page = query.get("page") ?? "1";
	if (!/^[1-9]\d{0,6}$/.test(page)) return null;
	const asked: ListAsked = {
		createdSince: null,
		createdUntil: null,
		modifiedSince: null,
		modifiedUntil: null,
		page: Number(page),
	};
	for (const name of Object.keys(filters) as (keyof typeof filters)[]) {
		// an unescaped "+" of a time zone arrives as a space
		const text = query.get(filters[name])?.replace(/ (\d\d:?\d\d)$/, "+$1");
		if (text === undefined) continue;
		const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? new Date(text) : null;
		if (!moment || Number.isNaN(moment.getTime())) return null;
		asked[name] = moment;
	}
	return asked;
}

/**
 * One page of a list, in an order that new objects do not change: oldest first. What was deleted is told only to those who ask
 * for changes.
 * @param address of the list, without query
 */
export function listPage<Item extends Stamped>(items: readonly Item[], asked: ListAsked, address: string) {
	const { createdSince, createdUntil, modifiedSince, modifiedUntil, page } = asked;
	const found = items
		.filter(
			(item) =>
				(!item.deleted || modifiedSince !== null) &&
				(!createdSince || item.createdAt >= createdSince) &&
				(!createdUntil || item.createdAt <= createdUntil) &&
				(!modifiedSince || item.modifiedAt >= modifiedSince) &&
				(!modifiedUntil || item.modifiedAt <= modifiedUntil),
		)
		.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.key < other.key ? -1 : 1));
	const totalPages = Math.max(1, Math.ceil(found.length / pageSize));
	const linkTo = (number: number) => {
		const query = new URLSearchParams();
		for (const name of Object.keys(filters) as (keyof typeof filters)[]) {
			const moment = asked[name];
			if (moment) query.set(filters[name], moment.toISOString());
		}
		if (number > 1) query.set("page", String(number));
		return query.size > 0 ? `${address}?${query}` : address;
	};
	return {
		items: found.slice((page - 1) * pageSize, page * pageSize),
		pagination: { totalElements: found.length, elementsPerPage: pageSize, currentPage: page, totalPages },
		links: {
			first: linkTo(1),
			...(page > 1 && { prev: linkTo(Math.min(page - 1, totalPages)) }),
			self: linkTo(page),
			...(page < totalPages && { next: linkTo(page + 1) }),
			last: linkTo(totalPages),
		},
	};
}
