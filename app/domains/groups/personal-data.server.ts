import type { PersonalData } from "~/platform/manifest.server";
import { draftingPersonalData } from "./drafting/personal-data.server";

/**
 * Who sat in a group, was there and was entitled to vote stays, because a certified result rests on it; the name is
 * forgotten by accounts ("gelöschtes Konto"), and the consent to show it ends here. Votes are counted by bench, so nobody's
 * vote is known.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const memberships = await db.groupMembership.findMany({
			where: { personId },
			select: {
				benchKind: true,
				function: true,
				nameIsPublic: true,
				validFrom: true,
				validUntil: true,
				group: { select: { name: true } },
				attendances: { select: { arrivedAt: true, leftAt: true, meeting: { select: { title: true, day: true } } } },
				actedAs: { select: { arrivedAt: true, leftAt: true, meeting: { select: { title: true, day: true } } } },
				electorate: { select: { biased: true, present: true, recommendation: { select: { code: true } } } },
			},
			orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		});
		const [takenUp, opened, recorded, certified] = await Promise.all([
			db.takenUp.findMany({
				where: { takenUpById: personId },
				select: { subjectKind: true, subjectId: true, takenUpAt: true },
			}),
			db.recommendation.findMany({ where: { openedById: personId }, select: { code: true, openedAt: true } }),
			db.recommendation.findMany({
				where: { votesRecordedById: personId },
				select: { code: true, votesRecordedAt: true },
			}),
			db.recommendation.findMany({ where: { certifiedById: personId }, select: { code: true, certifiedAt: true } }),
		]);
		return {
			workingGroups: memberships.map(({ group, attendances, actedAs, electorate, ...membership }) => ({
				group: group.name,
				...membership,
				attended: attendances,
				actedAsSubstitute: actedAs,
				votingLists: electorate,
			})),
			workingGroupActs: { takenUp, opened, recorded, certified },
			...(await draftingPersonalData.export(db, personId)),
		};
	},
	async erase(view, personId) {
		await draftingPersonalData.erase(view, personId);
		await view.db.groupMembership.updateMany({ where: { personId }, data: { nameIsPublic: false } });
	},
	async retain() {
		return 0;
	},
};
