import { createHash } from "node:crypto";
import { councilPath } from "~/domains/council/index.server";
import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import { archiveOf } from "~/platform/storage/write-archive.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import { wordFile, wordType } from "~/platform/word/word-file.server";
import type { View } from "~/platform/world.server";
import { sheetPaper } from "./paper.server";
import type { CouncilSheet } from "./queries/council-sheet.server";

/** Roles of a body in the words that OParl uses (Consultation.role). */
const roles = {
	hearing: "Anhörung",
	preliminary: "Vorberatung",
	decision: "Entscheidung",
	notice: "Kenntnisnahme",
} as const;

type FileOf = { name: string; bytes: Uint8Array; mediaType: string };

/**
 * What the council's office types or reads in: the paper and its consultations with the field names of OParl 1.1. It is no served
 * object: ids and types are the receiving system's to give, and bodies stand there by name.
 */
async function paperJson(view: View, sheet: CouncilSheet, files: readonly FileOf[]) {
	const { about, subject } = sheet;
	const path = await councilPath(view, subject);
	const [mainFile, ...auxiliaryFile] = files.map(({ name, bytes, mediaType }) => ({
		fileName: name,
		mimeType: mediaType,
		size: bytes.length,
		sha512Checksum: createHash("sha512").update(bytes).digest("hex"),
	}));
	return {
		name: about.title,
		...((path?.reference ?? sheet.paperNumber) && { reference: path?.reference ?? sheet.paperNumber }),
		date: dayOf(view.now).toString(),
		paperType: subject.kind === "recommendation" ? "Empfehlung eines Arbeitskreises" : "Ergebnis einer Beteiligung",
		web: houseAddress(about.path),
		originatorOrganization: [about.votes?.group ?? about.place],
		...(about.responsible && { underDirectionOf: [about.responsible] }),
		mainFile,
		auxiliaryFile,
		consultation: (path?.steps ?? []).map(({ body, role, authoritative, sessionOn }) => ({
			organization: [body],
			role: roles[role],
			authoritative,
			...(sessionOn && { meeting: { start: sessionOn } }),
		})),
		"gemeinwerk:code": about.code,
		"gemeinwerk:summary": sheet.what,
		"gemeinwerk:proposal": sheet.proposal,
		...(about.votes && {
			"gemeinwerk:result": about.votes.result,
			"gemeinwerk:votes": about.votes.tallies.map(({ bench, yes, no, abstain }) => ({ bench, yes, no, abstain })),
		}),
	};
}

/**
 * The package for the council's office: the hand-over sheet as PDF and Word file, its details as JSON, and checksums.
 * @returns the bytes of a ZIP archive
 */
export async function handOverPackage(view: View, sheet: CouncilSheet): Promise<Buffer> {
	const paper = sheetPaper(view, sheet);
	const name = `uebergabeblatt-${sheet.about.code}`;
	const files: FileOf[] = [
		{ name: `${name}.pdf`, bytes: await plainPaper(paper, view.now), mediaType: "application/pdf" },
		{ name: `${name}.docx`, bytes: await wordFile(paper), mediaType: wordType },
	];
	const json = Buffer.from(JSON.stringify(await paperJson(view, sheet, files), null, "\t"));
	const all = [...files, { name: "vorlage.json", bytes: json }];
	const sums = all.map((file) => `${createHash("sha256").update(file.bytes).digest("hex")}  ${file.name}\n`).join("");
	return archiveOf([...all, { name: "pruefsummen-sha256.txt", bytes: Buffer.from(sums) }]);
}
