import { expect, test } from "vitest";
import { isOwnPath } from "~/platform/http/conduct.server";
import { isFresh } from "~/platform/step-up";
import { deviceOf } from "./device";

test.each([
	["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
	[
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36 Edg/140",
		"Edge, Windows",
	],
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1",
		"Safari, iOS",
	],
	["curl/8", ""],
	[null, ""],
])("%s is shown as %s", (agent, shown) => {
	expect(deviceOf(agent)).toBe(shown);
});

test.each([
	["/konto", true],
	["/konto?x=1#y", true],
	["//example.org", false],
	["/\\example.org", false],
	["https://example.org/", false],
	["javascript:alert(1)", false],
	["", false],
	["konto", false],
	["/\t/example.org", false],
	["/\r\nX: 1", false],
	["/ö", false],
	["/%C3%B6", true],
])("%j is an own path: %s", (path, own) => {
	expect(isOwnPath(path)).toBe(own);
});

test.each([
	[null, false],
	["2026-11-21T11:50:01Z", true],
	["2026-11-21T11:50:00Z", false],
	["2026-11-21T12:00:01Z", false],
])("shown at %s counts at noon: %s", (at, fresh) => {
	expect(isFresh(at ? new Date(at) : null, new Date("2026-11-21T12:00:00Z"))).toBe(fresh);
});
