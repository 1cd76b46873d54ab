import { crc32, deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** A JPEG of the given size, lying on its side, with a place and a camera in its metadata. */
export function pictureWithPlace(width: number, height: number): Promise<Buffer> {
	return sharp({ create: { width, height, channels: 3, background: "#336699" } })
		.jpeg()
		.withExif({
			IFD0: { Make: "Kamera Eifel" },
			IFD3: {
				GPSLatitudeRef: "N",
				GPSLatitude: "50/1 19/1 4000/100",
				GPSLongitudeRef: "E",
				GPSLongitude: "7/1 13/1 2500/100",
			},
		})
		.withMetadata({ orientation: 6 })
		.toBuffer();
}

type Part = { name: string; content: Buffer | string; declared?: number; offset?: number; flags?: number };

/** A ZIP made byte by byte, so that tests can lie in it. */
function zip(parts: readonly Part[]): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const part of parts) {
		const content = Buffer.from(part.content);
		const packed = deflateRawSync(content);
		const name = Buffer.from(part.name);
		const facts = Buffer.alloc(22);
		facts.writeUInt16LE(part.flags ?? 0, 2);
		facts.writeUInt16LE(8, 4);
		facts.writeUInt32LE(crc32(content), 10);
		facts.writeUInt32LE(packed.length, 14);
		facts.writeUInt32LE(part.declared ?? content.length, 18);
		facts.writeUInt16LE(20, 0);
		const lengths = Buffer.alloc(4);
		lengths.writeUInt16LE(name.length, 0);
		const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, lengths, name, packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(part.offset ?? at, 10);
		directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), facts, lengths, tail, name]));
		files.push(local);
		at += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...files, central, end]);
}

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** A docx as far as anybody needs to look, with further parts. */
export function docx(...more: Part[]): Buffer {
	return zip([
		{ name: "[Content_Types].xml", content: types },
		{ name: "word/document.xml", content: "<w:document>Beschlussvorschlag</w:document>" },
		...more,
	]);
}
