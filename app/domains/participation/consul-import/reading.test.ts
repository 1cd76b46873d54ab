import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, titleFor } from "./judge";
import { thingsAt } from "./old-address";
import { readJson } from "./read-json";
import { fieldName, momentIn } from "./record";
import { textFromHtml } from "./text-from-html";

const graphql = readFileSync(resolve("tests/fixtures/consul/graphql.json"), "utf8");
const now = new Date("2026-06-15T10:00:00Z");

describe("a file of CONSUL", () => {
	const content = readJson(graphql, null);

	test("gives its processes, contributions of all kinds, and comments with what they are on", () => {
		expect(content?.frames.map(({ kind, originalId }) => `${kind} ${originalId}`)).toEqual([
			"legislation-process 3",
			"budget 2",
		]);
		expect(content?.contributions.map(({ kind, originalId }) => `${kind} ${originalId}`)).toEqual([
			"investment 77",
			"debate 12",
			"proposal 40",
			"proposal 41",
			"legislation-proposal 9",
		]);
		expect(
			content?.comments.map(({ originalId, on, replyTo }) => [originalId, `${on.kind} ${on.id}`, replyTo]),
		).toEqual([
			["101", "debate 12", null],
			["102", "debate 12", "101"],
			["103", "investment 77", null],
		]);
	});

	test("names authors by what they called themselves, never by an address", () => {
		expect(content?.contributions.map(({ author }) => author)).toEqual([
			"brunnen",
			"waldweg",
			"ehemals CONSUL",
			null,
			"quelle",
		]);
		expect(content?.comments.map(({ author }) => author)).toEqual(["ehemals CONSUL", "ehemals CONSUL", "waldweg"]);
	});

	test("keeps words, days, topics and votes, and no markup", () => {
		const debate = content?.contributions.find(({ kind }) => kind === "debate");
		expect(debate).toMatchObject({ category: "Zeitpunkt", votes: 14, writtenAt: new Date("2023-03-02T08:00:00Z") });
		expect(debate?.text).toBe("Früh.\n\nUnd dann noch einmal:\n\n– vor dem Beschluss\n– danach");
		const fountain = content?.contributions.find(({ kind }) => kind === "investment");
		expect(fountain?.text).toBe("Ein Brunnen.\n\nKosten laut CONSUL: 12000\n\nMachbarkeit laut CONSUL: feasible");
	});

	test("what was hidden there is left out, which is no error", () => {
		if (!content) throw new Error("unreadable");
		const judged = judge(content, new Set(), now);
		expect(judged.problems).toEqual([]);
		expect(judged.hidden).toBe(1);
		expect(judged.contributions.map(({ originalId }) => originalId)).not.toContain("41");
	});

	test.each(["", "[]", "{}", "null", "12", '{"data":null}', '{"users":[{"id":1}]}', "{"])("%j is none", (text) => {
		expect(readJson(text, null)).toBeNull();
		expect(readJson(text, "debate")).toBeNull();
	});

	test("a bare list is what the sender says it is", () => {
		expect(
			readJson('[{"id":1,"title":"Ein Titel","summary":"Kurz","description":"Lang"}]', "proposal")?.contributions,
		).toMatchObject([{ kind: "proposal", originalId: "1", text: "Kurz\n\nLang" }]);
	});
});

test("errors are said row by row", () => {
	const row = (more: object) => ({ id: 1, title: "Ein Titel", created_at: "2022-05-02", ...more });
	const rows = [row({}), row({}), row({ id: "" }), row({ id: 3, title: "" }), row({ id: 4, created_at: "" })];
	const late = [row({ id: 5, created_at: "2031-01-01" }), row({ id: 6, description: "x".repeat(20_001) })];
	const comments = [{ id: 1, body: "Wozu?", commentable_type: "Debate", commentable_id: 99, created_at: "2022-05-02" }];
	const content = readJson(JSON.stringify({ debates: [...rows, ...late], comments }), null);
	if (!content) throw new Error("unreadable");
	expect(judge(content, new Set(), now).problems.map(({ row: number, kind, code }) => [number, kind, code])).toEqual([
		[2, "debate", "id-twice"],
		[3, "debate", "id-missing"],
		[4, "debate", "title-missing"],
		[5, "debate", "date-missing"],
		[6, "debate", "date-in-future"],
		[7, "debate", "text-too-long"],
		[1, "comment", "comment-on-nothing"],
	]);
	expect(judge(content, new Set(["debate:99"]), now).comments).toHaveLength(1);
});

test.each([
	["/debates/12-wann-soll-beteiligt-werden", "debate 12"],
	["/debates/12", "debate 12"],
	["/debates/12/", "debate 12"],
	["/proposals/40-mehr", "proposal 40"],
	["/comments/101", "comment 101"],
	["/budgets/2/investments/77-trinkbrunnen", "investment 77, budget 2"],
	["/budgets/2/investments", "budget 2"],
	["/budgets/2", "budget 2"],
	["/legislation/processes/3", "legislation-process 3"],
	["/legislation/processes/3/draft_publication", "legislation-process 3"],
	["/legislation/processes/3-leitlinien/proposals/9-beirat", "legislation-proposal 9, legislation-process 3"],
	["/debates", ""],
	["/debates/neu", ""],
	["/debates/12/bearbeiten", ""],
	["/legislation/processes/3/users", ""],
	["/users/12", ""],
])("%s meant %j", (path, things) => {
	expect(
		thingsAt(path)
			.map(({ kind, originalId }) => `${kind} ${originalId}`)
			.join(", "),
	).toBe(things);
});

test.each([
	["publicCreatedAt", "created_at"],
	["Erstellt am", "created_at"],
	["ID", "id"],
	["author_username", "author"],
	["main_category_level1", "category"],
	["Geozone", "location"],
])("the field %s is %s", (name, expected) => {
	expect(fieldName(name)).toBe(expected);
});

test.each([
	["2017-09-13T08:08:40+02:00", "2017-09-13T06:08:40.000Z"],
	["2023-03-02 09:00:00 UTC", "2023-03-02T09:00:00.000Z"],
	["2023-03-02 09:00:00 +0100", "2023-03-02T08:00:00.000Z"],
	["02.05.2022 08:30", "2022-05-02T07:30:00.000Z"],
	["2.5.2022", "2022-05-02T11:00:00.000Z"],
	["2022-13-45", undefined],
	["gestern", undefined],
	["", undefined],
])("%j is the moment %s", (text, expected) => {
	expect(momentIn(text)?.toISOString()).toBe(expected);
});

test("titles are brought within the house's limits, whatever they are", () => {
	expect(titleFor({ title: "Mehr", text: "Licht am Bach" })).toBe("Mehr – Licht am Bach");
	expect(titleFor({ title: "", text: "Ja" })).toBe("Ja...");
	fc.assert(
		fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (title, text) => {
			const { length } = titleFor({ title, text });
			expect(length).toBeGreaterThanOrEqual(5);
			expect(length).toBeLessThanOrEqual(120);
		}),
	);
});

test("no text of another platform becomes markup or a control character", () => {
	expect(textFromHtml("<p onclick=x>a&lt;b&gt;</p><img src=x>")).toBe("a<b>");
	expect(textFromHtml("1 < 2 und 3 > 2")).toBe("1 < 2 und 3 > 2");
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
			// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
			expect(textFromHtml(`<p>${text}</p>`)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
		}),
	);
});
