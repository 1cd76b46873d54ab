import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { planOwner } from "../../plans/queries/plans.server";

/** Whether the plan of a body above an organisation answers for it today. */
export async function answeredFor(
	{ db, now }: Pick<View, "db" | "now">,
	{ organisationId }: { organisationId: string },
): Promise<boolean> {
	const owner = await planOwner(db, organisationId, dayText(today(now)));
	return owner !== null && owner !== organisationId;
}
