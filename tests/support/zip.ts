import { inflateRawSync } from "node:zlib";

/**
 * One part of a ZIP archive as text, found by way of its central directory (PKWARE APPNOTE 4.3); throws when it is not there.
 * Not by the library that wrote it.
 */
export function partOf(archive: Buffer, name: string): string {
	const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
	let at = archive.readUInt32LE(end + 16);
	for (let entry = archive.readUInt16LE(end + 10); entry > 0; entry -= 1) {
		const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
		const [nameLength, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
		const found = archive.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
		if (found === name) {
			const local = archive.readUInt32LE(at + 42);
			const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
			const bytes = archive.subarray(from, from + packed);
			return (method === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
		}
		at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	throw new Error(`no part ${name}`);
}
