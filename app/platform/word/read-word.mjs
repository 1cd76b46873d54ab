// Reads the text of an uploaded Word file in a thread of its own: it is somebody else's, and a page must not wait for it.
// workerData: { bytes }; answers with { paragraphs, notes } or { code }.
import { parentPort, workerData } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";

const mostCharacters = 2_000_000;

const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What is gone in the version with all changes accepted, and what stands there twice. */
const skipped = new Set(["w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText"]);

try {
	parentPort?.postMessage(read(Buffer.from(workerData.bytes)));
} catch {
	parentPort?.postMessage({ code: "word-broken" });
}

function read(bytes) {
	const document = part(bytes, "word/document.xml");
	if (document === null) return { code: "word-broken" };
	const levels = headingLevels(part(bytes, "word/styles.xml") ?? "");
	const paragraphs = paragraphsIn(document, levels);
	const notes = ["comments", "footnotes", "endnotes"].flatMap((name) => {
		const text = part(bytes, `word/${name}.xml`);
		return text === null
			? []
			: paragraphsIn(text, levels).flatMap(({ text: said }) => (said.trim() ? [said.trim()] : []));
	});
	return { paragraphs, notes };
}

/** One part of the archive as text (PKWARE APPNOTE 4.3); the caller has made sure that the archive is honest. */
function part(archive, name) {
	const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
	let at = archive.readUInt32LE(end + 16);
	for (let entry = archive.readUInt16LE(end + 10); entry > 0; entry -= 1) {
		const lengths = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
		if (archive.toString("utf8", at + 46, at + 46 + lengths[0]) === name) {
			const local = archive.readUInt32LE(at + 42);
			const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
			const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20));
			const bytes = archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
			return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		}
		at += 46 + lengths[0] + lengths[1] + lengths[2];
	}
	return null;
}

/** Tags and texts of an XML document in their order. A document with a DTD is refused: entities are not for us. */
function* tokens(xml) {
	if (/<!DOCTYPE/i.test(xml.slice(0, 2000))) throw new Error("a DTD");
	const pattern = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g;
	for (const [, closing, name, rest = "", text] of xml.matchAll(pattern)) {
		if (text !== undefined) yield { text: decoded(text) };
		else if (name !== undefined) {
			const alone = rest.endsWith("/");
			if (closing !== "/") yield { open: name, attributes: rest };
			if (closing === "/" || alone) yield { close: name };
		}
	}
}

function decoded(text) {
	return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, digits, name) => {
		if (name !== undefined) return named[name] ?? whole;
		const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : "";
	});
}

function attribute(attributes, name) {
	const found = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes);
	return found ? decoded(found[1] ?? found[2] ?? "") : null;
}

/** Style id to the level of heading that it is; Word translates ids ("berschrift1"), but not the names of its own styles. */
function headingLevels(styles) {
	const levels = new Map();
	let id = null;
	for (const token of tokens(styles)) {
		if (token.open === "w:style") id = attribute(token.attributes, "w:styleId");
		else if (token.close === "w:style") id = null;
		else if (token.open === "w:name" && id !== null) {
			const level = /^heading (\d)$/i.exec(attribute(token.attributes, "w:val") ?? "");
			if (level) levels.set(id, Number(level[1]));
		}
	}
	return levels;
}

function paragraphsIn(xml, levels) {
	const paragraphs = [];
	let [skipping, characters, rows, cell, inText] = [0, 0, [], null, false];
	const stack = [];
	const fresh = () => ({ text: "", heading: 0, bookmarks: [], listed: false });
	let waiting = [];
	for (const token of tokens(xml)) {
		if (token.open && skipped.has(token.open)) {
			skipping += 1;
		} else if (token.close && skipped.has(token.close)) skipping -= 1;
		else if (token.open === "w:bookmarkStart") {
			const name = attribute(token.attributes, "w:name");
			const now = stack.at(-1);
			if (name !== null) (now ? now.bookmarks : waiting).push(name);
		} else if (skipping > 0) continue;
		else if (token.open === "w:p") {
			stack.push({ ...fresh(), bookmarks: waiting });
			waiting = [];
		} else if (token.close === "w:p") {
			const now = stack.pop();
			if (!now) continue;
			if (now.listed && now.text.trim() !== "") now.text = `– ${now.text}`;
			characters += now.text.length;
			if (characters > mostCharacters) throw new Error("too long");
			if (cell === null) paragraphs.push(now);
			else cell.push(now.text);
		} else if (token.open === "w:tbl") rows = [];
		else if (token.open === "w:tr") rows.push([]);
		else if (token.open === "w:tc") cell = [];
		else if (token.close === "w:tc") {
			rows.at(-1)?.push((cell ?? []).join(" ").trim());
			cell = null;
		} else if (token.close === "w:tbl") {
			for (const row of rows) paragraphs.push({ ...fresh(), text: row.join(" | "), table: true });
			rows = [];
		} else {
			const now = stack.at(-1);
			if (!now) continue;
			if (token.open === "w:pStyle") now.heading = levels.get(attribute(token.attributes, "w:val")) ?? 0;
			else if (token.open === "w:numPr") now.listed = now.heading === 0;
			else if (token.open === "w:t") inText = true;
			else if (token.close === "w:t") inText = false;
			else if (token.open === "w:tab") now.text += "\t";
			else if (token.open === "w:br" || token.open === "w:cr") now.text += "\n";
			else if (token.open === "w:noBreakHyphen") now.text += "\u2011";
			else if (token.text !== undefined && inText) now.text += token.text;
		}
	}
	return paragraphs;
}
