import { expect, test } from "vitest";
import { unreadable } from "./readable.server";

test.each([
	["GET", "/o/mendig?q=%C3%BC", null],
	["POST", "/o/mendig", null],
	["HEAD", "/", null],
	["GET", "/suche?q=%FF", null],
	["PUT", "/anmelden", 405],
	["TRACE", "/", 405],
	["OPTIONS", "/", 405],
	["GET", "/o/a%00b", 404],
	["GET", "/suche?q=%00", 404],
	["GET", "/o/%FF", 404],
	["GET", "/o/%E0%A4%A", 404],
])("%s %s is answered with %s", (method, originalUrl, status) => {
	expect(unreadable({ method, originalUrl })).toBe(status);
});
