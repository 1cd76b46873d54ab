import { type Box, boxIn, boxText } from "~/domains/organisations";

/** How a list of contributions is narrowed and ordered; every view of it has an address. */
export const sorts = ["newest", "oldest", "supported"] as const;
export type Sort = (typeof sorts)[number];
export type ListFilter = {
	words: string;
	category: string | null;
	/** A part of the map, or null for everything, with and without a place. */
	area: Box | null;
	sort: Sort;
	page: number;
};

const sortNames: Record<Sort, string> = { newest: "neu", oldest: "alt", supported: "unterstuetzt" };

/** Reads the filter from an address. What is not understood counts as not given. */
export function filterIn(query: URLSearchParams): ListFilter {
	return {
		words: (query.get("suche") ?? "").trim().slice(0, 100),
		category: query.get("thema") || null,
		area: boxIn(query.get("ausschnitt")),
		sort: sorts.find((sort) => sortNames[sort] === query.get("reihenfolge")) ?? "newest",
		page: Math.max(1, Number.parseInt(query.get("seite") ?? "1", 10) || 1),
	};
}

/** The value of a sort in the address. */
export function sortName(sort: Sort): string {
	return sortNames[sort];
}

/** The address of the list with this filter; `target` is what it jumps to. */
export function hrefWith(
	path: string,
	{ words, category, area, sort, page }: ListFilter,
	target: "beitraege" | "karte" = "beitraege",
): string {
	const query = new URLSearchParams();
	if (words) query.set("suche", words);
	if (category) query.set("thema", category);
	if (area) query.set("ausschnitt", boxText(area));
	if (sort !== "newest") query.set("reihenfolge", sortNames[sort]);
	if (page > 1) query.set("seite", String(page));
	return `${path}${query.size > 0 ? `?${query}` : ""}#${target}`;
}
