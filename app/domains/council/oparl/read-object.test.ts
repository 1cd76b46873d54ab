import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readObject, readPage, readSystem } from "./read-object";

const folder = "tests/fixtures/oparl/examples";
const example = (name: string) => JSON.parse(readFileSync(`${folder}/${name}-01.json`, "utf8"));
const at = "https://ris.example.org/list";
const id = "https://ris.example.org/1";
const type = (name: string, version = "1.1") => `https://schema.oparl.org/${version}/${name}`;

describe("an object of OParl", () => {
	it("is read from every example of the specification without a problem", () => {
		for (const file of readdirSync(folder).filter((name) => !name.startsWith("System"))) {
			const raw = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
			expect([file, readObject(raw, at).problems]).toEqual([file, []]);
			expect(readObject(raw, at).id).toBe(raw.id);
		}
		expect(readSystem(example("System"))).toEqual({
			name: "Beispiel-System",
			version: "1.1",
			bodies: "https://oparl.example.org/bodies",
		});
	});

	it("leaves its parts standing by themselves, each knowing what it belongs to", () => {
		const { objects } = readObject(example("Meeting"), at);
		expect(objects.map((one) => one.type)).toEqual([
			"Meeting",
			"Location",
			"File",
			"File",
			"File",
			"File",
			"AgendaItem",
		]);
		expect(objects[0]?.data.agendaItem).toEqual(["https://oparl.example.org/agendaitem/3271"]);
		const paper = readObject(example("Paper"), at).objects;
		expect(paper.find((one) => one.type === "Consultation")?.data).toMatchObject({
			paper: "https://oparl.example.org/paper/749",
			role: "Beschlussfassung",
			authoritative: false,
		});
	});

	it("reads the same whether parts are embedded or referred to", () => {
		const embedded = example("Person");
		const referred = { ...embedded, membership: embedded.membership.map((one: { id: string }) => one.id) };
		const own = (raw: unknown) => readObject(raw, at).objects[0]?.data;
		expect(own(referred)).toEqual(own(embedded));
	});

	it("leaves out what vendors add, and what is nobody's business of a person", () => {
		const { objects } = readObject({ ...example("Person"), "vendor:secret": 1, foo: { bar: 2 } }, at);
		expect(Object.keys(objects[0]?.data ?? {}).sort()).toEqual([
			"body",
			"created",
			"familyName",
			"formOfAddress",
			"givenName",
			"membership",
			"modified",
			"name",
			"status",
			"title",
		]);
	});

	it.each([
		["nothing", null, "not-an-object"],
		["a text", "Vorlage", "not-an-object"],
		["a list", [], "not-an-object"],
		["without id", { type: type("Paper") }, "id-missing"],
		["with a script as id", { id: "javascript:alert(1)", type: type("Paper") }, "id-missing"],
		["without type", { id }, "type-unknown"],
		["of version 2", { id, type: "https://schema.oparl.org/2.0/Paper" }, "type-unknown"],
		["of another kind", { id, type: type("Meeting") }, "type-unexpected"],
	])("tells and skips what is broken: %s", (_name, raw, code) => {
		expect(readObject(raw, at, "Paper")).toMatchObject({ objects: [], problems: [{ code }] });
	});

	it("keeps an object without the attribute or part that is broken, and tells", () => {
		const raw = {
			id,
			type: type("Paper", "1.0"),
			name: 17,
			reference: "12/2026",
			relatedPaper: "none",
			mainFile: { id: `${id}/file`, type: type("File") },
			auxiliaryFile: [{ id: `${id}/other`, type: type("File"), accessUrl: `${id}/other.pdf` }, "weg"],
		};
		const { objects, problems } = readObject(raw, at, "Paper");
		expect(objects.map((one) => one.id)).toEqual([id, `${id}/other`]);
		expect(objects[0]?.data).toEqual({ reference: "12/2026", auxiliaryFile: [`${id}/other`] });
		expect(problems.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
			"attribute-unreadable name",
			"attribute-unreadable relatedPaper",
			"attribute-missing accessUrl",
			"not-an-object File",
		]);
	});

	it("takes a deleted one for what it is, though it says nothing more", () => {
		const { objects, problems } = readObject({ id, type: type("File"), deleted: true }, at, "File");
		expect([objects, problems]).toEqual([[{ id, type: "File", deleted: true, data: {} }], []]);
	});

	it("does not follow parts in parts for ever", () => {
		const trap: Record<string, unknown> = { id, type: type("Meeting") };
		trap.agendaItem = [trap];
		expect(readObject(trap, at).problems[0]?.code).toBe("type-unexpected");
	});
});

it("a page is a list with where it goes on; anything else is none", () => {
	expect(readPage({ data: [1], links: { next: `${at}?page=2` } })).toEqual({ data: [1], next: `${at}?page=2` });
	expect(readPage([1, 2])).toEqual({ data: [1, 2], next: null });
	expect(readPage({ data: [], links: { next: "javascript:1" } })).toEqual({ data: [], next: null });
	for (const none of [null, "x", {}, { data: {} }]) expect(readPage(none)).toBeNull();
	for (const none of [null, {}, { ...example("System"), oparlVersion: "2" }, { ...example("System"), body: 1 }]) {
		expect(readSystem(none)).toBeNull();
	}
});
