import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NotTypeset, typeset } from "./typeset.server";

let folder = "";
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "paper-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const head = '#set document(title: "x")\n';

async function setting(source: string, options: { limit?: number; standard?: "a-3a" | "1.7" } = {}) {
	const template = path.join(folder, "other.typ");
	await writeFile(template, source);
	return typeset({ template, inputs: {}, timestamp: 0, ...options });
}

describe("nothing is set", () => {
	test("with a font that is not there", async () => {
		await expect(setting(`${head}#set text(font: "Frutiger")\nText`)).rejects.toThrow(/unknown font/);
	});
	test("for keeping, with a character that no font has", async () => {
		await expect(setting(`${head}\u{e000}`)).rejects.toBeInstanceOf(NotTypeset);
	});
	test("that reads files outside its folder", async () => {
		await expect(setting(`${head}#read("/etc/passwd")`)).rejects.toBeInstanceOf(NotTypeset);
		await expect(setting(`${head}#read("../../etc/passwd")`)).rejects.toBeInstanceOf(NotTypeset);
	});
	test("that hangs", async () => {
		const forever = `${head}#let run(n) = { while true { n += 1 }; n }\n#for i in range(9000000) { run(i) }`;
		await expect(setting(forever, { limit: 1500 })).rejects.toThrow(NotTypeset);
	});
	test("that takes too long", async () => {
		await expect(setting(`${head}Text`, { limit: 5 })).rejects.toThrow("took too long");
	});
});

test("words of anybody are set, whatever characters they use", async () => {
	const pdf = await setting(`${head}#set text(font: "DejaVu Sans")\nHallo 🙂 漢字 \u{e000}`, { standard: "1.7" });
	expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
