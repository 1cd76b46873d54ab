import type { Manifest } from "~/platform/manifest.server";
import { waitingForNeeds } from "./queries/waiting.server";
import { guideReview, needsSurvey } from "./subjects.server";

/** What the yearly survey and the reviews join into the manifest of guides. */
export const needsSurveyPart: Omit<Manifest, "domain"> = {
	subjects: { "needs-survey": needsSurvey, "guide-review": guideReview },
	waiting: waitingForNeeds,
	personalData: {
		async export(db, personId) {
			const [needsSurveysOpened, needsSurveysAnswered, guideReviewsRecorded] = await Promise.all([
				db.needsSurvey.findMany({ where: { openedById: personId }, select: { year: true, openedAt: true } }),
				db.needsInvitation.findMany({
					where: { answeredById: personId },
					select: {
						answeredAt: true,
						survey: { select: { year: true } },
						municipality: { select: { shortName: true } },
					},
				}),
				db.guideReview.findMany({ where: { recordedById: personId }, select: { heldOn: true, recordedAt: true } }),
			]);
			return { needsSurveysOpened, needsSurveysAnswered, guideReviewsRecorded };
		},
		async erase({ db }, personId) {
			await db.needsSurvey.updateMany({ where: { openedById: personId }, data: { openedById: null } });
			await db.needsInvitation.updateMany({ where: { answeredById: personId }, data: { answeredById: null } });
			await db.guideReview.updateMany({ where: { recordedById: personId }, data: { recordedById: null } });
		},
		async retain() {
			return 0;
		},
	},
};
