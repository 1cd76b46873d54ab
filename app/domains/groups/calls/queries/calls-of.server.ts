import type { View } from "~/platform/world.server";
import { benchKind } from "../../group";
import { stateOf } from "../call";

/** The calls of a group, newest first; at most 50. The caller has asked who may read the group. */
export async function callsOf(view: View, group: { id: string }) {
	const rows = await view.db.seatCall.findMany({
		where: { groupId: group.id },
		select: { code: true, benchKind: true, seats: true, closesAt: true, drawnAt: true, cancelledAt: true },
		orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
		take: 50,
	});
	return rows.map(({ benchKind: bench, ...row }) => ({
		code: row.code,
		seats: row.seats,
		closesAt: row.closesAt,
		bench: benchKind(bench),
		state: stateOf(row, view.now),
	}));
}
