import { expect, test } from "vitest";
import { readMailAddress, readSender } from "./address";

test.each([
	["anna.müller@example.org", null],
	["Anna.Mueller@Example.ORG", "Anna.Mueller@example.org"],
	[" rathaus@münchen.de ", "rathaus@xn--mnchen-3ya.de"],
	["a+b'c@x.example", "a+b'c@x.example"],
	["gemeinwerk@localhost", "gemeinwerk@localhost"],
	["a-b_c-@x.example", "a-b_c-@x.example"],
	["a@b.example, c@d.example", null],
	["Anna <a@b.example>", null],
	['"a b"@x.example', null],
	["a@b.example\r\nBcc: c@d.example", null],
	["a\u0000@b.example", null],
	["a@b@c.example", null],
	["a..b@c.example", null],
	[".a@c.example", null],
	["a@127.0.0.1", null],
	["a@b.example:25", null],
	["a@-b.example", null],
	["a@", null],
	["@b.example", null],
	["", null],
	[`${"a".repeat(65)}@b.example`, null],
	[`a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}`, null],
])("%j is %j", (given, stored) => {
	expect(readMailAddress(given)).toBe(stored);
});

test("a long wrong address is refused at once", () => {
	expect(readMailAddress(`${"a-".repeat(50_000)}@`)).toBeNull();
	expect(readMailAddress(`${"a.".repeat(31)}@x.example`)).toBeNull();
});

test("the sender has a name or none", () => {
	expect(readSender("Landkreis Mayen-Koblenz <post@kvmyk.example>")).toEqual({
		name: "Landkreis Mayen-Koblenz",
		address: "post@kvmyk.example",
	});
	expect(readSender("post@kvmyk.example")).toEqual({ name: "", address: "post@kvmyk.example" });
	expect(readSender("Kreis <kein>")).toBeNull();
});
