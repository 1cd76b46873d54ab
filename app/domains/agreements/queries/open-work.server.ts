import type { OpenWork } from "~/domains/organisations/index.server";
import { fromStored, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** The agreements that a post signs or has signed and that are not over. */
export async function openWork(
	{ db, now }: Pick<View, "db" | "now">,
	{ postId }: { postId: string },
): Promise<OpenWork[]> {
	const rows = await db.agreement.findMany({
		where: {
			parties: { some: { signatories: { some: { postId } } } },
			OR: [{ endsOn: null }, { endsOn: { gt: today(now) } }],
		},
		select: { id: true, endsOn: true },
		orderBy: { id: "asc" },
		take: 200,
	});
	return rows.map(({ id, endsOn }) => ({
		kind: "AGREEMENT",
		subject: { kind: "agreement", id },
		dueOn: endsOn && fromStored(endsOn).toString(),
	}));
}
