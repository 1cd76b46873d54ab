import { inForce } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { standsInFor } from "../group";

type Seat = { id: string; onBehalfOf: string | null };

/**
 * Who may stand in on a day, asked for one seat after the other: its own substitutes, and those whom the body sent that sent its
 * holder.
 * @param day a stored date
 */
export async function substitutesFor({ db }: Pick<View, "db">, groupId: string, day: Date) {
	const rows = await db.groupMembership.findMany({
		where: { groupId, function: "substitute", ...inForce(day) },
		select: { id: true, personId: true, substituteForId: true, onBehalfOf: true },
		orderBy: { id: "asc" },
		take: 1000,
	});
	return (seat: Seat) => rows.filter((one) => standsInFor(one, seat));
}
