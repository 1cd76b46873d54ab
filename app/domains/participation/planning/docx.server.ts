import { crc32 } from "node:zlib";

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packaging = "http://schemas.openxmlformats.org/package/2006";

/**
 * A Word file (ECMA-376, Office Open XML) with a heading and a table of two columns whose first row is repeated on every
 * page; the first paragraph of each cell is bold.
 * @returns the bytes of the file
 */
export function docxOf(title: string, rows: readonly (readonly [readonly string[], readonly string[]])[]): Buffer {
	const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
		.map((side) => `<w:${side} w:val="single" w:sz="4" w:color="808080"/>`)
		.join("");
	const table = rows.map((row, index) => {
		const cells = row.map(
			(lines) =>
				`<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>${lines.map((line, at) => paragraph(line, at === 0)).join("")}</w:tc>`,
		);
		return `<w:tr>${index === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.join("")}</w:tr>`;
	});
	const document = `${xml}<w:document ${namespace}><w:body>${paragraph(title, true, 32)}<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid>${table.join("")}</w:tbl>${paragraph("", false)}</w:body></w:document>`;
	return zipOf([
		[
			"[Content_Types].xml",
			`${xml}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		],
		[
			"_rels/.rels",
			`${xml}<Relationships xmlns="${packaging}/relationships"><Relationship Id="document" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		],
		["word/document.xml", document],
	]);
}

function paragraph(text: string, bold: boolean, size = 20): string {
	const look = `<w:rPr>${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr>`;
	return `<w:p><w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

function escaped(text: string): string {
	return (
		text
			// characters that XML 1.0 cannot hold
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
			.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
			.replaceAll("&", "&amp;")
			.replaceAll("<", "&lt;")
			.replaceAll(">", "&gt;")
	);
}

/** A ZIP archive of stored parts (PKWARE APPNOTE 4.3), names in ASCII. */
function zipOf(parts: readonly (readonly [string, string])[]): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content] of parts) {
		const bytes = Buffer.from(content);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		// 1 January 1980, the first day a ZIP knows: the same table gives the same file
		fields.writeUInt16LE(0x21, 8);
		fields.writeUInt32LE(crc32(bytes), 10);
		fields.writeUInt32LE(bytes.length, 14);
		fields.writeUInt32LE(bytes.length, 18);
		fields.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), bytes]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, tail, Buffer.from(name)]));
		locals.push(local);
		at += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...locals, central, end]);
}
