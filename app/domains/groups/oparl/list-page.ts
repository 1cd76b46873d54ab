/** An object with the stamps by which lists are filtered. */
export type Stamped = { key: string; createdAt: Date; modifiedAt: Date; deleted: boolean };

export type ListAsked = {
	createdSince: Date | null;
	createdUntil: Date | null;
	modifiedSince: Date | null;
	modifiedUntil: Date | null;
	/** Without the attributes that hold lists of whole objects. */
	omitInternal: boolean;
	/** So many objects on a page, where somebody asked for it. */
	limit: number | null;
	page: number;
};

const pageSize = 50;
/** Who asks for more objects on a page gets so many: a server may. */
const largestPage = 100;

const filters = {
	createdSince: "created_since",
	createdUntil: "created_until",
	modifiedSince: "modified_since",
	modifiedUntil: "modified_until",
} as const;

/** A whole date-time of RFC 3339: with seconds and zone, because a moment without a zone is none. */
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;
const counted = /^[1-9]\d{0,6}$/;

/**
 * What an address asks of a list (OParl 1.1, "Filter"); null when a moment, page or limit in it is none. `omit_internal` is set by
 * "true" alone.
 */
export function listAsked(query: URLSearchParams): ListAsked | null {
	const page = query.get("page") ?? "1";
	const limit = query.get("limit");
	if (!counted.test(page) || (limit !== null && !counted.test(limit))) return null;
	const asked: ListAsked = {
		createdSince: null,
		createdUntil: null,
		modifiedSince: null,
		modifiedUntil: null,
		omitInternal: query.get("omit_internal") === "true",
		limit: limit === null ? null : Number(limit),
		page: Number(page),
	};
	for (const name of Object.keys(filters) as (keyof typeof filters)[]) {
		// an unescaped "+" of a time zone arrives as a space
		const text = query.get(filters[name])?.replace(/ (\d\d:\d\d)$/, "+$1");
		if (text === undefined) continue;
		const moment = dateTime.test(text) ? new Date(text) : null;
		if (!moment || Number.isNaN(moment.getTime())) return null;
		asked[name] = moment;
	}
	return asked;
}

/**
 * The attributes that hold lists of whole objects, by type (OParl 1.1, "Filter"). `legislativeTerm` of a Body stays, although it is
 * named there, too: the published schema asks for it, and ours is empty.
 */
const internal: Readonly<Record<string, readonly string[]>> = {
	AgendaItem: ["auxiliaryFile"],
	Meeting: ["auxiliaryFile", "agendaItem"],
	Paper: ["auxiliaryFile", "location"],
	Person: ["membership"],
};

/** An object of a list as those want it who take the other objects from their own lists. */
export function withoutInternal(type: string, json: object): object {
	return Object.fromEntries(Object.entries(json).filter(([name]) => !internal[type]?.includes(name)));
}

/**
 * One page of a list, in an order that new objects do not change: oldest first. What was deleted is told only to those who ask
 * for changes.
 * @param address of the list, without query
 */
export function listPage<Item extends Stamped>(items: readonly Item[], asked: ListAsked, address: string) {
	const { createdSince, createdUntil, modifiedSince, modifiedUntil, omitInternal, limit, page } = asked;
	const size = Math.min(limit ?? pageSize, largestPage);
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
	const totalPages = Math.max(1, Math.ceil(found.length / size));
	const linkTo = (number: number) => {
		const query = new URLSearchParams();
		for (const name of Object.keys(filters) as (keyof typeof filters)[]) {
			const moment = asked[name];
			if (moment) query.set(filters[name], moment.toISOString());
		}
		if (omitInternal) query.set("omit_internal", "true");
		if (limit !== null) query.set("limit", String(limit));
		if (number > 1) query.set("page", String(number));
		return query.size > 0 ? `${address}?${query}` : address;
	};
	return {
		items: found.slice((page - 1) * size, page * size),
		pagination: { totalElements: found.length, elementsPerPage: size, currentPage: page, totalPages },
		links: {
			first: linkTo(1),
			...(page > 1 && { prev: linkTo(Math.min(page - 1, totalPages)) }),
			self: linkTo(page),
			...(page < totalPages && { next: linkTo(page + 1) }),
			last: linkTo(totalPages),
		},
	};
}
