import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

const municipal = ["MUNICIPALITY", "MUNICIPAL_ASSOCIATION", "INDEPENDENT_CITY"] as const;

/** The posts of a county and of its own offices that can be asked about a concern. At most 300, by label. */
export async function askedPosts({ db, now }: Pick<View, "db" | "now">, ownerId: string) {
	const rows = await db.post.findMany({
		where: {
			AND: [inForce(today(now))],
			organisation: { OR: [{ id: ownerId }, { parentId: ownerId, kind: { notIn: [...municipal] } }] },
		},
		select: { id: true, label: true, organisation: { select: { id: true, shortName: true } } },
		orderBy: [{ label: "asc" }, { id: "asc" }],
		take: 300,
	});
	return rows.map(({ id, label, organisation }) => ({
		id,
		label: organisation.id === ownerId ? label : `${label} (${organisation.shortName})`,
	}));
}
