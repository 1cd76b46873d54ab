import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const archiveLimits = {
	entries: 2_000,
	/** Bytes of one part, unpacked. */
	part: 60_000_000,
	/** Bytes of all parts together, unpacked. */
	total: 120_000_000,
	/** Unpacked to packed; looked at from one megabyte on, where ordinary documents stay below 60. */
	ratio: 200,
} as const;

const inflate = promisify(inflateRaw);
type Entry = { name: string; method: number; packed: number; unpacked: number; from: number; to: number };

/**
 * True when a docx, xlsx or odt can be unpacked without harm: an honest central directory, no overlapping or encrypted
 * parts, no ZIP64, no macros, no path that leads out, and every part unpacks to just the size it declares.
 */
export async function isHarmlessArchive(bytes: Buffer): Promise<boolean> {
	const entries = readDirectory(bytes);
	if (!entries || !isWithinLimits(entries, bytes.length)) return false;
	const inOrder = entries.toSorted((one, other) => one.from - other.from);
	// Parts that share bytes are how a 10 MB file becomes 281 TB (Fifield 2019).
	if (inOrder.some((entry, index) => entry.from < (inOrder[index - 1]?.to ?? 0))) return false;
	for (const entry of entries) if (!(await isAsDeclared(bytes, entry))) return false;
	return true;
}

function isWithinLimits(entries: readonly Entry[], size: number): boolean {
	const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	return (
		total <= archiveLimits.total &&
		(total < 1_000_000 || total / size <= archiveLimits.ratio) &&
		entries.every(
			(entry) =>
				entry.unpacked <= archiveLimits.part &&
				!/(?:^|\/)\.\.(?:\/|$)|^\/|\\|\0/.test(entry.name) &&
				!/vbaProject\.bin$/i.test(entry.name),
		)
	);
}

/** Reads the central directory (PKWARE APPNOTE 4.3); null when anything is not as it should be. */
function readDirectory(bytes: Buffer): Entry[] | null {
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0 || end + 22 > bytes.length) return null;
	const count = bytes.readUInt16LE(end + 10);
	let at = bytes.readUInt32LE(end + 16);
	if (count === 0xffff || count > archiveLimits.entries || bytes.readUInt16LE(end + 8) !== count) return null;
	const entries: Entry[] = [];
	for (let index = 0; index < count; index++) {
		if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null;
		const flags = bytes.readUInt16LE(at + 8);
		const local = bytes.readUInt32LE(at + 42);
		const nameLength = bytes.readUInt16LE(at + 28);
		if (flags & 1 || local + 30 > end || bytes.readUInt32LE(local) !== 0x04034b50) return null;
		const packed = bytes.readUInt32LE(at + 20);
		const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		if (from + packed > end) return null;
		entries.push({
			name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
			method: bytes.readUInt16LE(at + 10),
			packed,
			unpacked: bytes.readUInt32LE(at + 24),
			from: from,
			to: from + packed,
		});
		at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return entries.length > 0 ? entries : null;
}

async function isAsDeclared(bytes: Buffer, entry: Entry): Promise<boolean> {
	if (entry.method === 0) return entry.packed === entry.unpacked;
	if (entry.method !== 8) return false;
	try {
		const out = await inflate(bytes.subarray(entry.from, entry.to), { maxOutputLength: Math.max(entry.unpacked, 1) });
		return out.length === entry.unpacked;
	} catch {
		return false;
	}
}
