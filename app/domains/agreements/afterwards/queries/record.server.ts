import { createHash } from "node:crypto";
import { contentOf as bytesOf } from "~/domains/files/index.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import { archiveOf } from "~/platform/storage/write-archive.server";
import type { View } from "~/platform/world.server";
import { mayLead } from "../../policy.server";
import { type Found, findInside } from "../../queries/find-agreement.server";
import { exportTrail } from "../../sealing/trail.server";
import { type Kept, keptUntil, mayNotRemove } from "../retention";
import { overFrom } from "./obligations.server";

const dayOrNull = (date: Date | null | undefined) => (date ? fromStored(date).toString() : null);

/** What decides how long an agreement is kept. Asks nobody. */
export async function keptOf(
	db: View["db"],
	agreement: Found,
): Promise<Kept & { held: boolean; archiveAnswered: boolean }> {
	const row = await db.agreement.findUniqueOrThrow({
		where: { id: agreement.id },
		select: { endsOn: true, boundUntil: true, record: true },
	});
	const { record } = row;
	return {
		over: overFrom(agreement, row.endsOn),
		// What the record says counts before what was agreed: the notice of the grant may have come later.
		boundUntil: dayOrNull(record?.boundUntil ?? row.boundUntil),
		keepUntil: dayOrNull(record?.keepUntil),
		held: record?.heldSince != null,
		archiveAnswered: record?.answeredOn != null,
	};
}

/** The record of an agreement as its page shows it, for its parties. @throws NotFound */
export async function recordPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const [record, kept] = await Promise.all([
		view.db.agreementRecord.findUnique({ where: { agreementId: agreement.id } }),
		keptOf(view.db, agreement),
	]);
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		concluded: agreement.state === "concluded",
		fileNumber: record?.fileNumber ?? "",
		boundUntil: kept.boundUntil,
		keepUntil: kept.keepUntil,
		keptUntil: keptUntil(kept),
		hold: record?.heldSince
			? { reason: record.holdReason ?? "", since: fromStored(record.heldSince).toString() }
			: null,
		offeredOn: dayOrNull(record?.offeredOn),
		answer: record?.answeredOn
			? {
					word: record.archiveAnswer === "taken" ? ("taken" as const) : ("declined" as const),
					on: fromStored(record.answeredOn).toString(),
				}
			: null,
		refusal: mayNotRemove(kept, dayOf(view.now).toString()),
		mayKeep: agreement.state === "concluded" && mayLead(view.actor, agreement),
	};
}

/** Letters, digits and a few signs: names that every records system takes. */
function safe(text: string): string {
	const plain = text
		.replaceAll("ä", "ae")
		.replaceAll("ö", "oe")
		.replaceAll("ü", "ue")
		.replaceAll("ß", "ss")
		.replaceAll("Ä", "Ae")
		.replaceAll("Ö", "Oe")
		.replaceAll("Ü", "Ue");
	return (
		plain
			.replaceAll(/[^A-Za-z0-9.-]+/g, "-")
			.replaceAll(/^-+|-+$/g, "")
			.slice(0, 80) || "Vereinbarung"
	);
}

const escaped = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * The record of a concluded agreement for a records system: every signed version as PDF (for signature, sealed, protocol,
 * reading copy) and as data, the trail, a list of checksums and an index that people can read. Files are called
 * `AKTENZEICHEN_TAG_ART`, the day being that of the version.
 * @throws NotFound for whoever is of no party
 */
export async function recordArchive(view: View, code: string): Promise<{ name: string; bytes: Buffer }> {
	const agreement = await findInside(view, code);
	const [record, versions, trail] = await Promise.all([
		view.db.agreementRecord.findUnique({ where: { agreementId: agreement.id }, select: { fileNumber: true } }),
		view.db.agreementVersion.findMany({
			where: { agreementId: agreement.id, round: { state: "completed" } },
			orderBy: { number: "asc" },
			include: { sealed: { orderBy: { kind: "asc" } } },
		}),
		exportTrail(view.db, agreement),
	]);
	const root = safe(record?.fileNumber || agreement.number);
	const files: { name: string; bytes: Buffer; what: string }[] = [];
	for (const version of versions) {
		const stem = `${root}_${dayOf(version.frozenAt).toString()}_Fassung-${version.number}`;
		const of = `Fassung ${version.number}`;
		const sealedAs = (kind: string) => version.sealed.find((one) => one.kind === kind)?.fileId ?? null;
		const papers = [
			[version.pdfFileId, "zur-Unterschrift.pdf", `${of}: PDF zur Unterschrift (PDF/A-3a)`],
			[sealedAs("agreement"), "mit-Pruefvermerk.pdf", `${of}: PDF mit elektronischem Prüfvermerk`],
			[sealedAs("protocol"), "Unterschriftsprotokoll.pdf", `${of}: Unterschriftsprotokoll`],
			[version.readingFileId, "Lesefassung.pdf", `${of}: Lesefassung (PDF/UA-1)`],
		] as const;
		for (const [fileId, name, what] of papers) {
			if (fileId) files.push({ name: `${stem}_${name}`, bytes: await bytesOf(fileId), what });
		}
		const data = Buffer.from(version.content);
		files.push({
			name: `${stem}_Daten.json`,
			bytes: data,
			what: `${of}: die Daten (RFC 8785), Prüfsumme ${version.sha256}`,
		});
	}
	const trailBytes = Buffer.from(`${JSON.stringify(trail, null, "\t")}\n`);
	files.push({
		name: `${root}_Pruefspur.json`,
		bytes: trailBytes,
		what: "Prüfspur, zu prüfen mit pruefen.mjs von /pruefen",
	});
	const sums = files
		.map(({ name, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`)
		.join("");
	const index = indexOf({
		title: agreement.title,
		number: agreement.number,
		fileNumber: record?.fileNumber ?? "",
		files,
	});
	return {
		name: `${root}.zip`,
		bytes: archiveOf([
			{ name: "index.html", bytes: Buffer.from(index) },
			{ name: "SHA256SUMS", bytes: Buffer.from(sums) },
			...files,
		]),
	};
}

function indexOf({
	title,
	number,
	fileNumber,
	files,
}: {
	title: string;
	number: string;
	fileNumber: string;
	files: readonly { name: string; what: string; bytes: Buffer }[];
}): string {
	const rows = files.map(
		({ name, what, bytes }) =>
			`<tr><th scope="row"><a href="${encodeURIComponent(name)}">${escaped(name)}</a></th><td>${escaped(what)}</td><td>${bytes.length}</td></tr>`,
	);
	return `<!doctype html>
<html lang="de">
<meta charset="utf-8">
<title>${escaped(`${number}: ${title}`)}</title>
<h1>${escaped(title)}</h1>
<p>${escaped(number)}${fileNumber ? `, Aktenzeichen ${escaped(fileNumber)}` : ""}</p>
<table>
<caption>Dateien dieser Akte. Die Prüfsummen stehen in SHA256SUMS (prüfen mit „sha256sum -c SHA256SUMS“).</caption>
<thead><tr><th scope="col">Datei</th><th scope="col">Inhalt</th><th scope="col">Bytes</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</html>
`;
}
