import { placeOf } from "~/domains/organisations/index.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayAnswerPeople, mayKeepNetwork, mayReadNetwork } from "../policy.server";

/** The owner of a network as its pages show it. */
export type NetworkPlace = { ownerId: string; slug: string; name: string };

/** A place for those who may read its network. @throws NotFound; Forbidden or SignInNeeded for others */
export async function readersPlace(view: View, slug: string): Promise<NetworkPlace> {
	const place = await ownerOf(view, slug);
	demand(mayReadNetwork, view.actor, place);
	return place;
}

/** A place for those who keep its network. @throws NotFound; Forbidden or SignInNeeded for others */
export async function keepersPlace(view: View, slug: string): Promise<NetworkPlace> {
	const place = await ownerOf(view, slug);
	demand(mayKeepNetwork, view.actor, place);
	return place;
}

/** A place for those who answer people about their data. @throws NotFound; Forbidden or SignInNeeded for others */
export async function answeringPlace(view: View, slug: string): Promise<NetworkPlace> {
	const place = await ownerOf(view, slug);
	demand(mayAnswerPeople, view.actor, place);
	return place;
}

/** A place for everybody. @throws NotFound */
export async function ownerOf(view: View, slug: string): Promise<NetworkPlace> {
	const { organisationId: ownerId, name, slug: own } = await placeOf(view, slug);
	return { ownerId, slug: own, name };
}
