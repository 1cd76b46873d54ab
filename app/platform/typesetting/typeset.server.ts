import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The house runs in its own folder, in the sources as well as when it is built. */
const compiler = path.resolve("app/platform/typesetting/typeset.mjs");
const fonts = path.resolve("node_modules/dejavu-fonts-ttf/ttf");

/** A paper of 500 rows takes about a second. */
const timeLimit = 20_000;

/**
 * `a-3a` is for what is kept and signed: a character that no font has is refused. `1.7` is for what carries the words of
 * anybody: there such a character becomes a box. `ua-1` is for reading aloud and enlarging (PDF/UA); the compiler refuses a
 * paper that lacks what that asks for, e.g. a title or an alternative text. All are tagged.
 */
export type PdfStandard = "a-3a" | "ua-1" | "1.7";

/** No paper could be made: the compiler complained (also of a missing font, in a-3a of a missing glyph) or took too long. */
export class NotTypeset extends Error {
	override name = "NotTypeset";
}

/**
 * Sets a paper with Typst, in a process and a folder of its own that hold nothing but the template. What people typed
 * comes in as inputs (`sys.inputs`, strings; JSON for more) and is never read as Typst. The same inputs and moment always
 * give the same bytes.
 * @param template a .typ file, from the top of the house, e.g. "app/domains/agreements/rendering/agreement.typ"
 * @param timestamp seconds since 1970, the date inside the PDF
 * @throws NotTypeset
 */
export async function typeset({
	template,
	inputs,
	timestamp,
	standard = "a-3a",
	limit = timeLimit,
}: {
	template: string;
	inputs: Record<string, string>;
	timestamp: number;
	standard?: PdfStandard;
	limit?: number;
}): Promise<Buffer> {
	const workspace = await mkdtemp(path.join(tmpdir(), "gemeinwerk-typeset-"));
	try {
		const copy = path.join(workspace, "paper.typ");
		await copyFile(path.resolve(template), copy);
		return await runChild({ workspace, template: copy, fonts: [fonts], inputs, timestamp, standard }, limit);
	} finally {
		await rm(workspace, { recursive: true, force: true });
	}
}

function runChild(order: object, limit: number): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		// No environment: the compiler needs none, and none of our secrets should be near a template.
		const child = spawn(process.execPath, [compiler], { env: {}, timeout: limit, killSignal: "SIGKILL" });
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
		child.stdin.end(JSON.stringify(order));
	});
}
