import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { type FoundGroup, groupById } from "../../queries/find-group.server";
import { stateOn } from "../state";

async function withGroup(view: View, id: string) {
	const minutes = await view.db.minutes.findUnique({
		where: { id },
		include: { meeting: true, objections: { orderBy: [{ raisedAt: "asc" }, { id: "asc" }] } },
	});
	if (!minutes) throw new NotFound();
	const group = await groupById(view, minutes.meeting.groupId);
	const given = { ...group, minuteTakerId: minutes.minuteTakerId, circulatedAt: minutes.circulatedAt };
	return { minutes, group, given, state: stateOn(minutes, today(view.now)) };
}

export type FoundMinutes = Awaited<ReturnType<typeof withGroup>>;

/** Minutes by their id, whoever asks; the caller asks the policy. @throws NotFound */
export async function minutesById(view: View, id: string): Promise<FoundMinutes> {
	return withGroup(view, id);
}

/** The newest frozen text of minutes with its signatures and names, or null before circulation. */
export async function latestVersion(view: Pick<View, "db">, minutesId: string) {
	return view.db.minutesVersion.findFirst({
		where: { minutesId },
		include: { signatures: { orderBy: { signedAt: "asc" } }, names: true },
		orderBy: { number: "desc" },
	});
}

/** Whether this reader sat in the group on the day of the meeting, and may therefore object. */
export async function belongedThen(view: View, group: Pick<FoundGroup, "id">, day: Date): Promise<boolean> {
	const personId = personIdOf(view.actor);
	if (!personId) return false;
	const seats = await view.db.groupMembership.count({
		where: {
			groupId: group.id,
			personId,
			validFrom: { lte: day },
			OR: [{ validUntil: null }, { validUntil: { gt: day } }],
		},
	});
	return seats > 0;
}
