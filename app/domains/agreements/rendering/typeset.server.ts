import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The house runs in its own folder, in the sources as well as when it is built. */
const here = path.resolve("app/domains/agreements/rendering");
const fonts = path.resolve("node_modules/dejavu-fonts-ttf/ttf");

/** A paper of 500 rows takes about a second. */
const timeLimit = 20_000;

/** No paper could be made: the compiler complained (also of a missing glyph or font) or took too long. */
export class NotTypeset extends Error {
	override name = "NotTypeset";
}

/**
 * Sets a paper with Typst, in a process and a folder of its own that hold nothing but the template: PDF/A-3a, tagged, with
 * the inputs attached as the template says. The same inputs and moment always give the same bytes.
 * @param timestamp seconds since 1970, the date inside the PDF
 * @throws NotTypeset
 */
export async function typeset(
	inputs: Record<string, string>,
	timestamp: number,
	{ template = path.join(here, "agreement.typ"), limit = timeLimit }: { template?: string; limit?: number } = {},
): Promise<Buffer> {
	const workspace = await mkdtemp(path.join(tmpdir(), "gemeinwerk-typeset-"));
	try {
		await copyFile(template, path.join(workspace, "agreement.typ"));
		return await runChild(JSON.stringify({ workspace, fonts: [fonts], inputs, timestamp }), limit);
	} finally {
		await rm(workspace, { recursive: true, force: true });
	}
}

function runChild(order: string, limit: number): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		// No environment: the compiler needs none, and none of our secrets should be near a template.
		const child = spawn(process.execPath, [path.join(here, "typeset.mjs")], {
			env: {},
			timeout: limit,
			killSignal: "SIGKILL",
		});
		const pdf: Buffer[] = [];
		const complaints: Buffer[] = [];
		child.stdout.on("data", (piece: Buffer) => pdf.push(piece));
		child.stderr.on("data", (piece: Buffer) => complaints.push(piece));
		child.on("error", (error) => reject(new NotTypeset(error.message)));
		child.on("close", (code, signal) => {
			if (code === 0) resolve(Buffer.concat(pdf));
			else reject(new NotTypeset(signal ? "took too long" : Buffer.concat(complaints).toString("utf8").slice(0, 2000)));
		});
		// A child that died early closes its input; the reason comes with "close".
		child.stdin.on("error", () => undefined);
		child.stdin.end(order);
	});
}
