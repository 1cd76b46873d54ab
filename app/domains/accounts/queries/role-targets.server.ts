import { type KnownPerson, peopleKnownTo, postsOf } from "~/domains/organisations/index.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { maySeePeople } from "../policy.server";

export type RoleTargets = {
	people: KnownPerson[];
	/** `holder` is who has the post today. */
	posts: { id: string; label: string; holder: string | null }[];
};

/**
 * To whom an organisation can give a role: the people whom it knows, and its posts.
 * @throws Forbidden or SignInNeeded for others than its admins
 */
export async function roleTargets(view: View, organisationId: string): Promise<RoleTargets> {
	demand(maySeePeople, view.actor, { ownerId: organisationId });
	const [people, posts] = await Promise.all([peopleKnownTo(view, organisationId), postsOf(view, organisationId)]);
	return { people, posts: posts.map(({ id, label, holder }) => ({ id, label, holder })) };
}
