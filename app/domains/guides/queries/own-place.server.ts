import type { Place } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText } from "../days.server";
import { planOwner } from "../plans/queries/plans.server";

const local = ["MUNICIPALITY", "MUNICIPAL_ASSOCIATION", "INDEPENDENT_CITY"];

/** The place itself where its people need not choose: a municipality that a plan answers for. Null for counties and others. */
export async function ownPlace({ db, now }: View, place: Place): Promise<string | null> {
	if (!local.includes(place.kind)) return null;
	const owner = await planOwner(db, place.organisationId, dayText(today(now)));
	return owner && place.organisationId;
}
