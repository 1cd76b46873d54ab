import type { X509Certificate } from "node:crypto";
import { z } from "zod";
import { houseSeal, type Seal, SealKeyMissing } from "~/platform/sealing/seal.server";
import { readSetting } from "~/platform/settings.server";
import type { View } from "~/platform/world.server";

/** Where the house remembers that somebody confirmed another key. */
export const keyChangeSetting = "seal-key-change";
export const keyChange = z.object({
	at: z.iso.datetime(),
	/** Null when the person was erased. */
	byId: z.string().nullable(),
	reason: z.string(),
});

/**
 * The key with which this house seals now. One of our own is made where nothing was sealed before, or where a named person
 * confirmed after the last sealed paper that another one takes its place: a key that is gone is never replaced silently.
 * @throws SealKeyMissing, StartRefusal
 */
export function sealOfHouse(db: View["db"]): Promise<Seal> {
	return houseSeal(() => mayMakeKey(db));
}

/** Whether a key of our own may be made: nothing was sealed yet, or the change was confirmed after the last seal. */
export async function mayMakeKey(db: View["db"]): Promise<boolean> {
	const last = await db.agreementSealedDocument.findFirst({
		orderBy: { sealedAt: "desc" },
		select: { sealedAt: true },
	});
	if (last === null) return true;
	const confirmed = await readSetting(db, keyChangeSetting, keyChange);
	return confirmed !== null && new Date(confirmed.at) > last.sealedAt;
}

/** The same where people are to be told: null while the key is gone. @throws StartRefusal */
export async function sealOrNone(db: View["db"]): Promise<Seal | null> {
	return sealOfHouse(db).catch((error: unknown) => {
		if (error instanceof SealKeyMissing) return null;
		throw error;
	});
}

export type HouseCertificate = {
	/** SHA-256 of its DER, small hexadecimal digits. */
	sha256: string;
	/** Of the papers that bear it, in ISO 8601; null for one that nothing was sealed with yet. */
	from: string | null;
	until: string | null;
	/** The house seals with it now. */
	current: boolean;
};

/**
 * Every certificate with which this house has sealed, the newest first, and the one of today: papers of before are checked
 * against theirs. Public.
 */
export async function houseCertificates(db: View["db"]): Promise<HouseCertificate[]> {
	const seal = await sealOrNone(db);
	const own = seal && fingerprintOf(seal.certificate);
	const used = await db.agreementSealedDocument.groupBy({
		by: ["certificateSha256"],
		_min: { sealedAt: true },
		_max: { sealedAt: true },
		orderBy: [{ _max: { sealedAt: "desc" } }, { certificateSha256: "asc" }],
	});
	const known = used.map(({ certificateSha256, _min, _max }) => ({
		sha256: certificateSha256,
		from: _min.sealedAt?.toISOString() ?? null,
		until: _max.sealedAt?.toISOString() ?? null,
		current: certificateSha256 === own,
	}));
	if (own === null || known.some(({ current }) => current)) return known;
	return [{ sha256: own, from: null, until: null, current: true }, ...known];
}

const fingerprintOf = ({ fingerprint256 }: X509Certificate) => fingerprint256.replaceAll(":", "").toLowerCase();

/** One of these certificates as PEM; null when this house never sealed with it. */
export async function certificatePem(db: View["db"], sha256: string | null): Promise<string | null> {
	const seal = await sealOrNone(db);
	if (seal && (sha256 === null || fingerprintOf(seal.certificate) === sha256)) return seal.certificate.toString();
	if (sha256 === null) return null;
	const paper = await db.agreementSealedDocument.findFirst({
		where: { certificateSha256: sha256 },
		orderBy: { id: "asc" },
		select: { certificate: true },
	});
	return paper?.certificate ?? null;
}
