import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { typesThatOpenPilots } from "../../templates/agreement-type";
import { stillCounts } from "./lasting.server";

/**
 * The gate of a measure: whether an agreement for it is in force today. Asks no policy and tells nothing but yes or no,
 * with the day since when, because the gate is the law of the measure and not of who looks.
 * @param purpose e.g. { kind: "measure", id }
 */
export async function inForce(
	view: Pick<View, "db" | "now">,
	purpose: { kind: string; id: string },
): Promise<{ agreementId: string; since: Date } | null> {
	const day = today(view.now);
	const agreement = await view.db.agreement.findFirst({
		where: {
			purposeKind: purpose.kind,
			purposeId: purpose.id,
			state: "concluded",
			// A letter of intent opens no pilot.
			type: { in: [...typesThatOpenPilots] },
			inForceFrom: { lte: day },
			OR: [{ endsOn: null }, { endsOn: { gt: day } }],
			...stillCounts(day),
		},
		orderBy: { inForceFrom: "asc" },
		select: { id: true, inForceFrom: true },
	});
	return agreement?.inForceFrom ? { agreementId: agreement.id, since: agreement.inForceFrom } : null;
}
