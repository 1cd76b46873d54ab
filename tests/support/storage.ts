import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { createStorage, ordinaryLimits, type Storage } from "~/platform/storage/storage.server";

export type Part = [name: string, content: Buffer | string, type?: string];

export const pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

/** A form as a browser sends it: a title and files in the field `attachment`. */
export function upload(...parts: Part[]): Request {
	const form = new FormData();
	form.set("title", "Ein Radweg für Mayen");
	for (const [name, content, type] of parts) {
		const bytes = Uint8Array.from(Buffer.from(content));
		form.append("attachment", new File([bytes], name, { type: type ?? "application/octet-stream" }));
	}
	return new Request("http://localhost/x", { method: "POST", body: form });
}

/** A storage in a folder of its own for every test. */
export class StorageForTests {
	directory = "";
	storage: Storage = createStorage({ directory: "" });

	constructor() {
		beforeEach(async () => {
			this.directory = await mkdtemp(path.join(tmpdir(), "storage-"));
			this.storage = createStorage({ directory: this.directory });
		});
		afterEach(() => rm(this.directory, { recursive: true, force: true }));
	}

	/** Names of all files, wherever they lie. */
	async onDisk(): Promise<string[]> {
		const names = await readdir(this.directory, { recursive: true, withFileTypes: true });
		return names.filter((name) => name.isFile()).map((name) => name.name);
	}

	async ids(): Promise<string[]> {
		const ids: string[] = [];
		for await (const id of this.storage.ids()) ids.push(id);
		return ids;
	}

	async bytesOf(id: string, variant?: "thumbnail"): Promise<Buffer> {
		const { stream } = await this.storage.open(id, variant);
		return Buffer.from(await new Response(stream).arrayBuffer());
	}

	async stored(...parts: Part[]) {
		const result = await this.storage.receive(upload(...parts), ordinaryLimits);
		if (!result.done) throw new Error(JSON.stringify(result.refusals));
		return result.value;
	}

	async only(...part: Part) {
		const [file] = await this.stored(part);
		if (!file) throw new Error("nothing stored");
		return file;
	}
}
