import type { PersonalData } from "~/platform/manifest.server";

/**
 * Signatures are evidence of a contract: they stay with the name as at signing (§ 147 AO, § 257 HGB, budget law of the
 * Länder; Art. 17 (3) b and e GDPR). What is only about the way to them goes.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const confirmations = await db.agreementConfirmation.findMany({
			where: { personId },
			orderBy: { at: "asc" },
			select: {
				personName: true,
				capacity: true,
				deputy: true,
				sha256: true,
				at: true,
				version: { select: { number: true, agreement: { select: { number: true, title: true } } } },
			},
		});
		const [qualifiedSignatures, qualifiedChecks, scans, checks] = await Promise.all([
			db.agreementQualifiedSignature.findMany({
				where: { personId },
				orderBy: { at: "asc" },
				select: {
					personName: true,
					capacity: true,
					deputy: true,
					signer: true,
					issuer: true,
					claimedAt: true,
					at: true,
				},
			}),
			db.agreementQualifiedCheck.findMany({
				where: { checkedById: personId },
				orderBy: { checkedAt: "asc" },
				select: { signatureId: true, accepted: true, listedAs: true, listedOn: true, reason: true, checkedAt: true },
			}),
			db.agreementScan.findMany({
				where: { uploadedById: personId },
				orderBy: { uploadedAt: "asc" },
				select: { id: true, signedOn: true, uploadedAt: true },
			}),
			db.agreementScanCheck.findMany({
				where: { checkedById: personId },
				orderBy: { checkedAt: "asc" },
				select: { scanId: true, accepted: true, originalPlace: true, reason: true, checkedAt: true },
			}),
		]);
		const comments = await db.agreementClauseComment.findMany({
			where: { authorId: personId },
			orderBy: { at: "asc" },
			select: { block: true, text: true, at: true, agreement: { select: { number: true } } },
		});
		return { confirmations, qualifiedSignatures, qualifiedChecks, scans, checks, comments };
	},
	/** Proofs that were never used for a signature say nothing that anybody needs. What a party said stays the party's. */
	async erase({ db }, personId) {
		await db.agreementClauseComment.updateMany({ where: { authorId: personId }, data: { authorId: null } });
		const account = await db.account.findUnique({ where: { personId }, select: { id: true } });
		if (account) await db.agreementProof.deleteMany({ where: { accountId: account.id, usedAt: null } });
	},
	async retain({ db, now }) {
		const { count } = await db.agreementProof.deleteMany({
			where: { usedAt: null, askedAt: { lt: new Date(now.getTime() - 24 * 60 * 60_000) } },
		});
		return count;
	},
};
