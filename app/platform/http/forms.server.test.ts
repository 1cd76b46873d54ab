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

describe("a post that no page of ours sends", () => {
	const send = (body: BodyInit, type: string) =>
		readForm(
			new Request("http://house.test/form", { method: "POST", headers: { "Content-Type": type }, body }),
			schema,
		);

	test("with U+0000 is refused at its field, and what is kept can be stored", async () => {
		const request = post([
			["title", "Ba\0nk"],
			["topics", "a"],
		]);
		expect(await readForm(request, schema)).toEqual({
			valid: false,
			typed: { title: "Bank", topics: ["a"] },
			refusals: [{ code: "invalid", field: "title" }],
		});
		expect(typedIn(request)).toEqual({ title: "Bank", topics: ["a"] });
	});

	test.each([
		["application/json", "{}", 415],
		["text/plain", "title=Bank", 415],
		["multipart/form-data", "x", 400],
		["multipart/form-data; boundary=x", "x", 400],
		["application/x-www-form-urlencoded", `title=${"x".repeat(2_000_000)}`, 413],
	])("as %s is answered with a status of its own", async (type, body, status) => {
		await expect(send(body, type)).rejects.toMatchObject({ init: { status } });
	});

	test("is measured while it comes when it does not say how long it is", async () => {
		let sent = 0;
		const endless = new ReadableStream<Uint8Array>({
			pull(controller) {
				sent += 65_536;
				controller.enqueue(new Uint8Array(65_536).fill(97));
			},
		});
		const request = new Request("http://house.test/form", {
			method: "POST",
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
			body: endless,
			duplex: "half",
		} as RequestInit);
		await expect(readForm(request, schema)).rejects.toMatchObject({ init: { status: 413 } });
		expect(sent).toBeLessThan(3_000_000);
	});

	test("with a file where text is meant has no such field", async () => {
		const body = new FormData();
		body.append("title", new Blob(["x"]), "x.txt");
		body.append("topics", "a");
		const form = await readForm(new Request("http://house.test/form", { method: "POST", body }), schema);
		expect(form).toMatchObject({ valid: false, refusals: [{ field: "title" }] });
	});
});
