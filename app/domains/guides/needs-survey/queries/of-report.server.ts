import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { surveyState } from "../survey";
import { reviewsOf } from "./reviews.server";

/**
 * What the half-year report of a municipality says of surveys and reviews: whether it answered, what was found and what changes.
 * @param days stored days, half-open
 */
export async function needsOfReport(
	view: Pick<View, "db" | "now">,
	{ ownerId, municipalityId, days }: { ownerId: string; municipalityId: string; days: { gte: Date; lt: Date } },
) {
	const [invitations, reviews] = await Promise.all([
		view.db.needsInvitation.findMany({
			where: { municipalityId, survey: { ownerId, openedAt: { not: null }, closesOn: days } },
			select: { answeredAt: true, survey: { select: { year: true, openedAt: true, closesOn: true } } },
			orderBy: { survey: { year: "asc" } },
		}),
		reviewsOf(view, { ownerId, within: days }),
	]);
	const day = dayText(today(view.now));
	return {
		surveys: invitations.map(({ answeredAt, survey: { year, openedAt, closesOn } }) => ({
			year,
			answeredAt,
			/** The last day while it runs. */
			openUntil: surveyState({ openedAt, closesOn: dayText(closesOn) }, day) === "open" ? dayText(closesOn) : null,
		})),
		reviews: reviews.toReversed(),
	};
}

export type NeedsOfReport = Awaited<ReturnType<typeof needsOfReport>>;
