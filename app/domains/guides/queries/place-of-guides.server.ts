import { placeOf } from "~/domains/organisations/index.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayPlan } from "../policy.server";

/** A place for its guides and administrators. @throws NotFound; Forbidden or SignInNeeded for others */
export async function placeOfGuides(view: View, slug: string) {
	const { organisationId, name } = await placeOf(view, slug);
	demand(mayPlan, view.actor, { organisationId });
	return { ownerId: organisationId, slug, name };
}
