import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { limit } from "~/platform/allowance.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { lastingFields, lastingOf } from "../../afterwards/queries/lasting.server";
import type { AgreementContent } from "../../content";
import { mayRead } from "../../policy.server";
import { findMany } from "../../queries/find-agreement.server";
import { stateOn, storedStates } from "../../state";
import { knownWord } from "../../stored-word";
import { type SealShown, sealOf } from "./seal.server";

/** Which of the files that are kept a given one is. */
type KnownFile = "sealed" | "unsealed" | "reading" | "protocol";

export type Verdict =
	| { result: "unknown"; by: "code" | "file" }
	| { result: "limited" | "altered" }
	| {
			result: "genuine" | "waiting" | "ended" | "superseded";
			number: string;
			version: number;
			/** The version that counts instead, when this one is superseded. */
			newest: number;
			/** The amendment that takes its place from a day on, which may still come; `href` leads to its own check. */
			successor: { number: string; from: string; href: string } | null;
			title: string;
			parties: string[];
			concludedOn: string;
			inForceFrom: string;
			sha256: string;
			/** null when no file was compared. */
			sameFile: KnownFile | null;
			seal: SealShown;
			href: string | null;
	  };

/** Every answer takes this long, whatever was found (behaviour 87). In milliseconds. */
const answerTime = 250;

/** Spaces, dashes and small letters do not matter. */
export function normalCode(typed: string): string {
	return typed
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, "")
		.slice(0, 40);
}

/** A SHA-256 as programs print it, in small letters; null when it is none. */
export function normalHash(typed: string): string | null {
	const hex = typed.toLowerCase().replace(/[\s:]/g, "");
	return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}

/**
 * Whether a version is genuine, by its code, by the SHA-256 of a file, or both. Only concluded versions are known here:
 * drafts, open, refused and withdrawn ones look like codes that never were. Parties and offices, no people.
 * @param typed the code, empty when only the file is asked for
 * @param ip for the rate limit only
 */
export async function checkVersion(
	view: View,
	{ typed, fileSha256, ip }: { typed: string; fileSha256: string | null; ip: string },
): Promise<Verdict> {
	const code = normalCode(typed);
	if (!(await limit(`agreements:check:${ip}`, 60, 900))) return { result: "limited" };
	const [verdict] = await Promise.all([judge(view, code, fileSha256), sleep(answerTime)]);
	return verdict;
}

/** Our papers carry their code in the metadata, which lie in the file as plain text. */
const codeInFile = /Prüfcode ([0-9A-Z]{20})/;

/** Whether somebody may have one more file checked here; what is uploaded is read before it is judged. */
export function mayUpload(ip: string): Promise<boolean> {
	return limit(`agreements:check-file:${ip}`, 20, 900);
}

/**
 * The same for a file itself, where no browser could compute its SHA-256: by what it is and by the code that it names.
 * @param pdf is read and not kept
 */
export function checkFile(view: View, { pdf, ip }: { pdf: Buffer; ip: string }): Promise<Verdict> {
	const [, code = ""] = codeInFile.exec(pdf.toString("utf8")) ?? [];
	return checkVersion(view, { typed: code, fileSha256: createHash("sha256").update(pdf).digest("hex"), ip });
}

async function judge(view: View, code: string, fileSha256: string | null): Promise<Verdict> {
	const named = code !== "" ? { verificationCode: code } : fileSha256 !== null ? withFile(fileSha256) : null;
	const version = named && (await concludedVersion(view, named));
	const { agreement, round } = version ?? {};
	if (!version || !agreement?.inForceFrom || !round?.closedAt)
		return { result: "unknown", by: code === "" ? "file" : "code" };
	const sameFile = fileSha256 === null ? null : await fileOf(view, version, fileSha256);
	if (fileSha256 !== null && sameFile === null) return { result: "altered" };
	const newest = await view.db.agreementVersion.findFirstOrThrow({
		where: { agreementId: agreement.id, round: { state: "completed" } },
		orderBy: { number: "desc" },
		select: { number: true },
	});
	const inForceFrom = fromStored(agreement.inForceFrom).toString();
	const endsOn = agreement.endsOn && fromStored(agreement.endsOn).toString();
	const lasting = lastingOf(agreement);
	const state = stateOn(
		{ state: knownWord(storedStates, agreement.state), inForceFrom, endsOn, ...lasting },
		dayOf(view.now).toString(),
	);
	const content = JSON.parse(version.content) as AgreementContent;
	const [readable] = await findMany(view, [agreement.id]);
	return {
		result:
			newest.number > version.number || state === "superseded"
				? "superseded"
				: state === "ended" || state === "terminated"
					? "ended"
					: state === "in-force"
						? "genuine"
						: "waiting",
		number: content.number,
		version: version.number,
		newest: newest.number,
		successor: await successorOf(view, lasting.successor),
		title: content.title,
		parties: content.parties.map(({ organisation }) => organisation.name),
		concludedOn: dayOf(round.closedAt).toString(),
		inForceFrom,
		sha256: version.sha256,
		sameFile,
		seal: await sealOf(view, version.id),
		href: readable && mayRead(view.actor, readable) ? `/vereinbarungen/${readable.code}` : null,
	};
}

/** By the file alone: the one for signature, the sealed one, the protocol. Reading copies carry their code with them. */
function withFile(sha256: string) {
	return { OR: [{ pdfSha256: sha256 }, { sealed: { some: { sha256 } } }] };
}

function concludedVersion(view: View, named: Prisma.AgreementVersionWhereInput) {
	return view.db.agreementVersion.findFirst({
		where: { ...named, round: { state: "completed" } },
		include: {
			round: true,
			agreement: { select: { id: true, state: true, inForceFrom: true, endsOn: true, ...lastingFields } },
		},
	});
}

async function successorOf({ db }: View, next: { id: string; number: string; from: string } | null) {
	if (!next) return null;
	const version = await db.agreementVersion.findFirstOrThrow({
		where: { agreementId: next.id, round: { state: "completed" } },
		orderBy: { number: "desc" },
		select: { verificationCode: true },
	});
	return { number: next.number, from: next.from, href: `/pruefen/${version.verificationCode}` };
}

async function fileOf(
	view: View,
	version: { id: string; pdfFileId: string; readingFileId: string | null },
	sha256: string,
): Promise<KnownFile | null> {
	const file = await view.db.file.findFirst({
		where: { subjectId: version.id, subjectKind: { in: ["agreement-version", "agreement-protocol"] }, sha256 },
		select: { id: true, subjectKind: true },
	});
	if (!file) return null;
	if (file.subjectKind === "agreement-protocol") return "protocol";
	return file.id === version.pdfFileId ? "unsealed" : file.id === version.readingFileId ? "reading" : "sealed";
}
