import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isOwnPath } from "./conduct.server";
import { readForm, typedIn } from "./forms.server";

const schema = z.object({
	title: z.string().trim().min(3, "title-too-short"),
	topics: z.array(z.string()).min(1, "topic-missing"),
	password: z.string().optional(),
	age: z.coerce.number().optional(),
});

function post(fields: [string, string][]): Request {
	return new Request("http://house.test/form", { method: "POST", body: new URLSearchParams(fields) });
}

describe("reading a form", () => {
	test("gives the checked value and drops what the schema does not name", async () => {
		const form = await readForm(
			post([
				["title", " Bank "],
				["topics", "a"],
				["topics", "b"],
				["admin", "1"],
			]),
			schema,
		);
		expect(form).toMatchObject({ valid: true, value: { title: "Bank", topics: ["a", "b"] } });
		expect(form.valid && "admin" in form.value).toBe(false);
	});

	test("keeps what was typed when it refuses, one reason per field", async () => {
		const form = await readForm(post([["title", "x"]]), schema);
		expect(form).toEqual({
			valid: false,
			typed: { title: "x", topics: [] },
			refusals: [
				{ code: "title-too-short", field: "title" },
				{ code: "topic-missing", field: "topics" },
			],
		});
	});

	test("never keeps a password", async () => {
		const request = post([
			["title", "x"],
			["password", "geheim"],
		]);
		await readForm(request, schema);
		expect(typedIn(request)).toEqual({ title: "x", topics: [] });
	});

	test("calls a check without words of its own invalid", async () => {
		const form = await readForm(
			post([
				["title", "Bank"],
				["topics", "a"],
				["age", "alt"],
			]),
			schema,
		);
		expect(form).toMatchObject({ refusals: [{ code: "invalid", field: "age" }] });
	});
});

describe("the way onward stays in this house", () => {
	test.each([
		["/konto", true],
		["/o/mendig?seite=2#x", true],
		["//example.org", false],
		["/\\example.org", false],
		["https://example.org", false],
		["javascript:alert(1)", false],
		["", false],
		["konto", false],
	])("%s: %s", (path, own) => expect(isOwnPath(path)).toBe(own));
});
