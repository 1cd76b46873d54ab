import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PrismaClient } from "~/platform/database/generated/client";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";

/** One contribution that somebody really wrote (tests/fixtures/README.md). */
export type RealContribution = { title: string; text: string; category: string; at: Date };

const file = process.env.CONTRIBUTIONS_CSV ?? resolve(import.meta.dirname, "../fixtures/raddialoge.csv");

/** Rows of comma-separated values with quotes (RFC 4180). */
function rowsOf(text: string): string[][] {
	const rows: string[][] = [[""]];
	let quoted = false;
	for (let index = 0; index < text.length; index++) {
		const row = rows.at(-1) ?? [];
		const sign = text[index] ?? "";
		const last = row.length - 1;
		if (quoted && sign === '"' && text[index + 1] === '"') row[last] += text[index++] ?? "";
		else if (sign === '"') quoted = !quoted;
		else if (!quoted && sign === ",") row.push("");
		else if (!quoted && sign === "\n") rows.push([""]);
		else if (quoted || sign !== "\r") row[last] += sign;
	}
	return rows.filter((row) => row.length > 1);
}

/** The real contributions; titles and texts are brought to the lengths that the house allows. */
export function realContributions(): RealContribution[] {
	const [head = [], ...rows] = rowsOf(readFileSync(file, "utf8"));
	const value = (row: string[], column: string) => (row[head.indexOf(column)] ?? "").trim();
	return rows.map((row) => ({
		title: value(row, "title").slice(0, 120).padEnd(5, "."),
		text: (value(row, "text") || value(row, "title")).slice(0, 5000),
		category: value(row, "main_category_level1").replace(/^level1_/, ""),
		at: new Date(value(row, "created")),
	}));
}

/**
 * Puts them into a process, handed in and published at once, numbered in the order of their time; by SQL, because three
 * thousand acts one after the other take minutes. @returns how many
 */
export async function importContributions(db: PrismaClient, processId: string): Promise<number> {
	const { organisationId } = await db.process.findUniqueOrThrow({ where: { id: processId } });
	const real = realContributions().sort((one, other) => one.at.getTime() - other.at.getTime());
	const data = real.map(({ title, text, category, at }, index) => {
		const body: RichText = {
			type: "doc",
			content: [{ type: "paragraph", content: [{ type: "text", text: text.replace(/\s+/g, " ") }] }],
		};
		return {
			id: newId(at),
			processId,
			organisationId,
			number: index + 1,
			code: newCode(),
			title,
			body: { ...body },
			excerpt: plainText(body),
			category,
			createdAt: at,
			updatedAt: at,
			submittedAt: at,
			publishedAt: at,
		};
	});
	for (let from = 0; from < data.length; from += 500) {
		await db.contribution.createMany({ data: data.slice(from, from + 500) });
	}
	await db.process.update({ where: { id: processId }, data: { nextNumber: real.length + 1 } });
	return real.length;
}
