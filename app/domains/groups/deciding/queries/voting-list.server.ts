import type { View } from "~/platform/world.server";
import { memberName, personSelection } from "../../queries/names.server";
import { substitutesFor } from "../../queries/substitutes.server";
import type { VotingSeat } from "../ballot";

/** A line of the voting list with the name its seat is known by inside the group. */
export type ListedSeat = VotingSeat & {
	benchKind: string;
	name: string;
	/** The name as everybody reads it; null where its bearer did not agree. */
	publicName: string | null;
};

/**
 * The frozen voting list of a vote, with who may stand in for each seat on the day of the meeting.
 * @param day the stored date of the meeting
 */
export async function votingListOf(view: View, recommendationId: string, day: Date): Promise<ListedSeat[]> {
	const { groupId } = await view.db.recommendation.findUniqueOrThrow({
		where: { id: recommendationId },
		select: { groupId: true },
	});
	const standInsOf = await substitutesFor(view, groupId, day);
	const rows = await view.db.electorateEntry.findMany({
		where: { recommendationId },
		select: {
			membershipId: true,
			benchKind: true,
			biased: true,
			substituteId: true,
			membership: {
				select: {
					personId: true,
					nameIsPublic: true,
					person: { select: personSelection },
					id: true,
					onBehalfOf: true,
				},
			},
		},
		orderBy: [{ benchKind: "asc" }, { membershipId: "asc" }],
		take: 1000,
	});
	return rows.map(({ membership, substituteId, ...row }) => ({
		...row,
		holderId: membership.personId,
		actingSubstituteId: substituteId,
		substitutes: standInsOf(membership),
		name: memberName(view, membership, true) ?? "",
		publicName: memberName(view, membership, false),
	}));
}
