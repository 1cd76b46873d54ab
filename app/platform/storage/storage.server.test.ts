import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { textFor } from "~/platform/i18n";
import { type Part, pdf, StorageForTests, upload } from "~tests/support/storage";
import { docx, pictureWithPlace } from "~tests/support/upload-samples";
import { messages } from "./messages";
import { ordinaryLimits } from "./storage.server";

const house = new StorageForTests();

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

describe("pictures", () => {
	test("are upright, smaller and know neither place nor camera", async () => {
		const original = await pictureWithPlace(4000, 3000);
		expect(original.includes("Kamera Eifel")).toBe(true);
		expect((await sharp(original).metadata()).orientation).toBe(6);
		const file = await house.only("IMG 1.JPG", original, "image/png");
		expect(file).toMatchObject({
			field: "attachment",
			name: "IMG 1.jpg",
			mediaType: "image/jpeg",
			width: 1920,
			height: 2560,
			hasThumbnail: true,
		});
		const bytes = await house.bytesOf(file.id);
		const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
		expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
		expect(bytes.includes("Kamera Eifel")).toBe(false);
		expect(file.bytes).toBe(bytes.length);
		expect(file.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
		expect(await sharp(await house.bytesOf(file.id, "thumbnail")).metadata()).toMatchObject({
			format: "webp",
			width: 360,
			height: 480,
		});
	});

	test("keep their format, only AVIF becomes WebP", async () => {
		const plain = sharp({ create: { width: 20, height: 10, channels: 4, background: "#0000" } });
		const files = await house.stored(
			["a.png", await plain.clone().png().toBuffer()],
			["b.webp", await plain.clone().webp().toBuffer()],
			["c.avif", await plain.clone().avif({ effort: 0 }).toBuffer()],
		);
		expect(files.map((file) => [file.name, file.mediaType, file.width])).toEqual([
			["a.png", "image/png", 20],
			["b.webp", "image/webp", 20],
			["c.webp", "image/webp", 20],
		]);
	});

	test("lose what was hidden behind them", async () => {
		const polyglot = Buffer.concat([await pictureWithPlace(50, 50), docx(), Buffer.from("<script>alert(1)</script>")]);
		const bytes = await house.bytesOf((await house.only("bild.jpg", polyglot)).id);
		expect(bytes.includes("<script>")).toBe(false);
		expect(bytes.includes("PK\x03\x04")).toBe(false);
	});
});

describe("documents", () => {
	test("are stored as they are", async () => {
		const files = await house.stored(
			["Plan.pdf", pdf],
			["Vorlage.docx", docx()],
			["Liste.csv", "Ort;Zahl\nMayen;3\n"],
			["Notiz.TXT", "Grüße"],
			["Excel.csv", Buffer.from("Stra\xdfe;Zahl\n", "latin1")],
		);
		expect(files.map((file) => file.mediaType)).toEqual([
			"application/pdf",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			"text/csv; charset=utf-8",
			"text/plain; charset=utf-8",
			"text/csv; charset=windows-1252",
		]);
		expect((await house.bytesOf(files[0]?.id ?? "")).toString()).toBe(pdf);
		expect(await house.ids()).toEqual(files.map((file) => file.id).toSorted());
	});
});

describe("refused, with nothing left on the disk and the text of the form kept", () => {
	const html = "<!doctype html><script>alert(1)</script>";
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
	const big = Buffer.alloc(10_000_001, 65);
	const cases: [string, () => Promise<Part[]> | Part[], string][] = [
		["HTML named as a picture", () => [["a.jpg", html, "image/jpeg"]], "file-type-refused"],
		["HTML named as text", () => [["a.txt", html, "text/plain"]], "file-type-refused"],
		["SVG", () => [["a.svg", svg, "image/svg+xml"]], "file-type-refused"],
		["SVG named as text", () => [["a.txt", `\n ${svg}`, "text/plain"]], "file-type-refused"],
		["a program", () => [["a.pdf", Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")]], "file-type-refused"],
		["text that is no UTF-8", () => [["a.txt", Buffer.from("Stra\xdfe", "latin1")]], "file-type-refused"],
		["a plain ZIP", () => [["a.docx", "PK\x05\x06".padEnd(22, "\0")]], "file-type-refused"],
		["an empty file", () => [["a.txt.pdf", ""]], "file-type-refused"],
		[
			"a truncated PNG",
			async () => {
				const noise = sharp({
					create: {
						width: 300,
						height: 300,
						channels: 3,
						background: "#fff",
						noise: { type: "gaussian", mean: 128, sigma: 60 },
					},
				});
				return [["a.png", (await noise.png().toBuffer()).subarray(0, 40_000)]];
			},
			"picture-broken",
		],
		[
			"a picture of 30 megapixels",
			async () => [
				[
					"a.png",
					await sharp({ create: { width: 6000, height: 5000, channels: 3, background: "#fff" } })
						.png()
						.toBuffer(),
				],
			],
			"picture-too-many-pixels",
		],
		[
			"an archive bomb",
			() => [["a.docx", docx({ name: "word/media/x", content: Buffer.alloc(5_000_000) })]],
			"archive-refused",
		],
		[
			"an archive that lies about its size",
			() => [["a.docx", docx({ name: "x", content: Buffer.alloc(500_000, "ab"), declared: 10 })]],
			"archive-refused",
		],
		[
			"an archive with overlapping parts",
			() => [["a.docx", docx({ name: "x", content: "<w:document>Beschlussvorschlag</w:document>", offset: 0 })]],
			"archive-refused",
		],
		["an encrypted archive", () => [["a.docx", docx({ name: "x", content: "x", flags: 1 })]], "archive-refused"],
		[
			"an archive with macros",
			() => [["a.docx", docx({ name: "word/vbaProject.bin", content: "x" })]],
			"archive-refused",
		],
		["an archive that leads out", () => [["a.docx", docx({ name: "../../x", content: "x" })]], "archive-refused"],
		["a file too large", () => [["a.txt", big]], "file-too-large"],
		[
			"too much together",
			() => [1, 2, 3, 4].map((n): Part => [`${n}.txt`, big.subarray(0, 9_000_000)]),
			"upload-too-large",
		],
		["too many", () => [1, 2, 3, 4, 5, 6].map((n): Part => [`${n}.txt`, "x"]), "upload-too-many"],
	];
	test.each(cases)("%s", async (_name, parts, code) => {
		const result = await house.storage.receive(
			upload(["gut.pdf", pdf], ...(await parts()).slice(0, code === "upload-too-many" ? 5 : 9)),
			ordinaryLimits,
		);
		expect(result).toMatchObject({ done: false, refusals: [{ code, field: "attachment" }] });
		expect(result.fields.get("title")).toBe("Ein Radweg für Mayen");
		expect(await house.onDisk()).toEqual([]);
		if (!result.done && result.refusals[0]) {
			const { code: key, values } = result.refusals[0];
			expect(textFor("de", messages)(key, values as never)).not.toMatch(/[{}]/);
		}
	});

	test.each(["before", "behind"])(
		"a file of 200 MB is not kept in memory, and the field %s it is not lost",
		async (where) => {
			const field = `--grenze\r\nContent-Disposition: form-data; name="title"\r\n\r\nEin Radweg für Mayen\r\n`;
			const file = '--grenze\r\nContent-Disposition: form-data; name="attachment"; filename="a.jpg"\r\n\r\n';
			const piece = Buffer.alloc(1_000_000, "\r\n--gren");
			let sent = 0;
			let highest = 0;
			// what is held, without what only waits to be collected
			const held = () => {
				collectGarbage();
				const { heapUsed, arrayBuffers } = process.memoryUsage();
				return heapUsed + arrayBuffers;
			};
			const before = held();
			async function* body() {
				yield Buffer.from(where === "before" ? field + file : file);
				for (; sent < 200; sent++) {
					if (sent % 20 === 0) highest = Math.max(highest, held() - before);
					yield piece;
				}
				yield Buffer.from(`\r\n${where === "behind" ? field : ""}--grenze--\r\n`);
			}
			const pieces = body();
			const given: RequestInit & { duplex: "half" } = {
				method: "POST",
				headers: { "Content-Type": "multipart/form-data; boundary=grenze" },
				body: new ReadableStream({
					async pull(controller) {
						const { done, value } = await pieces.next();
						if (done) controller.close();
						else controller.enqueue(value);
					},
				}),
				duplex: "half",
			};
			const limits = { files: 1, fileBytes: 5_000_000, totalBytes: 5_000_000, kinds: ["image" as const] };
			const result = await house.storage.receive(new Request("http://localhost/x", given), limits);
			expect(result).toMatchObject({
				done: false,
				refusals: [{ code: "file-too-large", field: "attachment", values: { name: "a.jpg", megabytes: 5 } }],
			});
			expect(result.fields.get("title")).toBe("Ein Radweg für Mayen");
			expect(sent).toBe(200);
			expect(highest).toBeLessThan(50_000_000);
			expect(await house.onDisk()).toEqual([]);
		},
	);

	test("a file that is cut exactly where it is allowed to end stays whole", async () => {
		const limits = { ...ordinaryLimits, fileBytes: 1_000_000 };
		const text = "ä\r\n--".repeat(166_666);
		const result = await house.storage.receive(upload(["a.txt", text], ["b.txt", "kurz"]), limits);
		expect(result).toMatchObject({ done: true, value: [{ bytes: Buffer.byteLength(text) }, { bytes: 4 }] });
	});

	test("a transfer that breaks off", async () => {
		const whole = upload(["gut.pdf", pdf], ["zwei.txt", "x".repeat(5_000)]);
		const bytes = await whole.clone().arrayBuffer();
		const broken = new Request(whole.url, {
			method: "POST",
			headers: whole.headers,
			body: bytes.slice(0, bytes.byteLength - 3_000),
		});
		expect(await house.storage.receive(broken, ordinaryLimits)).toMatchObject({
			done: false,
			refusals: [{ code: "upload-unreadable" }],
		});
		expect(await house.onDisk()).toEqual([]);
	});

	test("a kind this form does not take", async () => {
		const result = await house.storage.receive(upload(["a.pdf", pdf]), { ...ordinaryLimits, kinds: ["image"] });
		expect(result).toMatchObject({ refusals: [{ code: "file-type-refused" }] });
	});
});

test("a form without files, and a file field left empty", async () => {
	expect(await house.storage.receive(upload(["", ""]), ordinaryLimits)).toMatchObject({ done: true, value: [] });
	const asBrowsersDo = new Request("http://localhost/x", {
		method: "POST",
		headers: { "Content-Type": "multipart/form-data; boundary=x" },
		body: '--x\r\nContent-Disposition: form-data; name="attachment"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n',
	});
	expect(await house.storage.receive(asBrowsersDo, ordinaryLimits)).toMatchObject({ done: true, value: [] });
	const plain = new Request("http://localhost/x", { method: "POST", body: new URLSearchParams({ title: "Weg" }) });
	const result = await house.storage.receive(plain, ordinaryLimits);
	expect(result).toMatchObject({ done: true, value: [] });
	expect(result.fields.get("title")).toBe("Weg");
});

test("twenty uploads at once do not meet", async () => {
	const pictures = await Promise.all([...Array(20).keys()].map((n) => pictureWithPlace(100 + n, 50)));
	const results = await Promise.all(
		pictures.map((picture, n) =>
			house.storage.receive(upload([`${n}.jpg`, picture], ["t.txt", `Text ${n}`]), ordinaryLimits),
		),
	);
	for (const [n, result] of results.entries()) {
		if (!result.done) throw new Error(JSON.stringify(result.refusals));
		const [picture, text] = result.value;
		expect(picture).toMatchObject({ name: `${n}.jpg`, width: 50, height: 100 + n });
		expect((await house.bytesOf(text?.id ?? "")).toString()).toBe(`Text ${n}`);
	}
	expect(await house.onDisk()).toHaveLength(60);
});
