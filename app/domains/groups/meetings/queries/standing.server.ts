import type { View } from "~/platform/world.server";
import { charterOn } from "../../charter/charter";
import { votingList } from "../../deciding/electorate";
import type { FoundGroup } from "../../queries/find-group.server";
import { type Standing, standingOf } from "../standing";
import { biasedIn, presencesFor } from "./presence.server";

/**
 * How many are there at a moment, and whether the group could decide, for one item (without who is biased in it) or for none.
 * Numbers only, no names.
 */
export async function standingAt(
	view: Pick<View, "db">,
	group: Pick<FoundGroup, "id" | "charters">,
	meeting: { id: string; format: string; day: Date },
	{ itemId, at }: { itemId: string | null; at: Date },
): Promise<Standing> {
	const [memberships, presences, biased] = await Promise.all([
		view.db.groupMembership.findMany({ where: { groupId: group.id } }),
		presencesFor(view, meeting, itemId ?? meeting.id),
		itemId ? biasedIn(view, itemId) : [],
	]);
	// as for a vote: the usual rule of the charter that is in force on the day of the meeting
	const [usual] = charterOn(group.charters, meeting.day).rules;
	if (!usual) throw new Error("a charter has no rule");
	return standingOf(usual.rule, votingList(memberships, presences, { day: meeting.day, at, biased }));
}

/** The item that was called last and is not closed yet, or null. */
export function currentItem<Item extends { calledAt: Date | null; closedAt: Date | null }>(
	agenda: readonly Item[],
): Item | null {
	const open = agenda.filter(({ calledAt, closedAt }) => calledAt !== null && closedAt === null);
	return open.toSorted((one, other) => Number(other.calledAt) - Number(one.calledAt))[0] ?? null;
}
