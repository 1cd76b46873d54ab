import type { View } from "~/platform/world.server";
import { storedRule } from "../../../counting/index";
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
	group: Pick<FoundGroup, "id" | "rule">,
	meeting: { id: string; format: string; day: Date },
	{ itemId, at }: { itemId: string | null; at: Date },
): Promise<Standing> {
	const [memberships, presences, biased] = await Promise.all([
		view.db.groupMembership.findMany({ where: { groupId: group.id } }),
		presencesFor(view, meeting, itemId ?? meeting.id),
		itemId ? biasedIn(view, itemId) : [],
	]);
	return standingOf(storedRule(group.rule), votingList(memberships, presences, { day: meeting.day, at, biased }));
}

/** The item that was called last and is not closed yet, or null. */
export function currentItem<Item extends { calledAt: Date | null; closedAt: Date | null }>(
	agenda: readonly Item[],
): Item | null {
	const open = agenda.filter(({ calledAt, closedAt }) => calledAt !== null && closedAt === null);
	return open.toSorted((one, other) => Number(other.calledAt) - Number(one.calledAt))[0] ?? null;
}
