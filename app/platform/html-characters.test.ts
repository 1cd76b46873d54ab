import { expect, test } from "vitest";
import { readCharacters } from "./html-characters";

test.each([
	["B&uuml;rger &amp; Rat", "Bürger & Rat"],
	["&Uuml;ber &sect;&nbsp;24 &bdquo;Radweg&ldquo;&hellip;", "Über § 24 „Radweg“…"],
	["&#252;&#xFC;&#x1F333;", "üü🌳"],
	["&unknown; & &;", "&unknown; & &;"],
	["&#7;&#xD800;&#x110000;&#0;", "____"],
	["&amp;lt;b&amp;gt;", "&lt;b&gt;"],
])("character references of HTML: %s", (text, read) => {
	expect(readCharacters(text, "_")).toBe(read);
});
