import { describe, expect, test } from "vitest";
import { type News, newsFeed } from "./news-feed";

const of = {
	title: "Was wurde daraus",
	self: "https://haus.example/a.atom",
	page: "https://haus.example/a",
	language: "de",
	quietSince: new Date("2026-03-01T10:00:00Z"),
};
const news = (changed: Partial<News> = {}): News => ({
	id: "urn:uuid:0192",
	title: "Bänke",
	text: "Wird gebaut.",
	url: "https://haus.example/b/1?x=1&y=2",
	at: new Date("2026-04-01T08:00:00Z"),
	...changed,
});

describe("a feed of news", () => {
	test("has the date of its newest entry, and one of its own while there is none", () => {
		const later = news({ id: "urn:uuid:0193", at: new Date("2026-04-02T08:00:00Z") });
		expect(newsFeed(of, [news(), later])).toContain("</title><updated>2026-04-02T08:00:00.000Z</updated>\n<link rel");
		expect(newsFeed(of, [])).toContain("<updated>2026-03-01T10:00:00.000Z</updated>");
	});

	test("says texts literally, whatever is in them", () => {
		const feed = newsFeed(of, [news({ title: `<script>"&`, text: "a\u0000b\uD800c\nd" })]);
		expect(feed).toContain("<title>&lt;script&gt;&quot;&amp;</title>");
		expect(feed).toContain('<content type="text">abc\nd</content>');
		expect(feed).toContain('href="https://haus.example/b/1?x=1&amp;y=2"');
	});
});
