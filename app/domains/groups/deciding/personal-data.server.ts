import type { PersonalData } from "~/platform/manifest.server";

/**
 * Votes by name, reservations and minority opinions stay, because a certified result rests on them; the name is forgotten by
 * accounts. Of a secret ballot nobody knows whose it is: what is told is only that somebody took part.
 */
export const votePersonalData: PersonalData = {
	async export(db, personId) {
		const seat = { membership: { personId } };
		const vote = { select: { code: true, title: true } } as const;
		const [named, acted, secret, statements, written, treated, refused] = await Promise.all([
			db.groupVote.findMany({
				where: { entry: seat },
				select: { choice: true, reason: true, castAt: true, recommendation: vote },
			}),
			db.groupVote.findMany({
				where: { acting: { personId } },
				select: { choice: true, reason: true, castAt: true, recommendation: vote },
			}),
			db.groupSecretVoter.findMany({
				where: { entry: seat },
				select: { hasVoted: true, entry: { select: { recommendation: vote } } },
			}),
			db.groupStatement.findMany({
				where: { entry: seat },
				select: { kind: true, text: true, writtenAt: true, entry: { select: { recommendation: vote } } },
			}),
			db.groupVote.findMany({
				where: { OR: [{ recordedById: personId }, { witness: { personId } }] },
				select: { castAt: true, recommendation: vote },
			}),
			db.groupObjectionTreatment.findMany({
				where: { treatedById: personId },
				select: { outcome: true, note: true, treatedAt: true },
			}),
			db.groupCertificationRefusal.findMany({
				where: { refusedById: personId },
				select: { reason: true, refusedAt: true },
			}),
		]);
		return {
			workingGroupVotes: { named, acted, secret, statements, writtenForOthersOrWitnessed: written, treated, refused },
		};
	},
	async erase() {},
	async retain() {
		return 0;
	},
};
