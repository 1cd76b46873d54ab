import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { NotFound } from "~/platform/outcome";
import type { Disk, Variant } from "./disk.server";
import { contentDisposition } from "./file-name";

/** What the row of a file knows of it. */
export type ServedFile = { id: string; name: string; mediaType: string; sha256: string };

const shown = ["image/jpeg", "image/png", "image/webp"];
const downloaded = [
	"application/pdf",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"application/vnd.oasis.opendocument.text",
	"text/plain; charset=utf-8",
	"text/csv; charset=utf-8",
];

/**
 * The answer that hands out a file to somebody who was already allowed to have it. Only pictures may be shown in the
 * page; everything else is downloaded. The browser asks again each time (ETag), because permission may end.
 * Throws NotFound when the file is not on the disk.
 */
export async function serve(
	disk: Disk,
	request: Request,
	file: ServedFile,
	{ variant = "original", show = false }: { variant?: Variant; show?: boolean } = {},
): Promise<Response> {
	const place = disk.pathOf(file.id, variant);
	const found = await stat(place).catch(() => null);
	if (!found) throw new NotFound(`file ${file.id} is not there`);
	const etag = `"${file.sha256}${variant === "thumbnail" ? "-thumbnail" : ""}"`;
	const mediaType = variant === "thumbnail" ? "image/webp" : file.mediaType;
	const name = variant === "thumbnail" ? file.name.replace(/\.[^.]*$/, ".webp") : file.name;
	const headers = new Headers({
		ETag: etag,
		"Cache-Control": "private, no-cache",
		"Content-Type": [...shown, ...downloaded].includes(mediaType) ? mediaType : "application/octet-stream",
		"Content-Disposition": contentDisposition(show && shown.includes(mediaType) ? "inline" : "attachment", name),
		"Content-Security-Policy": "default-src 'none'; sandbox",
		"Cross-Origin-Resource-Policy": "same-origin",
		"X-Content-Type-Options": "nosniff",
	});
	const known = request.headers.get("If-None-Match")?.split(",") ?? [];
	if (known.some((tag) => tag.trim().replace(/^W\//, "") === etag)) {
		headers.delete("Content-Type");
		headers.delete("Content-Disposition");
		return new Response(null, { status: 304, headers });
	}
	headers.set("Content-Length", String(found.size));
	if (request.method === "HEAD") return new Response(null, { headers });
	return new Response(streamOf(place), { headers });
}

/** The bytes of a file as a web stream; it fails when the file disappears meanwhile. */
export function streamOf(place: string): ReadableStream<Uint8Array> {
	return Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>;
}
