import path from "node:path";
import { Worker } from "node:worker_threads";
import { done, type Outcome, refused } from "~/platform/outcome";
import { isHarmlessArchive } from "~/platform/storage/archive.server";
import { kindOf } from "~/platform/storage/kind.server";
import type { WordText } from "./word-text";

/** The house runs in its own folder, in the sources as well as when it is built. */
const reader = path.resolve("app/platform/word/read-word.mjs");
const seconds = 20;

/**
 * The text of a Word file (ECMA-376, .docx) with tracked changes accepted: inserted words count, deleted ones do not.
 * @returns refused with "word-kind" for what is no .docx, "word-broken" for a harmful, damaged or endless one
 */
export async function readWord(bytes: Buffer, name: string): Promise<Outcome<WordText, "word-kind" | "word-broken">> {
	if ((await kindOf(bytes, name))?.extension !== "docx") return refused("word-kind");
	if (!(await isHarmlessArchive(bytes))) return refused("word-broken");
	const read = await readInThread(bytes);
	return read ? done(read) : refused("word-broken");
}

function readInThread(bytes: Buffer): Promise<WordText | null> {
	return new Promise((resolve) => {
		const worker = new Worker(reader, {
			workerData: { bytes },
			env: {},
			resourceLimits: { maxOldGenerationSizeMb: 512 },
		});
		const end = (text: WordText | null) => {
			clearTimeout(limit);
			resolve(text);
			void worker.terminate();
		};
		const limit = setTimeout(() => end(null), seconds * 1000);
		worker.once("message", (answer: Partial<WordText>) =>
			end(answer.paragraphs && answer.notes ? { paragraphs: answer.paragraphs, notes: answer.notes } : null),
		);
		worker.once("error", () => end(null));
		worker.once("exit", () => end(null));
	});
}
