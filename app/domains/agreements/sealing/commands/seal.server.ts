import { createHash } from "node:crypto";
import { z } from "zod";
import { attach, contentOf, readUploadForm } from "~/domains/files/index.server";
import { command, isTaken } from "~/platform/act.server";
import { house } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { SealKeyMissing } from "~/platform/sealing/seal.server";
import { NotSealed, sealPdf } from "~/platform/sealing/seal-pdf.server";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { NotTypeset } from "~/platform/typesetting/typeset.server";
import type { World } from "~/platform/world.server";
import { fileToSign } from "../../qualified/queries/signed-file.server";
import { checkPdf } from "../checking/pruefen.mjs";
import { sealOfHouse } from "../queries/house-seal.server";
import { signaturesForProtocol } from "../queries/protocol.server";
import { makeProtocol, type ProtocolContent } from "../rendering/protocol.server";
import type { WaitReason } from "../sealing";
import { trailOf } from "../trail.server";

/** So many are looked at in one sweep. */
const portion = 20;

/** After so many in vain one after the other the service is taken to be away: the other sweeps must not wait for it. */
const patience = 3;

const limits = { files: 2, fileBytes: 25_000_000, totalBytes: 50_000_000, kinds: ["pdf"] as const };

const minute = 60_000;

/** Seals what is concluded and not sealed yet, also when the job for it was lost or has to be tried again. For a sweep. */
export async function sealDue(world: World): Promise<number> {
	const due = await world.db.agreementVersion.findMany({
		where: {
			round: { state: "completed" },
			sealed: { none: {} },
			OR: [{ sealing: null }, { sealing: { nextTryAt: { lte: world.now } } }],
		},
		orderBy: { frozenAt: "asc" },
		take: portion,
		select: { id: true },
	});
	let sealed = 0;
	let inVain = 0;
	for (const { id } of due) {
		const result = await sealVersion(world, id);
		if (result === "sealed") sealed += 1;
		inVain = result === "waits" ? inVain + 1 : 0;
		if (inVain === patience) break;
	}
	return sealed;
}

/**
 * Seals a concluded version and its protocol: both or none, once. Whoever comes second, or after a crash, finds it done.
 * What cannot be sealed now waits visibly and is tried again; the signatures are not touched.
 * @returns "waits" also for anything that went wrong unexpectedly; the reason is kept and logged
 */
export async function sealVersion(world: World, versionId: string): Promise<"sealed" | "waits" | "nothing-to-do"> {
	try {
		return await makeAndKeep(world, versionId);
	} catch (error) {
		if (isTaken(error)) return "nothing-to-do";
		const reason = reasonOf(error);
		log.error({ err: error, version: versionId, reason }, "a version could not be sealed");
		await letWait({ ...world, actor: house }, versionId, reason);
		return "waits";
	}
}

function reasonOf(error: unknown): WaitReason {
	if (error instanceof NotSealed) return error.reason;
	if (error instanceof SealKeyMissing) return "key";
	if (error instanceof NotTypeset) return "paper";
	return error instanceof NotFound || error instanceof OtherFile ? "file" : "failure";
}

/** What lies in the storage is not what was frozen. */
class OtherFile extends Error {
	override name = "OtherFile";
}

async function makeAndKeep(world: World, versionId: string): Promise<"sealed" | "nothing-to-do"> {
	const version = await world.db.agreementVersion.findUnique({
		where: { id: versionId },
		include: { agreement: true, round: true, sealed: { select: { id: true } } },
	});
	const closedAt = version?.round?.state === "completed" ? version.round.closedAt : null;
	if (!version || !closedAt || version.sealed.length > 0) return "nothing-to-do";
	const { agreement } = version;
	const frozen = await contentOf(version.pdfFileId);
	if (sha256(frozen) !== version.pdfSha256) throw new OtherFile(`the file of version ${versionId} was changed`);
	const seal = await sealOfHouse(world.db);
	const how = { seal, at: world.now, timeStampUrl: env().TSA_URL };
	// Qualified signatures lie in files that go on from the frozen bytes: the seal goes behind the last of them.
	const toSign = await fileToSign(world.db, version);
	const signed = await contentOf(toSign.fileId);
	// A seal over a signed file that was changed since would hold, and the signature inside would not.
	if (sha256(signed) !== toSign.sha256 || !signed.subarray(0, frozen.length).equals(frozen))
		throw new OtherFile(`a signed file of ${versionId} is another one`);
	const paper = await sealPdf(signed, { ...how, reason: `Prüfvermerk zu ${agreement.number}` });

	const { events, heads } = await trailOf(world.db, agreement);
	const last = events.at(-1);
	const head = heads.at(-1);
	if (!last || !head) throw new Error(`agreement ${agreement.id} has no events`);
	const { fingerprint, signer } = demandSealed(paper.pdf);
	const content: ProtocolContent = {
		format: "gemeinwerk-unterschriftsprotokoll/1",
		agreement: { number: agreement.number, code: agreement.code, title: agreement.title },
		version: {
			number: version.number,
			sha256: version.sha256,
			pdfSha256: version.pdfSha256,
			sealedSha256: sha256(paper.pdf),
			verificationCode: version.verificationCode,
			frozenAt: version.frozenAt.toISOString(),
			concludedAt: closedAt.toISOString(),
		},
		signatures: await signaturesForProtocol(world, versionId),
		chain: { events: events.length, head, house: { position: last.position, head: last.hash } },
		seal: { name: signer, certificateSha256: fingerprint, level: paper.level },
		madeAt: world.now.toISOString(),
	};
	const plain = await makeProtocol(content, houseAddress(`/pruefen/${version.verificationCode}`));
	const protocol = await sealPdf(plain, { ...how, reason: `Prüfvermerk zum Protokoll von ${agreement.number}` });
	demandSealed(protocol.pdf);

	const name = `${agreement.number}-${version.number}`;
	const form = new FormData();
	form.set("agreement", asFile(paper.pdf, `${name}-mit-Pruefvermerk.pdf`));
	form.set("protocol", asFile(protocol.pdf, `${name}-Unterschriftsprotokoll.pdf`));
	const request = new Request("http://own.invalid/", { method: "POST", body: form });
	const upload = await readUploadForm(request, z.object({}), limits);
	if (!upload.valid) throw new Error(`sealed files were refused: ${upload.refusals.map(({ code }) => code).join()}`);
	const chain = { events: events.length, head };
	const certificate = { pem: seal.certificate.toString(), sha256: fingerprint };
	const papers = [
		{ kind: "agreement", stored: storedAs(upload.files, "agreement"), bytesBefore: frozen.length, level: paper.level },
		{ kind: "protocol", stored: storedAs(upload.files, "protocol"), bytesBefore: plain.length, level: protocol.level },
	] as const;
	const outcome = await upload.act(() =>
		keepSealed({ ...world, actor: house }, { versionId, papers, chain, certificate }),
	);
	return outcome.done ? "sealed" : "nothing-to-do";
}

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Nothing is kept as sealed that our own check would not call so. */
function demandSealed(pdf: Buffer) {
	const verdict = checkPdf(pdf);
	if (verdict.result !== "sealed") {
		throw new Error(`the seal does not hold: ${verdict.result === "altered" ? verdict.reason : "there is none"}`);
	}
	return verdict.seal;
}

function asFile(pdf: Buffer, name: string): File {
	return new File([Uint8Array.from(pdf)], name, { type: "application/pdf" });
}

function storedAs(files: readonly StoredFile[], field: string): StoredFile {
	const stored = files.find((file) => file.field === field);
	if (!stored) throw new Error(`the ${field} was not stored`);
	return stored;
}

type Sealed = {
	versionId: string;
	papers: readonly { kind: "agreement" | "protocol"; stored: StoredFile; bytesBefore: number; level: string }[];
	chain: { events: number; head: string };
	certificate: { pem: string; sha256: string };
};

const keepSealed = command(
	"agreements.seal",
	async (world, { versionId, papers, chain, certificate }: Sealed): Promise<Outcome<null, "sealed-already">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const { agreement } = await world.db.agreementVersion.findUniqueOrThrow({
			where: { id: versionId },
			select: { agreement: { select: { id: true, ownerId: true } } },
		});
		const { ownerId } = agreement;
		if ((await world.db.agreementSealedDocument.count({ where: { versionId } })) > 0) return refused("sealed-already");
		await world.db.agreementSealing.deleteMany({ where: { versionId } });
		for (const { kind, stored, bytesBefore, level } of papers) {
			await world.db.agreementSealedDocument.create({
				data: {
					id: newId(world.now),
					versionId,
					kind,
					fileId: stored.id,
					sha256: stored.sha256,
					bytesBefore,
					level,
					certificate: certificate.pem,
					certificateSha256: certificate.sha256,
					chainEvents: chain.events,
					chainHead: chain.head,
					sealedAt: world.now,
				},
			});
			const subject = { kind: kind === "agreement" ? "agreement-version" : "agreement-protocol", id: versionId };
			await attach(world, { ownerId, subject, stored });
		}
		world.record({
			type: "agreements.version.sealed",
			subject: { kind: "agreement", id: agreement.id },
			ownerId,
			facts: {
				version: versionId,
				...Object.fromEntries(papers.map(({ kind, stored }) => [`${kind}Sha256`, stored.sha256])),
				certificateSha256: certificate.sha256,
				level: papers[0]?.level ?? null,
				chainEvents: chain.events,
				chainHead: chain.head,
			},
		});
		return done(null);
	},
);

/** The next try comes after 1, 2, 4 … at most 60 minutes. The same reason again is counted, a new one told to the chain. */
async function letWait(world: World, versionId: string, reason: WaitReason): Promise<void> {
	const before = await world.db.agreementSealing.findUnique({ where: { versionId } });
	const tries = (before?.tries ?? 0) + 1;
	const nextTryAt = new Date(world.now.getTime() + Math.min(2 ** (tries - 1), 60) * minute);
	if (before?.reason === reason) {
		await world.db.agreementSealing.updateMany({ where: { versionId }, data: { tries, nextTryAt } });
	} else await noteWaiting(world, { versionId, reason, tries, nextTryAt });
}

type Waiting = { versionId: string; reason: WaitReason; tries: number; nextTryAt: Date };

const noteWaiting = command("agreements.let-seal-wait", async (world, { versionId, ...waiting }: Waiting) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	await world.db.agreementSealing.upsert({
		where: { versionId },
		create: { versionId, since: world.now, ...waiting },
		update: waiting,
	});
	const { agreement } = await world.db.agreementVersion.findUniqueOrThrow({
		where: { id: versionId },
		select: { agreement: { select: { id: true, ownerId: true } } },
	});
	world.record({
		type: "agreements.version.seal-waits",
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
		facts: { version: versionId, reason: waiting.reason },
	});
	return done(null);
});
