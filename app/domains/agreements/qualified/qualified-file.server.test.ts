import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDF, rgb } from "@libpdf/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typeset } from "~/platform/typesetting/typeset.server";
import { type CertificateGiven, issueCard, signWithCard, stampForLong } from "~tests/support/qualified";
import { has, run, startTimeStamps } from "~tests/support/seal-tools";
import { checkPdf, signaturesIn, wordsForPeople } from "../sealing/checking/pruefen.mjs";
import { isSameName } from "./names";
import { checkQualified } from "./qualified-file.server";
import { newSignatureFields } from "./same-document.server";

const frozenAt = new Date("2026-11-20T10:00:00Z");
const now = new Date("2026-11-22T10:00:00Z");
const validity = { from: new Date("2025-01-01T00:00:00Z"), until: new Date("2028-01-01T00:00:00Z") };
const mayor = { givenName: "Änne", surname: "Süß", ...validity };
const person = { givenName: "Änne", familyName: "Süß" };
let frozen: Buffer;
let folder: string;

/** A tagged paper with an attached file and a link, as ours are. */
async function paper(words = "Zwei"): Promise<Buffer> {
	const template = path.join(folder, "paper.typ");
	const lines = [
		'#set document(title: "Vereinbarung", date: datetime(year: 2026, month: 11, day: 22))',
		'#set text(lang: "de")',
		'#pdf.attach("daten.json", bytes("{}"), relationship: "data", mime-type: "application/json", description: "Daten")',
		'#title()\nStraße und #link("https://example.de/pruefen")[Prüfseite]\n#pagebreak()',
		`= ${words}`,
	];
	await writeFile(template, lines.join("\n"));
	return typeset({ template, inputs: {}, timestamp: 1_795_305_600 });
}

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "qualified-"));
	frozen = await paper();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const signed = (changes: Partial<CertificateGiven> = {}, on: Buffer = frozen, at = now) =>
	signWithCard(on, issueCard({ ...mayor, ...changes }), at);
const check = (uploaded: Buffer, before = frozen) => checkQualified({ before, uploaded, person, frozenAt, now });
const codeOf = async (uploaded: Buffer, before?: Buffer) => {
	const outcome = await check(uploaded, before);
	return outcome.done ? "done" : outcome.refusals.map(({ code }) => code).join(" ");
};

test("a qualified signature on exactly these bytes is right, and is told as it is", async () => {
	expect(await check(await signed())).toMatchObject({
		done: true,
		value: { signer: "Änne Süß", issuer: "Vertrauensdienst Test CA", nameDiffers: false, claimedAt: now },
	});
});

test("several signatures, each on top of the one before", async () => {
	const first = await signed();
	const second = await signed({ givenName: "Ben", surname: "Other" }, first);
	expect(await codeOf(second, first)).toBe("done");
	expect(signaturesIn(second).map((one) => "signature" in one)).toEqual([true, true]);
	expect(checkPdf(second)).toMatchObject({ result: "sealed" });
	expect(wordsForPeople(second).join()).toContain("Änne Süß");
	// Both at once on the first file, or the second beside the first, are no continuation.
	expect(await codeOf(second)).toBe("qes-several");
	expect(await codeOf(await signed({}, frozen), first)).toBe("qes-other-document");
});

describe("what is refused", () => {
	test("another document, the same without signature, something that is no PDF", async () => {
		const other = Buffer.from(frozen);
		other[other.length - 10] = (other[other.length - 10] ?? 0) ^ 1;
		expect(await codeOf(await signed({}, await paper("Drei")))).toBe("qes-other-document");
		expect(await codeOf(other)).toBe("qes-other-document");
		expect(await codeOf(frozen)).toBe("qes-unsigned");
		expect(await codeOf(Buffer.from("kein PDF"))).toBe("qes-other-document");
	});
	test("bytes behind the signature, one flipped byte in what is signed and in the signature", async () => {
		const file = await signed();
		expect(await codeOf(Buffer.concat([file, Buffer.from("\n% mehr\n%%EOF\n")]))).toBe("qes-altered");
		const flipped = Buffer.from(file);
		const place = file.lastIndexOf("/ByteRange") - 20;
		flipped[place] = (flipped[place] ?? 0) ^ 1;
		expect(["qes-broken", "qes-unsigned"]).toContain(await codeOf(flipped));
		const hex = file.lastIndexOf("/Contents <") + 400;
		const forged = Buffer.from(file);
		forged[hex] = forged[hex] === 0x30 ? 0x31 : 0x30;
		expect(await codeOf(forged)).toBe("qes-broken");
	});
	test("a page that was changed after the signature", async () => {
		const pdf = await PDF.load(await signed());
		pdf.getPages()[0]?.drawRectangle({ x: 0, y: 0, width: 500, height: 700, color: rgb(1, 1, 1) });
		expect(await codeOf(Buffer.from(await pdf.save({ incremental: true })))).toBe("qes-altered");
	});
	test("a page that was changed before the signature, behind our bytes: the prefix alone would not tell", async () => {
		const pdf = await PDF.load(frozen);
		pdf.getPages()[0]?.drawText("Die Gemeinde zahlt alles.", { x: 60, y: 60 });
		const shadow = Buffer.from(await pdf.save({ incremental: true }));
		expect(shadow.subarray(0, frozen.length).equals(frozen)).toBe(true);
		expect(await codeOf(await signed({}, shadow))).toBe("qes-altered");
	});
	test("a page more", async () => {
		const more = await PDF.load(frozen);
		more.addPage({ size: "a4" });
		const longer = Buffer.from(await more.save({ incremental: true }));
		expect((await PDF.load(longer)).getPages()).toHaveLength(3);
		expect(await newSignatureFields(frozen, longer)).toBeNull();
	});
	test.each([
		["no qualified statement", { statements: { qualified: false } }, "qes-not-qualified"],
		["no secure device", { statements: { device: false } }, "qes-not-qualified"],
		["the certificate of a seal", { statements: { type: "eseal" } }, "qes-not-qualified"],
		["nobody issued it", { alone: true }, "qes-not-qualified"],
		["a pseudonym", { givenName: undefined, surname: undefined, pseudonym: "Adler" }, "qes-pseudonym"],
	] as const)("%s", async (_, changes, code) => {
		expect(await codeOf(await signed(changes))).toBe(code);
	});
	test("a certificate that is over or has not begun, also when the signature claims another time", async () => {
		const over = { from: validity.from, until: new Date("2026-11-21T00:00:00Z") };
		expect(await codeOf(await signed(over, frozen, new Date("2026-11-20T12:00:00Z")))).toBe("qes-expired");
		const early = { from: new Date("2026-11-23T00:00:00Z"), until: validity.until };
		expect(await codeOf(await signed(early, frozen, new Date("2026-11-24T00:00:00Z")))).toBe("qes-expired");
		expect(await codeOf(await signed(over))).toBe("qes-broken");
	});
	test("a time before there was anything to sign, or one to come", async () => {
		expect(await codeOf(await signed({}, frozen, new Date("2026-11-19T00:00:00Z")))).toBe("qes-time");
		expect(await codeOf(await signed({}, frozen, new Date("2026-11-23T00:00:00Z")))).toBe("qes-time");
	});
});

describe.skipIf(!has("openssl"))("time stamps over the whole file (PAdES B-LTA)", () => {
	// The service stamps by the machine's own clock, so everything else here goes by it too.
	const day = 86_400_000;
	const clock = new Date();
	const at = (days: number) => new Date(clock.getTime() + days * day);
	const card = issueCard({ ...mayor, from: at(-100), until: at(100) });
	const checkNow = async (uploaded: Buffer, before = frozen, moment = new Date()) => {
		const outcome = await checkQualified({ before, uploaded, person, frozenAt: at(-1), now: moment });
		return outcome.done ? "done" : outcome.refusals.map(({ code }) => code).join(" ");
	};
	let stamps: Awaited<ReturnType<typeof startTimeStamps>>;
	beforeAll(async () => {
		stamps = await startTimeStamps();
	});
	afterAll(() => stamps.stop());

	test("behind the signature they change nothing of what was signed, and the next signs on top of them", async () => {
		const first = await stampForLong(await signWithCard(frozen, card, clock), stamps.url);
		expect(signaturesIn(first).map((one) => Object.keys(one)[1])).toEqual(["signature", "stamp"]);
		expect(await checkNow(first)).toBe("done");
		expect(await checkNow(await stampForLong(first, stamps.url))).toBe("done");
		const second = await signWithCard(first, issueCard({ ...mayor, from: at(-100), until: at(100) }), clock);
		expect(await checkNow(second, first)).toBe("done");
		expect(wordsForPeople(second)).toEqual([
			expect.stringContaining("Änne Süß"),
			expect.stringContaining("Zeitstempel: Zeitstempel Test"),
		]);
		expect(checkPdf(second)).toMatchObject({ result: "sealed" });
		// The stamp is no seal: behind the last signature it is something that came later.
		expect(checkPdf(first)).toMatchObject({ result: "altered" });
	});
	test("a stamp alone is no signature; one before the signature, a forged one and one to come are refused", async () => {
		const stamped = await stampForLong(frozen, stamps.url);
		expect(await checkNow(stamped)).toBe("qes-unsigned");
		expect(await checkNow(await signWithCard(stamped, card, clock))).toBe("qes-altered");
		const good = await stampForLong(await signWithCard(frozen, card, clock), stamps.url);
		const hex = good.lastIndexOf("/Contents <") + 600;
		const forged = Buffer.from(good);
		forged[hex] = forged[hex] === 0x30 ? 0x31 : 0x30;
		expect(await checkNow(forged)).toBe("qes-broken");
		// Here it is still yesterday: the signature lies in the future, and so does the stamp.
		expect(await checkNow(good, frozen, at(-0.5))).toBe("qes-time");
	});
	test("a page that was changed between signature and stamp, or behind the stamp", async () => {
		const covered = async (given: Uint8Array) => {
			const pdf = await PDF.load(given);
			pdf.getPages()[0]?.drawRectangle({ x: 0, y: 0, width: 500, height: 700, color: rgb(1, 1, 1) });
			return Buffer.from(await pdf.save({ incremental: true }));
		};
		const file = await signWithCard(frozen, card, clock);
		expect(await checkNow(await stampForLong(await covered(file), stamps.url))).toBe("qes-altered");
		expect(await checkNow(await covered(await stampForLong(file, stamps.url)))).toBe("qes-altered");
	});
});

test("another name is told, not refused: a second person looks", async () => {
	expect(await check(await signed({ surname: "Meyer" }))).toMatchObject({ done: true, value: { nameDiffers: true } });
});

test.each([
	[
		"umlauts and accents",
		{ givenName: "Jürgen", familyName: "Strauß" },
		{ givenName: "JUERGEN", surname: "STRAUSS" },
		true,
	],
	[
		"all given names of the card",
		{ givenName: "Anna", familyName: "Lind" },
		{ givenName: "Maria Anna Eva", surname: "Lind" },
		true,
	],
	["a degree", { givenName: "Dr. Anna", familyName: "Lind" }, { givenName: "Anna", surname: "Lind" }, true],
	[
		"a double name",
		{ givenName: "Eva", familyName: "Lind-Reuter" },
		{ givenName: "Eva", surname: "Lind Reuter" },
		true,
	],
	[
		"half a double name",
		{ givenName: "Eva", familyName: "Lind-Reuter" },
		{ givenName: "Eva", surname: "Reuter" },
		false,
	],
	["a common name alone", { givenName: "Eva", familyName: "Lind" }, { name: "Lind, Eva" }, true],
	["somebody of the family", { givenName: "Eva", familyName: "Lind" }, { givenName: "Karl", surname: "Lind" }, false],
	["nobody", { givenName: "", familyName: "" }, { givenName: "Karl", surname: "Lind" }, false],
] as const)("names: %s", (_, who, certificate, same) => {
	expect(isSameName(who, { name: "", givenName: "", surname: "", ...certificate })).toBe(same);
});

test.skipIf(!has("pdfsig"))("pdfsig agrees on two signatures", async () => {
	const file = path.join(folder, "both.pdf");
	await writeFile(file, await signed({ givenName: "Ben" }, await signed()));
	const { said } = run("pdfsig", [file]);
	expect(said.match(/Signature is Valid/g)).toHaveLength(2);
});
