import { crc32, deflateRawSync } from "node:zlib";

/** Names are UTF-8 (bit 11). */
const flags = 0x0800;

/** 1 January 1980, the first day that the format knows: the same files give the same archive. */
const day = 0x0021;

/**
 * A ZIP archive (PKWARE APPNOTE 4.3) of a few files, the same bytes for the same files. Made in memory, so for what fits
 * there; throws for more than 65,535 files or four gigabytes, which need another format.
 */
export function archiveOf(files: readonly { name: string; bytes: Uint8Array }[]): Buffer {
	if (files.length > 0xffff) throw new Error("too many files for one archive");
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, bytes } of files) {
		const packed = deflateRawSync(bytes);
		const encoded = Buffer.from(name.normalize("NFC"), "utf8");
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt16LE(flags, 2);
		facts.writeUInt16LE(8, 4);
		facts.writeUInt16LE(day, 8);
		facts.writeUInt32LE(crc32(bytes), 10);
		facts.writeUInt32LE(packed.length, 14);
		facts.writeUInt32LE(bytes.length, 18);
		facts.writeUInt16LE(encoded.length, 22);
		const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, encoded, packed]);
		// Comment, disk, attributes: none; then where the file begins.
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, rest, encoded]));
		parts.push(local);
		offset += local.length;
	}
	const entries = Buffer.concat(directory);
	if (offset + entries.length > 0xffff_ffff) throw new Error("too large for one archive");
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(entries.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, entries, end]);
}
