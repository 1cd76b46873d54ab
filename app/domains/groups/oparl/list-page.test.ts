import { describe, expect, it } from "vitest";
import { listAsked, listPage, withoutInternal } from "./list-page";

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
	it("has as many objects on a page as were asked for, but never more than a hundred; every link keeps what was asked", () => {
		const many = Array.from({ length: 250 }, (_, index) => item(String(index).padStart(3, "0"), 0));
		const query = "created_since=2026-01-01T00:00:00%2B01:00&created_until=2027-01-01T00:00:00Z&omit_internal=true";
		const kept =
			"created_since=2025-12-31T23%3A00%3A00.000Z&created_until=2027-01-01T00%3A00%3A00.000Z&omit_internal=true";
		const page = listPage(many, asked(`${query}&modified_until=2027-01-01T00:00:00Z&limit=20&page=3`), address);
		const all = `${address}?${kept.replace("&omit", "&modified_until=2027-01-01T00%3A00%3A00.000Z&omit")}&limit=20`;
		expect(page.links).toEqual({
			first: all,
			prev: `${all}&page=2`,
			self: `${all}&page=3`,
			next: `${all}&page=4`,
			last: `${all}&page=13`,
		});
		expect([page.items.length, page.items[0]?.key, page.pagination.elementsPerPage]).toEqual([20, "040", 20]);
		// whoever follows the links reads every object once
		const seen: string[] = [];
		for (let next: string | undefined = `${address}?${query}&limit=70`; next; ) {
			const read: ReturnType<typeof listPage<(typeof many)[number]>> = listPage(
				many,
				asked(next.split("?")[1] ?? ""),
				address,
			);
			seen.push(...read.items.map(({ key }) => key));
			next = read.links.next;
		}
		expect(seen).toEqual(many.map(({ key }) => key));
		expect(listPage(many, asked("limit=5000"), address).items).toHaveLength(100);
	});
	it("leaves out the lists of whole objects that the standard names, where that is asked for, and nothing else", () => {
		const meeting = { id: "m", name: "Sitzung", agendaItem: [{}], auxiliaryFile: [{}], invitation: {}, location: {} };
		expect(withoutInternal("Meeting", meeting)).toEqual({ id: "m", name: "Sitzung", invitation: {}, location: {} });
		const paper = { id: "p", mainFile: {}, auxiliaryFile: [], location: [], consultation: [{}] };
		expect(withoutInternal("Paper", paper)).toEqual({ id: "p", mainFile: {}, consultation: [{}] });
		expect(withoutInternal("Person", { id: "n", membership: [{}] })).toEqual({ id: "n" });
		expect(withoutInternal("AgendaItem", { id: "t", auxiliaryFile: [] })).toEqual({ id: "t" });
		expect(withoutInternal("Body", { id: "b", legislativeTerm: [] })).toEqual({ id: "b", legislativeTerm: [] });
		expect(withoutInternal("Organization", { id: "o", membership: ["url"] })).toEqual({ id: "o", membership: ["url"] });
		expect(["true", "false", "1", ""].map((said) => asked(`omit_internal=${said}`).omitInternal)).toEqual([
			true,
			false,
			false,
			false,
		]);
	});
	it("refuses pages, limits and moments that are none", () => {
		for (const query of [
			"page=0",
			"page=-1",
			"page=x",
			"limit=0",
			"limit=viele",
			"modified_since=gestern",
			// without a zone nobody knows which moment it is, and a day is none
			"modified_since=2026-03-10T04:00:00",
			"created_since=2026-03-10",
			"created_until=2026-99-01T00:00:00Z",
		]) {
			expect([query, listAsked(new URLSearchParams(query))]).toEqual([query, null]);
		}
	});
});
