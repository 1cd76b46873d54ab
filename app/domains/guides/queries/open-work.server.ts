import type { OpenWork } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { isOpen, states } from "../concerns/concern";
import { dayText } from "../days.server";

const most = 500;

/** What is open at a post: its concerns by their dates, and its series of office days. At most 500 each. */
export async function openWork(
	{ db, now }: Pick<View, "db" | "now">,
	{ postId }: { postId: string },
): Promise<OpenWork[]> {
	const [concerns, series] = await Promise.all([
		db.concern.findMany({
			where: { state: { in: states.filter(isOpen) }, assignments: { some: { untilAt: null, postId } } },
			select: { id: true, nextOn: true },
			orderBy: [{ nextOn: "asc" }, { id: "asc" }],
			take: most,
		}),
		db.officeSeries.findMany({
			where: { postId, OR: [{ lastDay: null }, { lastDay: { gte: today(now) } }] },
			select: { id: true, lastDay: true },
			orderBy: [{ firstDay: "asc" }, { id: "asc" }],
			take: most,
		}),
	]);
	return [
		...concerns.map(({ id, nextOn }) => ({
			kind: "CONCERN" as const,
			subject: { kind: "concern", id },
			dueOn: nextOn && dayText(nextOn),
		})),
		...series.map(({ id, lastDay }) => ({
			kind: "OFFICE_DAYS" as const,
			subject: { kind: "office-series", id },
			dueOn: lastDay && dayText(lastDay),
		})),
	];
}
