import { stat } from "node:fs/promises";
import { NotFound } from "~/platform/outcome";
import { Disk, type Variant } from "./disk.server";
import { receive, type Upload, type UploadLimits } from "./receive.server";
import { type ServedFile, serve, streamOf } from "./serve.server";

/** Ten megabytes a file, five files, thirty megabytes together: what a form takes unless it says otherwise. */
export const ordinaryLimits: UploadLimits = { files: 5, fileBytes: 10_000_000, totalBytes: 30_000_000 };

/** The files of the house. Whoever calls has asked the policy before; here nobody is asked. */
export type Storage = {
	/**
	 * Reads a form with files. Files are typed by content, pictures redrawn, archives and (with clamd) malware refused;
	 * one refused file refuses all and leaves nothing on the disk. `fields` holds the form's text either way (empty only
	 * when one file exceeds `totalBytes` or the request twice that). Kept files belong to the caller: when the command
	 * then refuses, call `remove` for each.
	 */
	receive(request: Request, limits: UploadLimits): Promise<Upload>;
	/** The bytes of a file and their number. Throws NotFound. */
	open(id: string, variant?: Variant): Promise<{ bytes: number; stream: ReadableStream<Uint8Array> }>;
	/** Whether a file lies on the disk. */
	has(id: string): Promise<boolean>;
	/** Deletes a file and its preview; twice is no error. */
	remove(id: string): Promise<void>;
	/** The answer of a download route. `show` lets pictures appear in the page. Throws NotFound. */
	serve(request: Request, file: ServedFile, options?: { variant?: Variant; show?: boolean }): Promise<Response>;
	/** Deletes half-finished uploads older than `before`; returns their number. For a job. */
	removeUnfinished(before: Date): Promise<number>;
	/** Ids of all files on the disk, to find those that no row names. */
	ids(): AsyncGenerator<string>;
};

/**
 * @param directory an absolute folder that only this house uses, e.g. DATA_DIR/files
 * @param clamd address of a ClamAV daemon (`host:port` or a socket's path); without it nothing is scanned
 */
export function createStorage({ directory, clamd }: { directory: string; clamd?: string }): Storage {
	const disk = new Disk(directory);
	return {
		receive: (request, limits) => receive(request, limits, disk, clamd),
		async open(id, variant = "original") {
			const place = disk.pathOf(id, variant);
			const found = await stat(place).catch(() => null);
			if (!found) throw new NotFound(`file ${id} is not there`);
			return { bytes: found.size, stream: streamOf(place) };
		},
		has: (id) =>
			stat(disk.pathOf(id, "original")).then(
				() => true,
				() => false,
			),
		remove: (id) => disk.remove(id),
		serve: (request, file, options) => serve(disk, request, file, options),
		removeUnfinished: (before) => disk.removeUnfinished(before),
		ids: () => disk.ids(),
	};
}
