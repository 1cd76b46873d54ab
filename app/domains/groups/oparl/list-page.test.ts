import { describe, expect, it } from "vitest";
import { listAsked, listPage } from "./list-page";

const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour));
const item = (key: string, hour: number, deleted = false) => ({
	key,
	createdAt: at(hour),
	modifiedAt: at(hour + 1),
	deleted,
});
const address = "https://x.example/oparl/v1/papers";
const asked = (query: string) => {
	const read = listAsked(new URLSearchParams(query));
	if (!read) throw new Error("unreadable");
	return read;
};
const keys = (page: { items: { key: string }[] }) => page.items.map(({ key }) => key).join("");

describe("a list", () => {
	const items = [item("c", 3), item("a", 1), item("b", 1), item("d", 4, true)];
	it("stands in the order of appearing, without what was deleted", () => {
		expect(keys(listPage(items, asked(""), address))).toBe("abc");
	});
	it("tells those who ask for changes what was deleted", () => {
		expect(keys(listPage(items, asked("modified_since=2026-03-10T04:00:00%2B00:00"), address))).toBe("cd");
		expect(keys(listPage(items, asked("modified_since=2026-03-10T05:30:00+01:00"), address))).toBe("d");
		expect(
			keys(listPage(items, asked("created_since=2026-03-10T02:00:00Z&created_until=2026-03-10T03:00:00Z"), address)),
		).toBe("c");
		expect(keys(listPage(items, asked("modified_until=2026-03-10T02:00:00Z"), address))).toBe("ab");
	});
	it("goes on page by page, new objects at the end", () => {
		const many = Array.from({ length: 120 }, (_, index) => item(String(index).padStart(3, "0"), 0));
		const query = "modified_since=2026-01-01T00:00:00Z";
		const second = listPage(many, asked(`${query}&page=2`), address);
		expect([second.items.length, second.items[0]?.key]).toEqual([50, "050"]);
		expect(second.links).toEqual({
			first: `${address}?modified_since=2026-01-01T00%3A00%3A00.000Z`,
			prev: `${address}?modified_since=2026-01-01T00%3A00%3A00.000Z`,
			self: `${address}?modified_since=2026-01-01T00%3A00%3A00.000Z&page=2`,
			next: `${address}?modified_since=2026-01-01T00%3A00%3A00.000Z&page=3`,
			last: `${address}?modified_since=2026-01-01T00%3A00%3A00.000Z&page=3`,
		});
		expect(second.pagination).toEqual({ totalElements: 120, elementsPerPage: 50, currentPage: 2, totalPages: 3 });
		expect(listPage(many, asked("page=9"), address).items).toEqual([]);
	});
	it("refuses pages and moments that are none", () => {
		for (const query of [
			"page=0",
			"page=-1",
			"page=x",
			"modified_since=gestern",
			"created_until=2026-99-01T00:00:00Z",
		]) {
			expect([query, listAsked(new URLSearchParams(query))]).toEqual([query, null]);
		}
	});
});
